/** A visit as the door finds it: by its ticket's code, scanned or typed; and from when it may check in. */
import { timingSafeEqual } from 'node:crypto'
import type { Services } from '../../core/io/context'
import type { Tx } from '../../core/io/store/transaction'
import type { Day, Instant } from '../../core/pure/time'
import type { Hall } from '../../halls/public'
import { hallDays, type AppointmentDoc } from '../collections'
import { checkInFrom } from '../rules/cancelling'
import { holderMark, hallDayId, QUARTER } from '../rules/slots'
import { hallLimits } from './hall-limits'
import { readSlot } from './slot-read'
import { stateNow } from './present'
import { ticketText } from './ticket'

/** The appointment of a ticket's QR text; undefined for what we have not made. */
export const visitByTicket = (
  { vault }: Pick<Services, 'vault'>,
  { id, code, text }: { readonly id: string; readonly code: string; readonly text: string },
): string | undefined => {
  const [ours, theirs] = [ticketText(vault, id, code), text].map((one) => Buffer.from(one))
  return ours && theirs && ours.length === theirs.length && timingSafeEqual(ours, theirs) ? id : undefined
}

/** The appointment of a six-digit code at a hall's day: its first two digits say which slot, the slot whose it is. */
export const visitByCode = async (
  services: Pick<Services, 'store'>,
  { hallId, day, code }: { readonly hallId: string; readonly day: Day; readonly code: string },
): Promise<string | undefined> => {
  const slot = await readSlot(services, { hallId, day, start: Number(code.slice(0, 2)) * QUARTER })
  const mark = slot?.codes[code.slice(2)]
  return typeof mark === 'string'
    ? Object.keys(slot?.holders ?? {}).find((id) => holderMark(id) === mark)
    : undefined
}

export interface CheckInOf {
  readonly from: Instant
  /** It is booked, and its hall has not closed it; checked in or not. */
  readonly stands: boolean
}

export const checkInOf = async (
  tx: Pick<Tx, 'get' | 'now'>,
  doc: AppointmentDoc,
  hall: Hall,
): Promise<CheckInOf> => {
  const hallDay = await tx.get(hallDays, hallDayId(doc.hallId, doc.day))
  // Looked at by nobody in time, it stands, though its event may be a moment late.
  const isReviewed = doc.state === 'reviewing' && doc.heldUntil <= tx.now
  const isBooked = doc.state === 'booked' || doc.state === 'arrived' || isReviewed
  return {
    from: checkInFrom(doc, hallLimits({ now: tx.now }, hall)),
    stands: isBooked && stateNow(doc, { now: tx.now, hallDay }) === 'booked',
  }
}
