/** The one way in which a departure form moves: its event, the fold, the officers' work, its invoices, what is told; in one commit. */
import { caseEventId, recordCaseEvent } from '../../core/io/cases/record'
import { endWork, putWork } from '../../core/io/cases/work-items'
import type { DataKey } from '../../core/io/security/contract'
import type { Doc } from '../../core/io/store/contract'
import type { Tx } from '../../core/io/store/transaction'
import { withdrawPaper } from '../../core/io/verification/certify'
import { stateAfter, type Party } from '../../core/pure/case'
import { AppError } from '../../core/pure/errors'
import { claimKeys } from '../collections'
import type { DepartureReasonCode } from '../data/departure-reasons'
import { departureTable, fitsMode, FREES_INVOICE, type DepartureMove } from '../rules/kinds/departure-states'
import { departureForms, type DepartureFormDoc } from './collections'
import { departureAfter, type DepartureFacts } from './fold'
import { barredFrom, dutyOf } from './duty'
import { tell } from './tell'
import { wake } from './wake'

/** What came with a move; texts are sealed under the traveller's key. */
export interface Said {
  readonly said?: string | undefined
  readonly reasons?: readonly DepartureReasonCode[]
  /** A figure of the move, in fen. */
  readonly fen?: number
  /** Why a bank sent it back. */
  readonly why?: string
}

export interface Step {
  readonly id: string
  /** As it stands; undefined: it begins. */
  readonly doc: DepartureFormDoc | undefined
  readonly move: DepartureMove
  readonly by: Party
  readonly actor: string | null
  readonly set: Partial<DepartureFacts>
  readonly said?: Said
  /** The traveller's: undefined once erased, when nothing is written any more. */
  readonly key: DataKey | undefined
}

const saidIn = (eventId: string, key: DataKey | undefined, { said, reasons, fen, why }: Said): Doc => ({
  ...(said !== undefined && key ? { said: key.seal(`caseEvents|${eventId}|said`, said) } : {}),
  ...(reasons ? { reasons } : {}),
  ...(fen === undefined ? {} : { fen }),
  ...(why === undefined ? {} : { why }),
})

const keepWork = async (tx: Tx, id: string, doc: DepartureFormDoc): Promise<void> => {
  const waits = departureTable.next[doc.state]
  if (waits === null) return endWork(tx, id)
  await putWork(tx, id, {
    feature: 'refunds',
    kind: 'departure',
    hallId: doc.hallId,
    state: doc.state,
    waits,
    duty: dutyOf(doc),
    // The agency pays on the spot; until then it is the traveller's time that runs.
    due: doc.verifiedOn ?? doc.lastDay,
    outer: null,
    barred: barredFrom(doc),
    taxpayerId: null,
    fen: doc.net,
  })
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
  const { id, doc, move, by, actor, set, key, said = {} } = step
  const owner = step.doc?.owner ?? set.owner
  if (owner === undefined || stateAfter(departureTable, doc, { move, by }) === undefined)
    throw new AppError('CASE_STATE')
  if (doc && !fitsMode(move, doc)) throw new AppError('CASE_STATE')
  const place = (doc?.events ?? 0) + 1
  const data = { set, ...saidIn(caseEventId(id, place), key, said) }
  const event = recordCaseEvent(tx, { caseId: id, place, move, by, actor, owner, data })
  const after = departureAfter(doc, { ...event, data })
  if (doc) tx.replace(departureForms, id, after)
  else tx.insert(departureForms, id, after)
  await keepWork(tx, id, after)
  await release(tx, id, after)
  wake(tx, id, after, move)
  tell(tx, id, after, move)
  return after
}
