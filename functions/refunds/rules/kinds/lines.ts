/** The result of a check on a voucher, line by line: from what was paid to what goes out. */
import type { Values } from '../../../core/pure/forms'
import type { Line } from '../../../core/pure/law'
import { fen, subtractFen, type Fen } from '../../../core/pure/money'
import { text } from '../../../core/pure/text'
import type { Check, Known, KindLaw } from '../kind'
import { interestLine } from '../interest'
import { offsetArrears } from '../offset'
import { moneyIn } from './answers'

type Voucher = NonNullable<Known['voucher']>

/** Never below nothing. */
const least = (...amounts: readonly Fen[]): Fen => fen(Math.max(0, Math.min(...amounts)))

const paidLines = ({ paid, left }: Voucher): readonly Line[] => [
  { key: 'paid', label: text('已缴税款', 'Tax paid'), fen: paid },
  ...(left < paid
    ? [
        {
          key: 'used',
          label: text('已退或正在办理', 'Refunded or being claimed'),
          fen: subtractFen(left, paid),
        },
      ]
    : []),
]

/**
 * What may be claimed, and what becomes of the claim: interest if it were handled today, arrears first, the rest.
 * @param bound.most by the rule of the kind; what is left of the voucher bounds it further
 * @param bound.lines how that came about
 */
export const voucherResult = ({
  law,
  values,
  known,
  bound,
}: {
  readonly law: Pick<KindLaw, 'kind' | 'interest' | 'offsets'>
  readonly values: Values
  readonly known: Known
  readonly bound?: { readonly most: Fen; readonly lines: readonly Line[] }
}): Check['result'] => {
  const { voucher, today, arrears = fen(0) } = known
  if (!voucher) return undefined
  const claimable = least(voucher.left, bound?.most ?? voucher.left)
  const claimed = least(moneyIn(values, 'claimed') ?? claimable, claimable)
  const interest = interestLine({ law, refund: claimed, paidOn: voucher.paidOn, handledOn: today })
  const { lines } = offsetArrears({
    law,
    refund: claimed,
    interest: interest.fen,
    arrears,
    direction: values.direction === 'offset' ? 'offset' : 'refund',
  })
  return {
    claimable,
    lines: [
      ...paidLines(voucher),
      ...(bound?.lines ?? []),
      { key: 'claimable', label: text('最多可申请', 'Claimable at most'), fen: claimable },
      { key: 'claimed', label: text('本次申请', 'Claimed now'), fen: claimed },
      interest,
      ...lines,
    ],
  }
}
