/** What a prize waits for, with whom, and until when. Pure. */
import { nextWorkingDays, type Known } from '../../core/pure/calendar'
import type { Party } from '../../core/pure/case'
import { text, type Text } from '../../core/pure/text'
import { addDays, dayOf, instantOf, type Day, type Instant } from '../../core/pure/time'
import type { CampaignTerms } from './campaign'
import { claimUntil, noticeEnd } from './periods'
import { prizeTable, type PrizeState } from './prize-states'
import { saidDay } from './said'

export { taxOn, type PrizeTax } from './prize-tax'
export { afterwards, GIVES_BACK, prizeTable, type PrizeMove, type PrizeState } from './prize-states'

export interface PrizeTimes {
  readonly wonAt: Instant
  /** The day on which winners were published; of an instant draw that of the win. */
  readonly publishedOn: Day
  /** Once claimed. */
  readonly claimedOn?: Day
}

export interface PrizeStep {
  /** Whose move it is; `null`: it is over. */
  readonly who: Party | null
  /** The last day of that move; `null`: it has none. Unknown where its year has no calendar yet. */
  readonly until: Known<Day> | null
  readonly said: Text
}

type PrizeTerms = Pick<CampaignTerms, 'secondCheck' | 'notice' | 'claim' | 'payWithin'>

/** When the invoice is looked at again: as the day begins, so that all of the days have passed. `null`: it is not. */
export const secondCheckAt = (
  { secondCheck }: Pick<CampaignTerms, 'secondCheck'>,
  wonAt: Instant,
): Instant | null => (secondCheck ? instantOf(addDays(dayOf(wonAt), secondCheck.value)) : null)

/** When a prize may be confirmed: after the second look, and once the public notice is over. `null`: there is neither. */
export const confirmAt = (terms: PrizeTerms, { wonAt, publishedOn }: PrizeTimes): Instant | null => {
  const looked = secondCheckAt(terms, wonAt)
  const noticed = terms.notice ? instantOf(addDays(noticeEnd(terms, publishedOn), 1)) : null
  if (looked === null || noticed === null) return looked ?? noticed
  return Math.max(looked, noticed)
}

const known = (value: Day): Known<Day> => ({ known: true, value })

/**
 * The last day to claim on. Days run from the win or from the end of the notice, and never before the second look: until then nobody
 * can claim.
 */
export const claimDeadline = (terms: PrizeTerms, { wonAt, publishedOn }: PrizeTimes): Known<Day> => {
  const wonOn = dayOf(secondCheckAt(terms, wonAt) ?? wonAt)
  return claimUntil(terms, { wonOn, publishedOn: publishedOn < wonOn ? wonOn : publishedOn })
}

const payDeadline = ({ payWithin }: PrizeTerms, claimedOn: Day | undefined): Known<Day> | null => {
  if (!payWithin || claimedOn === undefined) return null
  const { days, unpublished } = nextWorkingDays(claimedOn, payWithin.value)
  const last = days[payWithin.value - 1]
  return last === undefined ? { known: false, unpublished: unpublished ?? claimedOn } : known(last)
}

const untilText = (until: Known<Day> | null): Text => {
  if (until === null) return text('', '')
  if (!until.known)
    return text('（日期待放假安排公布后确定）', ' (the day is settled once the holidays are published)')
  const day = saidDay(until.value)
  return text(`（${day.zh}前，含当天）`, ` (by ${day.en})`)
}

const WORDS: Readonly<Record<PrizeState, Text>> = {
  won: text('已中奖，正在确认', 'Won; being confirmed'),
  checking: text('已中奖，发奖前再核对一次发票', 'Won; the invoice is looked at again before payment'),
  confirmed: text('请领奖', 'Please claim it'),
  claimed: text('已领取，等待付款', 'Claimed; waiting for payment'),
  ordered: text('已通知银行付款', 'The bank has been told to pay'),
  bankRejected: text('银行未能付款，请更正收款账户', 'The bank could not pay: please correct the account'),
  paid: text('已付款', 'Paid'),
  void: text(
    '发票已作废、冲红或不符合规则，奖项取消',
    'The invoice is void, reversed or against the rules; the prize is lost',
  ),
  expired: text('没有在期限内领取，奖金已收回', 'Not claimed in time; the money went back'),
  declined: text('您已放弃，奖金已收回', 'You declined it; the money went back'),
}

const deadlineOf = (state: PrizeState, terms: PrizeTerms, times: PrizeTimes): Known<Day> | null => {
  switch (state) {
    case 'checking': {
      const at = confirmAt(terms, times)
      return at === null ? null : known(dayOf(at))
    }
    case 'confirmed':
      return claimDeadline(terms, times)
    case 'claimed':
    case 'ordered':
      return payDeadline(terms, times.claimedOn)
    case 'won':
    case 'bankRejected':
    case 'paid':
    case 'void':
    case 'expired':
    case 'declined':
      return null
  }
}

/** Where a prize stands, for its winner and the office alike. */
export const prizeStep = (state: PrizeState, terms: PrizeTerms, times: PrizeTimes): PrizeStep => {
  const until = deadlineOf(state, terms, times)
  const [words, by] = [WORDS[state], untilText(until)]
  return { who: prizeTable.next[state], until, said: text(`${words.zh}${by.zh}`, `${words.en}${by.en}`) }
}

/** Is the time to claim over? Not while nobody can say when it is. */
export const claimIsOver = (terms: PrizeTerms, times: PrizeTimes, today: Day): boolean => {
  const until = claimDeadline(terms, times)
  return until.known && until.value < today
}
