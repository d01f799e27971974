/** How a draft begins, how one change moves what goes with it, and what is sent of it. Pure. */
import { monthsAfter } from '../../../../functions/core/pure/periods'
import { addDays, daysBetween, isDay, monthOf, type Day } from '../../../../functions/core/pure/time'
import { tidyText } from '../../../../functions/core/pure/typed-text'
import { exampleCampaigns } from '../../../../functions/lottery/data/campaigns'
import { isTree, listAt, mapTexts, valueAt, withValue, type Draft, type Json } from './tree'

export const examples = exampleCampaigns

/** Its weekdays stay, and those of fortnights. */
const WHOLE = 14
/** Until a campaign that is begun today may open. */
const AHEAD = 7

const asDraft = (value: unknown): Draft => JSON.parse(JSON.stringify(value)) as Draft

type Move = (day: Day) => Day

const fortnightsAhead = (opens: Day, least: Day): Move => {
  const days = Math.max(0, Math.ceil(daysBetween(opens, least) / WHOLE) * WHOLE)
  return (day) => addDays(day, days)
}

const isMonthEnd = (day: Day): boolean => monthOf(addDays(day, 1)) !== monthOf(day)

/** The same day of a later month, and the end of a month the end of that month. */
const monthsOn = (day: Day, months: number): Day => {
  const moved = monthsAfter(day, months)
  return isMonthEnd(day) ? addDays(monthsAfter(`${monthOf(day)}-01`, months + 1), -1) : moved
}

const monthsAhead = (opens: Day, least: Day): Move => {
  let months = 0
  while (monthsOn(opens, months) < least) months += 1
  return (day) => monthsOn(day, months)
}

const schedules = (draft: Draft): readonly Json[] =>
  listAt(draft, 'draws').map((draw) => valueAt(draw, 'schedule.every'))

/** Of months there are as many as before; where weeks are drawn too, weekdays stay. */
const ahead = (draft: Draft, opens: Day, least: Day): Move => {
  const every = schedules(draft)
  const byMonth = every.includes('month') && !every.includes('week') && !every.includes('fortnight')
  return byMonth ? monthsAhead(opens, least) : fortnightsAhead(opens, least)
}

/**
 * A campaign to begin a new one with: its days moved ahead by whole fortnights, or by whole months where it draws by the month, and
 * without its id, which is the new one’s own.
 * @param campaign shipped, or one that was published
 */
export const begunWith = (campaign: unknown, today: Day): Draft => {
  const draft = asDraft(campaign)
  const opens = valueAt(draft, 'opensOn')
  if (typeof opens !== 'string' || !isDay(opens)) return { ...draft, id: '' }
  const move = ahead(draft, opens, addDays(today, AHEAD))
  return { ...(mapTexts(draft, (one) => (isDay(one) ? move(one) : one)) as Draft), id: '' }
}

/** A text as a draft: undefined where it is no JSON of an object. */
export const readDraft = (typed: string): Draft | undefined => {
  try {
    const value = JSON.parse(typed) as Json
    return isTree(value) ? value : undefined
  } catch {
    return undefined
  }
}

const DATED = ['terms', 'pools', 'draws'] as const

const moved = (draft: Draft, path: string, before: Json, after: Json): Draft =>
  valueAt(draft, path) === before ? withValue(draft, path, after) : draft

/** Rows and days of issue that began or ended with the campaign go along with it. */
const alongWith = (draft: Draft, edge: 'opensOn' | 'closesOn', before: Json, after: Json): Draft => {
  const [row, issue] = edge === 'opensOn' ? ['effectiveFrom', 'from'] : ['effectiveTo', 'to']
  let next = draft
  for (const list of DATED)
    listAt(draft, list).forEach((_, at) => {
      next = moved(next, `${list}.${at}.${row ?? ''}`, before, after)
      next = moved(next, `${list}.${at}.invoiceDates.value.${issue ?? ''}`, before, after)
    })
  return next
}

/** One change, and what goes with it. */
export const edited = (draft: Draft, path: string, value: Json): Draft => {
  const before = valueAt(draft, path)
  const next = withValue(draft, path, value)
  const edge = path === 'opensOn' || path === 'closesOn' ? path : undefined
  return edge && typeof value === 'string' && isDay(value) && typeof before === 'string' && before !== ''
    ? alongWith(next, edge, before, value)
    : next
}

/** As it is sent: texts tidied. */
export const sentOf = (draft: Draft): string => JSON.stringify(mapTexts(draft, tidyText))

/** For the eyes of who reads JSON. */
export const shownJson = (draft: Draft): string => JSON.stringify(draft, null, 2)

/** Has it draws whose entries are drawn at once? @param rules as JSON */
export const hasInstant = (rules: string): boolean =>
  listAt(readDraft(rules) ?? {}, 'draws').some((draw) => valueAt(draw, 'kind') === 'instant')
