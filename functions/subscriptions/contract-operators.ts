/** The job that sends, and what operators see of it. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { count, instant, pageAnswer, pageOf } from '../core/io/schema'
import { DELIVERY_CLASSES } from '../core/pure/delivery/channels'
import { channel } from './contract-choices'
import './data/errors'

const deliveryId = z.string().check(z.regex(/^dl_[0-9a-z]{26,27}$/))

const undelivered = z.object({
  id: deliveryId,
  channel: z.string(),
  kind: z.string(),
  topic: z.string(),
  /** `unknown`: it may have arrived, and is not sent again by itself. */
  state: z.enum(['waiting', 'sending', 'sent', 'failed', 'unknown']),
  delivery: z.enum(DELIVERY_CLASSES),
  /** A code of the provider's or ours; never a message. */
  why: z.string(),
  attempts: count,
  /** How often it was sent anew by hand. */
  replays: count,
  since: instant,
})

export const operatorsContract = {
  deliver: procedure({
    summary: 'Send the messages that are due',
    allow: ['timer'],
    scope: 'public',
    effect: 'job',
  })
    .input(
      z.object({
        /** This one’s alone; absent: every channel’s, side by side. */ channel: z.optional(channel),
      }),
    )
    .output(z.object({ sent: count, others: count })),
  undelivered: procedure({
    summary: 'Messages that did not arrive, or of which nobody knows, and that wait for an operator',
    allow: ['admin', 'auditor'],
    scope: 'public',
    effect: 'read',
  })
    .input(z.object({ ...pageOf(50, 20) }))
    .output(pageAnswer(undelivered)),
  replay: procedure({
    summary: 'Send one of them anew, under the same id',
    allow: ['admin'],
    scope: 'public',
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: deliveryId }))
    .output(z.object({ id: deliveryId, due: instant })),
}
