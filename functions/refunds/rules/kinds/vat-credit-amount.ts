/** How much VAT credit is refunded, in one rounding, explained line by line. */
import type { Line } from '../../../core/pure/law'
import { fen, shareOf, subtractFen, yuanDisplay, type Fen } from '../../../core/pure/money'
import { text } from '../../../core/pure/text'
import {
  compositionOfFour,
  compositionOfOthers,
  creditLeft,
  type CreditGroup,
  type CreditPolicy,
  type CreditShares,
} from '../../data/kinds/vat-credit'
import { proportion } from './proportion'
import type { Composition, Credit, Increment } from './vat-credit-figures'
import { decimalWords, figures, percentWords } from './words'

const PERCENT = 100

/** A share in percent of an amount, times the composition: rounded once. */
const shareTimes = (percents: number, { part, whole }: Composition): Fen =>
  fen(proportion(percents, part, whole * PERCENT))

/** Up to the bound one share, above it another; `fen × percent`, so that nothing is rounded yet. */
const splitPercents = (amount: Fen, { upTo, first, above }: CreditShares['others']): number =>
  Math.min(amount, upTo) * first + Math.max(0, amount - upTo) * above

/** Group 3. Split on what was added, or, were the order the other way round, on what the ratio leaves of it. */
export const othersRefund = (added: Fen, composition: Composition, shares: CreditShares['others']): Fen => {
  const { upTo, first, above, splitOn } = shares
  if (splitOn === 'increment') return shareTimes(splitPercents(added, shares), composition)
  // The lower of two lines that cross at the bound.
  const beyond = fen(shareTimes(added * above, composition) + shareOf(upTo, first - above, PERCENT))
  return fen(Math.min(shareTimes(added * first, composition), beyond))
}

export interface CreditRefund {
  readonly group: CreditGroup
  readonly credit: Credit
  readonly composition: Composition
  /** Of groups 2 and 3. */
  readonly increment?: Increment | undefined
  readonly policy: CreditPolicy
}

/** What the shares are of: all of the credit, or what was added. Never below nothing. */
const refundedFrom = ({ group, credit, increment }: CreditRefund): Fen =>
  group === 'fourIndustries' ? credit.left : fen(Math.max(0, increment?.added ?? 0))

export const creditRefund = (refund: CreditRefund): Fen => {
  const { group, composition, policy } = refund
  const amount = refundedFrom(refund)
  return group === 'others'
    ? othersRefund(amount, composition, policy.shares.others)
    : shareTimes(amount * policy.shares[group], composition)
}

/** In 1/10 000, for reading; the reckoning is with the amounts themselves. A part beyond its whole is a slip: all of it. */
export const compositionRate = ({ part, whole }: Composition): number =>
  part < whole ? proportion(10_000, part, whole) : 10_000

const off = (key: string, zh: string, en: string, amount: Fen): readonly Line[] =>
  amount > 0 ? [{ key, label: text(zh, en), fen: subtractFen(fen(0), amount), basis: creditLeft.basis }] : []

const creditLines = ({ periodEnd, exportApproved, arrears, left }: Credit): readonly Line[] => [
  { key: 'periodEndCredit', label: text('期末留抵税额', 'Credit at the end of the period'), fen: periodEnd },
  ...off('exportApproved', '扣减已核准的免抵退税应退税额', 'Export refunds approved', exportApproved),
  // The account tells arrears of all taxes in one sum; by the notice those of VAT come off.
  ...off('arrears', '抵减欠税', 'Arrears', arrears).map((line) => ({ ...line, unconfirmed: true })),
  ...(left === periodEnd
    ? []
    : [{ key: 'creditLeft', label: text('余下的留抵税额', 'Credit left'), fen: left }]),
]

const incrementLines = ({ base, added }: Increment): readonly Line[] => [
  {
    key: 'base',
    label: text('减：比较日的留抵税额', 'Less the credit it is compared with'),
    fen: subtractFen(fen(0), base),
  },
  { key: 'increment', label: text('新增加留抵税额', 'Credit added'), fen: added },
]

/** `(100,000,000.00 × 60% + 20,000,000.00 × 30%)` */
const shareWords = (refund: CreditRefund): string => {
  const { group, policy } = refund
  const amount = refundedFrom(refund)
  if (group !== 'others') return `${yuanDisplay(amount)} × ${policy.shares[group]}%`
  const { upTo, first, above, splitOn } = policy.shares.others
  if (splitOn !== 'increment' || amount <= upTo) return `${yuanDisplay(amount)} × ${first}%`
  const rest = subtractFen(amount, upTo)
  return `(${yuanDisplay(upTo)} × ${first}% + ${yuanDisplay(rest)} × ${above}%)`
}

/** From the return to what may be claimed. */
export const creditRefundLines = (refund: CreditRefund): readonly Line[] => {
  const { group, credit, composition, increment, policy } = refund
  const rate = compositionRate(composition)
  const { basis, unconfirmed } = group === 'fourIndustries' ? compositionOfFour : compositionOfOthers
  return [
    ...creditLines(credit),
    ...(increment && group !== 'fourIndustries' ? incrementLines(increment) : []),
    {
      key: 'composition',
      label: text(
        '七种扣税凭证的税额（算进项构成比例）',
        'Tax on the seven papers, for the share of input tax',
      ),
      fen: composition.part,
      how: figures(
        `${yuanDisplay(composition.part)} ÷ ${yuanDisplay(composition.whole)} ≈ ${percentWords(rate)}`,
      ),
      rate: decimalWords(rate),
      basis,
      unconfirmed,
    },
    {
      key: 'creditRefund',
      label: text('允许退还的留抵税额', 'Credit that may be refunded'),
      fen: creditRefund(refund),
      how: figures(`${shareWords(refund)} × ${percentWords(rate)}`),
      basis: policy.basis,
      unconfirmed: policy.unconfirmed,
    },
  ]
}
