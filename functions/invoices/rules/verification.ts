/** Which invoices can be verified, how often, and from when: the dated rows of a day. */
import { rowOn } from '../../core/pure/law'
import { yearsAfter } from '../../core/pure/periods'
import { instantOf, dayOf, addDays, MINUTE, type Day, type Instant } from '../../core/pure/time'
import {
  dailyQueries,
  freshness,
  verificationWindows,
  type DailyQueries,
  type Freshness,
  type VerificationWindow,
} from '../data/verification'

/** @throws RangeError before 2017, when there was nothing to verify with; so do the others */
export const dailyQueriesOn = (today: Day): DailyQueries =>
  rowOn(dailyQueries, today, 'number of queries a day')
export const windowOn = (today: Day): VerificationWindow =>
  rowOn(verificationWindows, today, 'window of verification')
export const freshnessOn = (today: Day): Freshness => rowOn(freshness, today, 'freshness of verification')

/** The first day of issue that can still be verified today. */
export const verifiableFrom = (today: Day): Day => yearsAfter(today, -windowOn(today).years)

/** From when an invoice can be found, where the moment of its issue is known. */
export const foundFrom = (issuedAt: Instant): Instant => {
  const issuedOn = dayOf(issuedAt)
  const { days, minutes } = freshnessOn(issuedOn)
  return days > 0 ? instantOf(addDays(issuedOn, days)) : issuedAt + minutes * MINUTE
}
