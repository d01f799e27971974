/** What `deadlines` offers: what I have to file and until when, that I have, when I am reminded, and a calendar to subscribe to. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { count, day, id, instant, text, token } from '../core/io/schema'
import { daysBetween } from '../core/pure/time'
import { TAXPAYER_KINDS } from '../core/pure/taxpayer-kinds'
import { PERIODS, TAXES } from './data/taxpayers'
import { MOST_DAYS } from './data/limits'
import { OFFSETS } from './rules/plan'

export { errors } from './data/errors'

const kind = z.enum(TAXPAYER_KINDS)
const tax = z.enum(TAXES)
const period = z.enum(PERIODS)
const offset = z.literal(OFFSETS)
/** Absent: oneself. */
const whose = { taxpayerId: z.optional(id) }
/** `vat.2026Q1`: what is filed, and for which period. */
export const deadlineId = z.string().check(z.regex(/^[a-zA-Z]{2,30}\.\d{4}(-\d{2}|Q[1-4]|H[12])?$/))
const language = z.enum(['zh-CN', 'en'])

const taxpayer = z.object({
  /** `null`: oneself, while no person was added. */
  taxpayerId: z.nullable(id),
  /** Masked; null for oneself. */
  name: z.nullable(z.string()),
  is: z.enum(['person', 'enterprise']),
  kind,
  taxes: z.array(tax),
  /** Where nothing is said, the usual one. */
  periods: z.partialRecord(tax, period),
  /** False: nobody has said yet what it is, and what is shown is what most file. */
  chosen: z.boolean(),
  /** Days before the last day on which I am reminded, at nine. */
  reminders: z.array(offset),
})

const deadline = z.object({
  taxpayerId: z.nullable(id),
  id: deadlineId,
  code: z.string(),
  name: text,
  period: z.string(),
  periodName: text,
  opens: day,
  /** The last day counted plainly. */
  base: day,
  /** With holidays taken into account; null while the year's are not published. */
  due: z.nullable(day),
  /** Why it is not the plain day, in words. */
  moved: z.nullable(text),
  basis: text,
  unconfirmed: z.boolean(),
  filedAt: z.nullable(instant),
  filedBy: z.nullable(z.enum(['person', 'online'])),
})

const feed = z.object({
  /** On this deployment's own host: whoever has it can read the calendar. */
  path: z.string(),
  language,
  createdAt: instant,
})
const feedState = z.object({ feed: z.nullable(feed) })

/** What a calendar's address ends in: 32 random bytes. */
const secret = token(43, 43).check(z.regex(/^[A-Za-z0-9_-]{43}$/))

export const contract = {
  mine: procedure({
    summary: 'What my taxpayers have to file between two days, and how each is set up',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
  })
    .input(
      z
        .object({ from: day, to: day })
        .check(z.refine(({ from, to }) => from <= to && daysBetween(from, to) <= MOST_DAYS, 'range')),
    )
    .output(z.object({ taxpayers: z.array(taxpayer), items: z.array(deadline) })),
  one: procedure({
    summary: 'One deadline of mine',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ ...whose, id: deadlineId }))
    .output(z.object({ taxpayer, deadline })),
  setProfile: procedure({
    summary: 'What a taxpayer of mine is and files, and how often',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(
      z.object({
        ...whose,
        kind,
        taxes: z.array(tax).check(z.maxLength(TAXES.length)),
        periods: z.partialRecord(tax, period),
      }),
    )
    .output(z.object({ taxpayer })),
  reminders: procedure({
    summary: 'How many days before I am reminded; none ends it',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND', 'REMINDERS_FULL'],
  })
    .input(z.object({ ...whose, offsets: z.array(offset).check(z.maxLength(OFFSETS.length)) }))
    .output(z.object({ taxpayer })),
  markFiled: procedure({
    summary: 'I have filed it, or have not after all: no more reminders of it',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND', 'FILED_ONLINE'],
  })
    .input(z.object({ ...whose, id: deadlineId, filed: z.boolean() }))
    .output(z.object({ deadline })),
  download: procedure({
    summary: 'A year of my deadlines as an iCalendar file',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
  })
    .input(z.object({}))
    .output(z.object({ name: z.string(), ics: z.string() })),
  feed: procedure({
    summary: 'The secret address of my subscribed calendar, if there is one',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
  })
    .input(z.object({}))
    .output(feedState),
  openFeed: procedure({
    summary: 'Make a secret address of my calendar; another one ends the one before',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
  })
    .input(z.object({}))
    .output(feedState),
  closeFeed: procedure({
    summary: 'Revoke the address: nobody reads my calendar by it any more',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
  })
    .input(z.object({}))
    .output(feedState),
  calendar: procedure({
    summary: 'A subscribed calendar, by the secret of its address, as iCalendar',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ secret }))
    .output(z.object({ ics: z.string() })),
  remind: procedure({
    summary: 'Plan today’s reminders: ranges of those who are to be reminded',
    allow: ['timer'],
    scope: 'public',
    effect: 'job',
  })
    .input(z.object({}))
    .output(z.object({ ranges: count })),
}
