/** The one way in which a case moves: its step, what goes back, when time looks again, what is told; in one commit. */
import type { FactsOf } from '../../core/io/cases/fold'
import { stepCase, type CaseKeeping, type CaseStep, type Said as SaidOf } from '../../core/io/cases/step'
import { emit } from '../../core/io/events/emit'
import type { Tx } from '../../core/io/store/transaction'
import { isOver } from '../../core/pure/case'
import { dayOf } from '../../core/pure/time'
import { refundCases, type RefundCaseDoc } from '../collections'
import type { ReasonCode } from '../data/reasons'
import { refundTable, type RefundMove, type RefundState } from '../rules/states'
import { keptDates } from './clock'
import { barredFrom, dutyOf } from './duty'
import { giveBack } from './reserve'
import { tell } from './tell'
import { wakeClock } from './wake'

export type RefundFacts = FactsOf<RefundCaseDoc>
export type Said = SaidOf<ReasonCode>
export type Step = CaseStep<RefundMove, RefundCaseDoc, ReasonCode>

const refunds: CaseKeeping<RefundState, RefundMove, RefundCaseDoc> = {
  table: refundTable,
  cases: refundCases,
  work: (doc) => ({
    feature: 'refunds',
    kind: doc.kind,
    hallId: doc.hallId,
    duty: dutyOf(doc),
    due: doc.target,
    outer: doc.outer,
    barred: barredFrom(doc),
    taxpayerId: doc.taxpayerId,
    fen: doc.money?.payable ?? doc.claimed,
  }),
}

/** Whoever acts for the taxpayer is known by it from then on. */
const actedIn = ({ claimants }: RefundFacts, { by, actor }: Step): Partial<RefundFacts> =>
  by !== 'claimant' || actor === null || claimants.includes(actor) ? {} : { claimants: [...claimants, actor] }

/**
 * @returns the case as it stands from this commit on
 * @throws AppError CASE_STATE when its state does not allow the move
 */
export const moveCase = async (tx: Tx, step: Step): Promise<RefundCaseDoc> => {
  const { id, doc, move } = step
  const facts = { ...doc, ...step.set } as RefundFacts
  const set = { ...step.set, ...actedIn(facts, step), ...keptDates(facts, dayOf(tx.now)) }
  const after = await stepCase(tx, refunds, { ...step, set })
  if (doc) await giveBack(tx, id, doc, after)
  if (isOver(refundTable, after.state))
    emit(tx, { kind: 'refunds.caseEnded', due: tx.now, payload: { caseId: id } })
  else wakeClock(tx, id, after, move)
  if (after.materials.length > (doc?.materials.length ?? 0))
    emit(tx, { kind: 'refunds.materialsNamed', due: tx.now, payload: { caseId: id } })
  await tell(tx, id, after, move)
  return after
}
