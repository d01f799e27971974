/** May tax paid before its exemption be claimed back, and how much of it. */
import type { Values } from '../../../core/pure/forms'
import type { Finding } from '../../../core/pure/law'
import { text } from '../../../core/pure/text'
import { noInterest } from '../../data/conditions'
import {
  benefitOrder,
  exemptionForm,
  exemptionLaws,
  paidBeforeRecognised,
  periodWithinBenefit,
} from '../../data/kinds/exemption'
import type { Known } from '../kind'
import { dayIn, monthIn } from './answers'
import { agentFinding, arrearsFinding, judge, periodInOrder, taxpayerKind, voucherFindings } from './findings'
import { voucherResult } from './lines'
import { materialsHint } from './materials'
import { kindRule } from './rule'
import { dayWords, monthWords } from './words'

/** The time of the exemption, and the tax period within it. */
const benefitFindings = (values: Values): readonly Finding[] => {
  const [from, to] = [monthIn(values, 'benefitFrom'), monthIn(values, 'benefitTo')]
  const [first, last] = [monthIn(values, 'periodFrom'), monthIn(values, 'periodTo')]
  if (from === undefined) return []
  const begin = monthWords(from)
  const end = to === undefined ? text('长期', 'no end') : monthWords(to)
  const found = text(`减免期限${begin.zh}至${end.zh}`, `Exempt from ${begin.en} to ${end.en}`)
  const within =
    first !== undefined && last !== undefined && from <= first && (to === undefined || last <= to)
  return [
    ...(to === undefined ? [] : [judge(benefitOrder, from <= to, found)]),
    ...(first === undefined || last === undefined ? [] : [judge(periodWithinBenefit, within, found)]),
  ]
}

const recognitionFinding = (values: Values, { voucher }: Known): readonly Finding[] => {
  const recognisedOn = dayIn(values, 'recognisedOn')
  if (!voucher || recognisedOn === undefined) return []
  const [paid, recognised] = [dayWords(voucher.paidOn), dayWords(recognisedOn)]
  return [
    judge(
      paidBeforeRecognised,
      voucher.paidOn <= recognisedOn,
      text(`${paid.zh}缴纳，${recognised.zh}确认`, `Paid on ${paid.en}, recognised on ${recognised.en}`),
    ),
  ]
}

export const exemptionRule = kindRule({
  kind: 'exemption',
  form: exemptionForm,
  laws: exemptionLaws,
  check(values, known, law) {
    return {
      findings: [
        ...voucherFindings(values, known),
        taxpayerKind(law, known),
        ...agentFinding(values, known),
        ...periodInOrder(values),
        ...benefitFindings(values),
        ...recognitionFinding(values, known),
        judge(noInterest, true),
        ...arrearsFinding(known),
        materialsHint(law, values),
      ],
      result: voucherResult(values, known),
    }
  },
})
