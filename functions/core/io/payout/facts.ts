/** What is known of each channel without loading it. */
import { DAY_MS, MINUTE } from '../../pure/time'
import type { PayoutService } from './contract'

export type Facts = Omit<PayoutService, 'send' | 'ask' | 'close' | 'statement'>

const COMMON = { patience: 10_000, keptMs: 400 * DAY_MS, edge: 0 } as const
/** An answer that does not come is asked for once an hour from the tenth question on. */
const HOURLY_FROM = 10

export const LEDGER: Facts = { ...COMMON, name: 'payout.ledger', channel: 'ledger' }

/** An operator is told after a week, which no file takes. */
export const TREASURY: Facts = {
  ...COMMON,
  name: 'payout.treasury',
  channel: 'treasury',
  worryingAfter: HOURLY_FROM + 7 * 24,
}

/** A payee has a day to confirm. */
export const WECHAT_PAY: Facts = {
  ...COMMON,
  name: 'payout.wechat',
  channel: 'wechat',
  worryingAfter: HOURLY_FROM + 30,
  edge: 5 * MINUTE,
}
