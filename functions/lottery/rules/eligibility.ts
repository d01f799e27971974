/** May this invoice enter this campaign, now? Every reason at once, each with its rule, and when it is worth trying again. Pure. */
import { dayOf, type Instant } from '../../core/pure/time'
import { entryWindow, termsAt, type Campaign } from './campaign'
import { entrantChecks } from './checks-entrant'
import { invoiceChecks } from './checks-invoice'
import { issuerChecks } from './checks-issuer'
import type { Entrant, EntrantInvoice, EntryCounts } from './entrant'
import { lastMoment, type Check, type Question, type Reason } from './reason'

export { countsOf, totalOf } from './entrant'
export type { Entrant, EntrantInvoice, EntryCounts } from './entrant'
export type { Reason, ReasonCode, ReasonStatus } from './reason'

/**
 * `open`: nothing stands against it. `doubtful`: it may be entered, and something is looked at before a prize is paid. `wait`: not
 * now, but later. `closed`: not at all.
 */
export type Verdict = 'open' | 'doubtful' | 'wait' | 'closed'

export interface Eligibility {
  readonly verdict: Verdict
  /** It may be entered now. */
  readonly mayEnter: boolean
  /** Where waiting helps against all that stands against it: when. */
  readonly again: Instant | null
  /** Every rule of the campaign that was looked at, kept or not. */
  readonly reasons: readonly Reason[]
}

/** Each looks at one thing, and at nothing that another has found: their order means nothing. */
export const CHECKS: readonly Check[] = [...invoiceChecks, ...issuerChecks, ...entrantChecks]

/** What stands in the way, whatever else was found. */
export const blocks = ({ ok, warning }: Pick<Reason, 'ok' | 'warning'>): boolean => !ok && !warning

/** Of any list of reasons, in any order. */
export const verdictOf = (reasons: readonly Reason[]): Omit<Eligibility, 'reasons'> => {
  const blocking = reasons.filter(blocks)
  if (blocking.length === 0) {
    const doubtful = reasons.some(({ warning }) => warning)
    return { verdict: doubtful ? 'doubtful' : 'open', mayEnter: true, again: null }
  }
  const times = blocking.flatMap(({ again }) => (again === undefined ? [] : [again]))
  return times.length === blocking.length
    ? { verdict: 'wait', mayEnter: false, again: Math.max(...times) }
    : { verdict: 'closed', mayEnter: false, again: null }
}

/**
 * The rules are those of the day of entering, whenever the invoice was issued.
 * @param now also tells which legal day and month `counts` are of
 * @throws RangeError for a campaign without terms on a day of its own: kept out by `campaignProblems`
 */
export const eligibility = (
  campaign: Campaign,
  invoice: EntrantInvoice,
  entrant: Entrant,
  counts: EntryCounts,
  now: Instant,
): Eligibility => {
  const terms = termsAt(campaign, now)
  const window = entryWindow(campaign)
  const question: Question = {
    campaign,
    terms,
    invoice,
    entrant,
    counts,
    now,
    today: dayOf(now),
    window,
    last: lastMoment(window.to, terms, invoice),
  }
  const reasons = CHECKS.flatMap((check) => check(question) ?? [])
  return { ...verdictOf(reasons), reasons }
}
