/** Interest on a refund: refund × rate × days ÷ 360, where the law gives it; explained in one line. */
import { yearlyDateText } from '../../core/pure/date-text'
import { rowOn, type Line } from '../../core/pure/law'
import { fen, shareOf, yuanDisplay, type Fen } from '../../core/pure/money'
import { text, type Text } from '../../core/pure/text'
import { daysBetween, type Day } from '../../core/pure/time'
import { dayCounts, interestRates, withoutInterest } from '../data/interest'
import { collectionLaw51, collectionRules78 } from '../data/statutes'
import type { KindLaw } from './kind'

export interface InterestQuestion {
  /** Says whether this kind of refund bears interest at all. */
  readonly law: Pick<KindLaw, 'kind' | 'interest'>
  readonly refund: Fen
  readonly paidOn: Day
  /** The day whose rate counts, and to which days run. Before submission: today, as an estimate. */
  readonly handledOn: Day
  /** Interest is for who asks for it (征管法 §51); what the authority finds itself is refunded without. */
  readonly foundBy?: 'taxpayer' | 'authority'
}

const TEN_THOUSAND = 10_000

/** 35 → `0.0035` */
const decimal = (perTenThousand: number): string => `0.${String(perTenThousand).padStart(4, '0')}`

/** 35 → `0.35%` */
const percent = (perTenThousand: number): string =>
  `${Math.floor(perTenThousand / 100)}.${String(perTenThousand % 100).padStart(2, '0')}%`

const nothing = (how: Text, basis?: Text): Line => ({
  key: 'interest',
  label: text('利息', 'Interest'),
  fen: fen(0),
  how,
  ...(basis && { basis }),
})

/** The line that says why there is none; `undefined` where it is due. */
const notDue = ({ law, foundBy }: InterestQuestion): Line | undefined => {
  if (withoutInterest.includes(law.kind)) {
    return nothing(
      text(
        '预缴结算退税、出口退税和减免退税不加算利息',
        'Refunds of settled prepayments, of exports and of exemptions bear no interest',
      ),
      collectionRules78,
    )
  }
  if (!law.interest) return nothing(text('此类退税不加算利息', 'Refunds of this kind bear no interest'))
  if (foundBy !== 'authority') return undefined
  return nothing(
    text(
      '税务机关发现的多缴税款立即退还，不加算利息',
      'What the authority finds itself is refunded at once, without interest',
    ),
    collectionLaw51,
  )
}

/**
 * The line of interest: 0 fen, with the reason, where none is due.
 * @throws RangeError when no rate is known of the day of handling (before 2012-06-08)
 * @example interestLine({ law, refund: fen(1_000_000), paidOn: '2025-11-24', handledOn: '2026-11-24' }).fen // 3549
 */
export const interestLine = (question: InterestQuestion): Line => {
  const none = notDue(question)
  if (none) return none
  const { refund, paidOn, handledOn } = question
  const { perTenThousand } = rowOn(interestRates, handledOn, 'rate of interest')
  const { daysInYear } = rowOn(dayCounts, handledOn, 'count of days')
  const days = Math.max(0, daysBetween(paidOn, handledOn))
  const how = `${yuanDisplay(refund)} × ${percent(perTenThousand)} × ${days} ÷ ${daysInYear}`
  return {
    key: 'interest',
    label: text(
      `利息（按 ${yearlyDateText(handledOn, 'zh-CN')}办理计算）`,
      `Interest, if handled on ${yearlyDateText(handledOn, 'en')}`,
    ),
    fen: shareOf(refund, perTenThousand * days, TEN_THOUSAND * daysInYear),
    how: text(how, how),
    rate: decimal(perTenThousand),
    basis: collectionLaw51,
    unconfirmed: true,
  }
}
