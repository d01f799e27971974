/** Each day: what a channel says it paid against what was ordered and counts as paid. Nothing is changed; a person looks. */
import { dayOf, instantOf, addDays, type Day } from '../../pure/time'
import type { Services } from '../context'
import { outsideCalls, type OutsideCallDoc } from '../outside/collections'
import { compareCalls, type OutsideDifference, type TheirRow } from '../outside/differences'
import { LIMITS, type Stored } from '../store/contract'
import { eachOf } from '../store/pages'
import { reader } from '../store/reader'
import { payoutOrders } from './collections'
import type { PaidAnswer, PayoutRequest, PayoutService, StatementRow } from './contract'

/**
 * `unsettled`: nothing is wrong yet. `onlyTheirs`: paid, and not by an order that counts as paid. `other`: another amount.
 * `otherDay`: an order that counts as paid on another day, so that it may have been paid twice.
 */
export interface PayoutDifference {
  /** The order’s id, or what the statement calls it where no order of ours has that id. */
  readonly order: string
  readonly kind: OutsideDifference['kind'] | 'otherDay'
  /** Ordered, in fen; absent where nothing was. */
  readonly ours?: number
  /** Paid by their statement, in fen; one figure a row. */
  readonly theirs: readonly number[]
}

export interface DailyReconciliation {
  readonly day: Day
  readonly differences: readonly PayoutDifference[]
  /** Orders that are paid on both sides, and alike. */
  readonly equal: number
  /** Their statement’s own totals. */
  readonly theirs: { readonly count: number; readonly fen: number }
}

type Parts = Pick<Services, 'store' | 'clock'>
type Call = Stored<OutsideCallDoc>

const requestOf = ({ request }: OutsideCallDoc): PayoutRequest => request as PayoutRequest

const rowsByOrder = (rows: readonly StatementRow[]): ReadonlyMap<string, readonly number[]> => {
  const found = new Map<string, number[]>()
  for (const { order, fen } of rows) found.set(order, [...(found.get(order) ?? []), fen])
  return found
}

/** Statements know orders; calls are compared. What is no order of ours keeps its own name. */
const callIdsOf = async (
  { store }: Parts,
  orders: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map<string, string>()
  for (let first = 0; first < orders.length; first += LIMITS.page) {
    const some = orders.slice(first, first + LIMITS.page)
    const found = await reader(store).getMany(payoutOrders, some)
    some.forEach((order, i) => ids.set(order, found[i]?.callId ?? order))
  }
  return ids
}

/** Every call that is not settled, and was due before the day ended. */
async function* openCalls({ store }: Parts, service: string, to: number): AsyncGenerator<Call> {
  const due = { index: 'due', where: { service }, range: { gte: 0 } } as const
  for await (const call of eachOf(store, outsideCalls, due)) if (call.doc.plannedAt < to) yield call
}

/** Days that their clock may have put a payment on. */
const daysOf = ({ answer }: OutsideCallDoc, edge: number): readonly Day[] => {
  const { at } = answer as PaidAnswer
  return [...new Set([dayOf(at - edge), dayOf(at + edge)])]
}

/** Calls that count as paid on the day. They were settled on it or later, never before. */
async function* paidCalls({ store }: Parts, service: PayoutService, day: Day): AsyncGenerator<Call> {
  const range = { gte: instantOf(day) - service.edge }
  const settled = { index: 'settled', where: { service: service.name }, range } as const
  for await (const call of eachOf(store, outsideCalls, settled))
    if (call.doc.state === 'done' && daysOf(call.doc, service.edge).includes(day)) yield call
}

type Rows = ReadonlyMap<string, readonly number[]>

/** Whether what has no row on this day has one on the other day that its clock allows; each statement is asked for once. */
const elsewhere = (service: PayoutService, day: Day, signal: AbortSignal) => {
  const known = new Map<Day, Promise<Rows | undefined>>()
  const rowsOf = (other: Day): Promise<Rows | undefined> => {
    const rows =
      known.get(other) ?? service.statement(other, signal).then((found) => found && rowsByOrder(found))
    known.set(other, rows)
    return rows
  }
  return async (call: Call): Promise<'there' | 'notThere' | 'notKnownYet'> => {
    for (const other of daysOf(call.doc, service.edge).filter((one) => one !== day)) {
      const rows = await rowsOf(other)
      if (!rows) return 'notKnownYet'
      if (rows.has(requestOf(call.doc).order)) return 'there'
    }
    return 'notThere'
  }
}

interface Gathered {
  /** Calls that the statement should show; each once. */
  readonly calls: AsyncIterable<Call>
  /** Orders by call, of those that were gathered. */
  readonly orders: Map<string, string>
  /** Orders whose row may yet come with the next day’s statement. */
  readonly undecided: Set<string>
}

const gathered = (
  parts: Parts,
  service: PayoutService,
  day: Day,
  rows: Rows,
  signal: AbortSignal,
): Gathered => {
  const orders = new Map<string, string>()
  const undecided = new Set<string>()
  const look = elsewhere(service, day, signal)
  const add = (call: Call): boolean =>
    !orders.has(call.id) && Boolean(orders.set(call.id, requestOf(call.doc).order))
  async function* calls(): AsyncGenerator<Call> {
    for await (const call of openCalls(parts, service.name, instantOf(addDays(day, 1))))
      if (add(call)) yield call
    for await (const call of paidCalls(parts, service, day)) {
      const { order } = requestOf(call.doc)
      const where = rows.has(order) ? 'here' : await look(call)
      if (where === 'there') continue
      if (where === 'notKnownYet') undecided.add(order)
      if (add(call)) yield call
    }
  }
  return { calls: calls(), orders, undecided }
}

/**
 * @param day a day that has ended
 * @returns undefined while the channel’s statement of it cannot be had; ask again later
 * @throws Error when the statement is not believed
 */
export const dailyReconciliation = async (
  parts: Parts,
  service: PayoutService,
  day: Day,
  signal: AbortSignal = AbortSignal.timeout(60_000),
): Promise<DailyReconciliation | undefined> => {
  const statement = await service.statement(day, signal)
  if (!statement) return undefined
  const rows = rowsByOrder(statement)
  const callIds = await callIdsOf(parts, [...rows.keys()])
  const { calls, orders, undecided } = gathered(parts, service, day, rows, signal)
  const { differences, equal } = await compareCalls(parts.store, {
    service: service.name,
    ours: calls,
    theirs: statement.map(({ order, fen }): TheirRow => ({ id: callIds.get(order) ?? order, did: { fen } })),
    same: (doc, did) => doc.request.fen === did.fen && daysOf(doc, service.edge).includes(day),
  })
  const byCall = new Map([...[...callIds].map(([order, call]) => [call, order] as const), ...orders])
  const told = await Promise.all(
    differences.map((difference) => toldOf(parts, difference, byCall, rows, undecided)),
  )
  return {
    day,
    differences: told.sort((a, b) => (a.order < b.order ? -1 : 1)),
    equal,
    theirs: { count: statement.length, fen: statement.reduce((sum, { fen }) => sum + fen, 0) },
  }
}

const toldOf = async (
  { store }: Parts,
  { id, kind }: OutsideDifference,
  byCall: ReadonlyMap<string, string>,
  rows: Rows,
  undecided: ReadonlySet<string>,
): Promise<PayoutDifference> => {
  const order = byCall.get(id) ?? id
  const ours = (await reader(store).get(payoutOrders, order))?.fen
  const theirs = rows.get(order) ?? []
  const sharper = (): PayoutDifference['kind'] => {
    if (kind === 'onlyOurs' && undecided.has(order)) return 'unsettled'
    return kind === 'other' && theirs.every((fen) => fen === ours) ? 'otherDay' : kind
  }
  return { order, kind: sharper(), ...(ours === undefined ? {} : { ours }), theirs }
}
