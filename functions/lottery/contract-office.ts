/** What `lottery` offers to the office that runs a campaign: its campaigns, its draws, the review of entries, the books. */
import * as z from 'zod/mini'
import { paperPart } from '../core/io/papers/part'
import { procedure } from '../core/io/procedure'
import { count, day, instant, pageAnswer, pageOf, text } from '../core/io/schema'
import { hallId } from '../halls/public'
import './data/errors'
import { campaignId, drawId, drawKind, entryId } from './schemas'
import {
  consoleDraw,
  consoleRow,
  consoleState,
  excludedEntry,
  exclusionCode,
  flag,
  officeCampaign,
  relayAnswer,
  reviewedEntry,
  statistics,
} from './schemas-office'

/** Whoever draws or reviews there: which of the two, the handler asks of the grant that serves the hall. */
const office = { allow: ['officer', 'supervisor', 'notary'], scope: 'hall', effect: 'read' } as const
const drawing = { allow: ['supervisor', 'notary'], scope: 'hall', duty: 'draw' } as const
const reviewing = { allow: ['officer', 'supervisor'], scope: 'hall', duty: 'review' } as const

/** Days of statistics in one answer. */
const MOST_DAYS = 62
const range = {
  campaign: campaignId,
  until: day,
  days: z.int().check(z.minimum(1), z.maximum(MOST_DAYS)),
}

export const officeContract = {
  office: procedure({ summary: 'Halls whose lotteries I run or review, and what of it is mine', ...office })
    .input(z.object({}))
    .output(
      z.object({
        halls: z.array(
          z.object({
            id: hallId,
            name: text,
            region: z.string(),
            duties: z.array(z.enum(['draw', 'review'])),
          }),
        ),
      }),
    ),
  officeCampaigns: procedure({
    summary: 'Campaigns of a hall, drafts too, the last changed first',
    ...office,
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ hallId, ...pageOf(50, 20) }))
    .output(pageAnswer(officeCampaign)),
  officeCampaign: procedure({
    summary: 'A campaign of a hall with its rules, a draft too',
    ...office,
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: campaignId }))
    .output(z.object({ campaign: officeCampaign, rules: z.string() })),
  officeDraws: procedure({
    summary: 'Draws of a campaign as they stand, the latest first; with those of now that nobody has entered',
    ...office,
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ campaign: campaignId, kind: z._default(drawKind, 'periodic'), ...pageOf(20, 10) }))
    .output(pageAnswer(consoleRow)),
  officeDraw: procedure({
    summary: 'A draw as it stands: what it is committed to, what comes next, what is late',
    ...office,
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: drawId }))
    .output(z.object({ draw: consoleDraw })),
  goOn: procedure({
    summary: 'Do now what the schedule would do for a draw; nothing before its time, and nothing twice',
    ...drawing,
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ id: drawId }))
    .output(
      z.object({
        state: consoleState,
        moved: z.boolean(),
        /** `time`: it is not due yet; `round`: no relay gave the round; `failed`: told in the log; null: nothing stands in the way. */
        why: z.nullable(z.enum(['time', 'round', 'failed'])),
        relays: z.array(relayAnswer),
      }),
    ),
  flags: procedure({
    summary:
      'Patterns among the entries of a day: split purchases, bursts; each with its reason and its invoices',
    ...reviewing,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ campaign: campaignId, day, from: z.optional(instant) }))
    .output(
      z.object({
        flags: z.array(flag),
        entries: z.array(reviewedEntry),
        /** Entries looked at, and where to look on; null: that was all of the day. */
        looked: count,
        next: z.nullable(instant),
      }),
    ),
  exclude: procedure({
    summary: 'Leave an entry out of the draws that are to come, with a reason; or take it in again',
    ...reviewing,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CASE_STATE', 'FOUR_EYES'],
  })
    .input(z.object({ id: entryId, reason: z.nullable(exclusionCode) }))
    .output(z.object({ id: entryId, excluded: z.nullable(z.string()) })),
  excluded: procedure({
    summary: 'Entries that were left out for a reason, the latest first: by whom, and when',
    ...reviewing,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ campaign: campaignId, reason: exclusionCode, ...pageOf(50, 20) }))
    .output(pageAnswer(excludedEntry)),
  statistics: procedure({
    summary: 'What a campaign comes to: entries by day, pools, prizes, exclusions',
    ...office,
    raises: ['NOT_FOUND'],
  })
    .input(z.object(range))
    .output(statistics),
  statisticsSheet: procedure({
    summary: 'The same as a spreadsheet, in parts',
    ...office,
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ ...range, place: z._default(count, 0) }))
    .output(paperPart),
}
