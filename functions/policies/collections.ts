/** Documents of `policies`: what offices publish, each version of it, and how far its people are told. Nobody is named here. */
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'
import type { Tag } from '../core/pure/tags'
import { text } from '../core/pure/text'
import type { Day, Instant } from '../core/pure/time'

type Words = { readonly zh: string; readonly en: string }

export type AttachmentDoc = {
  readonly fileId: string
  readonly name: string
  readonly type: string
  /** Bytes. */
  readonly size: number
}

/** Values by dimension (core/pure/tags.ts); none: everybody. */
export type AudienceDoc = { readonly [dimension: string]: readonly string[] }

/** What a version says. English may be empty: then the Chinese is shown. */
export type PolicyText = {
  readonly title: Words
  readonly summary: Words
  /** Paragraphs. */
  readonly body: { readonly zh: readonly string[]; readonly en: readonly string[] }
  /** 文号, e.g. 财政部 税务总局公告2023年第1号; empty where there is none. */
  readonly number: string
  /** Who issued it. */
  readonly issuer: string
  /** The law it stands on. */
  readonly basis: string
  /** What it is about: one of the interests. */
  readonly category: string
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
  readonly audience: AudienceDoc
  readonly attachments: readonly AttachmentDoc[]
}

export type PolicyState = 'draft' | 'published' | 'withdrawn'

/** Id: `po_…`. */
export type PolicyDoc = {
  readonly v: 1
  readonly hallId: string
  readonly state: PolicyState
  /** Of what is published; 0: nothing yet. */
  readonly version: number
  /** What is being written: the first version, or the correction to come. */
  readonly draft: PolicyText | null
  /** What the correction to come corrects, in words for the public. */
  readonly draftWhy: Words | null
  /** Pseudonym of who saved the draft last: another one publishes it. */
  readonly savedBy: string | null
  readonly current: PolicyText | null
  /** Of what is published; empty before. */
  readonly category: string
  readonly changedAt: Instant
  /** The last version's. */
  readonly publishedAt: Instant | null
}

export const policies = defineCollection<PolicyDoc>({
  name: 'policies',
  v: 1,
  indexes: {
    state: ['state', 'publishedAt'],
    category: ['state', 'category', 'publishedAt'],
    hall: ['hallId', 'changedAt'],
  },
  retention: { kind: 'forever', why: 'what an office told the public can be read for ever' },
  personal: { none: 'public texts; who wrote them stands as a pseudonym, and by name in the audit' },
})

export type Change = 'published' | 'corrected' | 'withdrawn'

/** Id: `<policy>.<version>`. Never changed. */
export type PolicyVersionDoc = {
  readonly v: 1
  readonly policyId: string
  readonly version: number
  readonly change: Change
  /** Why it was corrected or withdrawn; null: the first version. */
  readonly why: Words | null
  readonly text: PolicyText
  readonly at: Instant
}

export const policyVersions = defineCollection<PolicyVersionDoc>({
  name: 'policyVersions',
  v: 1,
  indexes: { policy: ['policyId', 'version'] },
  retention: { kind: 'forever', why: 'what an office told the public can be read for ever' },
  personal: { none: 'public texts' },
})

/** A walk over people: of a tag of its audience, of those who were told of an earlier version, of its followers. */
export type WalkDoc = {
  readonly over: 'tag' | 'told' | 'followers'
  readonly tag: Tag | null
  readonly parts: number
}

/** The telling of one version. Id: the version's. */
export type FanOutDoc = {
  readonly v: 1
  readonly policyId: string
  readonly version: number
  readonly change: Change
  /** The tags that are walked: one with several of them is told in the walk of the first. */
  readonly lead: readonly Tag[]
  readonly walks: readonly WalkDoc[]
  readonly startedAt: Instant
}

export const fanOuts = defineCollection<FanOutDoc>({
  name: 'fanOuts',
  v: 1,
  indexes: { policy: ['policyId', 'version'] },
  retention: { kind: 'forever', why: 'how many an office told, and when' },
  personal: { none: 'numbers' },
})

/** A part of a walk: told page by page, each page with the mark of where to go on. Id: `<fan-out>.<walk>.<part>`. */
export type FanOutPartDoc = {
  readonly v: 1
  readonly fanOut: string
  readonly over: WalkDoc['over']
  readonly tag: Tag | null
  readonly part: number
  readonly parts: number
  /** Where to go on: a place in the walk; names nobody. */
  readonly after: string | null
  readonly done: boolean
  /** People told so far. */
  readonly told: number
  /** Those who were told before, or are gone. */
  readonly passed: number
  readonly changedAt: Instant
}

export const fanOutParts = defineCollection<FanOutPartDoc>({
  name: 'fanOutParts',
  v: 1,
  indexes: { fanOut: ['fanOut', 'part'] },
  retention: { kind: 'forever', why: 'how many an office told, and when' },
  personal: { none: 'numbers, and places in a walk' },
})

/** Who wants to hear what changes in a policy. Id: `<policy>|<account>`. */
export type PolicyFollowDoc = {
  readonly v: 1
  readonly policyId: string
  readonly accountId: string
  /** As in the taggings of `profiles`: a place in the walk that names nobody. */
  readonly place: string
  readonly at: Instant
}

export const policyFollows = defineCollection<PolicyFollowDoc>({
  name: 'policyFollows',
  v: 1,
  indexes: { policy: ['policyId', 'place'], account: ['accountId', 'at'] },
  retention: { kind: 'forever', why: 'until its owner lets go of it, or of the account' },
  personal: {
    by: [{ index: 'account', names: 'account' }],
    beside: { id: 'ends with the account, which stands in `accountId` too' },
    export: {
      what: text('您关注的政策', 'Policies that you follow'),
      show: ({ doc: { policyId, at } }) => ({ policyId, at }),
    },
    erase: 'remove',
  },
})

/** What `policies` keeps itself. */
export const collections: readonly CollectionSpec[] = [
  policies,
  policyVersions,
  fanOuts,
  fanOutParts,
  policyFollows,
]
