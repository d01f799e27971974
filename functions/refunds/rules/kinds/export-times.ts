/** When a refund on an export is claimed, and by when the money for it must have come in. */
import type { Values } from '../../../core/pure/forms'
import { rowOn, type Finding } from '../../../core/pure/law'
import { addMonths, monthsAfter } from '../../../core/pure/periods'
import { text } from '../../../core/pure/text'
import { monthOf, type Day } from '../../../core/pure/time'
import * as law from '../../data/kinds/export'
import type { Known } from '../kind'
import { dayIn, textIn } from './answers'
import { judge } from './findings'
import { dayWords } from './words'

const nextYear = (day: Day, monthAndDay: string): Day => `${Number(day.slice(0, 4)) + 1}-${monthAndDay}`

export interface ExportTimes {
  /** The first day of the month after the export. */
  readonly from: Day
  /** As a rule the last day. */
  readonly ordinaryUntil: Day
  /** The last day of all; after it the goods count as sold at home. */
  readonly last: Day
}

/** @param on the day whose law counts */
export const exportTimes = (exportedOn: Day, on: Day): ExportTimes => {
  const { ordinaryUntil, lastMonths } = rowOn(law.exportWindows, on, 'window of export refunds')
  return {
    from: `${addMonths(monthOf(exportedOn), 1)}-01`,
    ordinaryUntil: nextYear(exportedOn, ordinaryUntil),
    last: monthsAfter(exportedOn, lastMonths),
  }
}

/** From the month after on; as a rule until 30 April; at the latest within 36 months. */
export const windowFindings = (values: Values, { today }: Pick<Known, 'today'>): readonly Finding[] => {
  const exportedOn = dayIn(values, 'exportedOn')
  if (exportedOn === undefined) return []
  const times = exportTimes(exportedOn, today)
  const [from, until, last] = [dayWords(times.from), dayWords(times.ordinaryUntil), dayWords(times.last)]
  return [
    judge(law.monthAfterExport, times.from <= today, text(`${from.zh}起可以申报`, `From ${from.en} on`)),
    judge(law.ordinaryWindow, today <= times.ordinaryUntil, text(`截至${until.zh}`, `Until ${until.en}`)),
    judge(law.lastMonth, today <= times.last, text(`最迟${last.zh}`, `Until ${last.en} at the latest`)),
  ]
}

interface Receipt {
  readonly exportedOn: Day
  readonly how: string
  readonly contractBy: Day | undefined
}

const receiptOf = (values: Values): Receipt | undefined => {
  const [exportedOn, how] = [dayIn(values, 'exportedOn'), textIn(values, 'receipt')]
  const contractBy = dayIn(values, 'contractReceiptBy')
  if (exportedOn === undefined || how === undefined) return undefined
  return how === 'contract' && contractBy === undefined ? undefined : { exportedOn, how, contractBy }
}

const IN = ['received', 'deemed', 'notRequired']

/** A contract postpones it, within its bound; it never brings it forward. */
const dueOf = ({ exportedOn, how, contractBy }: Receipt, until: string): Day => {
  const plain = nextYear(exportedOn, until)
  return how === 'contract' && contractBy !== undefined && contractBy > plain ? contractBy : plain
}

/** Has the money come in, or is there still time; and must that be proved with the claim? */
export const receiptFindings = (values: Values, { today }: Pick<Known, 'today'>): readonly Finding[] => {
  const receipt = receiptOf(values)
  if (!receipt) return []
  const rule = rowOn(law.receiptRules, today, 'rule on money received')
  const { exportedOn, how } = receipt
  const due = dueOf(receipt, rule.until)
  const cameIn = IN.includes(how)
  const inTime = today <= due && due <= monthsAfter(exportedOn, rule.lastMonths)
  const [day, exporterClass] = [dayWords(due), textIn(values, 'exporterClass')]
  const falseProofOn = dayIn(values, 'falseProofOn')
  const needsProof =
    today > nextYear(exportedOn, rule.until) ||
    (exporterClass !== undefined && rule.proofClasses.includes(exporterClass)) ||
    (falseProofOn !== undefined && today < monthsAfter(falseProofOn, rule.falseProofMonths))
  const money = cameIn
    ? text('已收汇，或者视同收汇、不要求收汇', 'It came in, counts as received, or is not required')
    : text(`应在${day.zh}前收汇`, `It must come in by ${day.en}`)
  const proof = needsProof
    ? text('申报时要报送收汇材料', 'Proof is to be handed in with the claim')
    : text('不用报送，留存备查', 'Not to be handed in; keep it')
  return [
    judge(law.moneyReceived, cameIn || inTime, money),
    judge(law.receiptProof, !needsProof || cameIn, proof),
  ]
}
