/** Which period of a draw an entry belongs to, and when its list is frozen, drawn, published and claimed until. Pure. */
import { deferred, type Known } from '../../core/pure/calendar'
import { deferredTerm } from '../../core/pure/deferral'
import { inForce } from '../../core/pure/law'
import { addMonths, daysInMonth } from '../../core/pure/periods'
import {
  addDays,
  clockText,
  dayOf,
  daysBetween,
  instantOf,
  minuteOf,
  monthOf,
  weekdayOf,
  type Day,
  type Instant,
} from '../../core/pure/time'
import type { Campaign, CampaignTerms } from './campaign'
import type { After, Draw, PeriodicDraw, Schedule } from './plan'

type Window = Pick<Campaign, 'opensOn' | 'closesOn'>

export interface Period {
  /** One of a draw's, by when it begins: `daily:2026-02-06T2300`. */
  readonly key: string
  /** Key of the draw. */
  readonly draw: string
  /** Entries from then on, up to before `to`. */
  readonly from: Instant
  readonly to: Instant
  /** Not before `to`: what remains of a campaign after its last freeze waits for the next. */
  readonly frozenAt: Instant
}

/** When a period is drawn and told; unknown where it depends on a calendar that is not published. */
export interface PeriodTimes {
  readonly drawnAt: Known<Instant>
  readonly publishedAt: Known<Instant>
}

const lastDayOfMonth = (month: string): Day => `${month}-${String(daysInMonth(month)).padStart(2, '0')}`
const modulo = (n: number, by: number): number => ((n % by) + by) % by

/** The last day of the stretch that a day is in. */
const stretchEnd = (schedule: Schedule, day: Day, rowEnd: Day): Day => {
  switch (schedule.every) {
    case 'day':
      return day
    case 'week':
      return addDays(day, modulo(schedule.last - weekdayOf(day), 7))
    case 'fortnight':
      return addDays(day, modulo(daysBetween(day, schedule.last), 14))
    case 'month':
      return lastDayOfMonth(monthOf(day))
    case 'campaign':
      return rowEnd
  }
}

/** The last day of the stretch before; undefined where there is none. */
const endBefore = (schedule: Schedule, end: Day): Day | undefined => {
  switch (schedule.every) {
    case 'day':
      return addDays(end, -1)
    case 'week':
      return addDays(end, -7)
    case 'fortnight':
      return addDays(end, -14)
    case 'month':
      return lastDayOfMonth(addMonths(monthOf(end), -1))
    case 'campaign':
      return undefined
  }
}

/** First and last day of a draw's row inside the campaign. */
const rowDays = ({ opensOn, closesOn }: Window, { effectiveFrom, effectiveTo }: Draw) => ({
  first: effectiveFrom < opensOn ? opensOn : effectiveFrom,
  last: effectiveTo === null || effectiveTo > closesOn ? closesOn : effectiveTo,
})

/** Instant draws are kept by legal days; a draw of the whole campaign is frozen when the campaign is over. */
const rhythmOf = (draw: Draw): Pick<PeriodicDraw, 'schedule' | 'freezeAt'> => {
  if (draw.kind === 'instant') return { schedule: { every: 'day' }, freezeAt: 1440 }
  return draw.schedule.every === 'campaign' ? { schedule: draw.schedule, freezeAt: 1440 } : draw
}

const startText = (at: Instant): string => `${dayOf(at)}T${clockText(minuteOf(at)).replace(':', '')}`

/** The period of a draw that an instant falls in; undefined outside the draw's row. */
export const periodOf = (window: Window, draw: Draw, at: Instant): Period | undefined => {
  const { first, last } = rowDays(window, draw)
  const row = { from: instantOf(first), to: instantOf(addDays(last, 1)) }
  if (at < row.from || at >= row.to) return undefined
  const { schedule, freezeAt } = rhythmOf(draw)
  const sameStretch = stretchEnd(schedule, dayOf(at), last)
  const end =
    at < instantOf(sameStretch, freezeAt) ? sameStretch : stretchEnd(schedule, addDays(sameStretch, 1), last)
  const before = endBefore(schedule, end)
  const frozenAt = instantOf(end, freezeAt)
  const from = before === undefined ? row.from : Math.max(row.from, instantOf(before, freezeAt))
  return {
    key: `${draw.key}:${startText(from)}`,
    draw: draw.key,
    from,
    to: Math.min(row.to, frozenAt),
    frozenAt,
  }
}

/** All periods of a row of a draw, in order: they tile it. */
export const periodsOf = (window: Window, draw: Draw): readonly Period[] => {
  const { first } = rowDays(window, draw)
  const periods: Period[] = []
  for (
    let period = periodOf(window, draw, instantOf(first));
    period;
    period = periodOf(window, draw, period.to)
  )
    periods.push(period)
  return periods
}

/** The row of a draw in force at an instant, and its period. */
export const entryPeriod = (
  campaign: Campaign,
  drawKey: string,
  at: Instant,
): { readonly draw: Draw; readonly period: Period } | undefined => {
  const draw = campaign.draws.find((one) => one.key === drawKey && inForce(one, dayOf(at)))
  const period = draw && periodOf(campaign, draw, at)
  return draw && period && { draw, period }
}

/** The last day that a period is of: midnight after it belongs to it still. */
const lastDayOf = ({ frozenAt }: Period): Day => dayOf(frozenAt - 1)

const timeAfter = (day: Day, { days, at }: After, onWorkingDays: boolean): Known<Instant> => {
  const plain = addDays(day, days)
  const moved: Known<Day> = onWorkingDays ? deferred(plain) : { known: true, value: plain }
  return moved.known ? { known: true, value: instantOf(moved.value, at) } : moved
}

/** Days are counted from the day of the freeze; on a day off they move on where the draw says so. */
export const timesOf = (
  { draw, publish, onWorkingDays }: Pick<PeriodicDraw, 'draw' | 'publish' | 'onWorkingDays'>,
  period: Period,
): PeriodTimes => {
  const day = lastDayOf(period)
  return {
    drawnAt: timeAfter(day, draw, onWorkingDays),
    publishedAt: timeAfter(day, publish, onWorkingDays),
  }
}

/** The last day of the public notice; the day of publication itself is not counted. */
export const noticeEnd = ({ notice }: Pick<CampaignTerms, 'notice'>, publishedOn: Day): Day =>
  addDays(publishedOn, notice?.value ?? 0)

/** The last day to claim on. */
export const claimUntil = (
  terms: Pick<CampaignTerms, 'claim' | 'notice'>,
  { wonOn, publishedOn }: { readonly wonOn: Day; readonly publishedOn: Day },
): Known<Day> => {
  const { days, from, defer } = terms.claim.value
  const after = from === 'win' ? wonOn : noticeEnd(terms, publishedOn)
  const base = addDays(after, days)
  switch (defer) {
    case 'none':
      return { known: true, value: base }
    case 'nextWorkingDay':
      return deferred(base)
    case 'article109':
      return deferredTerm({ after, base })
  }
}
