/**
 * Patterns that a reviewer should look at: purchases that were split, and bursts. Each flag says why, and names the entries. A flag
 * blocks nothing and voids nothing: a person decides. Pure.
 */
import type { Basis } from '../../core/pure/law'
import { text, type Text } from '../../core/pure/text'
import { MINUTE, type Day, type Instant } from '../../core/pure/time'
import { guardsOn, type GuardRow } from '../data/guards'
import { bursts, groupBy, runs } from './clusters'
import { saidCount, saidDay, saidYuan } from './said'

export type FlagCode = 'split' | 'inARow' | 'roundSum' | 'burst' | 'manyShops'

export interface Flag extends Basis {
  readonly code: FlagCode
  /** A sentence with the figures; no names, no numbers of invoices. */
  readonly reason: Text
  /** Ids of the entries concerned, in order of time or number. */
  readonly entries: readonly string[]
}

export interface GuardedEntry {
  readonly id: string
  /** Whoever entered it; any stable pseudonym. */
  readonly entrant: string
  /** The shop: its tax number or a pseudonym; null: not known, and then nothing is said of it. */
  readonly issuer: string | null
  readonly code: string
  readonly number: string
  /** Fen, total including tax; null: not known. */
  readonly total: number | null
  readonly issuedOn: Day
  /** Exact, where known. */
  readonly issuedAt: Instant | null
  readonly enteredAt: Instant
}

interface Look {
  readonly entries: readonly GuardedEntry[]
  readonly row: GuardRow
  /** Fen. */
  readonly floor: number
}

type Guard = (look: Look) => readonly Flag[]

const flag = (
  { rule, basis, unconfirmed }: Basis,
  code: FlagCode,
  reason: Text,
  entries: readonly GuardedEntry[],
): Flag => ({ code, reason, entries: entries.map(({ id }) => id), rule, basis, unconfirmed })

/** The best time that is known of a purchase: that of the invoice, else that of entering it. */
const timeOf = ({ issuedAt, enteredAt }: GuardedEntry): Instant => issuedAt ?? enteredAt

const hasIssuer = ({ issuer }: GuardedEntry): boolean => issuer !== null

/** One buyer at one shop. */
const pairs = (entries: readonly GuardedEntry[]): readonly (readonly GuardedEntry[])[] => [
  ...groupBy(entries.filter(hasIssuer), ({ entrant, issuer }) => JSON.stringify([entrant, issuer])).values(),
]

const minutesBetween = (entries: readonly GuardedEntry[]): number => {
  const times = entries.map(timeOf)
  return Math.ceil(((times[times.length - 1] ?? 0) - (times[0] ?? 0)) / MINUTE)
}

const split: Guard = ({ entries, row, floor }) => {
  const { invoices, minutes, abovePercent } = row.split
  const most = Math.floor((floor * (100 + abovePercent)) / 100)
  const justAbove = entries.filter(({ total }) => total !== null && total >= floor && total <= most)
  const least = saidYuan(floor)
  return pairs(justAbove)
    .flatMap((pair) =>
      bursts(pair, { at: timeOf, nameOf: ({ id }) => id, span: minutes * MINUTE, least: invoices }),
    )
    .map((group) => {
      const within = Math.max(1, minutesBetween(group))
      const reason = text(
        `同一人在同一商户 ${within} 分钟内开具 ${group.length} 张发票，每张都只略高于 ${least.zh}`,
        `One person has ${group.length} invoices of one shop within ${within} minutes, each just above ${least.en}`,
      )
      return flag(row, 'split', reason, group)
    })
}

/** Digits that count up; twenty of them are more than a safe integer, and their head names year, region and channel. */
const COUNTING = 15

const inARow: Guard = ({ entries, row }) =>
  pairs(entries)
    .flatMap((pair) => [
      ...groupBy(
        pair,
        ({ code, number }) => `${code}|${number.length}|${number.slice(0, -COUNTING)}`,
      ).values(),
    ])
    .flatMap((series) => runs(series, ({ number }) => Number(number.slice(-COUNTING)), row.inARow.invoices))
    .map((group) =>
      flag(
        row,
        'inARow',
        text(
          `同一人在同一商户的 ${group.length} 张发票号码相连`,
          `One person has ${group.length} invoices of one shop whose numbers follow one another`,
        ),
        group,
      ),
    )

const roundSum: Guard = ({ entries, row }) => {
  const { invoices, multiple, least } = row.roundSum
  const odd = entries.filter(({ total }) => total !== null && total > 0 && total % multiple !== 0)
  return pairs(odd)
    .flatMap((pair) => [...groupBy(pair, ({ issuedOn }) => issuedOn).values()])
    .flatMap((group) => {
      const sum = group.reduce((all, { total }) => all + (total ?? 0), 0)
      const [first] = group
      if (!first || group.length < invoices || sum < least || sum % multiple !== 0) return []
      const [shown, day] = [saidYuan(sum), saidDay(first.issuedOn)]
      const reason = text(
        `同一人 ${day.zh}在同一商户有 ${group.length} 张零散金额的发票，合计正好 ${shown.zh}，可能是一次消费拆开`,
        `On ${day.en} one person has ${group.length} invoices of one shop in odd amounts that come to exactly ${shown.en}: perhaps one purchase`,
      )
      return [flag(row, 'roundSum', reason, group)]
    })
}

const burst: Guard = ({ entries, row }) => {
  const { entrants, minutes } = row.burst
  const shops = [...groupBy(entries.filter(hasIssuer), ({ issuer }) => issuer ?? '').values()]
  return shops
    .flatMap((shop) =>
      bursts(shop, {
        at: ({ enteredAt }) => enteredAt,
        nameOf: ({ entrant }) => entrant,
        span: minutes * MINUTE,
        least: entrants,
      }),
    )
    .map((group) => {
      const different = new Set(group.map(({ entrant }) => entrant)).size
      const reason = text(
        `同一商户的发票在短时间内由 ${saidCount(different)} 人集中参加（每 ${minutes} 分钟不少于 ${entrants} 人）`,
        `Invoices of one shop were entered by ${saidCount(different)} people in a burst (${entrants} or more within ${minutes} minutes)`,
      )
      return flag(row, 'burst', reason, group)
    })
}

const manyShops: Guard = ({ entries, row }) => {
  const { shops, minutes } = row.manyShops
  // The time of entering says nothing here: people enter a week's invoices in one go.
  const timed = entries.filter((entry) => hasIssuer(entry) && entry.issuedAt !== null)
  return [...groupBy(timed, ({ entrant }) => entrant).values()]
    .flatMap((person) =>
      bursts(person, {
        at: timeOf,
        nameOf: ({ issuer }) => issuer ?? '',
        span: minutes * MINUTE,
        least: shops,
      }),
    )
    .flatMap((group) => {
      const [first] = group
      if (!first) return []
      const different = new Set(group.map(({ issuer }) => issuer)).size
      const day = saidDay(first.issuedOn)
      const reason = text(
        `同一人 ${day.zh}有 ${different} 家商户几乎同时开具的发票（${minutes} 分钟内不少于 ${shops} 家），网购除外不太可能`,
        `On ${day.en} one person has invoices of ${different} shops issued almost at once (${shops} or more within ${minutes} minutes): hardly possible but online`,
      )
      return [flag(row, 'manyShops', reason, group)]
    })
}

const GUARDS: readonly Guard[] = [split, inARow, roundSum, burst, manyShops]

/**
 * All that is worth a look among the entries of a period, whatever their order.
 * @param look.day whose thresholds hold
 * @param look.floor fen: the least that an invoice of the campaign is of
 */
export const flagsOf = (
  entries: readonly GuardedEntry[],
  { day, floor }: { readonly day: Day; readonly floor: number },
): readonly Flag[] => {
  const inOrder = [...entries].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  const row = guardsOn(day)
  return GUARDS.flatMap((guard) => guard({ entries: inOrder, row, floor }))
}
