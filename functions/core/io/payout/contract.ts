/**
 * Paying money out: one adapter, three channels. An order has an id of ours that its channel pays once: docs/adr/0023. Whom it
 * is for stands sealed in it, and is opened when it is sent, by nobody else.
 */
import type { OutsideService } from '../outside/contract'
import type { Fen } from '../../pure/money'
import type { PayoutReason } from '../../pure/payout-reasons'
import type { Day, Instant } from '../../pure/time'

/** `ledger`: written down here, for demonstrations. `treasury`: files to and from the treasury. `wechat`: WeChat Pay. */
export type PayoutChannel = 'ledger' | 'treasury' | 'wechat'

export type PayoutPurpose = 'refund' | 'prize'

/** Opened at the moment of sending alone; never logged, never written but sealed. */
export type Payee =
  | { readonly kind: 'bank'; readonly name: string; readonly bank: string; readonly account: string }
  | { readonly kind: 'wechat'; readonly openid: string; readonly name?: string }

export interface PayoutOrder {
  /** `po_…`: the channel pays one id once. What is paid again after a rejection is another order. */
  readonly id: string
  readonly fen: Fen
  readonly purpose: PayoutPurpose
  /** What it pays for: the id of a document of the function that ordered it. */
  readonly about: string
}

/** What stands in the request of its outside call. */
export type PayoutRequest = {
  /** The order’s id. */
  readonly order: string
  readonly fen: number
  readonly purpose: PayoutPurpose
  /** Under whose data key the payee is sealed: `tp_…` or `ac_…`. */
  readonly subject: string
  /** Sealed at `payoutOrders|<order>|payee`. */
  readonly payee: string
}

/** @returns undefined once its person was erased. @throws Error when the seal is broken */
export type OpenPayee = (request: PayoutRequest) => Promise<Payee | undefined>

/** What a channel answers of what was paid. */
export type PaidAnswer = { readonly fen: number; readonly at: Instant }

/** A row of a channel’s statement: what it paid under one id of ours. */
export interface StatementRow {
  readonly order: string
  readonly fen: number
}

/** Refusals say a `PayoutReason`. */
export interface PayoutService extends OutsideService {
  readonly channel: PayoutChannel
  /** All that it paid on a day; undefined while the day’s statement cannot be had yet. */
  statement(day: Day, signal: AbortSignal): Promise<readonly StatementRow[] | undefined>
  /** Their clock and ours may name different days for what was paid so close to midnight, in milliseconds. */
  readonly edge: number
}

/** Rejections by rule, for demonstrations and tests. */
export type LedgerRejects = (payee: Payee, fen: number) => PayoutReason | undefined

export interface LedgerConfiguration {
  readonly channel: 'ledger'
  readonly rejects?: LedgerRejects
}

export interface TreasuryConfiguration {
  readonly channel: 'treasury'
  /** The paying office, as the treasury knows it: named in both files. */
  readonly office: string
}

export interface WechatPayConfiguration {
  readonly channel: 'wechat'
  /** `https://api.mch.weixin.qq.com`, or a local server in tests. */
  readonly baseUrl: string
  readonly appId: string
  readonly mchId: string
  /** Serial number of our certificate, and our private key in PEM. */
  readonly serial: string
  readonly privateKey: string
  /** WeChat Pay’s public key in PEM, and the id it goes by: `PUB_KEY_ID_…`, or a certificate’s serial number. */
  readonly platformSerial: string
  readonly platformKey: string
  /** Thirty-two bytes that notifications are encrypted with. */
  readonly apiV3Key: string
  /** Where notifications are sent; without one the channel only asks. */
  readonly notifyUrl?: string
}

export type PayoutConfiguration = LedgerConfiguration | TreasuryConfiguration | WechatPayConfiguration
