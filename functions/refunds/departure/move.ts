/** The one way in which a departure form moves: its step, its invoices, when time looks again, what is told; in one commit. */
import type { FactsOf } from '../../core/io/cases/fold'
import { stepCase, type CaseKeeping, type CaseStep, type Said as SaidOf } from '../../core/io/cases/step'
import { emit } from '../../core/io/events/emit'
import type { Tx } from '../../core/io/store/transaction'
import { withdrawPaper } from '../../core/io/verification/certify'
import { isOver } from '../../core/pure/case'
import { AppError } from '../../core/pure/errors'
import { claimKeys } from '../collections'
import type { DepartureReasonCode } from '../data/departure-reasons'
import {
  departureTable,
  fitsMode,
  FREES_INVOICE,
  type DepartureMove,
  type DepartureState,
} from '../rules/kinds/departure-states'
import { departureForms, type DepartureFormDoc } from './collections'
import { barredFrom, dutyOf } from './duty'
import { tell } from './tell'
import { wake } from './wake'

export type DepartureFacts = FactsOf<DepartureFormDoc>
export type Said = SaidOf<DepartureReasonCode>
export type Step = CaseStep<DepartureMove, DepartureFormDoc, DepartureReasonCode>

const departures: CaseKeeping<DepartureState, DepartureMove, DepartureFormDoc> = {
  table: departureTable,
  cases: departureForms,
  work: (doc) => ({
    feature: 'refunds',
    kind: 'departure',
    hallId: doc.hallId,
    duty: dutyOf(doc),
    // The agency pays on the spot; until then it is the traveller's time that runs.
    due: doc.verifiedOn ?? doc.lastDay,
    outer: null,
    barred: barredFrom(doc),
    taxpayerId: null,
    fen: doc.net,
  }),
}

/** Without a refund, the invoices may be claimed on again, and the paper is worth nothing. */
const release = async (
  tx: Tx,
  id: string,
  { state, claimKeys: keys, code }: DepartureFormDoc,
): Promise<void> => {
  if (!FREES_INVOICE.includes(state)) return
  for (const key of keys) if ((await tx.get(claimKeys, key))?.caseId === id) tx.remove(claimKeys, key)
  await withdrawPaper(tx, code)
}

/**
 * @returns the form as it stands from this commit on
 * @throws AppError CASE_STATE when its state or its mode does not allow the move
 */
export const moveDeparture = async (tx: Tx, step: Step): Promise<DepartureFormDoc> => {
  const { id, doc, move } = step
  if (doc && !fitsMode(move, doc)) throw new AppError('CASE_STATE')
  const after = await stepCase(tx, departures, step)
  await release(tx, id, after)
  if (isOver(departureTable, after.state))
    emit(tx, { kind: 'refunds.departureEnded', due: tx.now, payload: { formId: id } })
  wake(tx, id, after, move)
  tell(tx, id, after, move)
  return after
}
