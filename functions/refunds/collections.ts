/** Documents of `refunds`. What people wrote is sealed; amounts, days and codes stand open, under pseudonymous ids. */
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'
import type { CaseHead } from '../core/pure/case'
import type { DoneStep } from '../core/pure/duties'
import { CASES_KEPT } from '../core/pure/kept'
import { text } from '../core/pure/text'
import type { Day, Instant } from '../core/pure/time'
import { departureForms } from './departure/collections'
import { PAYMENTS_KEPT } from './data/kept'
import type { TaxAccount } from './rules/arrears'
import type { ClaimKind } from './rules/kind'
import type { RefundState } from './rules/states'

/** One line of a voucher of tax paid (完税凭证). Id: `pv_<hmac(number, tax, period)>`: a line is known once. */
export type VoucherDoc = {
  readonly v: 1
  readonly subject: string
  readonly number: string
  /** A code of `data/taxes.ts`. */
  readonly tax: string
  /** First and last day of the period of the tax. */
  readonly from: Day
  readonly to: Day
  readonly paidOn: Day
  /** Fen. `paid = left + Σ claimed by open cases + approved`, always; none of them is ever negative. */
  readonly paid: number
  readonly left: number
  readonly approved: number
}

export const vouchers = defineCollection<VoucherDoc>({
  name: 'vouchers',
  v: 1,
  indexes: { subject: ['subject', 'paidOn'], number: ['number'] },
  retention: {
    kind: 'forever',
    why: 'what was paid is bounded by it for as long as anything may be refunded',
  },
  personal: {
    by: [{ index: 'subject', names: 'subject' }],
    export: {
      what: text('您的缴款凭证', 'Vouchers of tax that you paid'),
      show: ({ doc: { number, tax, from, to, paidOn, paid, left, approved } }) => ({
        number,
        tax,
        from,
        to,
        paidOn,
        paid,
        left,
        approved,
      }),
    },
    erase: { keep: PAYMENTS_KEPT },
  },
})

/** What a taxpayer owes. Id: the subject's. */
export type TaxAccountDoc = {
  readonly v: 1
  readonly arrears: number
  readonly asOf: Day
  readonly offsets: TaxAccount['offsets']
  readonly changedAt: Instant
}

export const taxAccounts = defineCollection<TaxAccountDoc>({
  name: 'taxAccounts',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'a debt lasts until it is paid' },
  personal: {
    by: [{ index: 'id', names: 'subject' }],
    export: {
      what: text('您的欠税', 'Tax that you owe'),
      show: ({ doc: { arrears, asOf } }) => ({ arrears, asOf }),
    },
    erase: { keep: PAYMENTS_KEPT },
  },
})

/** What is claimed once, where no voucher bounds it: a year, a period, a customs form. Id: `ck_<hmac(kind, subject, what)>`. */
export type ClaimKeyDoc = { readonly v: 1; readonly caseId: string }

export const claimKeys = defineCollection<ClaimKeyDoc>({
  name: 'claimKeys',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'what was refunded once is not refunded again' },
  personal: { none: 'a pseudonym of what was claimed, and the id of its case' },
})

export type Materials = readonly { readonly code: string; readonly id: string }[]

/** Not handed in yet; a fortnight. Id: `rd_…`. */
export type RefundDraftDoc = {
  readonly v: 1
  readonly owner: string
  readonly taxpayerId: string
  readonly kind: ClaimKind
  readonly hallId: string | null
  readonly voucherId: string | null
  /** Sealed JSON of the form's values; of where the money is to go. */
  readonly values: string
  readonly account: string | null
  readonly materials: Materials
  /** Where the form was left: a section's key. */
  readonly step: string
  readonly changedAt: Instant
  readonly expiresAt: Instant
}

export const refundDrafts = defineCollection<RefundDraftDoc>({
  name: 'refundDrafts',
  v: 1,
  indexes: { taxpayer: ['taxpayerId', 'changedAt'], owner: ['owner'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [
      { index: 'owner', names: 'account' },
      { index: 'taxpayer', names: 'taxpayer' },
    ],
    export: {
      what: text('您没有提交的退税申请', 'Refund applications that you have not handed in'),
      show: ({ doc: { kind, values, account, changedAt } }, { open }) => ({
        kind,
        values: open('values', values),
        ...(account === null ? {} : { account: open('account', account) }),
        changedAt,
      }),
    },
    erase: 'remove',
  },
})

/** What was decided to be refunded, in fen: `approved + interest = offset + credited + payable`. */
export type RefundMoney = {
  readonly approved: number
  readonly interest: number
  /** Taken for arrears. */
  readonly offset: number
  /** Kept for the next period, as its claimant asked. */
  readonly credited: number
  readonly payable: number
}

/** The fold of its events. Id: `rf_…`. */
export type RefundCaseDoc = CaseHead<RefundState> & {
  readonly v: 1
  readonly kind: ClaimKind
  readonly hallId: string
  readonly owner: string
  readonly filedBy: string
  /** Accounts that have acted for its taxpayer in this case, whether or not they still may: none of them decides on it. */
  readonly claimants: readonly string[]
  readonly taxpayerId: string
  readonly subject: string
  readonly payer: 'person' | 'enterprise'
  readonly voucherId: string | null
  readonly claimKey: string | null
  /** Sealed JSON of the form's values, and of where the money is to go. */
  readonly values: string
  readonly account: string | null
  readonly claimed: number
  readonly direction: 'refund' | 'offset'
  readonly materials: Materials
  /** Who found that too much was paid; the law gives the office ten days for what it found itself. */
  readonly foundBy: 'taxpayer' | 'authority'
  /** How long the office has, by the law of the day on which it was received. */
  readonly term: {
    readonly count: number
    readonly unit: 'naturalDays' | 'workingDays'
    readonly firstDayCounts?: true
    readonly from: 'receipt' | 'acceptance'
  }
  readonly receivedOn: Day
  readonly acceptedOn: Day | null
  /** Waiting for its claimant: the clock stands still. `to` is null while it does. */
  readonly pauses: readonly { readonly from: Day; readonly to: Day | null }[]
  readonly target: Day
  /** Null when it depends on a calendar that is not published. */
  readonly outer: Day | null
  readonly correctionDue: Day | null
  /** The day of the clock on which it was raised last. */
  readonly escalatedOn: Day | null
  /** What the reviewer would have decided, and its place among the events: who agrees says to which. */
  readonly proposal: {
    readonly outcome: 'approve' | 'reject'
    readonly approved: number
    readonly place: number
  } | null
  /** Who decided what, since the case last went back. */
  readonly steps: readonly DoneStep[]
  readonly money: RefundMoney | null
  readonly orderId: string | null
  /** The code by which anybody verifies what was decided. */
  readonly proof: string | null
  readonly createdAt: Instant
  readonly changedAt: Instant
  readonly endedAt: Instant | null
  readonly expiresAt: Instant | null
}

export const refundCases = defineCollection<RefundCaseDoc>({
  name: 'refundCases',
  v: 1,
  indexes: {
    taxpayer: ['taxpayerId', 'createdAt'],
    owner: ['owner', 'createdAt'],
    hall: ['hallId', 'createdAt'],
    order: ['orderId'],
    expiry: ['expiresAt'],
  },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [
      { index: 'owner', names: 'account' },
      { index: 'taxpayer', names: 'taxpayer' },
    ],
    beside: {
      filedBy: 'the account that filed it: its owner, or an agent',
      claimants: 'its owner, and agents that have acted in it',
      subject: 'whom its taxpayer stands for',
      steps: 'who decided, in office',
    },
    export: {
      what: text('您的退税申请', 'Your refund cases'),
      show: ({ id, doc }, { open }) => ({
        id,
        kind: doc.kind,
        state: doc.state,
        values: open('values', doc.values),
        ...(doc.account === null ? {} : { account: open('account', doc.account) }),
        claimed: doc.claimed,
        materials: doc.materials,
        receivedOn: doc.receivedOn,
        target: doc.target,
        outer: doc.outer,
        money: doc.money,
      }),
    },
    erase: { keep: CASES_KEPT, event: true },
  },
})

/** A day's payments, compared with the other side's statement. Id: the day. */
export type PayoutDayDoc = {
  readonly v: 1
  readonly comparedAt: Instant
  readonly differences: readonly {
    readonly orderId: string
    readonly kind: string
    /** Fen: ordered, and paid by each row of their statement. */
    readonly ours: number | null
    readonly theirs: readonly number[]
  }[]
  /** Differences beyond those that are written down. */
  readonly more: number
  readonly expiresAt: Instant
}

export const payoutDays = defineCollection<PayoutDayDoc>({
  name: 'payoutDays',
  v: 1,
  indexes: { expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: { none: 'ids of payment orders that two systems disagree about' },
})

/** What `refunds` keeps itself. */
export const collections: readonly CollectionSpec[] = [
  vouchers,
  taxAccounts,
  claimKeys,
  refundDrafts,
  refundCases,
  payoutDays,
  departureForms,
]
