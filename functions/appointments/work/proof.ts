/** A proof of booking that anybody can verify: it says where and when, and never for whom. */
import type { Context } from '../../core/io/context'
import { issuePaper } from '../../core/io/verification/certify'
import { longDateText } from '../../core/pure/date-text'
import { AppError } from '../../core/pure/errors'
import { text } from '../../core/pure/text'
import { clockText, instantOf } from '../../core/pure/time'
import { groupedCode } from '../../core/pure/verification-code'
import { catalogueOf, type Catalogue } from '../../halls/public'
import { appointments, hallDays, type AppointmentDoc } from '../collections'
import { hallDayId } from '../rules/slots'
import { ownAppointment } from './own'
import { stateNow } from './present'

const alike = (words: string) => text(words, words)

const factsOf = (catalogue: Catalogue, { hallId, matter, day, start, end }: AppointmentDoc) => [
  { label: text('大厅', 'Hall'), value: catalogue.halls.get(hallId)?.name ?? alike(hallId) },
  { label: text('日期', 'Day'), value: text(longDateText(day, 'zh-CN'), longDateText(day, 'en')) },
  { label: text('时段', 'Time'), value: alike(`${clockText(start)}–${clockText(end)}`) },
  { label: text('事项', 'Matter'), value: catalogue.matters.get(matter)?.name ?? alike(matter) },
]

/** One an appointment: asked again, it is the same. */
export const proveBooking = async (context: Context, id: string): Promise<{ readonly code: string }> => {
  const catalogue = await catalogueOf(context)
  return context.transact(async (tx) => {
    const doc = ownAppointment(context, await tx.get(appointments, id))
    const hallDay = await tx.peek(hallDays, hallDayId(doc.hallId, doc.day))
    // Under review it does not stand yet, whatever older clients are told.
    const stands = doc.state !== 'reviewing' && stateNow(doc, { now: tx.now, hallDay }) === 'booked'
    const end = instantOf(doc.day, doc.end)
    if (!stands || end <= tx.now) throw new AppError('NOT_BOOKED')
    if (doc.proof !== undefined) return { code: groupedCode(doc.proof) }
    const code = issuePaper(tx, {
      kind: text('预约凭证', 'Proof of booking'),
      subject: `appointments|${id}`,
      facts: factsOf(catalogue, doc),
      validUntil: end,
    })
    tx.replace(appointments, id, { ...doc, proof: code })
    return { code: groupedCode(code) }
  })
}
