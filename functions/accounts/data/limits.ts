/** How much an account may claim, as dated rules of this service: each figure with its basis, in force from a day on. */
import { text, type Text } from '../../core/pure/text'
import type { Day } from '../../core/pure/time'

export interface AccountLimitRow {
  readonly key: 'bindingsPerDay'
  readonly value: number
  /** What it says, in words for the account; `{n}` is the value. */
  readonly rule: Text
  readonly basis: Text
  /** No authority has set it. */
  readonly unconfirmed: boolean
  readonly effectiveFrom: Day
  /** The last day; `null` while in force. */
  readonly effectiveTo: Day | null
}

export const accountLimitRows: readonly AccountLimitRow[] = [
  {
    key: 'bindingsPerDay',
    value: 10,
    rule: text(
      '每个账户每天最多添加 {n} 个纳税人，已解除的和未能添加的也计算在内',
      'An account may add {n} taxpayers a day, those let go again and those that could not be added included',
    ),
    basis: text('本平台默认设置', 'A default of this service'),
    unconfirmed: true,
    effectiveFrom: '2018-06-16',
    effectiveTo: null,
  },
]
