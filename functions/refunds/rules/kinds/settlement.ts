/** May what was prepaid beyond the settlement be claimed back, and how much of it. */
import type { Values } from '../../../core/pure/forms'
import type { Finding, Line } from '../../../core/pure/law'
import { fen, subtractFen, type Fen } from '../../../core/pure/money'
import { monthOf } from '../../../core/pure/time'
import { text } from '../../../core/pure/text'
import { noInterest } from '../../data/conditions'
import {
  claimedWithinOverpaid,
  filedAfterPeriod,
  prepaidOverPayable,
  settledTaxes,
  settlementForm,
  settlementLaws,
  type SettledTax,
} from '../../data/kinds/settlement'
import type { KindLaw, Known } from '../kind'
import { dayIn, moneyIn, monthIn } from './answers'
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
import { dayWords, monthWords, yuanWords } from './words'

const settledTax = (values: Values): SettledTax | undefined =>
  Object.entries(settledTaxes).find(([code]) => code === values.settledTax)?.[1]

/** By the tax that is settled, once it is named. */
const taxpayerFinding = (law: KindLaw, tax: SettledTax | undefined, known: Known): Finding => {
  const finding = taxpayerKind(law, known)
  if (!tax) return finding
  return { ...finding, ...pickBasis(tax), ok: tax.who.includes(known.taxpayer) }
}

const pickBasis = ({ rule, basis, unconfirmed }: SettledTax) => ({ rule, basis, unconfirmed })

const filingFinding = (values: Values): readonly Finding[] => {
  const [filedOn, last] = [dayIn(values, 'returnFiledOn'), monthIn(values, 'periodTo')]
  if (filedOn === undefined || last === undefined) return []
  const [filed, end] = [dayWords(filedOn), monthWords(last)]
  return [
    judge(
      filedAfterPeriod,
      monthOf(filedOn) > last,
      text(`所属期止于${end.zh}，${filed.zh}申报`, `The period ended in ${end.en}; filed on ${filed.en}`),
    ),
  ]
}

interface Settled {
  readonly prepaid: Fen
  readonly payable: Fen
  /** Negative when tax is still due. */
  readonly over: Fen
}

const settledOf = (values: Values): Settled | undefined => {
  const [prepaid, payable] = [moneyIn(values, 'prepaid'), moneyIn(values, 'payable')]
  return prepaid === undefined || payable === undefined
    ? undefined
    : { prepaid, payable, over: subtractFen(prepaid, payable) }
}

const overFinding = ({ prepaid, payable, over }: Settled): Finding => {
  const [had, due] = [yuanWords(prepaid), yuanWords(payable)]
  return judge(
    prepaidOverPayable,
    over > 0,
    text(`预缴 ${had.zh}，应缴 ${due.zh}`, `Prepaid ${had.en}, payable ${due.en}`),
  )
}

const settledLines = ({ prepaid, payable, over }: Settled): readonly Line[] => [
  { key: 'prepaid', label: text('已预缴税额', 'Prepaid'), fen: prepaid },
  { key: 'payable', label: text('应缴税额', 'Payable'), fen: subtractFen(fen(0), payable) },
  {
    key: 'over',
    label: text('多预缴', 'Prepaid too much'),
    fen: over,
    basis: prepaidOverPayable.basis,
    unconfirmed: true,
  },
]

export const settlementRule = kindRule({
  kind: 'settlement',
  form: settlementForm,
  laws: settlementLaws,
  check(values, known, law) {
    const tax = settledTax(values)
    const settled = settledOf(values)
    const bound = settled && { most: settled.over, lines: settledLines(settled) }
    return {
      findings: [
        // Payment is settled by the return, not by each prepayment.
        ...voucherFindings(values, known, dayIn(values, 'returnFiledOn')),
        taxpayerFinding(law, tax, known),
        ...agentFinding(values, known),
        ...taxMatches(known, tax?.vouchers),
        ...periodInOrder(values),
        ...filingFinding(values),
        ...(settled ? [overFinding(settled)] : []),
        ...claimedWithin(claimedWithinOverpaid, values, settled && fen(Math.max(0, settled.over))),
        judge(noInterest, true),
        ...arrearsFinding(known),
        materialsHint(law, values),
      ],
      result: voucherResult(values, known, bound),
    }
  },
})
