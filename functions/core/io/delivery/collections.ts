/** The outbox: one document for each notice and channel, and one for each digest. */
import type { Channel, DeliveryClass, Topic } from '../../pure/delivery/channels'
import type { TemplateName } from '../../pure/delivery/templates'
import { text } from '../../pure/text'
import type { Instant } from '../../pure/time'
import { defineCollection } from '../store/collection'
import type { DeliveryState } from './contract'

export type DeliveryDoc = {
  readonly v: 1
  readonly accountId: string
  readonly channel: Channel
  /** The notice that it tells; of a digest its own id. */
  readonly noticeId: string
  readonly kind: string
  readonly topic: Topic
  readonly delivery: DeliveryClass
  readonly urgent: boolean
  /** What comes of it counts in the totals of what it is about: totals.ts. */
  readonly counted?: true
  readonly template: TemplateName | null
  /** Codes, ids, days and minutes, as in the notice. */
  readonly facts: Readonly<Record<string, string | number>>
  readonly about: string | null
  /** What it alone says, sealed under the account’s key at `deliveries|<id>|secret`. */
  readonly secret?: string
  /** Whose address, where it is not the one confirmed for the channel: an address that is being confirmed. */
  readonly addressId?: string
  /** Notices of a digest, oldest first, and how many there are. */
  readonly gathers?: readonly string[]
  readonly count?: number
  readonly state: DeliveryState
  /**
   * Where its turn comes: `<channel>.now`, or `<channel>.many` for what is told to many at once, which waits behind it;
   * `undelivered` for what an operator sees; null once nothing is left to do.
   */
  readonly lane: string | null
  /** When it is sent; while it is being sent, when another sender may look; in `undelivered`, since when. */
  readonly next: Instant | null
  /** Counts claims: what comes back of an older one is not written. */
  readonly turn: number
  /** Who claimed it last. */
  readonly sender?: string
  /** How often it was tried and not taken. */
  readonly attempts: number
  /** How often an operator had it sent anew. */
  readonly replays: number
  /** When it was planned. */
  readonly at: Instant
  /** Of no use after it. */
  readonly until: Instant
  readonly endedAt?: Instant
  /** Why it failed, is unknown, or waits still: a code, never a message. */
  readonly why?: string
  /** What the provider calls it. */
  readonly reference?: string
  /** Once it has come to its end. */
  readonly expiresAt?: Instant
}

/** Id: `dl_…`, made of the notice and the channel: docs/adr/0031. */
export const deliveries = defineCollection<DeliveryDoc>({
  name: 'deliveries',
  v: 1,
  indexes: { turn: ['lane', 'next'], account: ['accountId', 'at'], expiry: ['expiresAt'] },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [{ index: 'account', names: 'account' }],
    beside: { addressId: 'one of the account’s addresses: begins with its own id' },
    export: {
      what: text('发送给您的提醒', 'Messages sent to you'),
      show: ({ doc: { channel, kind, topic, facts, about, state, at, endedAt, why } }) => ({
        channel,
        kind,
        topic,
        facts,
        about,
        state,
        at,
        endedAt,
        why,
      }),
    },
    erase: 'remove',
  },
})
