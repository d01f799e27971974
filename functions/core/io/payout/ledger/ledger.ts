/** The default channel: an order counts as paid once it is written down here. One id is one document, so it pays once. */
import { payoutReasonOf } from '../../../pure/payout-reasons'
import { dayOf } from '../../../pure/time'
import type { Answer } from '../../outside/contract'
import type { Services } from '../../context'
import type { Doc } from '../../store/contract'
import { eachOf } from '../../store/pages'
import { reader } from '../../store/reader'
import { transact } from '../../store/transact'
import { payoutLedger, type PayoutLedgerDoc } from '../collections'
import type { LedgerConfiguration, OpenPayee, PayoutRequest, PayoutService, StatementRow } from '../contract'
import { LEDGER } from '../facts'
import { PAYMENTS_KEPT_MS } from '../kept'

export type LedgerParts = Pick<Services, 'store' | 'random' | 'clock'>

const answerOf = (fen: number, doc: PayoutLedgerDoc): Answer => {
  if (doc.state === 'closed') return { outcome: 'refused', why: 'closed' }
  // an id of ours is one amount: somebody has to look
  if (doc.fen !== fen) return { outcome: 'unknown', why: 'OtherAmount' }
  return doc.state === 'paid'
    ? { outcome: 'done', answer: { fen: doc.fen, at: doc.at } }
    : { outcome: 'refused', why: payoutReasonOf(doc.why) }
}

const requestOf = (request: Doc): PayoutRequest => request as PayoutRequest

export const openLedger = (
  parts: LedgerParts,
  openPayee: OpenPayee,
  { rejects }: Pick<LedgerConfiguration, 'rejects'> = {},
): PayoutService => {
  const { store } = parts
  /** What stands under the id from now on: what stood before, or this. */
  const settle = (
    order: string,
    fen: number,
    made: Pick<PayoutLedgerDoc, 'state' | 'why'>,
  ): Promise<Answer> =>
    transact(parts, async (tx) => {
      const standing = await tx.get(payoutLedger, order)
      if (standing) return answerOf(fen, standing)
      const doc: PayoutLedgerDoc = {
        v: 1,
        ...made,
        fen,
        ...(made.state === 'paid' ? { paidDay: dayOf(tx.now) } : {}),
        at: tx.now,
        expiresAt: tx.now + PAYMENTS_KEPT_MS,
      }
      tx.insert(payoutLedger, order, doc)
      return answerOf(fen, doc)
    })

  return {
    ...LEDGER,
    send: async ({ request }) => {
      const payout = requestOf(request)
      const payee = await openPayee(payout)
      if (!payee) return { outcome: 'refused', why: 'payeeErased' }
      const why = rejects?.(payee, payout.fen)
      return settle(
        payout.order,
        payout.fen,
        why === undefined ? { state: 'paid' } : { state: 'rejected', why },
      )
    },
    ask: async ({ request }) => {
      const { order, fen } = requestOf(request)
      const doc = await reader(store).get(payoutLedger, order)
      return doc ? answerOf(fen, doc) : { outcome: 'absent' }
    },
    close: async ({ request }) => {
      const { order, fen } = requestOf(request)
      return settle(order, fen, { state: 'closed' })
    },
    statement: async (day) => {
      const rows: StatementRow[] = []
      const paid = { index: 'paidDay', where: { paidDay: day } } as const
      for await (const { id, doc } of eachOf(store, payoutLedger, paid))
        rows.push({ order: id, fen: doc.fen })
      return rows
    },
  }
}
