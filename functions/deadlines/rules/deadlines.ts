/** The deadlines of one taxpayer, by its profile: rules, not typed dates. Pure: the mini-program runs it too. */
import { inForce } from '../../core/pure/law'
import type { ObligationCode } from '../../core/pure/obligation-names'
import { addMonths } from '../../core/pure/periods'
import { monthOf, type Day } from '../../core/pure/time'
import { obligations } from '../data/obligations'
import type { Obligation } from '../data/obligation'
import type { Period } from '../data/taxpayers'
import { periodOf, type Profile } from './profile'
import { dayOfDue, lawfulDays, occurrencesOf, trackOf, type Days, type Occurrence } from './tracks'

export interface Deadline extends Occurrence {
  /** `<obligation>.<period>`: the same whenever and wherever it is reckoned, wherever its day moves. */
  readonly id: string
  readonly code: ObligationCode
  /** What it is filed for: `2026-03`, `2026Q1`, `2026H1`, `2025`. */
  readonly period: string
  /** The first day on which it is filed. */
  readonly opens: Day
  readonly obligation: Obligation
}

export interface Range {
  readonly from: Day
  readonly to: Day
}

/** The period that ended before a month. */
const periodBefore = (period: Period, month: string): string => {
  const last = addMonths(month, -1)
  const [year = '', number = ''] = last.split('-')
  switch (period) {
    case 'month':
      return last
    case 'quarter':
      return `${year}Q${Math.ceil(Number(number) / 3)}`
    case 'half':
      return `${year}H${Number(number) <= 6 ? 1 : 2}`
    case 'year':
      return year
  }
}

type Filed = Pick<Deadline, 'period' | 'opens'>

const filedFor = ({ schedule }: Obligation, period: Period | undefined, base: Day): Filed => {
  const [month, year] = [monthOf(base), Number(base.slice(0, 4))]
  if (schedule.kind === 'yearly')
    return {
      period: String(schedule.of === 'before' ? year - 1 : year),
      opens: `${year}-${schedule.opens}`,
    }
  return { period: periodBefore(period ?? 'month', month), opens: `${month}-01` }
}

const ofObligation = (
  obligation: Obligation,
  { profile, range, days }: { readonly profile: Profile; readonly range: Range; readonly days: Days },
): readonly Deadline[] => {
  const { code, tax, who, schedule } = obligation
  if (tax === 'event' || !who.includes(profile.kind) || !profile.taxes.includes(tax)) return []
  const period = periodOf(profile, tax)
  const track = trackOf(schedule, period)
  if (track === undefined) return []
  return occurrencesOf(track, range, days)
    .filter(({ base }) => inForce(obligation, base))
    .map((one) => {
      const filed = filedFor(obligation, period, one.base)
      return { ...one, ...filed, id: `${code}.${filed.period}`, code, obligation }
    })
}

/**
 * What a taxpayer has to file between two days, both included, by the day it is due; one whose day is not known yet stands at
 * its plain last day.
 */
export const deadlinesOf = (profile: Profile, range: Range, days: Days = lawfulDays): readonly Deadline[] =>
  obligations
    .flatMap((obligation) => ofObligation(obligation, { profile, range, days }))
    .sort((a, b) => (dayOfDue(a) < dayOfDue(b) ? -1 : dayOfDue(a) > dayOfDue(b) ? 1 : 0))

const ID = /^([a-zA-Z]{2,30})\.(\d{4}(?:-\d{2}|Q[1-4]|H[12])?)$/

/** Does it look like a deadline's id? */
export const isDeadlineId = (id: string): boolean => ID.test(id)

/** The years in which the deadline of that id can fall, as days. */
const rangeOfId = (id: string): Range | undefined => {
  const year = Number(ID.exec(id)?.[2]?.slice(0, 4))
  return year ? { from: `${year}-01-01`, to: `${year + 2}-01-31` } : undefined
}

/** One of this taxpayer's by its id; undefined when it has none of that id. */
export const deadlineById = (profile: Profile, id: string, days: Days = lawfulDays): Deadline | undefined => {
  const range = rangeOfId(id)
  return range && deadlinesOf(profile, range, days).find((one) => one.id === id)
}
