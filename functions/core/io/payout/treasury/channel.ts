/** The treasury as a service: an order is sent by being gathered for the next file, and is settled by its return row. */
import { instantOf } from '../../../pure/time'
import { payoutReasonOf } from '../../../pure/payout-reasons'
import type { Services } from '../../context'
import type { Answer } from '../../outside/contract'
import type { Doc } from '../../store/contract'
import { eachOf } from '../../store/pages'
import { reader } from '../../store/reader'
import { transact } from '../../store/transact'
import type { Tx } from '../../store/transaction'
import type { OpenPayee, PayoutRequest, PayoutService, StatementRow } from '../contract'
import { TREASURY } from '../facts'
import { PAYMENTS_KEPT_MS } from '../kept'
import { treasuryBatches, treasuryOrders, type TreasuryBatchDoc, type TreasuryOrderDoc } from './collections'
import { isBankPayee } from './file'

/** What is known here of an order; `undefined` where it waits for the treasury. */
const answerOf = (fen: number, doc: TreasuryOrderDoc): Answer => {
  if (doc.state === 'closed') return { outcome: 'refused', why: 'closed' }
  if (doc.fen !== fen) return { outcome: 'unknown', why: 'OtherAmount' }
  if (doc.state === 'rejected') return { outcome: 'refused', why: payoutReasonOf(doc.why) }
  return doc.state === 'paid' && doc.paidDay !== undefined
    ? { outcome: 'done', answer: { fen: doc.fen, at: instantOf(doc.paidDay) } }
    : { outcome: 'unknown', why: doc.state === 'gathered' ? 'Gathered' : 'Batched' }
}

const gathered = (fen: number, now: number): TreasuryOrderDoc => ({
  v: 1,
  state: 'gathered',
  fen,
  batch: null,
  at: now,
  expiresAt: now + PAYMENTS_KEPT_MS,
})

/** The batch without one order. */
export const without = (batch: TreasuryBatchDoc, order: string, fen: number): TreasuryBatchDoc => ({
  ...batch,
  orders: batch.orders.filter((one) => one !== order),
  count: batch.count - 1,
  fen: batch.fen - fen,
})

/** Takes an order out that no file has carried yet. @returns whether it is out */
export const takeOut = async (tx: Tx, order: string, doc: TreasuryOrderDoc): Promise<boolean> => {
  if (doc.state === 'gathered') return true
  if (doc.state !== 'batched' || doc.batch === null) return false
  const batch = await tx.get(treasuryBatches, doc.batch)
  if (batch?.state !== 'open') return false
  tx.replace(treasuryBatches, doc.batch, without(batch, order, doc.fen))
  return true
}

const requestOf = (request: Doc): PayoutRequest => request as PayoutRequest

export const openTreasury = (
  parts: Pick<Services, 'store' | 'random' | 'clock'>,
  openPayee: OpenPayee,
): PayoutService => ({
  ...TREASURY,
  send: async ({ request }) => {
    const payout = requestOf(request)
    const payee = await openPayee(payout)
    if (!payee) return { outcome: 'refused', why: 'payeeErased' }
    if (!isBankPayee(payee)) return { outcome: 'refused', why: 'payeeUnfit' }
    return transact(parts, async (tx) => {
      const standing = await tx.get(treasuryOrders, payout.order)
      if (standing) return answerOf(payout.fen, standing)
      const doc = gathered(payout.fen, tx.now)
      tx.insert(treasuryOrders, payout.order, doc)
      return answerOf(payout.fen, doc)
    })
  },
  ask: async ({ request }) => {
    const { order, fen } = requestOf(request)
    const doc = await reader(parts.store).get(treasuryOrders, order)
    return doc ? answerOf(fen, doc) : { outcome: 'absent' }
  },
  // What a file has carried out of the house cannot be called back.
  close: async ({ request }) => {
    const { order, fen } = requestOf(request)
    return transact(parts, async (tx) => {
      const standing = await tx.get(treasuryOrders, order)
      if (standing && !(await takeOut(tx, order, standing))) return answerOf(fen, standing)
      const closed: TreasuryOrderDoc = {
        ...(standing ?? gathered(fen, tx.now)),
        state: 'closed',
        batch: null,
        at: tx.now,
      }
      tx.put(treasuryOrders, order, closed)
      return answerOf(fen, closed)
    })
  },
  statement: async (day) => {
    const rows: StatementRow[] = []
    const paid = { index: 'paidDay', where: { paidDay: day } } as const
    for await (const { id, doc } of eachOf(parts.store, treasuryOrders, paid))
      rows.push({ order: id, fen: doc.fen })
    return rows
  },
})
