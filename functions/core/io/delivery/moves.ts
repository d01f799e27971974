/** What becomes of a message after an attempt at it. No I/O. */
import { DAY_MS, HOUR, type Instant } from '../../pure/time'
import type { DeliveryDoc } from './collections'
import type { SendOutcome } from './contract'

/** What has ended is kept so long: “why did I get this” is asked later. */
const KEPT = 90 * DAY_MS
export const MOST_ATTEMPTS = 8
/** Whatever was claimed so often, and found orphaned again, may be what its senders die of. */
const MOST_CLAIMS = 40
const FIRST_WAIT = 15_000
const LONGEST_WAIT = 2 * HOUR

/** The lane of what an operator sees: never tried again by itself. */
export const UNDELIVERED = 'undelivered'

/** Later each time: a quarter of a minute, doubled, up to two hours. */
export const backOff = (attempts: number): number => Math.min(FIRST_WAIT * 2 ** (attempts - 1), LONGEST_WAIT)

type Ended = 'sent' | 'failed' | 'unknown'

/** @param seen by an operator: something is wrong that a person has to look at */
export const ended = (
  doc: DeliveryDoc,
  state: Ended,
  now: Instant,
  { why, reference, seen = false }: { why?: string; reference?: string; seen?: boolean } = {},
): DeliveryDoc => {
  const { why: _why, secret, sender: _sender, ...rest } = doc
  return {
    ...rest,
    // a code is needed again only if an operator has it sent anew
    ...(secret === undefined || !seen ? {} : { secret }),
    state,
    lane: seen ? UNDELIVERED : null,
    next: seen ? now : null,
    endedAt: now,
    expiresAt: now + KEPT,
    ...(why === undefined ? {} : { why }),
    ...(reference === undefined ? {} : { reference }),
  }
}

const later = (doc: DeliveryDoc, next: Instant, why: string): DeliveryDoc => {
  const { sender: _sender, ...rest } = doc
  return { ...rest, state: 'waiting', next, why }
}

/** It was not taken: once more, until it has been tried often enough, or is of no use any more. */
const tried = (doc: DeliveryDoc, why: string, now: Instant): DeliveryDoc => {
  const after = { ...doc, attempts: doc.attempts + 1 }
  const next = now + backOff(after.attempts)
  if (after.attempts >= MOST_ATTEMPTS || next > doc.until)
    return ended(after, 'failed', now, { why, seen: true })
  return later(after, next, why)
}

/** Not sent at all: put back without counting, until then. */
export const putBack = (
  doc: DeliveryDoc,
  next: Instant,
  { why, now }: { readonly why: string; readonly now: Instant },
): DeliveryDoc => (next > doc.until ? ended(doc, 'failed', now, { why: 'TooLate' }) : later(doc, next, why))

export const afterAttempt = (doc: DeliveryDoc, outcome: SendOutcome, now: Instant): DeliveryDoc => {
  switch (outcome.outcome) {
    case 'sent': {
      const { reference } = outcome
      return ended(doc, 'sent', now, reference === undefined ? {} : { reference })
    }
    case 'refused':
      return ended(doc, 'failed', now, { why: outcome.why, seen: outcome.fault ?? false })
    case 'again':
      return tried(doc, outcome.why, now)
    case 'tooOften':
      return putBack(doc, now + outcome.waitMs, { why: outcome.why, now })
    case 'unknown':
      return doc.delivery === 'atMostOnce'
        ? ended(doc, 'unknown', now, { why: outcome.why, seen: true })
        : tried(doc, outcome.why, now)
  }
}

/**
 * Found while it is being sent, though its sender’s time is over: the sender has died, perhaps after the provider took it. What may
 * go out once only is unknown from then on; the rest is sent again, under the same id.
 * @returns undefined: it is sent again
 */
export const afterDeath = (doc: DeliveryDoc, now: Instant): DeliveryDoc | undefined =>
  doc.delivery === 'atMostOnce'
    ? ended(doc, 'unknown', now, { why: 'SenderDied', seen: true })
    : doc.turn >= MOST_CLAIMS
      ? ended(doc, 'failed', now, { why: 'SenderDied', seen: true })
      : undefined
