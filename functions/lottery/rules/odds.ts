/** What an entrant is told before entering: the odds of each prize, what floats and why, and the rest of the pool. Pure. */
import { text, type Text } from '../../core/pure/text'
import { chanceText } from './chance'
import type { Band, InstantDraw, OddsTier, PeriodicDraw } from './plan'
import { prizesOf } from './pool'
import { floorOf, rational, type Rational } from './rational'
import { saidCount, saidYuan } from './said'

export interface TierOdds {
  readonly key: string
  readonly name: Text
  /** Fen. */
  readonly prize: number
  readonly chance: Rational
  /** The chance in words, or why there is none now. */
  readonly said: Text
  /** Prizes in this draw; absent for instant draws, which have no number. */
  readonly count?: number
}

export interface Odds {
  readonly tiers: readonly TierOdds[]
  /** Of any prize at all. */
  readonly any: Rational
  readonly anySaid: Text
  /** Fen that can still be won here. */
  readonly left: number
  readonly leftSaid: Text
  /** Prizes to be expected of what is left, rounded down. */
  readonly prizesLeft: number
  /** Where the odds go by how many enter: that, and what they would have been yesterday. */
  readonly floating: Text | null
  readonly unconfirmed: boolean
}

const restText = (left: number, total: number, prizes: number): Text => {
  const [rest, all] = [saidYuan(left), saidYuan(total)]
  return text(
    `奖金还剩 ${rest.zh}（共 ${all.zh}），预计还能发出 ${saidCount(prizes)} 个奖`,
    `${rest.en} of ${all.en} is left, for about ${saidCount(prizes)} prizes`,
  )
}

/** The band of an invoice; while its total is not known, the lowest: nothing is promised that may not hold. */
export const bandOf = ({ bands }: Pick<InstantDraw, 'bands'>, total: number | null): Band | undefined =>
  total === null
    ? bands[0]
    : bands.find(({ from, below }) => from <= total && (below === null || total < below))

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

const cannotPay = text('奖金余额不够发这一档', 'The money left does not pay this prize')

const tierOdds = (outOf: number, left: number, { key, name, prize, share }: OddsTier): TierOdds => {
  const paid = prize <= left
  const chance = rational(paid ? share : 0, outOf)
  return { key, name, prize, chance, said: paid ? chanceText(chance) : cannotPay }
}

/**
 * Of an invoice entered now. A prize that the pool cannot pay is not won: its chance is none, and said to be.
 * @param invoice fen; `null`: not known, the lowest band is told
 * @param left fen in the pool
 * @param total fen that the pool began with
 */
export const instantOdds = (
  draw: InstantDraw,
  {
    invoice,
    left,
    total,
  }: { readonly invoice: number | null; readonly left: number; readonly total: number },
): Odds => {
  const band = bandOf(draw, invoice)?.tiers ?? []
  const tiers = band.map((tier) => tierOdds(draw.outOf, left, tier))
  const payable = band.filter(({ prize }) => prize <= left)
  const shares = sum(payable.map(({ share }) => share))
  const worth = sum(payable.map(({ share, prize }) => share * prize))
  // One prize is worth `worth / shares` on average.
  const prizesLeft = worth === 0 ? 0 : floorOf(left, shares, worth)
  const any = rational(shares, draw.outOf)
  return {
    tiers,
    any,
    anySaid: chanceText(any),
    left,
    leftSaid: restText(left, total, prizesLeft),
    prizesLeft,
    floating: null,
    unconfirmed: draw.unconfirmed,
  }
}

const among = (prizes: number, entries: number): Rational => rational(Math.min(prizes, entries), entries)

const floatingText = (prizes: number, yesterday: number | null, perDay: boolean): Text => {
  const said = text(
    `中奖机会随参加的发票数变化：参加的越多，每张的机会越小`,
    'The odds float: the more invoices enter, the smaller the chance of each',
  )
  if (yesterday === null || yesterday === 0) return said
  const [count, chance] = [saidCount(yesterday), chanceText(among(prizes, yesterday))]
  const [zh, en] = perDay ? ['昨天', 'Yesterday'] : ['上一期', 'In the last period']
  return text(
    `${said.zh}。${zh}有 ${count} 张，若一样多，则为：${chance.zh}`,
    `${said.en}. ${en} ${count} entered; with as many it is ${chance.en}`,
  )
}

export interface PeriodicQuestion {
  /** Entries of the period, the one that is asked about included: 1 or more. */
  readonly entries: number
  /** Entries of the period before; `null`: there was none. */
  readonly yesterday: number | null
  /** Fen that this period may still take of its pool (`leftForPeriod`). */
  readonly left: number
  /** Fen that the period, or where it has no share of its own the pool, began with. */
  readonly total: number
}

/**
 * Of one entry in a draw of its period, if nobody else entered until the freeze. All entries are alike: each has the same chance of each
 * prize, and of any of them their sum.
 * @throws RangeError for less than one entry
 */
export const periodicOdds = (draw: PeriodicDraw, question: PeriodicQuestion): Odds => {
  const { entries, yesterday, left, total } = question
  if (!Number.isSafeInteger(entries) || entries < 1) throw new RangeError(`entries: ${entries}`)
  const planned = prizesOf(draw.tiers, { fen: left, entries })
  const tiers = draw.tiers.map(({ key, name, prize }, at): TierOdds => {
    const count = planned[at]?.count ?? 0
    const chance = among(count, entries)
    return { key, name, prize, count, chance, said: prize <= left ? chanceText(chance) : cannotPay }
  })
  const given = sum(planned.map(({ count }) => count))
  const any = among(given, entries)
  // As many as the money pays, however few have entered so far.
  const payable = sum(
    prizesOf(draw.tiers, { fen: left, entries: Number.MAX_SAFE_INTEGER }).map(({ count }) => count),
  )
  return {
    tiers,
    any,
    anySaid: chanceText(any),
    left,
    leftSaid: restText(left, total, payable),
    prizesLeft: payable,
    floating: floatingText(payable, yesterday, draw.schedule.every === 'day'),
    unconfirmed: draw.unconfirmed,
  }
}
