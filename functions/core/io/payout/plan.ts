/** Ordering a payment, in the commit that makes it due: the order, its sealed payee and its outside call are one commit. */
import type { EventKind } from '../events/contract'
import { planCall } from '../outside/plan'
import type { DataKey, Vault, Where } from '../security/contract'
import type { Tx } from '../store/transaction'
import { payoutOrders } from './collections'
import type { OpenPayee, Payee, PayoutOrder, PayoutRequest, PayoutService } from './contract'
import { PAYMENTS_KEPT_MS } from './kept'

export interface PlannedPayout extends Omit<PayoutOrder, 'id'> {
  /** Whom it is for: `tp_…` or `ac_…`. */
  readonly subject: string
  /** The subject’s: `await vault.keyOf(subject)`, before the transaction. */
  readonly key: DataKey
  readonly payee: Payee
  /** Emitted once it is paid or refused, with `{ callId, about, state }`. */
  readonly tell?: EventKind
}

export interface Planned {
  readonly orderId: string
  readonly callId: string
}

const whereOf = (order: string): Where => `${payoutOrders.name}|${order}|payee`

/**
 * One order more in this commit.
 * @throws RangeError unless the amount is positive
 * @example
 * const key = await context.vault.keyOf(taxpayerId)
 * const { orderId } = planPayout(tx, payout, { fen, purpose: 'refund', about: caseId, subject: taxpayerId, key, payee, tell: 'refunds.paid' })
 */
export const planPayout = (
  tx: Tx,
  service: Pick<PayoutService, 'name' | 'channel'>,
  { fen, purpose, about, subject, key, payee, tell }: PlannedPayout,
): Planned => {
  if (fen <= 0) throw new RangeError(`nothing to pay: ${fen}`)
  const order = tx.id('po')
  const sealed = key.seal(whereOf(order), JSON.stringify(payee))
  const request: PayoutRequest = { order, fen, purpose, subject, payee: sealed }
  const callId = planCall(tx, service, {
    operation: 'pay',
    request,
    about,
    ...(tell === undefined ? {} : { tell }),
  })
  tx.insert(payoutOrders, order, {
    v: 1,
    channel: service.channel,
    fen,
    purpose,
    about,
    subject,
    callId,
    orderedAt: tx.now,
    expiresAt: tx.now + PAYMENTS_KEPT_MS,
  })
  return { orderId: order, callId }
}

/** The vault’s way to open a payee. */
export const payeeOpener =
  (vault: Pick<Vault, 'keysOf'>): OpenPayee =>
  async ({ order, subject, payee }) => {
    const key = (await vault.keysOf([subject])).get(subject)
    return key && (JSON.parse(key.open(whereOf(order), payee)) as Payee)
  }
