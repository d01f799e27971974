/** What every kind of refund says of itself: its form, its law, and what may be claimed. Pure; screens check by the same rules. */
import type { Form, Value, Values } from '../../core/pure/forms'
import type { Dated, Finding, Line } from '../../core/pure/law'
import type { Term } from '../../core/pure/legal-clock'
import type { Fen } from '../../core/pure/money'
import type { Text } from '../../core/pure/text'
import type { Day } from '../../core/pure/time'

export type { Term } from '../../core/pure/legal-clock'

export const REFUND_KINDS = [
  'overpaid',
  'exemption',
  'settlement',
  'incomeTax',
  'vatCredit',
  'export',
  'vehicle',
  'departure',
] as const
export type RefundKind = (typeof REFUND_KINDS)[number]

/** Those that are claimed at a tax office; a traveller's refund goes through a shop, customs and an agency instead. */
export const CLAIM_KINDS = [
  'overpaid',
  'exemption',
  'settlement',
  'incomeTax',
  'vatCredit',
  'export',
  'vehicle',
] as const satisfies readonly RefundKind[]
export type ClaimKind = (typeof CLAIM_KINDS)[number]

/** One of these answers was given. */
export interface When {
  readonly key: string
  readonly in: readonly Value[]
}

export interface MaterialNeed {
  /** Stable: `voucher`, `proofOfOverpayment`. What a taxpayer has on file under this code is offered again. */
  readonly code: string
  readonly name: Text
  readonly basis: Text
  readonly unconfirmed: boolean
  /** Asked for only then; always when absent. */
  readonly when?: When
  readonly optional?: true
  /** The authority has it: shown as provided, not asked for. */
  readonly onFile?: true
}

/** A row of law about one kind. */
export interface KindLaw extends Dated {
  readonly kind: RefundKind
  readonly name: Text
  /** One plain sentence: who this is for. */
  readonly summary: Text
  readonly who: readonly ('person' | 'enterprise')[]
  readonly term: Term
  /** Other terms, by answers of the form: the first that fits goes before `term`. */
  readonly terms?: readonly { readonly when: When; readonly term: Term }[]
  /** Bank interest is due on it (征管法 §51); never on prepaid settlement, export and exemption refunds (细则 §78). */
  readonly interest: boolean
  /** It may be offset against arrears first (细则 §79); export refunds may not. */
  readonly offsets: boolean
  /** Claimed on one line of one voucher of tax paid, whose amount bounds it. */
  readonly perVoucher: boolean
  readonly materials: readonly MaterialNeed[]
  readonly basis: Text
  readonly unconfirmed: boolean
}

/** What stands beside the form when it is checked. */
export interface Known {
  readonly today: Day
  readonly taxpayer: 'person' | 'enterprise'
  /** The line of the voucher that it is claimed on. */
  readonly voucher?: {
    readonly number: string
    readonly tax: string
    readonly paidOn: Day
    readonly paid: Fen
    /** Not yet approved for refund, nor claimed by another open case. */
    readonly left: Fen
  }
  readonly arrears?: Fen
  /** The form is still being filled in: what needs an answer that is not there yet is not judged. */
  readonly unfinished?: true
}

export interface Check {
  /** Every condition, kept or not, in the order of the law. */
  readonly findings: readonly Finding[]
  /** What may be claimed, explained; absent when it cannot be reckoned from what was given. */
  readonly result?: { readonly claimable: Fen; readonly lines: readonly Line[] }
}

export interface KindRule {
  readonly kind: RefundKind
  readonly form: Form
  check(values: Values, known: Known): Check
}
