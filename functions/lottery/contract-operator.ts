/** What `lottery` offers to who runs campaigns, and to schedules. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { basis, count, day, text } from '../core/io/schema'
import { fieldProblem, tidyText } from '../core/pure/typed-text'
import { hallId } from '../halls/public'
import './data/errors'
import { EXCLUSION_CODES } from './data/exclusions'
import { campaignId, drawId, entryId } from './schemas'

/** Characters of a campaign as JSON. */
const RULES = { min: 2, max: 60_000 }
const job = { allow: ['timer'], scope: 'public', effect: 'job' } as const
const drawing = { allow: ['supervisor', 'notary'], scope: 'hall', duty: 'draw' } as const

export const operatorContract = {
  saveCampaign: procedure({
    summary: 'Keep a campaign as a draft; every problem of its rules at once',
    ...drawing,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CAMPAIGN_FAULTS', 'CAMPAIGN_PUBLISHED'],
    data: {
      CAMPAIGN_FAULTS: z.object({ problems: z.array(z.object({ path: z.string(), message: text })) }),
    },
  })
    .input(
      z.object({
        hallId,
        /** The campaign as JSON. */
        rules: z.string().check(
          // Lines and indents are one space; what stands in it is held to the one rule for texts.
          z.overwrite((value) => tidyText(value.replace(/[\n\r\t]+/g, ' '))),
          z.minLength(RULES.min),
          z.maxLength(RULES.max),
          z.refine((value) => fieldProblem(value, RULES) === undefined, 'control'),
        ),
      }),
    )
    .output(z.object({ id: campaignId, rulesHash: z.string() })),
  publishCampaign: procedure({
    summary: 'Publish a draft: its rules do not change from then on',
    ...drawing,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CAMPAIGN_PUBLISHED'],
  })
    .input(z.object({ id: campaignId }))
    .output(z.object({ id: campaignId, rulesHash: z.string() })),
  bringBeacon: procedure({
    summary:
      'Bring the round of public randomness where no relay can be reached; it is checked just the same',
    ...drawing,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CASE_STATE'],
  })
    .input(
      z.object({
        id: drawId,
        /** 48 bytes, hex. */
        signature: z.string().check(z.regex(/^[0-9a-f]{96}$/)),
      }),
    )
    .output(z.object({ state: z.string() })),
  flags: procedure({
    summary: 'Patterns among the entries of a day: split purchases, bursts; each with its reason',
    allow: ['officer', 'supervisor'],
    scope: 'hall',
    duty: 'review',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ campaign: campaignId, day }))
    .output(
      z.object({
        flags: z.array(z.extend(basis, { code: z.string(), reason: text, entries: z.array(entryId) })),
      }),
    ),
  exclude: procedure({
    summary: 'Leave an entry out of the draws that are to come, with a reason; or take it in again',
    allow: ['officer', 'supervisor'],
    scope: 'hall',
    duty: 'review',
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CASE_STATE', 'FOUR_EYES'],
  })
    .input(z.object({ id: entryId, reason: z.nullable(z.enum(EXCLUSION_CODES)) }))
    .output(z.object({ id: entryId, excluded: z.nullable(z.string()) })),
  runDraws: procedure({ summary: 'Freeze what is over, draw what is frozen, publish what is drawn', ...job })
    .input(z.object({}))
    .output(z.object({ moved: count })),
  runPrizes: procedure({ summary: 'Second looks, ends of claim windows, payments', ...job })
    .input(z.object({}))
    .output(z.object({ looked: count, paid: count })),
}
