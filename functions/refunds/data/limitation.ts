/** Until when overpaid tax may be claimed back, as dated law. */
import type { Basis, Dated } from '../../core/pure/law'
import { text } from '../../core/pure/text'
import { collectionLaw51 } from './statutes'

export interface Limitation extends Dated, Basis {
  /** From the day on which the payment of the tax was settled (结算缴纳税款之日). */
  readonly years: number
}

export const limitations: readonly Limitation[] = [
  {
    years: 3,
    rule: text(
      '自结算缴纳税款之日起三年内，可以要求退还多缴的税款',
      'Overpaid tax may be claimed back within three years from the day its payment was settled',
    ),
    basis: collectionLaw51,
    unconfirmed: false,
    effectiveFrom: '2001-05-01',
    effectiveTo: null,
  },
]
