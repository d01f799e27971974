/** Conditions of the departure refund: the traveller, the stay, the goods, the days, and the way it is paid. */
import type { Values } from '../../../core/pure/forms'
import type { Finding } from '../../../core/pure/law'
import { text, type Text } from '../../../core/pure/text'
import { daysBetween, type Day } from '../../../core/pure/time'
import * as law from '../../data/kinds/departure'
import { HOME, nationalities } from '../../data/kinds/nationalities'
import type { Known } from '../kind'
import { dayIn, textIn, yesNoIn } from './answers'
import { policyOf, type DepartureAmount } from './departure-amount'
import { chargedBy, daysLeft, type DaysLeft } from './departure-days'
import { answered, judge } from './findings'
import { dayWords, yuanWords } from './words'

type Today = Pick<Known, 'today'>

/** The day of leaving, as planned; today while it is not said, or once it is past. */
const leavingOn = (values: Values, { today }: Today): Day => {
  const planned = dayIn(values, 'departOn')
  return planned !== undefined && planned > today ? planned : today
}

const daysFound = (days: number, zh: string, en: string): Text =>
  text(`${zh} ${days} 天`, `${en}: ${days} days`)

const nationalityFinding = (values: Values): readonly Finding[] => {
  const kind = textIn(values, 'documentType')
  if (kind === undefined) return []
  if (kind !== 'passport') return [judge(law.foreignTraveller, true)]
  const code = textIn(values, 'nationality')
  if (code === undefined) return []
  const name = nationalities.find((one) => one.code === code)?.name
  return [judge(law.foreignTraveller, name !== undefined && code !== HOME, name)]
}

/** Who travels, and by which document. */
export const travellerFindings = (values: Values, known: Today): readonly Finding[] => {
  const until = dayIn(values, 'documentUntil')
  const last = until && dayWords(until)
  return [
    ...nationalityFinding(values),
    ...(until !== undefined && last
      ? [
          judge(
            law.validDocument,
            leavingOn(values, known) <= until,
            text(`有效期至${last.zh}`, `Valid until ${last.en}`),
          ),
        ]
      : []),
    ...answered(law.entryKnown, yesNoIn(values, 'entryShown'), true),
  ]
}

/** Within the limit; on its last day only if the day of entry does not count, which is not written: told. */
const stayFinding = (days: number, limit: number): Finding => {
  const finding = judge(law.shortStay, days < limit, daysFound(days, '入境后', 'Since entry'))
  return days === limit ? { ...finding, warning: true } : finding
}

/** From entry to purchase, and to leaving. */
export const stayFindings = (values: Values, known: Today): readonly Finding[] => {
  const [entry, purchasedOn] = [dayIn(values, 'lastEntryOn'), dayIn(values, 'purchasedOn')]
  const policy = policyOf(purchasedOn ?? known.today)
  if (entry === undefined || !policy) return []
  const bought = purchasedOn === undefined ? undefined : daysBetween(entry, purchasedOn)
  return [
    stayFinding(daysBetween(entry, leavingOn(values, known)), policy.stayDays),
    ...(bought === undefined
      ? []
      : [
          judge(
            law.boughtAfterEntry,
            bought >= 0,
            text(`${dayWords(entry).zh}入境`, `Entered on ${dayWords(entry).en}`),
          ),
          judge(
            law.boughtSoonAfterEntry,
            bought <= policy.purchaseDays,
            daysFound(bought, '入境后', 'Bought since entry'),
          ),
        ]),
  ]
}

/** What was bought, its invoice, and whether it is enough. */
export const goodsFindings = (values: Values, amount: DepartureAmount | undefined): readonly Finding[] => {
  const [goods, invoice] = [textIn(values, 'goodsKind'), textIn(values, 'invoiceKind')]
  const total = amount && yuanWords(amount.total)
  return [
    ...(goods === undefined ? [] : [judge(law.goodsInScope, goods === 'personal')]),
    ...(invoice === undefined ? [] : [judge(law.ordinaryInvoice, invoice === 'ordinary')]),
    ...(amount && total
      ? [
          judge(
            law.minimumReached,
            amount.minimumReached,
            text(
              `共 ${total.zh}，起退点 ${yuanWords(amount.minimum).zh}`,
              `${total.en} in all; the minimum is ${yuanWords(amount.minimum).en}`,
            ),
          ),
        ]
      : []),
    ...answered(law.goodsUnused, yesNoIn(values, 'goodsUnused'), true),
    ...answered(law.goodsCarried, yesNoIn(values, 'goodsCarried'), true),
  ]
}

const leaveFound = ({ lastDay, strictLastDay }: DaysLeft, days: number): Text => {
  const [last, strict] = [dayWords(lastDay), dayWords(strictLastDay)]
  return text(
    `购买后第 ${days} 天离境；最迟${last.zh}，稳妥起见不晚于${strict.zh}`,
    `Leaving ${days} days after the purchase; ${last.en} is the last day, ${strict.en} to be safe`,
  )
}

const inTimeFinding = (purchasedOn: Day, on: Day): Finding => {
  // Before the law that we have: long over.
  if (!policyOf(purchasedOn)) return judge(law.leaveInTime, false)
  const days = daysLeft(purchasedOn, on)
  const finding = judge(
    law.leaveInTime,
    days.state === 'inTime',
    leaveFound(days, daysBetween(purchasedOn, on)),
  )
  return days.state === 'lastDays' || days.state === 'doubtful' ? { ...finding, warning: true } : finding
}

/** When one leaves. */
export const leaveFindings = (values: Values, known: Today): readonly Finding[] => {
  const [departOn, purchasedOn] = [dayIn(values, 'departOn'), dayIn(values, 'purchasedOn')]
  const leave = departOn && dayWords(departOn)
  return [
    ...(departOn !== undefined && leave
      ? [
          judge(
            law.leaveAhead,
            departOn >= known.today && (purchasedOn === undefined || departOn >= purchasedOn),
            text(`${leave.zh}离境`, `Leaving on ${leave.en}`),
          ),
        ]
      : []),
    ...(purchasedOn === undefined ? [] : [inTimeFinding(purchasedOn, leavingOn(values, known))]),
  ]
}

const promiseFound = (departOn: Day, port: string): Text => {
  const [leave, charge] = [dayWords(departOn), chargedBy(departOn)]
  const by = charge.known ? dayWords(charge.value) : text('期满后 3 个工作日', '3 working days after that')
  return text(
    `不晚于${leave.zh}从${port}离境；否则最迟${by.zh}扣回预付金`,
    `Leave by ${leave.en} through ${port}; else the advance is charged by ${by.en}`,
  )
}

const instantFindings = (values: Values): readonly Finding[] => {
  const [departOn, port] = [dayIn(values, 'departOn'), textIn(values, 'promisedPort')]
  const known = departOn !== undefined && policyOf(departOn) !== undefined && port !== undefined
  return [
    ...answered(law.instantShop, yesNoIn(values, 'instantShop'), true),
    ...answered(law.ownCard, yesNoIn(values, 'ownCard'), true),
    ...(known ? [judge(law.agreementKept, true, promiseFound(departOn, port))] : []),
  ]
}

/** How it is paid. */
export const modeFindings = (values: Values, amount: DepartureAmount | undefined): readonly Finding[] => {
  if (values.mode === 'instant') return instantFindings(values)
  if (values.mode !== 'cash' || !amount) return []
  const [refund, ceiling] = [yuanWords(amount.refund), yuanWords(amount.cashCeiling)]
  return [
    judge(
      law.cashAllowed,
      amount.cashAllowed,
      text(`应退 ${refund.zh}，现金最多 ${ceiling.zh}`, `Refund ${refund.en}; in cash at most ${ceiling.en}`),
    ),
  ]
}
