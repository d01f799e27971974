/**
 * A settlement explained line by line, in the order of the calculation. Every line is rounded to the fen by itself, while the
 * tax is reckoned from exact amounts: lines of 80 % and 56 % may differ from their sum by a fen.
 */
import type { Line } from '../../../core/pure/law'
import { fen, shareOf, type Fen } from '../../../core/pure/money'
import { text, type Text } from '../../../core/pure/text'
import type { BonusComparison } from './bonus'
import type { Comprehensive } from './comprehensive'
import { bonusStep } from './dead-zones'
import type { Deductions } from './deductions'
import { PER_FEN, percentOf, roundedFen } from './exact'
import { addDeductions } from './explain-deductions'
import type { Bonus, YearItems } from './items'
import { formula, line, yuan, type LineHead } from './line'
import type { Steps } from './steps'
import type { YearTables } from './tables'

export interface Explained {
  readonly items: YearItems
  readonly tables: YearTables
  readonly deductions: Deductions
  /** As it is settled: with the bonus where it is merged. */
  readonly settled: Comprehensive
  /** What of the bonus is in it, and what was withheld from that. */
  readonly bonusMerged: Fen
  readonly bonusPrepaid: Fen
  /** Above 0 a refund, below 0 a supplement. */
  readonly balance: number
  readonly comparison: BonusComparison | undefined
}

/** After costs: 「154,860.14 × 80%」. */
const addCounted = (lines: Line[], head: LineHead, paid: Fen, percent: number): void => {
  if (paid === 0) return
  const counted = roundedFen(percentOf(paid, percent))
  lines.push(line(head, counted, formula(`${yuan(paid)} × ${percent}%`)))
}

/** Of several lines; one needs no sum. */
const sumText = (lines: readonly Line[]): Text | undefined => {
  if (lines.length < 2) return undefined
  let words = ''
  for (const { fen: amount } of lines) words = words === '' ? yuan(amount) : `${words} + ${yuan(amount)}`
  return formula(words)
}

const addIncome = (
  lines: Line[],
  { items: { income }, tables: { figures, heads }, bonusMerged, settled }: Explained,
): void => {
  if (income.wages > 0) lines.push(line(heads.wages, income.wages))
  if (bonusMerged > 0) lines.push(line(heads.bonusMerged, bonusMerged))
  addCounted(lines, heads.labour, income.labour, figures.labourPercent.value)
  addCounted(lines, heads.manuscripts, income.manuscripts, figures.manuscriptsPercent.value)
  addCounted(lines, heads.royalties, income.royalties, figures.royaltiesPercent.value)
  lines.push(line(heads.income, roundedFen(settled.income), sumText(lines)))
}

const donationsText = ({ items, tables, settled }: Explained): Text => {
  const { limited, full } = items.donations
  const cap = `${yuan(roundedFen(settled.beforeDonations))} × ${tables.figures.donationPercent.value}%`
  const given = yuan(limited)
  if (full === 0) return text(`捐赠 ${given}，以 ${cap} 为限`, `${given} given, deducted up to ${cap}`)
  return text(
    `全额扣除 ${yuan(full)}，限额扣除 ${given} 以 ${cap} 为限`,
    `${yuan(full)} in full, ${given} up to ${cap}`,
  )
}

/** 「463,520.12 − 126,967.31」; deductions that find too little to be taken from leave nothing, never less. */
const afterDeductions = ({ settled, deductions: { total } }: Explained): Text => {
  const [income, taken] = [yuan(roundedFen(settled.income)), yuan(total)]
  if (settled.income >= total * PER_FEN) return formula(`${income} − ${taken}`)
  return text(`${income} 不足扣除 ${taken}，按 0 计算`, `${income} does not reach ${taken}: counted as 0`)
}

const addTaxable = (lines: Line[], explained: Explained): void => {
  const { items, tables, deductions, settled } = explained
  const { heads } = tables
  const taxable = roundedFen(settled.taxable)
  lines.push(line(heads.deductions, deductions.total))
  if (items.donations.limited === 0 && items.donations.full === 0) {
    lines.push(line(heads.taxable, taxable, afterDeductions(explained)))
    return
  }
  const before = roundedFen(settled.beforeDonations)
  const donated = roundedFen(settled.donations)
  lines.push(
    line(heads.beforeDonations, before, afterDeductions(explained)),
    line(heads.donations, donated, donationsText(explained)),
    line(heads.taxable, taxable, formula(`${yuan(before)} − ${yuan(donated)}`)),
  )
}

const addTax = (lines: Line[], { tables: { heads }, settled }: Explained): void => {
  const { step, tax, reductions, payable } = settled
  const words = `${yuan(roundedFen(settled.taxable))}${step.formula}`
  const how = { zh: step.name.zh + words, en: step.name.en + words }
  lines.push(line(heads.tax, tax, how, step.rate))
  if (reductions === 0) return
  lines.push(
    line(heads.reductions, reductions),
    line(heads.payable, payable, formula(`${yuan(tax)} − ${yuan(reductions)}`)),
  )
}

const addBalance = (
  lines: Line[],
  { items, tables: { heads }, settled, bonusPrepaid, balance }: Explained,
): void => {
  lines.push(line(heads.prepaid, items.prepaid))
  if (bonusPrepaid > 0) lines.push(line(heads.bonusPrepaid, bonusPrepaid))
  const had = yuan(items.prepaid + bonusPrepaid)
  const due = yuan(settled.payable)
  if (balance === 0) lines.push(line(heads.even, fen(0)))
  else if (balance > 0) lines.push(line(heads.refund, fen(balance), formula(`${had} − ${due}`)))
  else lines.push(line(heads.supplement, fen(-balance), formula(`${due} − ${had}`)))
}

/** 「50,000.00 ÷ 12 = 4,166.67，第 2 级…」 */
const bonusText = (table: Steps, { amount }: Bonus): Text => {
  const { name, formula: steps } = bonusStep(table, amount)
  const whole = yuan(amount)
  const twelfth = `${whole} ÷ 12 = ${yuan(shareOf(amount, 1, 12))}`
  return { zh: `${twelfth}，${name.zh}${whole}${steps}`, en: `${twelfth}, ${name.en}${whole}${steps}` }
}

const addComparison = (lines: Line[], { items, tables, comparison }: Explained): void => {
  const { bonus } = items
  const { bonus: table, heads } = tables
  if (!bonus || !comparison?.separate || !table) return
  const { separate, merged } = comparison
  const { comprehensiveTax, bonusTax, tax } = separate
  lines.push(
    line(heads.bonusSeparate, bonusTax, bonusText(table, bonus), bonusStep(table, bonus.amount).rate),
    line(heads.separateTotal, tax, formula(`${yuan(comprehensiveTax)} + ${yuan(bonusTax)}`)),
    line(heads.mergedTotal, merged.tax),
  )
}

export const explain = (explained: Explained): readonly Line[] => {
  const lines: Line[] = []
  addIncome(lines, explained)
  addDeductions(lines, explained.items, explained.deductions, explained.tables)
  addTaxable(lines, explained)
  addTax(lines, explained)
  addBalance(lines, explained)
  addComparison(lines, explained)
  return lines
}
