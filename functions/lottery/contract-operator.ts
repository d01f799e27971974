/** What `lottery` offers to who runs campaigns, and to schedules. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { count, text } from '../core/io/schema'
import { fieldProblem, tidyText } from '../core/pure/typed-text'
import { hallId } from '../halls/public'
import './data/errors'
import { campaignId, drawId } from './schemas'

/** Characters of a campaign as JSON. */
const RULES = { min: 2, max: 60_000 }
const job = { allow: ['timer'], scope: 'public', effect: 'job' } as const
const drawing = { allow: ['supervisor', 'notary'], scope: 'hall', duty: 'draw' } as const

export const operatorContract = {
  saveCampaign: procedure({
    summary: 'Keep a campaign as a draft; every problem of its rules at once',
    ...drawing,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CAMPAIGN_FAULTS', 'CAMPAIGN_PUBLISHED', 'CAMPAIGN_CHANGED'],
    data: {
      CAMPAIGN_FAULTS: z.object({ problems: z.array(z.object({ path: z.string(), message: text })) }),
    },
  })
    .input(
      z.object({
        hallId,
        /** `rulesHash` of the draft that was edited; null: there is none yet. Absent: whatever stands is replaced. */
        from: z.optional(z.nullable(z.string().check(z.regex(/^[0-9a-f]{64}$/)))),
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
    summary: 'Publish a draft that another saved: its rules do not change from then on',
    ...drawing,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'CAMPAIGN_PUBLISHED', 'CAMPAIGN_CHANGED', 'FOUR_EYES'],
  })
    .input(
      z.object({
        id: campaignId,
        /** Of the rules that were read before they were published. */
        rulesHash: z.optional(z.string().check(z.regex(/^[0-9a-f]{64}$/))),
      }),
    )
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
  runDraws: procedure({ summary: 'Freeze what is over, draw what is frozen, publish what is drawn', ...job })
    .input(z.object({}))
    .output(z.object({ moved: count })),
  countEntries: procedure({ summary: 'Count what was entered, each entry once', ...job })
    .input(z.object({}))
    .output(z.object({ counted: count })),
  runPrizes: procedure({ summary: 'Second looks, ends of claim windows, payments', ...job })
    .input(z.object({}))
    .output(z.object({ looked: count, paid: count })),
}
