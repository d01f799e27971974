/** May a traveller have the departure refund, in which way, and how much; everything that stands against it at once. */
import type { Values } from '../../../core/pure/forms'
import type { Finding } from '../../../core/pure/law'
import { departureLaws } from '../../data/kinds/departure'
import { departureForm } from '../../data/kinds/departure-form'
import type { Known } from '../kind'
import { dayIn, moneyIn } from './answers'
import { departureAmount, policyOf, type DepartureAmount } from './departure-amount'
import {
  goodsFindings,
  leaveFindings,
  modeFindings,
  stayFindings,
  travellerFindings,
} from './departure-findings'
import { taxpayerKind } from './findings'
import { materialsHint } from './materials'
import { kindRule } from './rule'

/** Of the invoices of the form; `undefined` while they are not filled in. */
export const amountOf = (values: Values): DepartureAmount | undefined => {
  const [amount13, amount9] = [moneyIn(values, 'amount13'), moneyIn(values, 'amount9')]
  const purchasedOn = dayIn(values, 'purchasedOn')
  if (amount13 === undefined || amount9 === undefined || purchasedOn === undefined) return undefined
  return policyOf(purchasedOn) && departureAmount({ amount13, amount9, purchasedOn })
}

/** Every condition, kept or not, as far as the answers go. */
export const departureCheck = (values: Values, known: Pick<Known, 'today'>): readonly Finding[] => {
  const amount = amountOf(values)
  return [
    ...travellerFindings(values, known),
    ...stayFindings(values, known),
    ...goodsFindings(values, amount),
    ...leaveFindings(values, known),
    ...modeFindings(values, amount),
  ]
}

/** What may be claimed is what the traveller is paid: the refund less the fee. */
export const departureRule = kindRule({
  kind: 'departure',
  form: departureForm,
  laws: departureLaws,
  check(values, known, law) {
    const amount = amountOf(values)
    return {
      findings: [taxpayerKind(law, known), ...departureCheck(values, known), materialsHint(law, values)],
      result: amount && { claimable: amount.net, lines: amount.lines },
    }
  },
})
