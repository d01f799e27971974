/** The result of a check on a voucher, line by line: from what was paid to what may be claimed of it. */
import type { Values } from '../../../core/pure/forms'
import type { Line } from '../../../core/pure/law'
import { fen, subtractFen, type Fen } from '../../../core/pure/money'
import { text } from '../../../core/pure/text'
import type { Check, Known } from '../kind'
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
 * What may be claimed, and what is claimed of it. What becomes of that (interest, arrears first) is `offsetArrears`'s.
 * @param bound.most by the rule of the kind; what is left of the voucher bounds it further
 * @param bound.lines how that came about
 */
export const voucherResult = (
  values: Values,
  { voucher }: Known,
  bound?: { readonly most: Fen; readonly lines: readonly Line[] },
): Check['result'] => {
  if (!voucher) return undefined
  const claimable = least(voucher.left, bound?.most ?? voucher.left)
  return {
    claimable,
    lines: [
      ...paidLines(voucher),
      ...(bound?.lines ?? []),
      { key: 'claimable', label: text('最多可申请', 'Claimable at most'), fen: claimable },
      {
        key: 'claimed',
        label: text('本次申请', 'Claimed now'),
        fen: least(moneyIn(values, 'claimed') ?? claimable, claimable),
      },
    ],
  }
}
