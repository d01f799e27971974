/** What a handler is given, and all that it may reach. */
import type { Language } from '../pure/errors'
import type { Instant } from '../pure/time'
import type { DeliveryConfiguration } from './delivery/configuration'
import type { Files } from './files/contract'
import type { Caller } from './identity/roles'
import type { VerifierConfiguration } from './invoice-verifier'
import type { LotteryConfiguration } from './lottery-configuration'
import type { Log } from './log/log'
import type { PayoutConfiguration } from './payout/contract'
import type { Vault } from './security/contract'
import type { Store } from './store/contract'
import type { Work } from './store/transaction'

/** Made once an instance; injected, so that tests and simulations are deterministic. */
export interface Services {
  readonly store: Store
  readonly vault: Vault
  readonly files: Files
  readonly log: Log
  readonly clock: () => Instant
  /** Cryptographic randomness; seeded in tests. */
  readonly random: (bytes: number) => Uint8Array
  readonly settings: Settings
}

export interface Settings {
  /** True until a tax authority runs the deployment: screens say so. */
  readonly demonstration: boolean
  /** WeChat's servers, or a local server in tests. */
  readonly wechat: { readonly baseUrl: string; readonly appId: string; readonly secret: string }
  /** The oldest mini-program version still served, `major.minor.patch`. */
  readonly minVersion: string
  /** How money is paid out: `openPayout(settings.payout, services)`. */
  readonly payout: PayoutConfiguration
  /** Who is asked whether an invoice is genuine: `openVerifier(settings.invoices, services)` of `functions/invoices`. */
  readonly invoices: VerifierConfiguration
  /** Where draws have their randomness from. */
  readonly lottery: LotteryConfiguration
  /** By which channels notices go out beside the inbox. */
  readonly delivery: DeliveryConfiguration
}

export interface Context extends Services {
  readonly traceId: string
  readonly language: Language
  /** The instant of the request; one value for the whole call. */
  readonly now: Instant
  readonly caller: Caller
  /** The procedure being called, `appointments/book`. */
  readonly procedure: string
  /** The caller's idempotency key; drawn by the entry when none was sent. */
  readonly key: string
  /** Where the call comes from, for sessions and the access log. */
  readonly device: { readonly userAgent: string; readonly address: string }
  /** The WeChat user that the platform itself vouches for in this call; absent outside its cloud. Never logged, kept only sealed. */
  readonly openid?: string
  /**
   * Runs `work` and confirms what it wrote in one commit with this call's receipt; a repeat with the same key returns
   * the first answer. Once a call; only where the contract's effect is `mutate`.
   * @throws AppError BUSY after 12 tries or 3 s; KEY_REUSED when the key served another input
   */
  transact<R>(work: Work<R>): Promise<R>
  /** The same text for this call and its repeats, and for no other call: names what is written before `transact`. An HMAC. */
  identity(): string
  /**
   * The answer that this call was given before, by its receipt: for work that would do something before `transact`.
   * @throws AppError KEY_REUSED when the key served another input
   */
  answered<R>(): Promise<{ readonly output: R } | undefined>
}
