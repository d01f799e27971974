/** Documents of `accounts`. Accounts and identities themselves are in core/io/identity: every call needs them. */
import type { Instant } from '../core/pure/time'
import type { StoredGrant } from '../core/io/identity/collections'
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'
import type { AuthorisationScope } from './data/scopes'

export { accounts, identities } from '../core/io/identity/collections'

/** A person or enterprise that one account acts for. `tp_<hmac(account, kind, number)>`: unique per account and subject. */
export type TaxpayerDoc = {
  readonly v: 1
  readonly owner: string
  readonly kind: 'person' | 'enterprise'
  /** The subject's id: the same for everyone who claims it. */
  readonly subject: string
  readonly standing: 'claimed' | 'verified'
  /** Sealed under the owner's key, as is everything down to `masked`. */
  readonly name: string
  readonly number: string
  readonly phone: string | null
  readonly masked: string
  readonly createdAt: Instant
  readonly verifiedAt: Instant | null
  /** Unbound or displaced: kept until its past appointments need no name any more. */
  readonly removedAt: Instant | null
}

export const taxpayers = defineCollection<TaxpayerDoc>({
  name: 'taxpayers',
  v: 1,
  indexes: { owner: ['owner'], subject: ['subject'] },
  retention: {
    kind: 'forever',
    why: 'while its owner acts for it; removed by erasure, or 400 days after it was unbound',
  },
})

/** `sj_<hmac(kind, number)>`: where "verified once" is decided. */
export type SubjectDoc = {
  readonly v: 1
  /** The taxpayer that is verified for this subject. */
  readonly verified: string | null
  readonly changedAt: Instant
}

export const subjects = defineCollection<SubjectDoc>({
  name: 'subjects',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'a pseudonym and who is verified for it; without it two could be' },
})

/** `az_<hmac(taxpayer, agent)>`: one at a time. Swept when it ends. */
export type AuthorisationDoc = {
  readonly v: 1
  readonly taxpayerId: string
  readonly owner: string
  readonly agent: string
  readonly scope: readonly AuthorisationScope[]
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly revokedAt: Instant | null
}

export const authorisations = defineCollection<AuthorisationDoc>({
  name: 'authorisations',
  v: 1,
  indexes: { taxpayer: ['taxpayerId'], owner: ['owner'], agent: ['agent'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
})

/** A sign-in waiting for its confirmation in the mini-program. */
export type SignInTicketDoc = {
  readonly v: 1
  /** HMAC of the browser's secret. */
  readonly secret: string
  /** Sealed under the deployment's own key. */
  readonly device: string
  readonly address: string
  readonly startedAt: Instant
  readonly expiresAt: Instant
  readonly state: 'waiting' | 'accepted' | 'refused' | 'used'
  readonly accountId: string | null
}

export const signInTickets = defineCollection<SignInTicketDoc>({
  name: 'signInTickets',
  v: 1,
  indexes: { expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
})

/** Who saw a person's data: written by `reveal`, read by that person. */
export type AccessDoc = {
  readonly v: 1
  readonly owner: string
  readonly at: Instant
  /** The officer's account. */
  readonly who: string
  /** Role and halls at that time. */
  readonly as: string
  readonly taxpayerId: string
  readonly field: string
  /** Sealed under the owner's key: an officer may have named somebody. */
  readonly purpose: string
  /** HMAC of what was asked, to tell a repeat from another use of the same key. */
  readonly asked: string
  readonly expiresAt: Instant
}

export const accessLog = defineCollection<AccessDoc>({
  name: 'accessLog',
  v: 1,
  indexes: { owner: ['owner', 'at'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
})

/** `rr_<hmac(account, grant)>`: a grant that waits for its second administrator. */
export type RoleRequestDoc = {
  readonly v: 1
  readonly accountId: string
  readonly grant: StoredGrant
  readonly by: string
  readonly at: Instant
  readonly expiresAt: Instant
}

export const roleRequests = defineCollection<RoleRequestDoc>({
  name: 'roleRequests',
  v: 1,
  indexes: { account: ['accountId'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
})

/** One document, `first`: the deployment has had its first administrators. */
export type BootstrapDoc = { readonly v: 1; readonly accounts: readonly string[]; readonly at: Instant }

export const bootstraps = defineCollection<BootstrapDoc>({
  name: 'bootstraps',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'the first administrators are named once in the life of a deployment' },
})

/** What `accounts` keeps itself. */
export const collections: readonly CollectionSpec[] = [
  taxpayers,
  subjects,
  authorisations,
  signInTickets,
  accessLog,
  roleRequests,
  bootstraps,
]
