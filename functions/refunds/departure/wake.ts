/** When time has something to do with a form: to remind, to charge an advance, to end it. */
import { emit } from '../../core/io/events/emit'
import type { Tx } from '../../core/io/store/transaction'
import { rowOn } from '../../core/pure/law'
import { addDays, morningOf, type Day } from '../../core/pure/time'
import { departurePolicies } from '../data/kinds/departure'
import type { DepartureMove } from '../rules/kinds/departure-states'
import type { DepartureFormDoc } from './collections'

/** Before the day that was promised. */
const REMIND_BEFORE = 1

const wakeOn = (tx: Tx, formId: string, day: Day): void =>
  void emit(tx, { kind: 'refunds.departureClock', due: morningOf(day), payload: { formId } })

/** The day from which one is told to leave now. */
export const lastDaysFrom = ({ purchasedOn }: Pick<DepartureFormDoc, 'purchasedOn'>): Day =>
  addDays(purchasedOn, rowOn(departurePolicies, purchasedOn, 'departure refund').warnFromDay)

export const promiseRemindedOn = ({ departOn }: Pick<DepartureFormDoc, 'departOn'>): Day =>
  addDays(departOn, -REMIND_BEFORE)

export const wake = (tx: Tx, id: string, doc: DepartureFormDoc, move: DepartureMove): void => {
  if (move === 'issueForm') {
    wakeOn(tx, id, lastDaysFrom(doc))
    wakeOn(tx, id, addDays(doc.lastDay, 1))
  }
  if (move === 'prepay') {
    wakeOn(tx, id, promiseRemindedOn(doc))
    wakeOn(tx, id, addDays(doc.departOn, 1))
  }
}
