/** May the annual settlement's refund be claimed, and how much is it? Everything that stands against it is told at once. */
import type { Values } from '../../../core/pure/forms'
import type { Finding } from '../../../core/pure/law'
import { fen } from '../../../core/pure/money'
import { text, type Text } from '../../../core/pure/text'
import type { Day } from '../../../core/pure/time'
import { noInterest } from '../../data/conditions'
import {
  accountType,
  domesticOnly,
  earlierYears,
  filingPlace,
  ownAccount,
  refundDue,
  residentOnly,
  sharesAgree,
} from '../../data/income-tax/conditions'
import { incomeTaxForm } from '../../data/income-tax/form'
import { incomeTaxLaws } from '../../data/kinds/income-tax'
import { itemsOf } from '../income-tax/answers'
import { faultFinding } from '../income-tax/fault-findings'
import { faultsOf } from '../income-tax/faults'
import type { YearItems } from '../income-tax/items'
import { settle, type Settlement } from '../income-tax/settle'
import { isTaxYear } from '../income-tax/tables'
import { keepUntil, settlementWindow, type SettlementTime } from '../income-tax/window'
import type { Check, Known } from '../kind'
import { threeYears } from '../limitation'
import { yesNoIn } from './answers'
import { agentFinding, arrearsFinding, judge, taxpayerKind } from './findings'
import { materialsHint } from './materials'
import { kindRule } from './rule'
import { dayWords, yuanWords } from './words'

const windowFound = ({ state, from, until, booking }: SettlementTime): Text => {
  const [first, last] = [dayWords(from), dayWords(until)]
  switch (state) {
    case 'notYet':
      return text(`${first.zh}起办理`, `Handled from ${first.en}`)
    case 'bookingOnly': {
      const free = dayWords(booking?.neededUntil ?? from)
      return text(`${first.zh}至${free.zh}须预约办理`, `From ${first.en} to ${free.en} with a booking`)
    }
    case 'open':
      return text(`办理至${last.zh}`, `Handled until ${last.en}`)
    case 'over':
      return text(`已于${last.zh}结束，仍可申请退税`, `Ended on ${last.en}; a refund may still be claimed`)
  }
}

/** Before it begins it stops; a booking that is needed, or a time that is over, is told. */
const windowFinding = (time: SettlementTime, today: Day): Finding => {
  const { rule, basis, unconfirmed, state } = time
  const hasBegun = today >= time.from
  return {
    code: 'window',
    rule,
    basis,
    unconfirmed,
    ok: state === 'open',
    found: windowFound(time),
    ...(state !== 'open' && hasBegun && { warning: true }),
  }
}

/** Payment of a year is settled when its time to settle ends; whether it is reckoned from there is not confirmed. */
const limitationFinding = (time: SettlementTime, today: Day): readonly Finding[] =>
  time.state === 'over' ? [{ ...threeYears(time.until, today), unconfirmed: true }] : []

const timeFindings = (taxYear: number, today: Day): readonly Finding[] => {
  if (!isTaxYear(taxYear)) return []
  const time = settlementWindow(taxYear, today)
  return [windowFinding(time, today), ...limitationFinding(time, today)]
}

/** A question not answered yet is not judged. */
const answered = (condition: Parameters<typeof judge>[0], answer: boolean | undefined): readonly Finding[] =>
  answer === undefined ? [] : [judge(condition, answer)]

const placeFinding = ({ filingPlace: place }: Values, { income, bonus }: YearItems): readonly Finding[] => {
  if (typeof place !== 'string') return []
  const isEmployed = income.wages > 0 || bonus !== undefined
  return [judge(filingPlace, isEmployed === (place === 'employer'))]
}

const shareFinding = ({ additional }: YearItems): readonly Finding[] => {
  const { childrenEducation, infantCare, housingLoan } = additional
  const shared = [...childrenEducation, ...infantCare, ...(housingLoan ? [housingLoan] : [])]
  return shared.length === 0 ? [] : [judge(sharesAgree, true)]
}

const keepFinding = (taxYear: number): Finding => {
  const { until, rule, basis, unconfirmed } = keepUntil(taxYear)
  const last = dayWords(until)
  return {
    code: 'keepPapers',
    rule,
    basis,
    unconfirmed,
    ok: true,
    found: text(`保存至${last.zh}`, `Until ${last.en}`),
  }
}

const dueFinding = ({ outcome, amount, payable, prepaid }: Settlement): Finding => {
  const [had, due, rest] = [yuanWords(prepaid), yuanWords(payable), yuanWords(amount)]
  const [zh, en] =
    outcome === 'supplement'
      ? ['应补', 'to be paid']
      : outcome === 'refund'
        ? ['应退', 'to be refunded']
        : ['相差', 'between']
  return judge(
    refundDue,
    outcome === 'refund',
    text(
      `已预缴 ${had.zh}，应纳 ${due.zh}，${zh} ${rest.zh}`,
      `Prepaid ${had.en}, due ${due.en}, ${en} ${rest.en}`,
    ),
  )
}

const settledFindings = (settlement: Settlement): readonly Finding[] => [
  dueFinding(settlement),
  ...settlement.findings,
  keepFinding(settlement.taxYear),
]

const resultOf = ({ outcome, amount, lines }: Settlement): NonNullable<Check['result']> => ({
  claimable: outcome === 'refund' ? amount : fen(0),
  lines,
})

const FIGURES = ['wages', 'labour', 'manuscripts', 'royalties', 'bonusAmount', 'prepaid'] as const

/** While it is being filled in, nothing is said of a year that is not named yet, or that has no figure yet. */
const canBeReckoned = (values: Values, { unfinished }: Known): boolean =>
  !unfinished || (values.taxYear !== undefined && FIGURES.some((key) => values[key] !== undefined))

export const incomeTaxRule = kindRule({
  kind: 'incomeTax',
  form: incomeTaxForm,
  laws: incomeTaxLaws,
  check(values, known, law) {
    const items = itemsOf(values)
    const reckoned = canBeReckoned(values, known)
    const faults = reckoned ? faultsOf(items) : []
    const settlement = reckoned && faults.length === 0 ? settle(items) : undefined
    const foreign = yesNoIn(values, 'foreignIncome')
    return {
      findings: [
        taxpayerKind(law, known),
        ...answered(residentOnly, yesNoIn(values, 'resident')),
        ...answered(domesticOnly, foreign === undefined ? undefined : !foreign),
        ...timeFindings(items.taxYear, known.today),
        ...agentFinding(values, known),
        ...(reckoned ? placeFinding(values, items) : []),
        ...answered(earlierYears, yesNoIn(values, 'earlierYearsSettled')),
        ...faults.map(faultFinding),
        ...(settlement ? settledFindings(settlement) : []),
        ...shareFinding(items),
        ...answered(ownAccount, yesNoIn(values, 'ownAccount')),
        judge(accountType, true),
        judge(noInterest, true),
        ...arrearsFinding(known),
        materialsHint(law, values),
      ],
      result: settlement && resultOf(settlement),
    }
  },
})
