/**
 * Takes a return file in: checked as a whole first, and where anything is wrong nothing of it is applied. Then its orders are
 * settled one by one; a run that broke off is repeated with the same file, and goes on where it was.
 */
import { dayOf, type Day } from '../../../pure/time'
import type { Services } from '../../context'
import { hastenCall } from '../../outside/hasten'
import { reader } from '../../store/reader'
import { transact } from '../../store/transact'
import { payoutOrders } from '../collections'
import type { PayoutService } from '../contract'
import { treasuryBatches, treasuryOrders, type TreasuryBatchDoc, type TreasuryOrderDoc } from './collections'
import { sha256 } from './file'
import type { ReturnDifference, ReturnRow } from './layout'
import { readReturn, type ReturnFile } from './return-file'

type Parts = Pick<Services, 'store' | 'random' | 'clock' | 'log'>

export interface TakenIn {
  /** Empty when all of it was applied. */
  readonly differences: readonly ReturnDifference[]
  readonly batch?: string
  readonly paid: number
  readonly rejected: number
}

interface Against {
  readonly office: string
  readonly today: Day
  readonly digest: string
  readonly batch: TreasuryBatchDoc
  readonly orders: ReadonlyMap<string, TreasuryOrderDoc>
}

/** Does what stands already say the same? */
const agrees = (doc: TreasuryOrderDoc, row: ReturnRow): boolean => {
  if (doc.state === 'batched') return true
  return 'paidDay' in row
    ? doc.state === 'paid' && doc.paidDay === row.paidDay
    : doc.state === 'rejected' && doc.why === row.why
}

const headDifferences = (
  file: ReturnFile,
  { office, today, digest, batch }: Against,
): readonly ReturnDifference[] => {
  const found: ReturnDifference[] = []
  if (file.office !== office) found.push({ code: 'otherOffice', row: 1, wanted: office, found: file.office })
  if (file.answers !== batch.sha256) found.push({ code: 'otherFile', row: 1, found: file.answers })
  if (file.day < (batch.day ?? '') || file.day > today) found.push({ code: 'day', row: 1, found: file.day })
  if (batch.returnSha256 !== undefined && batch.returnSha256 !== digest)
    found.push({ code: 'returnedOtherwise', wanted: batch.returnSha256, found: digest })
  return found
}

const rowDifferences = (file: ReturnFile, { batch, orders, today }: Against): readonly ReturnDifference[] => {
  const found: ReturnDifference[] = []
  const seen = new Set<string>()
  for (const { at, row } of file.rows) {
    const { order, fen } = row
    const doc = orders.get(order)
    if (!doc) {
      found.push({ code: 'unknownOrder', row: at, order })
      continue
    }
    if (seen.has(order)) found.push({ code: 'doubledRow', row: at, order })
    seen.add(order)
    if (doc.fen !== fen)
      found.push({ code: 'otherAmount', row: at, order, wanted: String(doc.fen), found: String(fen) })
    if (!agrees(doc, row)) found.push({ code: 'settledOtherwise', row: at, order })
    if ('paidDay' in row && (row.paidDay < (batch.day ?? '') || row.paidDay > today))
      found.push({ code: 'paidDay', row: at, order, found: row.paidDay })
  }
  for (const order of batch.orders) if (!seen.has(order)) found.push({ code: 'missingRow', order })
  return found
}

const ordersOf = async (
  { store }: Parts,
  ids: readonly string[],
): Promise<ReadonlyMap<string, TreasuryOrderDoc>> => {
  const docs = await reader(store).getMany(treasuryOrders, ids)
  return new Map(
    ids.flatMap((id, i) => {
      const doc = docs[i]
      return doc ? [[id, doc] as const] : []
    }),
  )
}

/** No other file settles this batch from here on. @returns false when another was first */
const claimed = (parts: Parts, batchId: string, digest: string): Promise<boolean> =>
  transact(parts, async (tx) => {
    const batch = await tx.get(treasuryBatches, batchId)
    if (!batch) return false
    if (batch.returnSha256 === undefined)
      tx.replace(treasuryBatches, batchId, { ...batch, returnSha256: digest })
    return (batch.returnSha256 ?? digest) === digest
  })

const settle = (parts: Parts, batchId: string, row: ReturnRow): Promise<void> =>
  transact(parts, async (tx) => {
    const order = await tx.get(treasuryOrders, row.order)
    if (order?.state !== 'batched' || order.batch !== batchId) return
    tx.replace(treasuryOrders, row.order, {
      ...order,
      ...('paidDay' in row ? { state: 'paid', paidDay: row.paidDay } : { state: 'rejected', why: row.why }),
      at: tx.now,
    })
  })

const finish = (parts: Parts, batchId: string): Promise<void> =>
  transact(parts, async (tx) => {
    const batch = await tx.get(treasuryBatches, batchId)
    if (batch?.state === 'sent')
      tx.replace(treasuryBatches, batchId, { ...batch, state: 'returned', returnedAt: tx.now })
  })

const hasten = async (parts: Parts, service: PayoutService, order: string): Promise<void> => {
  const planned = await reader(parts.store).get(payoutOrders, order)
  if (planned) await hastenCall(parts, service, planned.callId)
}

const NOTHING = { paid: 0, rejected: 0 }

/**
 * @param service the treasury channel: what was settled is asked for at once
 * @example const { differences } = await takeReturn({ ...services, office }, payout, bytes)
 */
export const takeReturn = async (
  parts: Parts & { readonly office: string },
  service: PayoutService,
  bytes: Uint8Array,
): Promise<TakenIn> => {
  const { file, differences: read } = readReturn(bytes)
  if (!file) return { differences: read, ...NOTHING }
  const batchId = file.batch
  const batch = await reader(parts.store).get(treasuryBatches, batchId)
  if (!batch) return { differences: [...read, { code: 'unknownBatch', row: 1, found: batchId }], ...NOTHING }
  if (batch.state === 'open') return { differences: [...read, { code: 'batchNotSent', row: 1 }], ...NOTHING }
  const digest = sha256(bytes)
  const orders = await ordersOf(parts, batch.orders)
  const against: Against = { office: parts.office, today: dayOf(parts.clock()), digest, batch, orders }
  const differences = [...read, ...headDifferences(file, against), ...rowDifferences(file, against)]
  if (differences.length > 0) return { differences, batch: batchId, ...NOTHING }
  if (!(await claimed(parts, batchId, digest)))
    return { differences: [{ code: 'returnedOtherwise', found: digest }], batch: batchId, ...NOTHING }
  for (const { row } of file.rows) {
    await settle(parts, batchId, row)
    await hasten(parts, service, row.order)
  }
  await finish(parts, batchId)
  const paid = file.rows.filter(({ row }) => 'paidDay' in row).length
  return { differences: [], batch: batchId, paid, rejected: file.rows.length - paid }
}
