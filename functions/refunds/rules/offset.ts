/** Arrears come first (细则 §79): what is refunded, with its interest, pays them, and the rest goes to the taxpayer. */
import type { Line } from '../../core/pure/law'
import { addFen, fen, subtractFen, type Fen } from '../../core/pure/money'
import { text } from '../../core/pure/text'
import { collectionRules79 } from '../data/statutes'
import type { KindLaw } from './kind'

/** Paid out, or kept against the taxes of the next periods (退 or 抵). */
export type Direction = 'refund' | 'offset'

export interface OffsetQuestion {
  /** Says whether this kind may be offset at all; export refunds may not. */
  readonly law: Pick<KindLaw, 'offsets'>
  readonly refund: Fen
  readonly interest: Fen
  readonly arrears: Fen
  readonly direction?: Direction
}

export interface Offset {
  /** Pays arrears. */
  readonly offset: Fen
  /** Kept against taxes to come. */
  readonly carried: Fen
  readonly paidOut: Fen
  /** In the order of the law: what goes off is negative. */
  readonly lines: readonly Line[]
}

const offsetLine = (law: OffsetQuestion['law'], offset: Fen): Line => ({
  key: 'arrearsOffset',
  label: text('先抵缴欠税', 'Offset against arrears first'),
  fen: subtractFen(fen(0), offset),
  how: law.offsets
    ? text(
        '应退税款和利息先抵扣欠税，有余额的再退还',
        'Refund and interest pay arrears first; the rest is refunded',
      )
    : text('此类退税不抵缴欠税', 'This kind of refund is not offset against arrears'),
  basis: collectionRules79,
})

const restLine = (direction: Direction, rest: Fen): Line =>
  direction === 'offset'
    ? { key: 'carried', label: text('抵缴以后税款', 'Kept against taxes to come'), fen: rest }
    : { key: 'paidOut', label: text('退到收款账户', 'Paid to the account'), fen: rest }

/** Who gets what of a refund, as it is shown before it is claimed and ordered once it is approved. */
export const offsetArrears = (question: OffsetQuestion): Offset => {
  const { law, refund, interest, arrears, direction = 'refund' } = question
  const total = addFen(refund, interest)
  const offset = law.offsets ? fen(Math.min(total, Math.max(0, arrears))) : fen(0)
  const rest = subtractFen(total, offset)
  const hasArrears = arrears > 0
  return {
    offset,
    carried: direction === 'offset' ? rest : fen(0),
    paidOut: direction === 'offset' ? fen(0) : rest,
    lines: [...(hasArrears ? [offsetLine(law, offset)] : []), restLine(direction, rest)],
  }
}
