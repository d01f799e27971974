/** Reconciliation: the other side's statement against our documents. Nothing is changed; each difference is for a person. */
import type { Instant } from '../../pure/time'
import { LIMITS, type Doc, type Store, type Stored } from '../store/contract'
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

export interface Compared {
  readonly service: string
  /** Ours that the statement should show, if they were done. */
  readonly ours: AsyncIterable<Stored<OutsideCallDoc>>
  /** Their whole statement. */
  readonly theirs: AsyncIterable<TheirRow> | Iterable<TheirRow>
  /** Was the same done? `did` is theirs. */
  readonly same: (ours: OutsideCallDoc, did: Doc) => boolean
}

export interface Reconciled extends Omit<Compared, 'ours'> {
  /** What was planned from here on, and before there. A statement by the day it was done on has rows of calls planned just before. */
  readonly from: Instant
  readonly to: Instant
}

const kindOf = (
  { doc }: Stored<OutsideCallDoc>,
  rows: readonly Doc[],
  same: Compared['same'],
): OutsideDifference['kind'] | undefined => {
  const [did] = rows
  if (rows.length > 1) return 'twice'
  if (doc.next !== null) return 'unsettled'
  if (doc.state !== 'done') return did ? 'onlyTheirs' : undefined
  if (!did) return 'onlyOurs'
  return same(doc, did) ? undefined : 'other'
}

/** Ours of these ids, whenever they were planned. */
async function* oursOf(store: Store, service: string, ids: readonly string[]) {
  for (let first = 0; first < ids.length; first += LIMITS.page) {
    const found = await store.read<OutsideCallDoc>(outsideCalls.name, ids.slice(first, first + LIMITS.page))
    for (const ours of found) if (ours?.doc.service === service) yield ours
  }
}

/** Every difference, by id: of ours that are given, and of every id that their statement names. */
export const compareCalls = async (
  store: Store,
  { service, ours, theirs, same }: Compared,
): Promise<Reconciliation> => {
  const rows = new Map<string, Doc[]>()
  for await (const { id, did } of theirs) rows.set(id, [...(rows.get(id) ?? []), did])
  const differences: OutsideDifference[] = []
  let equal = 0
  const compare = (call: Stored<OutsideCallDoc>): void => {
    const kind = kindOf(call, rows.get(call.id) ?? [], same)
    if (kind) differences.push({ id: call.id, kind })
    else if (call.doc.state === 'done') equal += 1
    rows.delete(call.id)
  }
  for await (const call of ours) compare(call)
  for await (const call of oursOf(store, service, [...rows.keys()])) compare(call)
  for (const id of rows.keys()) differences.push({ id, kind: 'onlyTheirs' })
  return { differences: differences.sort((a, b) => (a.id < b.id ? -1 : 1)), equal }
}

/** The same, of what was planned in a time. */
export const reconcile = (store: Store, { from, to, ...compared }: Reconciled): Promise<Reconciliation> => {
  const { service } = compared
  const planned = { index: 'planned', where: { service }, range: { gte: from, lt: to } } as const
  return compareCalls(store, { ...compared, ours: eachOf(store, outsideCalls, planned) })
}
