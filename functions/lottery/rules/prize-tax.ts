/** What is withheld of a prize, line by line. Pure. */
import { rowOn, type Line } from '../../core/pure/law'
import { fen, shareOf, subtractFen, yuanDisplay, type Fen } from '../../core/pure/money'
import { text, type Text } from '../../core/pure/text'
import type { Day } from '../../core/pure/time'
import { prizeTaxRows, type PrizeTaxRow } from '../data/prize-tax'
import { saidYuan } from './said'

export interface PrizeTax {
  readonly tax: Fen
  readonly payable: Fen
  /** Due on what the invoice won before, and more than this prize holds: the office settles it with the winner. */
  readonly short: Fen
  readonly lines: readonly Line[]
}

export interface PrizeTaxQuestion {
  /** Fen. */
  readonly prize: number
  readonly wonOn: Day
  /** What the same invoice has won before, and what was withheld of it: fen. */
  readonly before?: { readonly prizes: number; readonly withheld: number }
}

const dueOn = ({ exempt, percent }: PrizeTaxRow, sum: Fen): Fen =>
  sum <= exempt ? fen(0) : shareOf(sum, percent, 100)

const howText = (row: PrizeTaxRow, sum: Fen, withheld: Fen): Text => {
  if (sum <= row.exempt) {
    const [won, most] = [saidYuan(sum), saidYuan(row.exempt)]
    return text(`${won.zh}不超过 ${most.zh}，免税`, `${won.en} is not more than ${most.en}: exempt`)
  }
  const shown = yuanDisplay(sum)
  const less = withheld > 0 ? ` − ${yuanDisplay(withheld)}` : ''
  const how = `${shown} × ${row.percent}%${less}`
  return text(how, how)
}

/**
 * Up to 800 yuan nothing, above it 20 % of the whole. What the same invoice won before is added up, and what was withheld of it
 * taken off; never more is withheld than the prize.
 * @throws RangeError for anything but whole fen above zero
 * @example taxOn({ prize: 80_001, wonOn: '2026-03-01' }).tax // 16000: 800.01 × 20 %, to the fen
 */
export const taxOn = ({ prize, wonOn, before }: PrizeTaxQuestion): PrizeTax => {
  const amount = fen(prize)
  if (amount <= 0) throw new RangeError(`not a prize: ${prize}`)
  const row = rowOn(prizeTaxRows, wonOn, 'tax on prizes')
  const withheld = fen(before?.withheld ?? 0)
  const sum = fen(amount + (before?.prizes ?? 0))
  const due = fen(Math.max(0, dueOn(row, sum) - withheld))
  const tax = fen(Math.min(amount, due))
  const twice = sum > amount
  const lines: readonly Line[] = [
    { key: 'prize', label: text('奖金', 'Prize'), fen: amount },
    {
      key: 'tax',
      label: text('代扣个人所得税', 'Income tax withheld'),
      fen: subtractFen(fen(0), tax),
      how: howText(row, sum, withheld),
      ...(sum > row.exempt && { rate: `0.${String(row.percent)}` }),
      basis: row.basis,
      unconfirmed: row.unconfirmed || (twice && row.addedUp.unconfirmed),
    },
    { key: 'payable', label: text('实发', 'Paid'), fen: subtractFen(amount, tax) },
  ]
  return { tax, payable: subtractFen(amount, tax), short: subtractFen(due, tax), lines }
}
