/** How a line of an explained settlement is made. */
import type { Basis, Line } from '../../../core/pure/law'
import { yuanDisplay, type Fen } from '../../../core/pure/money'
import type { Text } from '../../../core/pure/text'
import { LINE_LABELS, type LineKey } from '../../data/income-tax/words'

/** What a line stands on. */
export type Standing = Pick<Basis, 'basis' | 'unconfirmed'>

export interface Said {
  readonly key: LineKey
  readonly amount: Fen
  readonly law: Standing
  readonly how?: Text
  readonly rate?: string
}

export const line = ({ key, amount, law, how, rate }: Said): Line => ({
  key,
  label: LINE_LABELS[key],
  fen: amount,
  how,
  rate,
  basis: law.basis,
  unconfirmed: law.unconfirmed,
})

/** A formula reads the same in both languages. */
export const formula = (words: string): Text => ({ zh: words, en: words })

/** Sums and products of a formula are of whole fen already. */
export const yuan = (amount: number): string => yuanDisplay(amount as Fen)
