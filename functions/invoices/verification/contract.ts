/**
 * Asking whether an invoice is genuine: one adapter, two sources. `registry`: what this system has issued or seen, the default.
 * `tencent`: Tencent Cloud's VAT invoice verification, which asks the tax authority.
 */
import type { VerifierConfiguration, VerifierName } from '../../core/io/invoice-verifier'
import type { Day, Instant } from '../../core/pure/time'
import type { InvoiceFacts } from '../rules/invoice'

export type { VerifierConfiguration, VerifierName }

/** What the source knows beyond what was asked. Names are people's and firms': sealed wherever they are kept. */
export interface VerifiedDetails {
  /** Fen, including tax. */
  readonly total: number | null
  readonly sellerName: string | null
  readonly sellerTaxNumber: string | null
  readonly buyerName: string | null
  readonly buyerTaxNumber: string | null
  /** Division code (GB/T 2260) of the seller, six digits. */
  readonly sellerRegion: string | null
  /** GB/T 4754 code of the seller's industry, without its letter. */
  readonly industry: string | null
  /** 代开. */
  readonly byProxy: boolean | null
  /** The exact instant of issue. */
  readonly issuedAt: Instant | null
  /** First lines of what was sold. */
  readonly goods: readonly string[]
}

export type Verification =
  | {
      readonly outcome: 'match'
      readonly state: 'normal' | 'void' | 'red'
      readonly details: VerifiedDetails
    }
  /** Something that was asked differs from the tax authority's record. Which, is not told. */
  | { readonly outcome: 'mismatch' }
  /** Not in the database: never issued, or not there yet. */
  | { readonly outcome: 'notFound' }
  /** The source's own limit for this invoice and day. */
  | { readonly outcome: 'tooMany' }
  /** Older than the source answers for, or of a kind that it does not know. */
  | { readonly outcome: 'notCovered' }
  /** No answer: nothing is known, and the question may be asked again. */
  | { readonly outcome: 'unreachable'; readonly why: string }

/** What the source asks for; which of them, depends on the kind of invoice. */
export type Question = InvoiceFacts & {
  /** Asked on, in Asia/Shanghai. */
  readonly on: Day
}

export interface InvoiceVerifier {
  readonly name: VerifierName
  /** Never throws for what the source answers; `signal` is its time limit. */
  verify(question: Question, signal: AbortSignal): Promise<Verification>
}
