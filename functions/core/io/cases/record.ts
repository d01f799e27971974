/** Writing what happens to a case, and reading it back. */
import type { CaseEvent, Party } from '../../pure/case'
import type { Doc, Store, Stored } from '../store/contract'
import { eachOf } from '../store/pages'
import type { Tx } from '../store/transaction'
import { caseEvents, type CaseEventDoc } from './collections'

export interface NewCaseEvent<M extends string = string> {
  readonly caseId: string
  readonly place: number
  readonly move: M
  readonly by: Party
  readonly actor: string | null
  readonly owner: string
  readonly data: Doc
}

export const caseEventId = (caseId: string, place: number): string =>
  `${caseId}.${String(place).padStart(4, '0')}`

/**
 * One more document in this commit. Two that would be the same step of a case cannot both be committed: the place is taken once.
 * @returns what happened, to be folded into the case in the same commit
 */
export const recordCaseEvent = <M extends string>(
  tx: Tx,
  { caseId, place, move, by, actor, owner, data }: NewCaseEvent<M>,
): CaseEvent<M> & { readonly data: Doc } => {
  const event = { place, at: tx.now, move, by, actor, data }
  tx.insert(caseEvents, caseEventId(caseId, place), { v: 1, caseId, owner, ...event, expiresAt: null })
  return event
}

/** All that happened to a case, in order. */
export const caseHistory = async (store: Store, caseId: string): Promise<readonly Stored<CaseEventDoc>[]> => {
  const history: Stored<CaseEventDoc>[] = []
  for await (const stored of eachOf(store, caseEvents, { index: 'case', where: { caseId } }))
    history.push(stored)
  return history
}
