/** What eligibility finds: one reason a rule, plainly said, and when it is worth trying again. Pure. */
import type { Finding } from '../../core/pure/law'
import { text, type Text } from '../../core/pure/text'
import { addDays, instantOf, type Day, type Instant } from '../../core/pure/time'
import type { Campaign, CampaignTerms, UnknownFact } from './campaign'
import type { Entrant, EntrantInvoice, EntryCounts } from './entrant'
import type { Source } from './plan'
import { saidInstant } from './said'

export type ReasonCode =
  | 'entryWindow'
  | 'kind'
  | 'number'
  | 'region'
  | 'sector'
  | 'byProxy'
  | 'floor'
  | 'invoiceDate'
  | 'state'
  | 'wait'
  | 'entered'
  | 'realName'
  | 'title'
  | 'adult'
  | 'perDay'
  | 'perMonth'
  | 'inAll'
  | 'stopped'
  | 'ownCap'
  | 'dayOpen'

/** `unknown`: by the campaign's rule a warning, or as good as a no. */
export type ReasonStatus = 'ok' | 'wait' | 'no' | 'unknown'

/** `found` is always there: a sentence with the figures in it. */
export interface Reason extends Finding {
  readonly code: ReasonCode
  readonly status: ReasonStatus
  readonly found: Text
  /** Not before then; absent where waiting does not help. */
  readonly again?: Instant
}

export interface Question {
  readonly campaign: Campaign
  readonly terms: CampaignTerms
  readonly invoice: EntrantInvoice
  readonly entrant: Entrant
  readonly counts: EntryCounts
  readonly now: Instant
  /** The legal day of `now`. */
  readonly today: Day
  readonly window: { readonly from: Instant; readonly to: Instant }
  /** From then on this invoice cannot be entered any more. */
  readonly last: Instant
}

/** `undefined`: the campaign has no such rule. */
export type Check = (question: Question) => Reason | undefined

/** The end of the campaign, or of the days after issue within which the invoice may be entered. */
export const lastMoment = (end: Instant, terms: CampaignTerms, { facts }: EntrantInvoice): Instant => {
  const { withinDays } = terms.invoiceDates.value
  return withinDays === null ? end : Math.min(end, instantOf(addDays(facts.issuedOn, withinDays + 1)))
}

interface Said extends Source {
  readonly code: ReasonCode
  readonly rule: Text
}

export const ok = ({ code, rule, basis, unconfirmed }: Said, found: Text): Reason => ({
  code,
  rule,
  basis,
  unconfirmed,
  ok: true,
  status: 'ok',
  found,
})

export const no = (said: Said, found: Text): Reason => ({ ...ok(said, found), ok: false, status: 'no' })

/** Later than the last moment is never: then it is a no. */
export const wait = (said: Said, found: Text, again: Instant, last: Instant): Reason => {
  if (again >= last) {
    const over = text('，到那时已不能再参加', ', when it can no longer be entered')
    return no(said, text(`${found.zh}${over.zh}`, `${found.en}${over.en}`))
  }
  const when = saidInstant(again)
  return {
    ...no(said, text(`${found.zh}，${when.zh} 后可以再试`, `${found.en}; try again after ${when.en}`)),
    status: 'wait',
    again,
  }
}

/**
 * A fact that nobody here knows: said as such. The campaign's rule says whether it may be entered all the same.
 * @param fact plain words for what is not known, without a full stop
 * @param again when it may be known, where that is only a matter of time
 */
export const unknown = (
  { terms, last }: Pick<Question, 'terms' | 'last'>,
  said: Said,
  { of, fact, again }: { readonly of: UnknownFact; readonly fact: Text; readonly again?: Instant },
): Reason => {
  const later = again !== undefined && again < last ? { again } : {}
  if (terms.unknown[of] === 'warn') {
    const then = text(
      `${fact.zh}；可以先参加，中奖后发奖前再核对`,
      `${fact.en}; you may enter, and it is checked before a prize is paid`,
    )
    return { ...no(said, then), status: 'unknown', warning: true }
  }
  const stopped = text(
    `${fact.zh}；补全之前不能参加`,
    `${fact.en}; it cannot be entered before that is known`,
  )
  return { ...no(said, stopped), status: 'unknown', ...later }
}
