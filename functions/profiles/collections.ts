/** Documents of `profiles`: what people say of their taxpayers and want to hear about, and the tags that follow from it. */
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'
import type { Instant } from '../core/pure/time'
import type { Tag } from '../core/pure/tags'
import { text } from '../core/pure/text'

/** As `Traits` of core/pure/tags; what an older version did not ask for is null. */
export type TraitsDoc = {
  readonly kind: string | null
  readonly taxes: readonly string[]
  readonly industry: string | null
  readonly region: string | null
  readonly size: string | null
}

export type ProfileDoc = {
  readonly v: 1
  /** By taxpayer. */
  readonly taxpayers: { readonly [taxpayerId: string]: TraitsDoc }
  readonly interests: readonly string[]
  /** False: is told of no policy. */
  readonly hears: boolean
  readonly changedAt: Instant
}

/** Id: the account's. */
export const profiles = defineCollection<ProfileDoc>({
  name: 'profiles',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'kept by its owner, and removed with the account' },
  personal: {
    by: [{ index: 'id', names: 'account' }],
    beside: { taxpayers: 'of the account; those that it acts for no more are dropped when that ends' },
    export: {
      what: text('您填写的涉税情况和关注', 'What you said of your taxpayers, and what you follow'),
      show: ({ doc: { taxpayers, interests, hears, changedAt } }) => ({
        taxpayers,
        interests,
        hears,
        changedAt,
      }),
    },
    erase: 'remove',
  },
})

/** That an account has a tag: whoever looks for a tag walks these, and nobody else's. Id: `<tag>|<account>`. */
export type TaggingDoc = {
  readonly v: 1
  readonly tag: Tag
  /** 32 hex digits of a hash of the account: its place in the walk of every tag, evenly spread. */
  readonly place: string
  readonly accountId: string
  /** All tags of the account, so that nothing else has to be read to know whether an audience has it. */
  readonly tags: readonly Tag[]
}

export const taggings = defineCollection<TaggingDoc>({
  name: 'taggings',
  v: 1,
  indexes: { tag: ['tag', 'place'], account: ['accountId', 'tag'] },
  retention: { kind: 'forever', why: 'follows its profile, and is removed with it' },
  personal: {
    by: [{ index: 'account', names: 'account' }],
    beside: {
      id: 'ends with the account, which stands in `accountId` too',
      tag: 'one of its taxpayers, dropped when it acts for it no more',
      tags: 'the same',
    },
    export: { nothing: 'follows from the profile, which is shown' },
    erase: 'remove',
  },
})

/** What `profiles` keeps itself. */
export const collections: readonly CollectionSpec[] = [profiles, taggings]
