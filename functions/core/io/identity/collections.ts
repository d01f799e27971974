/** Accounts, and the WeChat identities that lead to them. */
import type { Duty } from '../../pure/duties-data'
import type { Instant } from '../../pure/time'
import { ERASURE_KEPT } from '../../pure/kept'
import { text } from '../../pure/text'
import { defineCollection } from '../store/collection'
import type { Role } from './roles'

export type StoredGrant = {
  readonly role: Role
  readonly halls?: readonly string[]
  readonly regions?: readonly string[]
  readonly duties?: readonly Duty[]
}

/** What the account may act for. Kept inside its own document, so that a call learns who it is and for whom by one read. */
export type Binding = {
  readonly taxpayerId: string
  readonly kind: 'person' | 'enterprise'
  readonly standing: 'claimed' | 'verified'
  /** Verified: where limits and no-shows count, one a subject. Claimed: names the claim in its account's ledger. A pseudonym. */
  readonly ledgerKey: string
  /** Claimed: where what stands for its number counts, whoever claims it; missing in bindings of before. A pseudonym. */
  readonly number?: string
  /** When it was verified; missing in bindings of before, and of claims. */
  readonly verifiedAt?: Instant
  /** The account that the taxpayer's data belongs to, and whose data key seals it. */
  readonly owner: string
  /** Sealed under the owner's key as `taxpayers|<taxpayerId>|masked`: JSON of the masked name and number. */
  readonly masked: string
  readonly through: 'own' | 'authorisation'
  readonly authorisationId?: string
  /** What an agent's authorisation covers: names of scopes, which `accounts` knows. */
  readonly scope?: readonly string[]
  readonly expiresAt?: Instant
}

export type AccountDoc = {
  readonly v: 1
  /** Pseudonym of the WeChat identity. */
  readonly origin: string
  readonly createdAt: Instant
  /** Every session carries this number; another number here ends them all. */
  readonly sessionsSince: Instant
  readonly grants: readonly StoredGrant[]
  readonly bindings: readonly Binding[]
  readonly defaultTaxpayer: string | null
  /** Made when claims already counted by account: no ledger of one claim alone lies behind it. */
  readonly countsByAccount?: true
  /** What remains of an erased account is this and its id. */
  readonly erasedAt?: Instant
}

export const accounts = defineCollection<AccountDoc>({
  name: 'accounts',
  v: 1,
  indexes: {},
  retention: {
    kind: 'forever',
    why: 'an account lasts until its owner erases it; then only the fact of erasure remains',
  },
  personal: {
    by: [{ index: 'id', names: 'account' }],
    beside: {
      bindings: 'copies of taxpayers and authorisations, shown where those stand; they end with them',
      defaultTaxpayer: 'one of its bindings',
    },
    export: {
      what: text('您的账户', 'Your account'),
      show: ({ id, doc: { createdAt, sessionsSince, grants, defaultTaxpayer } }) => ({
        id,
        createdAt,
        sessionsSince,
        grants,
        defaultTaxpayer,
      }),
    },
    erase: { keep: ERASURE_KEPT, event: true },
  },
})

export type IdentityDoc = { readonly v: 1; readonly accountId: string; readonly createdAt: Instant }

/** `id_<pseudonym of the OPENID>`: one account a WeChat user. Removed by erasure, so that the same person can begin anew. */
export const identities = defineCollection<IdentityDoc>({
  name: 'identities',
  v: 1,
  indexes: {},
  retention: {
    kind: 'forever',
    why: 'leads a WeChat user to the account; removed when the account is erased',
  },
  personal: {
    by: [{ index: 'id', names: 'identity' }],
    beside: { accountId: 'the account that it leads to: found by its own id' },
    export: {
      what: text('微信登录身份', 'Your WeChat identity'),
      show: ({ doc: { createdAt } }) => ({ createdAt }),
    },
    // In the very commit of the erasure, so that the same person can begin anew at once.
    erase: 'event',
  },
})
