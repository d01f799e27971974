/** Income tax on prizes of invoices (偶然所得), withheld by who pays. */
import type { Basis, Dated } from '../../core/pure/law'
import { text } from '../../core/pure/text'
import { lotteryTax } from './statutes'

export interface PrizeTaxRow extends Dated, Basis {
  /** Fen: up to it, included, nothing is due; above it the whole amount is taxed. */
  readonly exempt: number
  /** Per cent. */
  readonly percent: number
  /** What one invoice wins twice is added up: the exemption is for one invoice. Our reading; no text says it of two prizes. */
  readonly addedUp: { readonly rule: Basis['rule']; readonly unconfirmed: true }
}

export const prizeTaxRows: readonly PrizeTaxRow[] = [
  {
    exempt: 80_000,
    percent: 20,
    rule: text(
      '单张发票奖金不超过 800.00 元（含）暂免个人所得税；超过的按全额的 20% 由发放单位代扣',
      'Prizes of one invoice up to and including CNY 800.00 are exempt; above that 20% of the whole is withheld',
    ),
    basis: lotteryTax,
    unconfirmed: false,
    addedUp: {
      rule: text('同一张发票多次中奖的，奖金合并计算', 'What one invoice wins more than once is added up'),
      unconfirmed: true,
    },
    effectiveFrom: '2007-02-27',
    effectiveTo: null,
  },
]
