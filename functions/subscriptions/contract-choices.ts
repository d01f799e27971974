/** What a person wants to hear about, and why a notice came. */
import * as z from 'zod/mini'
import { noticeId } from '../inbox/public'
import { procedure } from '../core/io/procedure'
import { count, instant, minute } from '../core/io/schema'
import { CHANNELS, TOPICS } from '../core/pure/delivery/channels'
import { MOST_A_DAY } from '../core/pure/delivery/choices'
import './data/errors'

export const channel = z.enum(CHANNELS)
const topic = z.enum(TOPICS)
const topics = z.array(topic).check(
  z.maxLength(TOPICS.length),
  z.refine((list) => new Set(list).size === list.length, 'duplicate'),
)

/** Of a day's minutes the last is the first of the next. */
const minuteOfDay = minute.check(z.maximum(1439))
const quiet = z.nullable(
  z.object({ from: minuteOfDay, to: minuteOfDay }).check(z.refine(({ from, to }) => from !== to, 'empty')),
)
const digest = z.nullable(z.object({ at: minuteOfDay, topics }))
/** Messages a day and channel. */
const cap = z.nullable(z.int().check(z.minimum(1), z.maximum(MOST_A_DAY)))
const muted = z.array(z.string())

const choices = z.object({
  channels: z.array(
    z.object({
      channel,
      on: z.boolean(),
      /** Does this deployment have it? */
      offered: z.boolean(),
      /** Where it goes, masked; null where no address is confirmed. WeChat's is not shown. */
      address: z.nullable(z.string()),
    }),
  ),
  stopped: z.array(topic),
  /** Single things of which nothing more is sent. */
  muted,
  quiet,
  cap,
  digest,
})

/** How a message stands, by channel. */
const told = z.object({
  channel,
  /** `none`: it was not to be sent, and `why` says why not. */
  state: z.enum(['none', 'waiting', 'sending', 'sent', 'failed', 'unknown']),
  /** A code: `topicStopped`, `NoGrant`, `Quiet`; null where there is nothing to say. */
  why: z.nullable(z.string()),
  /** Is it part of a digest? */
  digest: z.boolean(),
  /** When it goes out, of what waits. */
  due: z.nullable(instant),
  endedAt: z.nullable(instant),
})

export const choicesContract = {
  choices: procedure({
    summary: 'What I want to be told, how and when',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
  })
    .input(z.object({}))
    .output(choices),
  setChoices: procedure({
    summary: 'Choose channels, topics, quiet hours, a cap and a digest; all at once',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['CHANNEL_NOT_READY', 'NO_CHANNEL'],
  })
    .input(
      z.object({
        channels: z.object({ wechat: z.boolean(), sms: z.boolean(), email: z.boolean() }),
        stopped: topics,
        quiet,
        cap,
        digest,
      }),
    )
    .output(choices),
  stop: procedure({
    summary: 'No more of this: from a notice, its topic or the one thing it is about; or take that back',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(
      z.object({
        id: noticeId,
        what: z.enum(['topic', 'this']),
        /** Take it back. */ undo: z._default(z.boolean(), false),
      }),
    )
    .output(z.object({ stopped: z.array(topic), muted })),
  why: procedure({
    summary: 'Why a notice came, and how it was sent',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: noticeId }))
    .output(
      z.object({
        kind: z.string(),
        /** Null where nothing is known of its kind. */
        topic: z.nullable(topic),
        at: instant,
        /** Have I stopped its topic, or the one thing? */
        stopped: z.boolean(),
        muted: z.boolean(),
        channels: z.array(told),
        /** Messages a day that I chose; null: as many as there are. */
        cap: z.nullable(count),
      }),
    ),
}
