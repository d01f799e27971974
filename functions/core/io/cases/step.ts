/** One step of a case: what happened, the fold, and what officers are to do next; in one commit with whatever its function adds. */
import { stateAfter, type CaseTable, type Party } from '../../pure/case'
import { AppError } from '../../pure/errors'
import type { DataKey } from '../security/contract'
import type { Collection } from '../store/collection'
import type { Doc } from '../store/contract'
import type { Tx } from '../store/transaction'
import { caseAfter, type CaseFrame, type FactsOf } from './fold'
import { caseEventId, recordCaseEvent } from './record'
import { endWork, putWork, type Work } from './work-items'

/** What came with a step; texts are sealed under its owner's key. */
export interface Said<R extends string = string> {
  readonly said?: string | undefined
  /** What is to be supplied. */
  readonly list?: readonly { readonly code: string; readonly said: string }[]
  readonly reasons?: readonly R[]
  /** A figure of the step, in fen. */
  readonly fen?: number
  /** Why a bank sent it back. */
  readonly why?: string
}

export interface CaseStep<M extends string, D, R extends string = string> {
  readonly id: string
  /** As it stands; undefined: it begins. */
  readonly doc: D | undefined
  readonly move: M
  readonly by: Party
  readonly actor: string | null
  readonly set: Partial<FactsOf<D>>
  readonly said?: Said<R>
  /** Its owner's: undefined once erased, when nothing is written any more. */
  readonly key: DataKey | undefined
}

/** How a function keeps its cases. */
export interface CaseKeeping<S extends string, M extends string, D extends Doc> {
  readonly table: CaseTable<S, M>
  readonly cases: Collection<D>
  /** What its next step is for officers. */
  readonly work: (doc: D) => Omit<Work, 'state' | 'waits'>
}

const saidIn = (eventId: string, key: DataKey | undefined, said: Said): Doc => {
  const { said: words, list, reasons, fen, why } = said
  return {
    ...(words !== undefined && key ? { said: key.seal(`caseEvents|${eventId}|said`, words) } : {}),
    ...(list && key ? { list: key.seal(`caseEvents|${eventId}|list`, JSON.stringify(list)) } : {}),
    ...(reasons ? { reasons } : {}),
    ...(fen === undefined ? {} : { fen }),
    ...(why === undefined ? {} : { why }),
  }
}

/**
 * @returns the case as it stands from this commit on
 * @throws AppError CASE_STATE when its state does not allow the move
 */
export const stepCase = async <
  S extends string,
  M extends string,
  D extends CaseFrame<S> & { readonly owner: string },
>(
  tx: Tx,
  { table, cases, work }: CaseKeeping<S, M, D>,
  { id, doc, move, by, actor, set, said = {}, key }: CaseStep<M, D>,
): Promise<D> => {
  if (stateAfter(table, doc, { move, by }) === undefined) throw new AppError('CASE_STATE')
  const place = (doc?.events ?? 0) + 1
  const after = caseAfter(table, doc, { place, at: tx.now, move, by, actor, data: { set } })
  const data = { set: set as Doc, ...saidIn(caseEventId(id, place), key, said) }
  recordCaseEvent(tx, { caseId: id, place, move, by, actor, owner: after.owner, data })
  if (doc) tx.replace(cases, id, after)
  else tx.insert(cases, id, after)
  const waits = table.next[after.state]
  if (waits === null) await endWork(tx, id)
  else await putWork(tx, id, { ...work(after), state: after.state, waits })
  return after
}
