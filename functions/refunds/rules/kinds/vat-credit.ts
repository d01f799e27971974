/** May VAT credit be refunded, by which group, and how much of it. */
import { filingDeadline } from '../../../core/pure/deferral'
import type { Values } from '../../../core/pure/forms'
import { rowOn, type Finding } from '../../../core/pure/law'
import { addMonths } from '../../../core/pure/periods'
import { text } from '../../../core/pure/text'
import { monthOf } from '../../../core/pure/time'
import { claimedWithinResult } from '../../data/claimed'
import * as law from '../../data/kinds/vat-credit'
import { vatCreditForm } from '../../data/kinds/vat-credit-form'
import type { Known } from '../kind'
import { countIn, monthIn, textIn, yesNoIn } from './answers'
import { computedResult } from './computed'
import { agentFinding, answered, claimedWithin, judge, taxpayerKind } from './findings'
import { materialsHint } from './materials'
import { kindRule } from './rule'
import { compositionRate, creditRefund, creditRefundLines, type CreditRefund } from './vat-credit-amount'
import { compositionOf, creditOf, groupOf, incrementsOf, isOfFour, type Credit } from './vat-credit-figures'
import { groupFindings } from './vat-credit-groups'
import { dayWords, monthWords, percentWords, yuanWords } from './words'

/** What holds for all three groups. */
const commonFindings = (values: Values, policy: law.CreditPolicy): readonly Finding[] => {
  const [grade, punished] = [textIn(values, 'grade'), countIn(values, 'punished')]
  return [
    ...answered(law.generalTaxpayer, yesNoIn(values, 'generalTaxpayer'), true),
    ...(grade === undefined
      ? []
      : [
          judge(
            law.creditRating,
            policy.grades.includes(grade),
            text(`现为 ${grade} 级`, `Grade ${grade} now`),
          ),
        ]),
    ...answered(law.noFraud, yesNoIn(values, 'fraud'), false),
    ...(punished === undefined
      ? []
      : [
          judge(
            law.notPunishedTwice,
            punished < policy.punishedTimes,
            text(`被处罚 ${punished} 次`, `Times punished: ${punished}`),
          ),
        ]),
    ...answered(law.noInstantRefund, yesNoIn(values, 'instantRefund'), false),
  ]
}

/** Claimed in the month after the period, until VAT returns are due. */
const timeFinding = (period: string, { today }: Pick<Known, 'today'>): Finding => {
  const month = addMonths(period, 1)
  const deadline = filingDeadline(month)
  const inMonth = monthOf(today) === month
  const shown = monthWords(month)
  const found = deadline.known
    ? text(
        `应在${shown.zh}申报期内申请，截至${dayWords(deadline.value).zh}`,
        `To be claimed in ${shown.en}, until ${dayWords(deadline.value).en}`,
      )
    : text(
        `应在${shown.zh}申报期内申请，截止日以税务机关公布的为准`,
        `To be claimed in ${shown.en}; the authority publishes the last day`,
      )
  const finding = judge(law.filingPeriod, inMonth && deadline.known && today <= deadline.value, found)
  return inMonth && !deadline.known ? { ...finding, warning: true } : finding
}

const timeFindings = (values: Values, known: Known): readonly Finding[] => {
  const period = monthIn(values, 'period')
  return [
    ...answered(law.returnFiled, yesNoIn(values, 'returnFiled'), true),
    ...(period !== undefined && values.cycle === 'quarterly'
      ? [judge(law.quarterEnd, Number(period.slice(5, 7)) % 3 === 0, monthWords(period))]
      : []),
    ...(period === undefined ? [] : [timeFinding(period, known)]),
  ]
}

/** The export refund comes first, then arrears; what is left of the credit counts. */
const orderFindings = (values: Values, credit: Credit | undefined): readonly Finding[] => {
  const pending = yesNoIn(values, 'exportPending')
  const left = credit && yuanWords(credit.left)
  return [
    ...answered(law.exportDeclared, yesNoIn(values, 'exportDeclared'), true),
    ...answered(law.exportFirst, pending, false),
    ...(credit && credit.arrears > 0
      ? [
          judge(
            law.arrearsOffCredit,
            false,
            text(
              `欠税合计 ${yuanWords(credit.arrears).zh}，先从留抵税额中抵减`,
              `Arrears of ${yuanWords(credit.arrears).en} come off the credit first`,
            ),
          ),
        ]
      : []),
    ...(credit && left
      ? [judge(law.creditLeft, credit.left > 0, text(`余额 ${left.zh}`, `Left: ${left.en}`))]
      : []),
  ]
}

/** What is to be reckoned; `undefined` while figures are missing, or where the papers hold more than all input tax. */
const refundOf = (values: Values, known: Known, policy: law.CreditPolicy): CreditRefund | undefined => {
  const credit = creditOf(values, known)
  const composition = compositionOf(values)
  const increments = incrementsOf(values, credit)
  const group = groupOf(values, increments, policy)
  if (!credit || !group || !composition || composition.part > composition.whole) return undefined
  if (group === 'fourIndustries') return { group, credit, composition, policy }
  const increment = increments[group]
  return increment && { group, credit, composition, increment, policy }
}

const compositionFinding = (values: Values): readonly Finding[] => {
  const composition = compositionOf(values)
  if (!composition) return []
  const { part, whole } = composition
  const condition = isOfFour(values) ? law.compositionOfFour : law.compositionOfOthers
  const share = percentWords(compositionRate(composition))
  const found =
    part <= whole
      ? text(`约 ${share}`, `About ${share}`)
      : text(
          `七种凭证合计 ${yuanWords(part).zh}，多于全部进项税额 ${yuanWords(whole).zh}`,
          `The seven papers hold ${yuanWords(part).en}, more than all input tax, ${yuanWords(whole).en}`,
        )
  return [judge(condition, part <= whole, found)]
}

export const vatCreditRule = kindRule({
  kind: 'vatCredit',
  form: vatCreditForm,
  laws: law.vatCreditLaws,
  check(values, known, kindLaw) {
    const policy = rowOn(law.creditPolicies, known.today, 'policy of VAT credit')
    const credit = creditOf(values, known)
    const refund = refundOf(values, known, policy)
    const claimable = refund && creditRefund(refund)
    return {
      findings: [
        taxpayerKind(kindLaw, known),
        ...agentFinding(values, known),
        ...commonFindings(values, policy),
        ...groupFindings(values, credit, policy),
        ...compositionFinding(values),
        ...timeFindings(values, known),
        ...orderFindings(values, credit),
        ...claimedWithin(claimedWithinResult, values, claimable),
        materialsHint(kindLaw, values),
      ],
      result: refund && computedResult(values, creditRefund(refund), creditRefundLines(refund)),
    }
  },
})
