/** When time itself has something to do with a case: to raise it before it runs out, or to end what was never supplied. */
import { emit } from '../../core/io/events/emit'
import type { Tx } from '../../core/io/store/transaction'
import { escalateOn } from '../../core/pure/legal-clock'
import { addDays, dayOf, instantOf, morningOf, type Day } from '../../core/pure/time'
import type { RefundCaseDoc } from '../collections'
import type { RefundMove } from '../rules/states'
import { datesNow } from './clock'

/** The first day, after those that were seen to, on which it is to be raised. */
export const nextEscalation = (doc: RefundCaseDoc, today: Day): Day | undefined =>
  escalateOn(datesNow(doc, today)).find(({ on }) => doc.escalatedOn === null || on > doc.escalatedOn)?.on

export const wakeOn = (tx: Tx, caseId: string, day: Day): void =>
  void emit(tx, { kind: 'refunds.clockRuns', due: morningOf(day), payload: { caseId } })

/** From these the office has the case, and its clock runs. */
const ITS_OFFICE_HAS_IT: readonly RefundMove[] = ['submit', 'find', 'supply', 'bankReturn', 'fixAccount']

/** Where the term runs from acceptance, its dates are known only then. */
const datesAnew = ({ term }: RefundCaseDoc, move: RefundMove): boolean =>
  ITS_OFFICE_HAS_IT.includes(move) || (move === 'accept' && term.from === 'acceptance')

/** After moves from which the clock runs anew, or stands still. */
export const wakeClock = (tx: Tx, caseId: string, doc: RefundCaseDoc, move: RefundMove): void => {
  if (datesAnew(doc, move)) {
    const on = nextEscalation(doc, dayOf(tx.now))
    if (on !== undefined) wakeOn(tx, caseId, on)
  }
  if (move === 'askCorrection' && doc.correctionDue !== null) {
    const due = instantOf(addDays(doc.correctionDue, 1))
    emit(tx, { kind: 'refunds.correctionLapses', due, payload: { caseId } })
  }
}
