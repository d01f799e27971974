/** The result of a check that reckons what may be claimed from the form alone. */
import type { Values } from '../../../core/pure/forms'
import type { Line } from '../../../core/pure/law'
import { fen, type Fen } from '../../../core/pure/money'
import { text } from '../../../core/pure/text'
import type { Check } from '../kind'
import { moneyIn } from './answers'

/** @param lines how it came about; what may be claimed, and what is claimed of it, follow */
export const computedResult = (
  values: Values,
  claimable: Fen,
  lines: readonly Line[],
): NonNullable<Check['result']> => ({
  claimable,
  lines: [
    ...lines,
    { key: 'claimable', label: text('最多可申请', 'Claimable at most'), fen: claimable },
    {
      key: 'claimed',
      label: text('本次申请', 'Claimed now'),
      fen: fen(Math.min(moneyIn(values, 'claimed') ?? claimable, claimable)),
    },
  ],
})
