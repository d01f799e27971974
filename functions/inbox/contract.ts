/** What `inbox` offers: what I was told, how much of it I have not read, and that I have. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { count, instant, pageAnswer, pageOf, text } from '../core/io/schema'
import { TOPICS } from '../core/pure/delivery/channels'
import { MOST_COUNTED } from './data/limits'
import { noticeId } from './schemas'

/** At most 100, which stands for "more than 99". */
const unread = count.check(z.maximum(MOST_COUNTED))

const notice = z.object({
  id: noticeId,
  title: text,
  /** Empty where nothing more is known of its kind. */
  body: text,
  /** What it belongs to; null where nothing is known of its kind. Topics grow. */
  topic: z.nullable(z.string()),
  /** What it opens, where it opens anything. Pages grow: one that a client does not know opens nothing there. */
  link: z.nullable(z.object({ page: z.string(), id: z.nullable(z.string()) })),
  at: instant,
  readAt: z.nullable(instant),
})

export const contract = {
  mine: procedure({
    summary: 'What I was told, newest first; of one topic, or all',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
  })
    .input(z.object({ topic: z.optional(z.enum(TOPICS)), ...pageOf(50, 20) }))
    .output(pageAnswer(notice)),
  unread: procedure({
    summary: 'How many notices I have not read, up to 100',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
  })
    .input(z.object({}))
    .output(z.object({ unread })),
  read: procedure({
    summary: 'I have read one notice, or all that had come up to an instant',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(z.union([z.object({ id: noticeId }), z.object({ upTo: instant })]))
    .output(z.object({ unread })),
}
