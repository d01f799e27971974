/** Batches: waiting orders are gathered, then handed over as one file whose totals and digest are kept. */
import { dayOf } from '../../../pure/time'
import { AppError } from '../../../pure/errors'
import type { Services } from '../../context'
import { outsideCalls } from '../../outside/collections'
import { reader } from '../../store/reader'
import { transact } from '../../store/transact'
import type { Tx } from '../../store/transaction'
import { payoutOrders } from '../collections'
import type { OpenPayee, PayoutRequest } from '../contract'
import { PAYMENTS_KEPT_MS } from '../kept'
import { takeOut } from './channel'
import { treasuryBatches, treasuryOrders, type TreasuryBatchDoc } from './collections'
import { fileOf, isBankPayee, sha256, totalsOf, type FileRow } from './file'

type Parts = Pick<Services, 'store' | 'random' | 'clock'>

/** A batch’s document holds the ids of its orders. */
export const MOST_ORDERS = 500
/** One commit takes forty changes. */
const AT_ONCE = 30

const opened = (now: number): TreasuryBatchDoc => ({
  v: 1,
  state: 'open',
  orders: [],
  count: 0,
  fen: 0,
  openedAt: now,
  expiresAt: now + PAYMENTS_KEPT_MS,
})

/** The oldest orders that wait, oldest first. */
const waiting = async ({ store }: Parts): Promise<readonly string[]> => {
  const page = await reader(store).query(treasuryOrders, {
    index: 'state',
    where: { state: 'gathered' },
    limit: AT_ONCE,
  })
  return page.items.map(({ id }) => id)
}

/** Puts those of the orders that still wait into the batch, while it is open and has room. @returns how many */
const addTo = async (tx: Tx, batchId: string, ids: readonly string[]): Promise<number> => {
  const standing = await tx.get(treasuryBatches, batchId)
  let batch = standing ?? opened(tx.now)
  if (batch.state !== 'open') return 0
  for (const id of ids) {
    const order = await tx.get(treasuryOrders, id)
    if (order?.state !== 'gathered' || batch.orders.length >= MOST_ORDERS) continue
    tx.replace(treasuryOrders, id, { ...order, state: 'batched', batch: batchId })
    batch = {
      ...batch,
      orders: [...batch.orders, id],
      count: batch.count + 1,
      fen: batch.fen + order.fen,
    }
  }
  const added = batch.orders.length - (standing?.orders.length ?? 0)
  if (added > 0) tx.put(treasuryBatches, batchId, batch)
  return added
}

/**
 * Gathers what waits into a new batch. An order is in one batch at most, also where two gather at once.
 * @returns the batch’s id; undefined when nothing waits
 */
export const gatherBatch = async (parts: Parts): Promise<string | undefined> => {
  const batchId = await transact(parts, async (tx) => tx.id('tb'))
  let all = 0
  for (;;) {
    const ids = await waiting(parts)
    if (ids.length === 0) break
    const added = await transact(parts, (tx) => addTo(tx, batchId, ids))
    all += added
    if (added === 0 || all >= MOST_ORDERS) break
  }
  return all > 0 ? batchId : undefined
}

const requestsOf = async (
  { store }: Parts,
  ids: readonly string[],
): Promise<readonly (PayoutRequest | undefined)[]> => {
  const orders = await reader(store).getMany(payoutOrders, ids)
  const calls = await reader(store).getMany(
    outsideCalls,
    orders.map((order) => order?.callId ?? ''),
  )
  return calls.map((call) => call?.request as PayoutRequest | undefined)
}

type Row = FileRow | { readonly unfit: string; readonly why: 'payeeErased' | 'payeeUnfit' }

const rowOf = async (openPayee: OpenPayee, id: string, request: PayoutRequest | undefined): Promise<Row> => {
  const payee = request && (await openPayee(request))
  if (!request || !payee) return { unfit: id, why: 'payeeErased' }
  if (!isBankPayee(payee)) return { unfit: id, why: 'payeeUnfit' }
  return { order: id, fen: request.fen, purpose: request.purpose, payee }
}

const rowsOf = async (
  parts: Parts,
  openPayee: OpenPayee,
  ids: readonly string[],
): Promise<readonly Row[]> => {
  const requests = await requestsOf(parts, ids)
  return Promise.all(ids.map((id, i) => rowOf(openPayee, id, requests[i])))
}

/** Rejected before any file carried it. */
const drop = (parts: Parts, id: string, why: string): Promise<void> =>
  transact(parts, async (tx) => {
    const order = await tx.get(treasuryOrders, id)
    if (order && (await takeOut(tx, id, order)))
      tx.replace(treasuryOrders, id, { ...order, state: 'rejected', batch: null, why, at: tx.now })
  })

export interface HandedOver {
  readonly bytes: Buffer
  readonly sha256: string
  readonly count: number
  readonly fen: number
}

const isRow = (row: Row): row is FileRow => 'payee' in row

/**
 * Makes the file of a batch. The first time it is handed over with it, and its orders can be closed no more; later the same file
 * is made again. Orders that can be paid no more (erased meanwhile) are taken out before.
 * @param office named in the file’s header
 * @throws AppError NOT_FOUND for no such batch, or one that nothing is left of
 * @throws Error when a file that was handed over cannot be made again as it was
 */
export const handOver = async (
  parts: Parts & { readonly openPayee: OpenPayee; readonly office: string },
  batchId: string,
): Promise<HandedOver> => {
  const { openPayee, office } = parts
  for (;;) {
    const batch = await reader(parts.store).get(treasuryBatches, batchId)
    if (!batch || batch.orders.length === 0) throw new AppError('NOT_FOUND')
    const rows = await rowsOf(parts, openPayee, batch.orders)
    const good = rows.filter(isRow)
    if (batch.state === 'open' && good.length < rows.length) {
      for (const row of rows) if (!isRow(row)) await drop(parts, row.unfit, row.why)
      continue
    }
    const day = batch.day ?? dayOf(parts.clock())
    const bytes = fileOf({ office, day, batch: batchId }, good)
    const made: HandedOver = { bytes, sha256: sha256(bytes), ...totalsOf(good) }
    if (batch.state !== 'open') {
      if (made.sha256 !== batch.sha256) throw new Error(`${batchId}: its file cannot be made again`)
      return made
    }
    if (await marked(parts, batchId, batch, { ...made, day })) return made
  }
}

/** @returns false when the batch changed while its file was made */
const marked = (
  parts: Parts,
  batchId: string,
  seen: TreasuryBatchDoc,
  { sha256: digest, day, count, fen }: HandedOver & { readonly day: string },
): Promise<boolean> =>
  transact(parts, async (tx) => {
    const batch = await tx.get(treasuryBatches, batchId)
    if (batch?.state !== 'open' || batch.orders.join() !== seen.orders.join()) return false
    if (batch.count !== count || batch.fen !== fen) throw new Error(`${batchId}: its totals do not agree`)
    tx.replace(treasuryBatches, batchId, { ...batch, state: 'sent', sentAt: tx.now, day, sha256: digest })
    return true
  })
