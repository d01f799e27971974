/** May a refund on an export be claimed, by the method of makers or of trading firms, and how much. */
import type { Values } from '../../../core/pure/forms'
import type { Finding, Line } from '../../../core/pure/law'
import type { Fen } from '../../../core/pure/money'
import { text } from '../../../core/pure/text'
import { claimedWithinResult } from '../../data/claimed'
import { noInterest } from '../../data/conditions'
import * as law from '../../data/kinds/export'
import { exportForm } from '../../data/kinds/export-form'
import { yesNoIn } from './answers'
import { computedResult } from './computed'
import { productionAmounts, productionLines, tradingLines, tradingRefund } from './export-amounts'
import { levyRateOf, productionOf, refundRateOf, tradingOf } from './export-figures'
import { receiptFindings, windowFindings } from './export-times'
import { agentFinding, answered, claimedWithin, judge, taxpayerKind } from './findings'
import { materialsHint } from './materials'
import { kindRule } from './rule'
import { percentWords, yuanWords } from './words'

interface Reckoned {
  readonly refund: Fen
  readonly lines: readonly Line[]
}

const reckonedOf = (values: Values): Reckoned | undefined => {
  if (values.method === 'production') {
    const figures = productionOf(values)
    return figures && { refund: productionAmounts(figures).refund, lines: productionLines(figures) }
  }
  const figures = values.method === 'trading' ? tradingOf(values) : undefined
  return figures && { refund: tradingRefund(figures), lines: tradingLines(figures) }
}

const exporterFindings = (values: Values): readonly Finding[] => [
  ...answered(law.exporterRegistered, yesNoIn(values, 'exporterRegistered'), true),
  ...answered(law.exportNotStopped, yesNoIn(values, 'exportStopped'), false),
  ...answered(law.vatReturnFirst, yesNoIn(values, 'returnFiled'), true),
]

/** The rate stands on its own row of the law, or on what the claimant says. */
const rateFindings = (values: Values): readonly Finding[] => {
  const [refund, levy] = [refundRateOf(values), levyRateOf(values)]
  if (!refund) return []
  const { rate, basis, unconfirmed, rule } = refund
  const [shown, taxed] = [percentWords(rate), percentWords(levy ?? 0)]
  return [
    { ...judge(law.refundRate, rate > 0, rule), basis, unconfirmed },
    ...(levy === undefined
      ? []
      : [
          judge(
            law.rateWithinLevy,
            rate <= levy,
            text(`退税率 ${shown}，征税率 ${taxed}`, `Refunded at ${shown}, taxed at ${taxed}`),
          ),
        ]),
  ]
}

const amountFindings = (values: Values, reckoned: Reckoned | undefined): readonly Finding[] => {
  const production = values.method === 'production' ? productionOf(values) : undefined
  const refund = reckoned && yuanWords(reckoned.refund)
  return [
    ...(production
      ? [
          judge(
            law.bondedWithinPrice,
            production.bonded <= production.price.yuan,
            text(
              `免税原材料 ${yuanWords(production.bonded).zh}，离岸价 ${yuanWords(production.price.yuan).zh}`,
              `Materials ${yuanWords(production.bonded).en}, price ${yuanWords(production.price.yuan).en}`,
            ),
          ),
        ]
      : []),
    ...(reckoned && refund
      ? [
          judge(
            law.somethingToRefund,
            reckoned.refund > 0,
            text(`应退 ${refund.zh}`, `To be refunded: ${refund.en}`),
          ),
        ]
      : []),
  ]
}

export const exportRule = kindRule({
  kind: 'export',
  form: exportForm,
  laws: law.exportLaws,
  check(values, known, kindLaw) {
    const reckoned = reckonedOf(values)
    return {
      findings: [
        taxpayerKind(kindLaw, known),
        ...agentFinding(values, known),
        ...exporterFindings(values),
        ...windowFindings(values, known),
        ...rateFindings(values),
        ...receiptFindings(values, known),
        ...amountFindings(values, reckoned),
        ...claimedWithin(claimedWithinResult, values, reckoned?.refund),
        judge(law.recordsKept, true),
        judge(noInterest, true),
        judge(law.neverOffset, true),
        materialsHint(kindLaw, values),
      ],
      result: reckoned && computedResult(values, reckoned.refund, reckoned.lines),
    }
  },
})
