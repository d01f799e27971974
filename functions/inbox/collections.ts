/** Documents of `inbox`: what each person was told. Words are made when it is shown. */
import { defineCollection, type CollectionSpec } from '../core/io/store/collection'
import type { Topic } from '../core/pure/delivery/channels'
import type { NoticeFacts } from '../core/pure/notices'
import { text } from '../core/pure/text'
import type { Instant } from '../core/pure/time'

export type NoticeDoc = {
  readonly v: 1
  readonly accountId: string
  /** Of the kinds that functions declare. */
  readonly kind: string
  /** The kind's, to be listed by; missing in notices of before, and of kinds of another version. */
  readonly topic?: Topic
  /** Codes, ids, days and minutes. */
  readonly facts: NoticeFacts
  /** What its page opens; which page is the kind's. */
  readonly about: string | null
  /** When it came. */
  readonly at: Instant
  readonly readAt: Instant | null
  readonly expiresAt: Instant
}
/** Id: made of what is told and whom, so that the same is told once. */
export const notices = defineCollection<NoticeDoc>({
  name: 'notices',
  v: 1,
  indexes: {
    account: ['accountId', 'at'],
    topic: ['accountId', 'topic', 'at'],
    unread: ['accountId', 'readAt', 'at'],
    /** Who was told of a thing; and how many of them have read it. */
    about: ['about'],
    read: ['about', 'readAt'],
    expiry: ['expiresAt'],
  },
  retention: { kind: 'expiresAt' },
  personal: {
    by: [{ index: 'account', names: 'account' }],
    export: {
      what: text('您收到的消息', 'Notices to you'),
      show: ({ doc: { kind, facts, about, at, readAt } }) => ({ kind, facts, about, at, readAt }),
    },
    erase: 'remove',
  },
})

/** What `inbox` keeps itself. */
export const collections: readonly CollectionSpec[] = [notices]
