/** The three years within which overpaid tax may be claimed back (征管法 §51), to the day. */
import { deferred, type Known } from '../../core/pure/calendar'
import { yearlyDateText } from '../../core/pure/date-text'
import { rowOn, type Finding } from '../../core/pure/law'
import { yearsAfter } from '../../core/pure/periods'
import { text } from '../../core/pure/text'
import { addDays, type Day } from '../../core/pure/time'
import { limitations } from '../data/limitation'

export interface LastDay {
  /** Counted plainly: the day of the same date, or the last of its month. */
  readonly plain: Day
  /** With a last day off moved to the next working day (细则 §109); unknown when its year is not published. */
  readonly outer: Known<Day>
}

/** No holiday of the table is as long: beyond it nothing that is not known can matter. */
const LONGEST_HOLIDAY = 15

export const lastDayToClaim = (settledOn: Day, today: Day): LastDay => {
  const plain = yearsAfter(settledOn, rowOn(limitations, today, 'limitation').years)
  return { plain, outer: deferred(plain) }
}

/** In time, too late, or, just after a last day of a year without a calendar, for a person to say. */
const standingOf = ({ plain, outer }: LastDay, today: Day): 'inTime' | 'late' | 'unknown' => {
  if (today <= plain) return 'inTime'
  if (outer.known) return today <= outer.value ? 'inTime' : 'late'
  return today <= addDays(plain, LONGEST_HOLIDAY) ? 'unknown' : 'late'
}

/**
 * Is it claimed in time? Too late stops it, with the statute named.
 * @param settledOn the day on which the payment of the tax was settled
 */
export const threeYears = (settledOn: Day, today: Day): Finding => {
  const { rule, basis, unconfirmed } = rowOn(limitations, today, 'limitation')
  const last = lastDayToClaim(settledOn, today)
  const standing = standingOf(last, today)
  const until = last.outer.known ? last.outer.value : last.plain
  const finding: Finding = {
    code: 'threeYears',
    rule,
    basis,
    unconfirmed,
    ok: standing === 'inTime',
    found: text(
      `${yearlyDateText(settledOn, 'zh-CN')}结算缴纳，最迟可在 ${yearlyDateText(until, 'zh-CN')}申请`,
      `Settled on ${yearlyDateText(settledOn, 'en')}; claimable until ${yearlyDateText(until, 'en')}`,
    ),
  }
  return standing === 'unknown' ? { ...finding, warning: true } : finding
}
