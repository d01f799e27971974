/** Documents of `accounts`. Accounts and identities themselves are in core/io/identity: every call needs them. */
import { AUDIT_KEPT } from '../core/pure/kept'
import { text } from '../core/pure/text'
import { shownText } from '../core/pure/typed-text'
import type { Instant } from '../core/pure/time'
import type { StoredGrant } from '../core/io/identity/collections'
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'
import type { Stored } from '../core/io/store/contract'
import type { ShowTools } from '../core/io/store/personal'
import { ACCESS_KEPT, AUTHORISATION_KEPT } from './data/kept'
import type { AuthorisationScope } from './data/scopes'
import { officerName } from './rules/access'
import type { Offer } from './rules/authorising'

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
  personal: {
    by: [{ index: 'owner', names: 'account' }],
    beside: { id: 'the taxpayer itself: found by its owner' },
    export: {
      what: text('您代办的纳税人', 'Taxpayers whom you act for'),
      show: ({ id, doc }, { open }) => ({
        id,
        kind: doc.kind,
        standing: doc.standing,
        name: open('name', doc.name),
        number: open('number', doc.number),
        ...(doc.phone === null ? {} : { phone: open('phone', doc.phone) }),
        createdAt: doc.createdAt,
        verifiedAt: doc.verifiedAt,
        removedAt: doc.removedAt,
      }),
    },
    // With its subject and its agents' authorisations.
    erase: 'event',
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
  personal: {
    by: [{ index: 'id', names: 'subject' }],
    beside: { verified: 'the taxpayer that it is verified for, who may be another account’s' },
    export: { nothing: 'a pseudonym; its standing is shown with the taxpayer' },
    erase: 'event',
  },
})

/** `az_<hmac(taxpayer, agent)>`: one at a time, in force once its agent has accepted. Swept when nothing of it counts. */
export type AuthorisationDoc = {
  readonly v: 1
  readonly taxpayerId: string
  readonly owner: string
  readonly agent: string
  /** Of what is in force; until the first was accepted, of what waits. */
  readonly scope: readonly AuthorisationScope[]
  readonly createdAt: Instant
  readonly expiresAt: Instant
  readonly endsAt?: Instant
  readonly revokedAt: Instant | null
  readonly acceptedAt?: Instant | null
  readonly offer?: Offer<AuthorisationScope> | null
}

export const authorisations = defineCollection<AuthorisationDoc>({
  name: 'authorisations',
  v: 1,
  indexes: { taxpayer: ['taxpayerId'], owner: ['owner'], agent: ['agent'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [
      { index: 'owner', names: 'account' },
      { index: 'agent', names: 'account' },
    ],
    beside: { taxpayerId: 'a taxpayer of the owner' },
    export: {
      what: text('您给出和得到的授权', 'Authorisations that you gave and were given'),
      show: ({ id, doc: { v: _version, ...doc } }) => ({ id, ...doc }),
    },
    erase: { keep: AUTHORISATION_KEPT, event: true },
  },
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
  personal: {
    by: [],
    beside: { accountId: 'who let a browser in, until that browser has asked' },
    export: { nothing: 'a sign-in under way: two minutes' },
    erase: { expires: 'two minutes after it began; the next sweep takes it' },
  },
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

/** One access as its owner sees it. */
export const showAccess = (
  { id, doc }: Pick<Stored<AccessDoc>, 'id' | 'doc'>,
  { open }: ShowTools,
): { id: string; at: Instant; who: string; field: string; purpose: string } => ({
  id,
  at: doc.at,
  who: officerName(doc.as, doc.who),
  field: doc.field,
  purpose: shownText(open('purpose', doc.purpose)),
})

export const accessLog = defineCollection<AccessDoc>({
  name: 'accessLog',
  v: 1,
  indexes: { owner: ['owner', 'at'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [{ index: 'owner', names: 'account' }],
    beside: {
      who: 'the officer who looked: kept with what was seen, whatever becomes of the officer’s account',
      taxpayerId: 'a taxpayer of the owner, or the owner itself',
    },
    export: {
      what: text('谁看过您的资料', 'Who saw your data'),
      show: showAccess,
    },
    erase: { keep: ACCESS_KEPT },
  },
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
  personal: {
    by: [{ index: 'account', names: 'account' }],
    beside: { by: 'the administrator who asked, in office' },
    export: {
      what: text('等待确认的角色', 'Roles waiting to be confirmed for you'),
      show: ({ doc: { grant, at, expiresAt } }) => ({ grant, at, expiresAt }),
    },
    erase: 'remove',
  },
})

/** One document, `first`: the deployment has had its first administrators. */
export type BootstrapDoc = { readonly v: 1; readonly accounts: readonly string[]; readonly at: Instant }

export const bootstraps = defineCollection<BootstrapDoc>({
  name: 'bootstraps',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'the first administrators are named once in the life of a deployment' },
  personal: {
    by: [],
    beside: { accounts: 'the first administrators, in office' },
    export: { nothing: 'one document of the deployment; the roles are shown with the account' },
    erase: { keep: AUDIT_KEPT },
  },
})

/** `bd_<hmac(WeChat identity, day)>`: the numbers that an account tried to add that day. */
export type BindDayDoc = {
  readonly v: 1
  /** HMACs of the numbers, of this identity and day alone: nothing joins them to a subject. */
  readonly marks: readonly string[]
  readonly expiresAt: Instant
}

export const bindDays = defineCollection<BindDayDoc>({
  name: 'bindDays',
  v: 1,
  indexes: { expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: { none: 'marks of one day, under a pseudonym that no other document has; gone after two days' },
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
  bindDays,
]
