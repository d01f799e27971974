/** What time does to a form: it reminds, charges an advance whose promise was broken, and ends what was never shown to customs. */
import { expireHistory } from '../../core/io/cases/record'
import type { Services } from '../../core/io/context'
import { eachOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import type { Tx } from '../../core/io/store/transaction'
import { stateAfter } from '../../core/pure/case'
import { dayOf, type Day } from '../../core/pure/time'
import { departureTable, hasAdvance, type DepartureMove } from '../rules/kinds/departure-states'
import { departureForms, type DepartureFormDoc } from './collections'
import { moveDeparture, type DepartureFacts } from './move'
import { remind } from './tell'
import { lastDaysFrom, promiseRemindedOn } from './wake'

interface Due {
  readonly move: DepartureMove
  readonly set: Partial<DepartureFacts>
  readonly fen?: number
}

/** What is due on a day, if anything: a broken promise before the end of the ninety days. */
const dueOn = (doc: DepartureFormDoc, today: Day): Due | undefined => {
  const { state, departOn, lastDay, advanced } = doc
  if (state === 'instantPrepaid' && today > departOn)
    return { move: 'charge', set: { charged: advanced }, fen: advanced }
  const waits = state === 'formIssued' || state === 'preauthCharged'
  return waits && today > lastDay ? { move: 'expire', set: {} } : undefined
}

const remindOn = (tx: Tx, id: string, doc: DepartureFormDoc, today: Day): void => {
  const { state, lastDay } = doc
  if (state === 'instantPrepaid' && today >= promiseRemindedOn(doc)) remind(tx, id, doc, 'departurePromise')
  const waits = state === 'formIssued' || state === 'preauthCharged'
  if (waits && today >= lastDaysFrom(doc) && today <= lastDay) remind(tx, id, doc, 'departureLastDays')
}

/** Safe to repeat: the state is the marker, and a reminder is told once. */
export const runDepartureClock = async (services: Services, formId: string): Promise<void> => {
  const today = dayOf(services.clock())
  await transact(services, async (tx) => {
    let doc = await tx.get(departureForms, formId)
    if (!doc) return
    for (let due = dueOn(doc, today); due; due = dueOn(doc, today)) {
      const { move, set, fen } = due
      const step = { id: formId, doc, move, by: 'clock', actor: null, set, key: undefined } as const
      doc = await moveDeparture(tx, { ...step, said: fen === undefined ? {} : { fen } })
    }
    remindOn(tx, formId, doc, today)
  })
}

/** Of an erased traveller: what nobody can be paid ends; an advance runs its way, and an order is paid or refused by its bank. */
export const leaveForms = async (services: Services, owner: string): Promise<void> => {
  for await (const { id } of eachOf(services.store, departureForms, { index: 'owner', where: { owner } }))
    await transact(services, async (tx) => {
      const doc = await tx.get(departureForms, id)
      const open = doc && stateAfter(departureTable, doc, { move: 'abandon', by: 'clock' }) !== undefined
      if (!open || hasAdvance(doc)) return
      await moveDeparture(tx, {
        id,
        doc,
        move: 'abandon',
        by: 'clock',
        actor: null,
        set: {},
        key: undefined,
      })
    })
}

/** What happened to a form that is over is kept as long as it is itself; safe to repeat. */
export const endFormRecords = async (services: Services, formId: string): Promise<void> => {
  const doc = await reader(services.store).get(departureForms, formId)
  if (doc?.expiresAt != null) await expireHistory(services, { caseId: formId, expiresAt: doc.expiresAt })
}
