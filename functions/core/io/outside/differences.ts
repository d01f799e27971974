/** Reconciliation: the other side's statement against our documents. Nothing is changed; each difference is for a person. */
import type { Doc, Store, Stored } from '../store/contract'
import { eachOf } from '../store/pages'
import { outsideCalls, type OutsideCallDoc } from './collections'

/** A row of their statement: what they did under one id of ours. */
export interface TheirRow {
  readonly id: string
  readonly did: Doc
}

export interface OutsideDifference {
  readonly id: string
  /** `unsettled`: nothing is wrong yet. `twice`: their statement has the id more than once. */
  readonly kind: 'unsettled' | 'onlyTheirs' | 'onlyOurs' | 'other' | 'twice'
}

export interface Reconciliation {
  readonly differences: readonly OutsideDifference[]
  /** Calls that stand as done on both sides, and the same. */
  readonly equal: number
}

export interface Reconciled {
  readonly service: string
  /** Their whole statement of what was planned in this time. */
  readonly theirs: AsyncIterable<TheirRow> | Iterable<TheirRow>
  /** Was the same done? `did` is theirs. */
  readonly same: (ours: OutsideCallDoc, did: Doc) => boolean
}

const kindOf = (
  { doc }: Stored<OutsideCallDoc>,
  rows: readonly Doc[],
  same: Reconciled['same'],
): OutsideDifference['kind'] | undefined => {
  const [did] = rows
  if (rows.length > 1) return 'twice'
  if (doc.next !== null) return 'unsettled'
  if (doc.state !== 'done') return did ? 'onlyTheirs' : undefined
  if (!did) return 'onlyOurs'
  return same(doc, did) ? undefined : 'other'
}

/** Every difference, by id. */
export const reconcile = async (
  store: Store,
  { service, theirs, same }: Reconciled,
): Promise<Reconciliation> => {
  const rows = new Map<string, Doc[]>()
  for await (const { id, did } of theirs) rows.set(id, [...(rows.get(id) ?? []), did])
  const differences: OutsideDifference[] = []
  let equal = 0
  for await (const ours of eachOf(store, outsideCalls, { index: 'due', where: { service } })) {
    const kind = kindOf(ours, rows.get(ours.id) ?? [], same)
    if (kind) differences.push({ id: ours.id, kind })
    else if (ours.doc.state === 'done') equal += 1
    rows.delete(ours.id)
  }
  for (const id of rows.keys()) differences.push({ id, kind: 'onlyTheirs' })
  return { differences: differences.sort((a, b) => (a.id < b.id ? -1 : 1)), equal }
}
