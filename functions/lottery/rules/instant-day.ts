/** What a day of instant draws is opened with: its money, its rules, the name of its period. Pure. */
import { addDays, instantOf, type Day } from '../../core/pure/time'
import type { Campaign } from './campaign'
import type { DayRules } from './draw/instant'
import { periodOf, type Period } from './periods'
import type { Band, InstantDraw } from './plan'
import { floorOf } from './rational'

/** A day's list is one band's: what an invoice may win goes by its amount, which a public list does not say. */
export interface DayOfBand {
  readonly draw: InstantDraw
  readonly band: Band
  readonly place: number
  readonly day: Day
  readonly period: Period
}

/** How the name of a band's list ends, after the key of its draw; no key of a draw ends so (`keyOfBand`). */
export const OF_BAND = /-band\d+$/

const bandPeriod = (period: Period, place: number): Period => ({
  ...period,
  key: period.key.replace(':', `-band${place}:`),
})

/** The days of a draw's bands; none where the draw does not take place on that day. */
export const daysOfBands = (campaign: Campaign, draw: InstantDraw, day: Day): readonly DayOfBand[] => {
  const period = periodOf(campaign, draw, instantOf(day))
  if (!period) return []
  return draw.bands.map((band, place) => ({ draw, band, place, day, period: bandPeriod(period, place) }))
}

/** Where the rules give a day no share of its own, it has this part of what is left: the next day is opened before this one is over. */
const PART_OF_REST = 4

const worthOf = ({ tiers }: Band): number => tiers.reduce((sum, { share, prize }) => sum + share * prize, 0)
const dearest = ({ tiers }: Band): number => Math.max(0, ...tiers.map(({ prize }) => prize))

/** By what an entry of each band is worth on average: as if as many came of each. */
const partOf = (whole: number, draw: InstantDraw, band: Band): number =>
  floorOf(
    whole,
    worthOf(band),
    draw.bands.reduce((sum, one) => sum + worthOf(one), 0),
  )

/**
 * Fen that the bands of a day set aside, in their order. Each no less than its dearest prize, as long as there is so much: else that
 * could never be won.
 * @param left fen in the pool now
 * @param perPeriod fen that a day may take of the pool; `null`: the rules do not say
 */
export const dayMoney = (
  { closesOn }: Pick<Campaign, 'closesOn'>,
  { draw, day }: Pick<DayOfBand, 'draw' | 'day'>,
  { left, perPeriod }: { readonly left: number; readonly perPeriod: number | null },
): readonly number[] => {
  const last = day >= closesOn || day === draw.effectiveTo
  const whole = Math.min(left, perPeriod ?? (last ? left : Math.floor(left / PART_OF_REST)))
  let rest = left
  return draw.bands.map((band) => {
    const fen = Math.min(rest, Math.max(partOf(whole, draw, band), dearest(band)))
    rest -= fen
    return fen
  })
}

/** As they are published before the day. */
export const dayRules = (
  campaign: Pick<Campaign, 'id'>,
  { draw, band, day, period }: DayOfBand,
  { rulesHash, fen }: { readonly rulesHash: string; readonly fen: number },
): DayRules => ({
  campaign: campaign.id,
  period: period.key,
  day,
  band: { from: band.from, below: band.below },
  campaignRules: rulesHash,
  tiers: band.tiers.map(({ key, prize, share }) => ({
    tier: key,
    prize,
    odds: { of: share, in: draw.outOf },
    places: null,
  })),
  pool: fen,
})

/** The minute of the day before from which on a day is opened. */
export const OPENED_FROM = 720

/** Is it time to open this day? From noon of the day before until it begins. */
export const isToBeOpened = (day: Day, now: number): boolean =>
  now >= instantOf(addDays(day, -1), OPENED_FROM) && now < instantOf(day)
