/** Shapes that the office’s procedures of `lottery` share. */
import * as z from 'zod/mini'
import { basis, count, day, instant, text } from '../core/io/schema'
import { EXCLUSION_CODES } from './data/exclusions'
import { campaignId, drawId, drawKind, entryId, money } from './schemas'

export const exclusionCode = z.enum(EXCLUSION_CODES)

/** A campaign of an office, draft or published. */
export const officeCampaign = z.object({
  id: campaignId,
  hallId: z.string(),
  state: z.enum(['draft', 'published']),
  name: text,
  place: text,
  opensOn: day,
  closesOn: day,
  rulesHash: z.string(),
  changedAt: instant,
  publishedAt: z.nullable(instant),
  /** Who saved it last; of a published one nobody is told. */
  savedBy: z.enum(['me', 'other', 'nobody']),
})

export const consoleState = z.enum(['opening', 'open', 'freezing', 'empty', 'frozen', 'drawn', 'published'])

/** A step of the schedule: a day is opened, entries are closed, the list is frozen, the round comes, winners are published. */
export const drawStep = z.enum(['open', 'close', 'freeze', 'round', 'publish'])

export const consoleRow = z.object({
  id: drawId,
  kind: drawKind,
  draw: z.string(),
  name: text,
  /** Fen of the invoices that a day of instant draws is for; null: of a period, or for all alike. */
  band: z.nullable(z.object({ from: money, below: z.nullable(money) })),
  /** Nobody has entered it yet, and nothing of it is kept. */
  begun: z.boolean(),
  from: instant,
  to: instant,
  state: consoleState,
  /** In the list; while entries join, those so far. */
  count,
  /** There are more than were counted. */
  more: z.boolean(),
  /** When entries are closed by the rules. */
  closesAt: z.nullable(instant),
  /** By the rules; null where a calendar is not published. */
  drawnAt: z.nullable(instant),
  /** What comes next, and when; null: nothing, or at once. */
  next: z.nullable(drawStep),
  nextAt: z.nullable(instant),
  /** What should have been done by now. */
  late: z.nullable(drawStep),
})

export const consoleDraw = z.extend(consoleRow, {
  frozenAt: z.nullable(instant),
  round: count,
  roundAt: z.nullable(instant),
  /** Hex, once the list is frozen. */
  commitment: z.nullable(z.string()),
  rulesHash: z.string(),
  fen: money,
  places: count,
  /** Prizes that were written so far. */
  written: count,
  exclusions: z.array(z.object({ reason: z.string(), said: text, entries: count })),
  files: z.array(z.object({ name: z.string(), size: count })),
})

/** What a relay of the randomness answered. */
export const relayAnswer = z.object({ relay: z.string(), why: z.string() })

/** An entry as a reviewer sees it: its invoice, and nobody’s name. */
export const reviewedEntry = z.object({
  id: entryId,
  at: instant,
  code: z.string(),
  number: z.string(),
  total: z.nullable(money),
  issuedOn: day,
  issuedAt: z.nullable(instant),
  excluded: z.nullable(z.string()),
  excludedSaid: z.nullable(text),
  /** A list that it belongs to is being made, or was: it stays as it is. */
  closed: z.boolean(),
})

export const flag = z.extend(basis, { code: z.string(), reason: text, entries: z.array(entryId) })

export const excludedEntry = z.extend(reviewedEntry, {
  /** From the audit: who, by a mark, and when. */
  by: z.nullable(z.string()),
  mine: z.boolean(),
  excludedAt: z.nullable(instant),
})

const sums = { entries: count, fen: money, unknown: count, entrants: count }

export const statistics = z.object({
  asOf: instant,
  /** Entries of before are in the numbers. */
  countedTo: z.nullable(instant),
  days: z.array(z.object({ day, ...sums })),
  all: z.object(sums),
  pools: z.array(
    z.object({ key: z.string(), name: text, total: money, left: money, held: money, paid: money }),
  ),
  prizes: z.object({
    looked: count,
    /** All of them; otherwise the latest. */
    whole: z.boolean(),
    rows: z.array(
      z.object({
        draw: z.string(),
        tier: z.string(),
        name: text,
        state: z.string(),
        said: text,
        count,
        fen: money,
      }),
    ),
  }),
  exclusions: z.array(z.object({ reason: z.string(), said: text, entries: count, more: z.boolean() })),
})
