/** Documents of paying out. Names and account numbers are never among them but sealed. */
import { text } from '../../pure/text'
import type { Instant } from '../../pure/time'
import { defineCollection } from '../store/collection'
import type { PayoutChannel, PayoutPurpose } from './contract'
import { PAYMENTS_KEPT } from './kept'

/** Id: `po_…`. Written once, by the commit that orders the payment; how it ended says its call. */
export type PayoutOrderDoc = {
  readonly v: 1
  readonly channel: PayoutChannel
  readonly fen: number
  readonly purpose: PayoutPurpose
  readonly about: string
  /** Whom it is for: `tp_…` or `ac_…`. */
  readonly subject: string
  readonly callId: string
  readonly orderedAt: Instant
  readonly expiresAt: Instant
}

export const payoutOrders = defineCollection<PayoutOrderDoc>({
  name: 'payoutOrders',
  v: 1,
  indexes: {
    subject: ['subject', 'orderedAt'],
    about: ['about', 'orderedAt'],
    channel: ['channel', 'orderedAt'],
    expiry: ['expiresAt'],
  },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [
      { index: 'subject', names: 'taxpayer' },
      { index: 'subject', names: 'account' },
    ],
    beside: { about: 'what it pays for, which is shown where that stands' },
    export: {
      what: text('付给您的款项', 'Payments ordered to you'),
      show: ({ id, doc: { channel, fen, purpose, orderedAt } }) => ({ id, channel, fen, purpose, orderedAt }),
    },
    erase: { keep: PAYMENTS_KEPT },
  },
})

/** Id: the order’s. The default channel: what is written here counts as paid. */
export type PayoutLedgerDoc = {
  readonly v: 1
  readonly state: 'paid' | 'rejected' | 'closed'
  readonly fen: number
  /** Why it was rejected: a `PayoutReason`. */
  readonly why?: string
  /** Legal day on which it was paid; absent for what was not. */
  readonly paidDay?: string
  readonly at: Instant
  readonly expiresAt: Instant
}

export const payoutLedger = defineCollection<PayoutLedgerDoc>({
  name: 'payoutLedger',
  v: 1,
  indexes: { paidDay: ['paidDay'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: { none: 'amounts by the ids of orders' },
})
