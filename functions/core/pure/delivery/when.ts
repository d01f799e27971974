/**
 * When a message goes out on one channel: at once, at an instant, with the digest of an instant, or never, and why. Nothing but
 * its arguments goes in.
 */
import { addDays, dayOf, instantOf, type Day, type Instant } from '../time'
import type { Channel, Topic } from './channels'
import { DIGEST_AT, type Choices } from './choices'
import { afterQuiet, isQuietMinute, nextMinute } from './quiet'

export interface Wanted {
  readonly channel: Channel
  readonly topic: Topic
  /** Asked for by the person at this very moment: a security code. It passes choices, quiet and caps. */
  readonly urgent: boolean
  /** Joins no digest: what may be sent once only, since a digest may be sent again. */
  readonly alone?: boolean
  /** What it is about, which may be muted by itself. */
  readonly about: string | null
  /** Of no use after it: never sent later. */
  readonly until?: Instant | undefined
}

export type NeverBecause = 'channelOff' | 'topicStopped' | 'muted' | 'tooLate' | 'capReached'

export type When =
  | { readonly when: 'now' }
  | { readonly when: 'at'; readonly at: Instant }
  | { readonly when: 'digest'; readonly at: Instant }
  | { readonly when: 'never'; readonly why: NeverBecause }

/** Single messages of one channel that are planned for a day already. */
export type PlannedOn = (day: Day) => number

/** What the person does not allow, whenever it would be sent: looked at again before it is. */
export const forbidden = (
  { channel, topic, urgent, about }: Pick<Wanted, 'channel' | 'topic' | 'urgent' | 'about'>,
  { channels, stopped, muted }: Choices,
): NeverBecause | undefined => {
  if (urgent) return undefined
  if (!channels[channel]) return 'channelOff'
  if (stopped.includes(topic)) return 'topicStopped'
  return about !== null && muted.includes(about) ? 'muted' : undefined
}

/** The next digest from `at` on: at its time of day, or at the end of quiet where that lies in it. */
export const nextDigest = (at: Instant, { digest, quiet }: Pick<Choices, 'digest' | 'quiet'>): Instant => {
  const minute = digest?.at ?? DIGEST_AT
  return nextMinute(at, quiet && isQuietMinute(minute, quiet) ? quiet.to : minute)
}

/** The first instant from `at` on that is not quiet and on whose day there is room. */
const firstRoom = (at: Instant, until: Instant, { quiet, cap }: Choices, plannedOn: PlannedOn) => {
  for (let when = afterQuiet(at, quiet); when <= until;) {
    if (cap === null || plannedOn(dayOf(when)) < cap) return when
    when = afterQuiet(instantOf(addDays(dayOf(when), 1)), quiet)
  }
  return undefined
}

/**
 * In order: what is not allowed is never sent; a topic of the digest joins it; quiet hours move the rest to their end; what is
 * over the day's cap joins the digest, or waits for a day with room where it must stand alone. What would come too late so comes
 * by itself, or not at all.
 */
export const whenToSend = (wanted: Wanted, choices: Choices, now: Instant, plannedOn: PlannedOn): When => {
  const { topic, urgent, alone = false, until = Infinity } = wanted
  if (now > until) return { when: 'never', why: 'tooLate' }
  if (urgent) return { when: 'now' }
  const why = forbidden(wanted, choices)
  if (why) return { when: 'never', why }
  const digest = nextDigest(now, choices)
  const mayJoin = !alone && digest <= until
  if (mayJoin && choices.digest?.topics.includes(topic)) return { when: 'digest', at: digest }
  const at = afterQuiet(now, choices.quiet)
  if (at > until) return { when: 'never', why: 'tooLate' }
  const hasRoom = choices.cap === null || plannedOn(dayOf(at)) < choices.cap
  if (hasRoom) return at === now ? { when: 'now' } : { when: 'at', at }
  if (mayJoin) return { when: 'digest', at: digest }
  const later = firstRoom(at, until, choices, plannedOn)
  return later === undefined ? { when: 'never', why: 'capReached' } : { when: 'at', at: later }
}
