/** Documents of tallies: counts by key, in a few shards each, and the marks of what was counted. */
import type { Instant } from '../../pure/time'
import { defineCollection } from '../store/collection'

/** One shard of what was counted under one key. Id: `<tally>.<key>.<shard>`; what a key counts is the sum of its shards. */
export type TallyDoc = {
  readonly v: 1
  /** `<function>.<what>`, e.g. `appointments.hallDay`. */
  readonly tally: string
  readonly key: string
  readonly counts: { readonly [what: string]: number }
  readonly expiresAt: Instant
}

export const tallies = defineCollection<TallyDoc>({
  name: 'tallies',
  v: 1,
  indexes: { key: ['tally', 'key'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: { none: 'numbers by place and day; keys name nobody' },
})

/** That an event was counted. Id: `<tally>.<event>`; inserted in the commit that counts. */
export type TallyMarkDoc = {
  readonly v: 1
  readonly expiresAt: Instant
}

export const tallyMarks = defineCollection<TallyMarkDoc>({
  name: 'tallyMarks',
  v: 1,
  indexes: { expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: { none: 'ids of events' },
})
