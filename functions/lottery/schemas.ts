/** Shapes that the procedures of `lottery` share. */
import * as z from 'zod/mini'
import { basis, count, day, instant, text } from '../core/io/schema'
import { CAMPAIGN_ID } from './rules/campaign-limits'

export const campaignId = z.string().check(z.regex(CAMPAIGN_ID))
export const entryId = z.string().check(z.regex(/^en_[0-9a-f]{32}$/))
export const prizeId = z.string().check(z.regex(/^pz_[0-9a-z]{26}$/))
export const drawId = z
  .string()
  .check(z.regex(/^[a-z0-9-]{2,60}\.[a-zA-Z0-9-]{1,40}\.\d{4}-\d{2}-\d{2}T\d{4}$/))
export const money = count

const digits = (form: RegExp) => z.string().check(z.regex(form))
/** What an invoice says of itself, as in `invoices`. */
export const facts = z.object({
  kind: digits(/^\d{2}$/),
  code: digits(/^(\d{10}|\d{12})?$/),
  number: digits(/^(\d{8}|\d{20})$/),
  issuedOn: day,
  amount: z.int().check(z.minimum(-1e12), z.maximum(1e12)),
  amountOf: z.enum(['net', 'total']),
  checkCode: digits(/^(\d{20}|\d{6})?$/),
})

export const reason = z.extend(basis, {
  code: z.string(),
  status: z.enum(['ok', 'wait', 'no', 'unknown']),
  ok: z.boolean(),
  warning: z.boolean(),
  found: text,
  again: z.nullable(instant),
})

const tierOdds = z.object({
  key: z.string(),
  name: text,
  prize: money,
  said: text,
  count: z.nullable(count),
})

/** The odds of one draw, as told before entering. */
export const odds = z.object({
  draw: z.string(),
  name: text,
  kind: z.enum(['instant', 'periodic']),
  tiers: z.array(tierOdds),
  any: text,
  left: money,
  leftSaid: text,
  floating: z.nullable(text),
  unconfirmed: z.boolean(),
  /** Of an instant draw with several: fen, invoices from there on, up to before `below`. */
  band: z.nullable(z.object({ from: money, below: z.nullable(money) })),
  /** Of a periodic draw: when this period's list is frozen, drawn and told; null where a calendar is not published. */
  frozenAt: z.nullable(instant),
  drawnAt: z.nullable(instant),
})

export const campaignRow = z.object({
  id: campaignId,
  name: text,
  organiser: text,
  place: text,
  opensOn: day,
  closesOn: day,
  basis: text,
  unconfirmed: z.boolean(),
  /** SHA-256 of the published rules, hex. */
  rulesHash: z.string(),
})

/** `open`: entries join it. */
export const drawKind = z.enum(['periodic', 'instant'])
export const drawState = z.enum(['open', 'freezing', 'empty', 'frozen', 'drawn', 'published'])

export const drawRow = z.object({
  id: drawId,
  campaign: campaignId,
  /** `instant`: a day of instant draws, of one band of amounts. */
  kind: drawKind,
  draw: z.string(),
  period: z.string(),
  from: instant,
  to: instant,
  state: drawState,
  /** 0: not yet. */
  frozenAt: instant,
  /** Of a day: when its seed was committed to. */
  openedAt: z.nullable(instant),
  /** The named round of public randomness (0: a day has none), and when it is published; of a day, when its seed is shown. */
  round: count,
  roundAt: instant,
  count,
  fen: money,
  /** Prizes that were written. */
  prizes: count,
  /** Published files and how long each is. */
  files: z.array(z.object({ name: z.string(), size: count })),
})

/** What an entry won at once. */
export const instantShown = z.object({
  drawId,
  /** Null: nothing. */
  tier: z.nullable(z.string()),
  tierName: z.nullable(text),
  fen: money,
  /** Its number hit a prize that the day's money no longer paid. */
  spent: z.boolean(),
  prizeId: z.nullable(prizeId),
})

export const entry = z.object({
  id: entryId,
  campaign: campaignId,
  campaignName: text,
  at: instant,
  total: z.nullable(money),
  doubts: z.array(z.string()),
  excluded: z.nullable(z.string()),
  instant: z.nullable(instantShown),
  /** Draws of the periods that it is in. */
  draws: z.array(
    z.object({
      id: drawId,
      draw: z.string(),
      state: drawState,
      closesAt: instant,
    }),
  ),
  prizes: z.array(prizeId),
})

/** With it anybody shows that the entry stood in the list, at its place, and whose it is. */
export const proof = z.object({
  index: count,
  count,
  entry: z.string(),
  path: z.array(z.string()),
})

export const prize = z.object({
  id: prizeId,
  campaign: campaignId,
  campaignName: text,
  drawId: z.string(),
  tier: z.string(),
  tierName: text,
  fen: money,
  tax: money,
  payable: money,
  state: z.enum([
    'won',
    'checking',
    'confirmed',
    'claimed',
    'ordered',
    'bankRejected',
    'paid',
    'void',
    'expired',
    'declined',
  ]),
  /** Where it stands, in words, with its date. */
  said: text,
  until: z.nullable(day),
  wonAt: instant,
  account: z.nullable(z.object({ bank: z.string(), holder: z.string(), number: z.string() })),
  /** While the bank's refusal stands: why the money came back, what to do about it, and when that was. */
  returned: z.nullable(z.object({ reason: text, next: text, at: instant })),
  moves: z.array(z.string()),
})
