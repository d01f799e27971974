/** May tax on a vehicle be claimed back after what happened to it, and how much of it. */
import type { Values } from '../../../core/pure/forms'
import type { Finding, Line } from '../../../core/pure/law'
import { text } from '../../../core/pure/text'
import { monthOf } from '../../../core/pure/time'
import {
  claimedWithinFormula,
  eventAfterPayment,
  eventInPeriod,
  periodInOneYear,
  purchaseReturned,
  valueLeft,
  vehicleForm,
  vehicleLaws,
} from '../../data/kinds/vehicle'
import type { Known } from '../kind'
import { dayIn, moneyIn, monthIn, textIn } from './answers'
import {
  agentFinding,
  arrearsFinding,
  claimedWithin,
  judge,
  periodInOrder,
  taxMatches,
  taxpayerKind,
  voucherFindings,
} from './findings'
import { voucherResult } from './lines'
import { materialsHint } from './materials'
import { kindRule } from './rule'
import { purchaseRefund, vesselRefund } from './vehicle-amounts'
import { dayWords, monthWords } from './words'

/** What the rules of one of the two taxes find, and what its formula gives. */
interface Found {
  readonly findings: readonly Finding[]
  readonly line?: Line
}

const purchase = (values: Values, { voucher, today }: Known): Found => {
  const event = textIn(values, 'event')
  const eventOn = dayIn(values, 'eventOn')
  const refund = voucher && purchaseRefund(voucher.paid, voucher.paidOn, today)
  return {
    findings: [
      ...(event === undefined ? [] : [judge(purchaseReturned, event === 'returned')]),
      ...(eventOn === undefined || !voucher
        ? []
        : [
            judge(
              eventAfterPayment,
              voucher.paidOn <= eventOn,
              text(
                `${dayWords(voucher.paidOn).zh}缴税，${dayWords(eventOn).zh}退车`,
                `Paid on ${dayWords(voucher.paidOn).en}, given back on ${dayWords(eventOn).en}`,
              ),
            ),
          ]),
      ...(refund
        ? [
            judge(
              valueLeft,
              refund.line.fen > 0,
              text(`缴税已满 ${refund.years} 年`, `Full years since it was paid: ${refund.years}`),
            ),
          ]
        : []),
    ],
    ...(refund && { line: refund.line }),
  }
}

const vessel = (values: Values, { today }: Known): Found => {
  const [yearTax, eventOn] = [moneyIn(values, 'yearTax'), dayIn(values, 'eventOn')]
  const [from, to] = [monthIn(values, 'periodFrom'), monthIn(values, 'periodTo')]
  const hasPeriod = from !== undefined && to !== undefined
  const month = eventOn && monthWords(monthOf(eventOn))
  return {
    findings: [
      ...periodInOrder(values),
      ...(hasPeriod ? [judge(periodInOneYear, from.slice(0, 4) === to.slice(0, 4))] : []),
      ...(hasPeriod && eventOn !== undefined && month
        ? [
            judge(
              eventInPeriod,
              from <= monthOf(eventOn) && monthOf(eventOn) <= to,
              text(`发生在${month.zh}`, `It happened in ${month.en}`),
            ),
          ]
        : []),
    ],
    ...(yearTax !== undefined && eventOn !== undefined && { line: vesselRefund(yearTax, eventOn, today) }),
  }
}

const NOTHING: Found = { findings: [] }

const foundOf = (values: Values, known: Known): Found => {
  if (values.vehicleTax === 'vehiclePurchase') return purchase(values, known)
  return values.vehicleTax === 'vehicleVessel' ? vessel(values, known) : NOTHING
}

const vouchersOf = ({ vehicleTax }: Values) => {
  if (vehicleTax === 'vehiclePurchase' || vehicleTax === 'vehicleVessel') return [vehicleTax] as const
  return ['vehiclePurchase', 'vehicleVessel'] as const
}

export const vehicleRule = kindRule({
  kind: 'vehicle',
  form: vehicleForm,
  laws: vehicleLaws,
  check(values, known, law) {
    const { findings, line } = foundOf(values, known)
    return {
      findings: [
        ...voucherFindings(values, known),
        taxpayerKind(law, known),
        ...agentFinding(values, known),
        ...taxMatches(known, vouchersOf(values)),
        ...findings,
        ...claimedWithin(claimedWithinFormula, values, line?.fen),
        ...arrearsFinding(known),
        materialsHint(law, values),
      ],
      result: voucherResult(values, known, line && { most: line.fen, lines: [line] }),
    }
  },
})
