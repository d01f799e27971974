/** The one way in which a case moves: its event, the fold, the officers' work, what goes back, what is told; in one commit. */
import { emit } from '../../core/io/events/emit'
import { endWork, putWork } from '../../core/io/cases/work-items'
import { caseEventId, recordCaseEvent } from '../../core/io/cases/record'
import type { DataKey } from '../../core/io/security/contract'
import type { Doc } from '../../core/io/store/contract'
import type { Tx } from '../../core/io/store/transaction'
import { isOver, stateAfter, type Party } from '../../core/pure/case'
import { AppError } from '../../core/pure/errors'
import { dayOf } from '../../core/pure/time'
import { refundCases, type RefundCaseDoc } from '../collections'
import type { ReasonCode } from '../data/reasons'
import { refundTable, type RefundMove } from '../rules/states'
import { keptDates } from './clock'
import { barredFrom, dutyOf } from './duty'
import { refundAfter, type RefundFacts } from './fold'
import { giveBack } from './reserve'
import { tell } from './tell'
import { wakeClock } from './wake'

/** What was written with a move; sealed under its owner's key. */
export interface Said {
  readonly said?: string | undefined
  readonly list?: readonly { readonly code: string; readonly said: string }[]
  readonly reasons?: readonly ReasonCode[]
  /** A figure of the move, in fen. */
  readonly fen?: number
  /** Why a bank sent it back. */
  readonly why?: string
}

export interface Step {
  readonly id: string
  /** As it stands; undefined: it begins. */
  readonly doc: RefundCaseDoc | undefined
  readonly move: RefundMove
  readonly by: Party
  readonly actor: string | null
  readonly set: Partial<RefundFacts>
  readonly said?: Said
  /** Its owner's: undefined once erased, when nothing is written any more. */
  readonly key: DataKey | undefined
}

const saidIn = (eventId: string, key: DataKey | undefined, { said, list, reasons, fen, why }: Said): Doc => ({
  ...(said !== undefined && key ? { said: key.seal(`caseEvents|${eventId}|said`, said) } : {}),
  ...(list && key ? { list: key.seal(`caseEvents|${eventId}|list`, JSON.stringify(list)) } : {}),
  ...(reasons ? { reasons } : {}),
  ...(fen === undefined ? {} : { fen }),
  ...(why === undefined ? {} : { why }),
})

const keepWork = async (tx: Tx, id: string, doc: RefundCaseDoc): Promise<void> => {
  const waits = refundTable.next[doc.state]
  if (waits === null) return endWork(tx, id)
  await putWork(tx, id, {
    feature: 'refunds',
    kind: doc.kind,
    hallId: doc.hallId,
    state: doc.state,
    waits,
    duty: dutyOf(doc),
    due: doc.target,
    outer: doc.outer,
    barred: barredFrom(doc),
    taxpayerId: doc.taxpayerId,
    fen: doc.money?.payable ?? doc.claimed,
  })
}

/** Whoever acts for the taxpayer is known by it from then on. */
const actedIn = ({ claimants }: RefundFacts, { by, actor }: Step): Partial<RefundFacts> =>
  by !== 'claimant' || actor === null || claimants.includes(actor) ? {} : { claimants: [...claimants, actor] }

/**
 * @returns the case as it stands from this commit on
 * @throws AppError CASE_STATE when its state does not allow the move
 */
export const moveCase = async (tx: Tx, step: Step): Promise<RefundCaseDoc> => {
  const { id, doc, move, by, actor, key, said = {} } = step
  if (stateAfter(refundTable, doc, { move, by }) === undefined) throw new AppError('CASE_STATE')
  const facts = { ...doc, ...step.set } as RefundFacts
  const set = { ...step.set, ...actedIn(facts, step), ...keptDates(facts, dayOf(tx.now)) }
  const place = (doc?.events ?? 0) + 1
  const data = { set, ...saidIn(caseEventId(id, place), key, said) }
  const event = recordCaseEvent(tx, { caseId: id, place, move, by, actor, owner: facts.owner, data })
  const after = refundAfter(doc, { ...event, data })
  if (doc) tx.replace(refundCases, id, after)
  else tx.insert(refundCases, id, after)
  await keepWork(tx, id, after)
  if (doc) await giveBack(tx, id, doc, after)
  if (!isOver(refundTable, after.state)) wakeClock(tx, id, after, move)
  if (after.materials.length > (doc?.materials.length ?? 0))
    emit(tx, { kind: 'refunds.materialsNamed', due: tx.now, payload: { caseId: id } })
  tell(tx, id, after, move)
  return after
}
