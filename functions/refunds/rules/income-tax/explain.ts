/**
 * A settlement explained line by line, in the order of the calculation. Every line is rounded to the fen by itself, while the
 * tax is reckoned from exact amounts: lines of 80 % and 56 % may differ from their sum by a fen.
 */
import type { Line } from '../../../core/pure/law'
import { fen, shareOf, type Fen } from '../../../core/pure/money'
import { text, type Text } from '../../../core/pure/text'
import { incomeTaxLaw11, incomeTaxLaw5 } from '../../data/income-tax/sources'
import type { BonusComparison } from './bonus'
import type { Comprehensive } from './comprehensive'
import { bonusStep } from './dead-zones'
import type { Deductions } from './deductions'
import { percentOf, roundedFen } from './exact'
import { addDeductions } from './explain-deductions'
import type { Bonus, YearItems } from './items'
import { formula, line, yuan, type Standing } from './line'
import type { Steps } from './steps'
import type { YearTables } from './tables'

export interface Explained {
  readonly items: YearItems
  readonly tables: YearTables
  readonly deductions: Deductions
  /** As it is settled: with the bonus where it is merged. */
  readonly settled: Comprehensive
  /** Of the bonus, what is in it. */
  readonly bonusMerged: Fen
  /** Of comprehensive income alone, then of the bonus where it is merged. */
  readonly bonusPrepaid: Fen
  readonly balance: number
  readonly comparison?: BonusComparison
}

const byLaw11: Standing = { basis: incomeTaxLaw11, unconfirmed: false }
const byLaw5: Standing = { basis: incomeTaxLaw5, unconfirmed: false }

const addIncome = (
  lines: Line[],
  { items: { income }, tables: { figures }, bonusMerged, settled }: Explained,
): void => {
  const { wages, labour, manuscripts, royalties } = income
  let sum = ''
  const add = (entry: Line): void => {
    lines.push(entry)
    sum += `${sum === '' ? '' : ' + '}${yuan(entry.fen)}`
  }
  if (wages > 0) add(line({ key: 'wages', amount: wages, law: figures.wagesPercent }))
  if (bonusMerged > 0) add(line({ key: 'bonusMerged', amount: bonusMerged, law: figures.wagesPercent }))
  const addPart = (key: 'labour' | 'manuscripts' | 'royalties', paid: Fen): void => {
    if (paid === 0) return
    const law = figures[`${key}Percent`]
    const amount = roundedFen(percentOf(paid, law.value))
    add(line({ key, amount, law, how: formula(`${yuan(paid)} × ${law.value}%`) }))
  }
  addPart('labour', labour)
  addPart('manuscripts', manuscripts)
  addPart('royalties', royalties)
  const amount = roundedFen(settled.income)
  lines.push(line({ key: 'income', amount, law: figures.wagesPercent, how: formula(sum) }))
}

const donationsText = ({ items, tables, settled }: Explained): Text => {
  const { limited, full } = items.donations
  const percent = tables.figures.donationPercent.value
  const before = yuan(roundedFen(settled.beforeDonations))
  const deducted = yuan(roundedFen(settled.donations))
  if (full === 0)
    return text(
      `捐赠 ${yuan(limited)}，以 ${before} × ${percent}% 为限`,
      `${yuan(limited)} given, deducted up to ${before} × ${percent}%`,
    )
  return text(
    `全额扣除 ${yuan(full)}，限额扣除 ${yuan(limited)} 以 ${before} × ${percent}% 为限，合计扣除 ${deducted}`,
    `${yuan(full)} in full, ${yuan(limited)} up to ${before} × ${percent}%, ${deducted} in all`,
  )
}

const addTaxable = (lines: Line[], explained: Explained): void => {
  const { items, tables, deductions, settled } = explained
  const { figures } = tables
  const income = roundedFen(settled.income)
  const taken = yuan(deductions.total)
  lines.push(line({ key: 'deductions', amount: deductions.total, law: figures.basicDeduction }))
  const isShort = settled.income < deductions.total * 10_000
  const difference = isShort
    ? text(
        `${yuan(income)} 不足扣除 ${taken}，按 0 计算`,
        `${yuan(income)} does not reach ${taken}: counted as 0`,
      )
    : formula(`${yuan(income)} − ${taken}`)
  const amount = roundedFen(settled.taxable)
  if (items.donations.limited === 0 && items.donations.full === 0) {
    lines.push(line({ key: 'taxable', amount, law: figures.basicDeduction, how: difference }))
    return
  }
  const before = roundedFen(settled.beforeDonations)
  const donated = roundedFen(settled.donations)
  lines.push(
    line({ key: 'beforeDonations', amount: before, law: figures.basicDeduction, how: difference }),
    line({ key: 'donations', amount: donated, law: figures.donationPercent, how: donationsText(explained) }),
    line({
      key: 'taxable',
      amount,
      law: figures.basicDeduction,
      how: formula(`${yuan(before)} − ${yuan(donated)}`),
    }),
  )
}

const addTax = (lines: Line[], { tables, settled }: Explained): void => {
  const { step, tax, reductions, payable } = settled
  const words = `${yuan(roundedFen(settled.taxable))}${step.formula}`
  lines.push(
    line({
      key: 'tax',
      amount: tax,
      law: tables.comprehensive,
      how: { zh: `${step.name.zh}：${words}`, en: `${step.name.en}: ${words}` },
      rate: step.rate,
    }),
  )
  if (reductions === 0) return
  const how = formula(`${yuan(tax)} − ${yuan(reductions)}`)
  lines.push(
    line({ key: 'reductions', amount: reductions, law: byLaw5 }),
    line({ key: 'payable', amount: payable, law: byLaw5, how }),
  )
}

const addBalance = (lines: Line[], { items, settled, bonusPrepaid, balance }: Explained): void => {
  const { payable } = settled
  const prepaid = fen(items.prepaid + bonusPrepaid)
  lines.push(line({ key: 'prepaid', amount: items.prepaid, law: byLaw11 }))
  if (bonusPrepaid > 0) lines.push(line({ key: 'bonusPrepaid', amount: bonusPrepaid, law: byLaw11 }))
  if (balance === 0) lines.push(line({ key: 'even', amount: fen(0), law: byLaw11 }))
  else if (balance > 0) {
    const how = formula(`${yuan(prepaid)} − ${yuan(payable)}`)
    lines.push(line({ key: 'refund', amount: fen(balance), law: byLaw11, how }))
  } else {
    const how = formula(`${yuan(payable)} − ${yuan(prepaid)}`)
    lines.push(line({ key: 'supplement', amount: fen(-balance), law: byLaw11, how }))
  }
}

const bonusText = (table: Steps, { amount }: Bonus): Text => {
  const step = bonusStep(table, amount)
  const twelfth = `${yuan(amount)} ÷ 12 = ${yuan(shareOf(amount, 1, 12))}`
  const words = `${yuan(amount)}${step.formula}`
  return {
    zh: `${twelfth}，${step.name.zh}：${words}`,
    en: `${twelfth}, ${step.name.en}: ${words}`,
  }
}

const addComparison = (lines: Line[], { items, tables, comparison }: Explained): void => {
  const { bonus } = items
  const table = tables.bonus
  if (!bonus || !comparison?.separate || !table) return
  const { separate, merged } = comparison
  lines.push(
    line({
      key: 'bonusSeparate',
      amount: separate.bonusTax,
      law: table,
      how: bonusText(table, bonus),
      rate: bonusStep(table, bonus.amount).rate,
    }),
    line({
      key: 'separateTotal',
      amount: separate.tax,
      law: table,
      how: formula(`${yuan(separate.comprehensiveTax)} + ${yuan(separate.bonusTax)}`),
    }),
    line({ key: 'mergedTotal', amount: merged.tax, law: tables.comprehensive }),
  )
}

export const explain = (explained: Explained): readonly Line[] => {
  const lines: Line[] = []
  addIncome(lines, explained)
  addDeductions(lines, explained.items, explained.deductions, explained.tables.figures)
  addTaxable(lines, explained)
  addTax(lines, explained)
  addBalance(lines, explained)
  addComparison(lines, explained)
  return lines
}
