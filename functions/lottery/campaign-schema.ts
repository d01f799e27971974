/** The shape of a campaign as an operator edits it, and every problem of one in plain words. */
import * as z from 'zod/mini'
import { inputIssues } from '../core/io/entry/issues'
import { day, minute, personText } from '../core/io/schema'
import { text } from '../core/pure/text'
import { fieldName } from './data/campaign-fields'
import { UNKNOWN_FACTS, type Campaign } from './rules/campaign'
import {
  BASIS,
  CAMPAIGN_ID,
  KIND_CODE,
  MOST_CAP,
  MOST_COUNT,
  MOST_DAYS,
  MOST_MONEY,
  MOST_OUT_OF,
  MOST_PRIZE,
  MOST_ROWS,
  MOST_TIERS,
  NAME,
  NUMBER_PREFIX,
  PART_KEY,
  SECTOR_CODE,
} from './rules/campaign-limits'
import { campaignProblems, type CampaignProblem } from './rules/campaign-problems'

const whole = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most))
const code = (pattern: RegExp) => z.string().check(z.regex(pattern))
const listOf = <T extends z.ZodMiniType>(item: T, least: number, most: number) =>
  z.array(item).check(z.minLength(least), z.maxLength(most))

const texts = (limits: { readonly min: number; readonly max: number }) =>
  z.strictObject({ zh: personText(limits), en: personText(limits) })
const name = texts(NAME)
const source = { basis: texts(BASIS), unconfirmed: z.boolean() }
const dated = { effectiveFrom: day, effectiveTo: z.nullable(day) }

const sourced = <T extends z.ZodMiniType>(value: T) => z.strictObject({ value, ...source })
const optional = <T extends z.ZodMiniType>(value: T) => z.nullable(sourced(value))

const cap = optional(whole(1, MOST_CAP))
const days = whole(0, MOST_DAYS)
const sectors = listOf(z.strictObject({ name, codes: listOf(code(SECTOR_CODE), 1, MOST_ROWS) }), 0, MOST_ROWS)
const unknownFact = z.enum(['warn', 'refuse'])

const terms = z.strictObject({
  ...dated,
  kinds: optional(listOf(code(KIND_CODE), 1, MOST_ROWS)),
  number: optional(
    z.strictObject({
      prefixes: listOf(code(NUMBER_PREFIX), 0, MOST_ROWS),
      digits: z.nullable(whole(8, 20)),
    }),
  ),
  regions: optional(listOf(z.string().check(z.maxLength(6)), 1, MOST_ROWS)),
  sectors: optional(z.strictObject({ included: sectors, excluded: sectors })),
  noProxy: optional(z.literal(true)),
  floor: optional(whole(0, MOST_MONEY)),
  invoiceDates: sourced(z.strictObject({ from: day, to: day, withinDays: z.nullable(whole(0, MOST_DAYS)) })),
  title: sourced(z.enum(['exact', 'person'])),
  waitMinutes: optional(whole(1, 7 * 1440)),
  perDay: cap,
  perMonth: cap,
  inAll: cap,
  winsPerInvoice: sourced(whole(1, 10)),
  adultFrom: optional(whole(18, 100)),
  unknown: z.strictObject(
    Object.fromEntries(UNKNOWN_FACTS.map((fact) => [fact, unknownFact])) as Record<
      (typeof UNKNOWN_FACTS)[number],
      typeof unknownFact
    >,
  ),
  secondCheck: optional(whole(1, MOST_DAYS)),
  notice: optional(whole(1, MOST_DAYS)),
  claim: sourced(
    z.strictObject({
      days: whole(1, MOST_DAYS),
      from: z.enum(['win', 'notice']),
      defer: z.enum(['none', 'nextWorkingDay', 'article109']),
    }),
  ),
  payWithin: optional(whole(1, 250)),
  redraw: sourced(z.enum(['replacement', 'pool'])),
})

const pool = z.strictObject({
  ...dated,
  ...source,
  key: code(PART_KEY),
  name,
  money: z.enum(['central', 'municipal']),
  total: whole(1, MOST_MONEY),
  perPeriod: z.nullable(whole(1, MOST_MONEY)),
})

const drawOf = { ...dated, ...source, key: code(PART_KEY), name, pool: code(PART_KEY) }
const tierOf = { key: code(PART_KEY), name, prize: whole(1, MOST_PRIZE) }

const instantDraw = z.strictObject({
  ...drawOf,
  kind: z.literal('instant'),
  outOf: whole(1, MOST_OUT_OF),
  bands: listOf(
    z.strictObject({
      from: whole(0, MOST_MONEY),
      below: z.nullable(whole(1, MOST_MONEY)),
      tiers: listOf(z.strictObject({ ...tierOf, share: whole(1, MOST_OUT_OF) }), 1, MOST_TIERS),
    }),
    1,
    MOST_TIERS,
  ),
})

const schedule = z.discriminatedUnion('every', [
  z.strictObject({ every: z.literal('day') }),
  z.strictObject({ every: z.literal('week'), last: z.literal([1, 2, 3, 4, 5, 6, 7]) }),
  z.strictObject({ every: z.literal('fortnight'), last: day }),
  z.strictObject({ every: z.literal('month') }),
  z.strictObject({ every: z.literal('campaign') }),
])
const after = z.strictObject({ days, at: minute })

const periodicDraw = z.strictObject({
  ...drawOf,
  kind: z.literal('periodic'),
  schedule,
  freezeAt: whole(1, 1440),
  draw: after,
  publish: after,
  onWorkingDays: z.boolean(),
  takes: z.enum(['all', 'losers']),
  tiers: listOf(z.strictObject({ ...tierOf, count: z.nullable(whole(1, MOST_COUNT)) }), 1, MOST_TIERS),
})

/** Fields one by one; whether they hold together is told by `validateCampaign`. */
export const campaignSchema = z.strictObject({
  ...source,
  id: code(CAMPAIGN_ID),
  name,
  organiser: name,
  place: name,
  opensOn: day,
  closesOn: day,
  terms: listOf(terms, 1, MOST_ROWS),
  pools: listOf(pool, 1, MOST_ROWS),
  draws: listOf(z.discriminatedUnion('kind', [instantDraw, periodicDraw]), 1, MOST_ROWS),
})

export type CampaignValidation =
  | { readonly ok: true; readonly campaign: Campaign }
  | { readonly ok: false; readonly problems: readonly CampaignProblem[] }

/** The schema's issues, each begun with the name of its field, in both languages. */
const shapeProblems = (issues: readonly unknown[], input: unknown): readonly CampaignProblem[] => {
  const found = { issues, schema: campaignSchema, input }
  const english = inputIssues(found, 'en')
  return inputIssues(found, 'zh-CN').map(({ path, code: what, message }, at) => {
    const field = fieldName(path)
    return {
      path,
      code: what,
      message: text(`${field.zh}：${message}`, `${field.en}: ${english[at]?.message ?? message}`),
    }
  })
}

/** Any value whatever: the campaign as it is kept, or all that is wrong with it. What does not hold together is told once fields are right. */
export const validateCampaign = (input: unknown): CampaignValidation => {
  const parsed = z.safeParse(campaignSchema, input)
  if (!parsed.success) return { ok: false, problems: shapeProblems(parsed.error.issues, input) }
  const campaign: Campaign = parsed.data
  const problems = campaignProblems(campaign)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, campaign }
}
