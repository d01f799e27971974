/** How much an account may claim, as dated rules of this service: each figure with its basis, in force from a day on. */
import type { Basis, Dated } from '../../core/pure/law'
import { text } from '../../core/pure/text'

/** Its rule is in words for the account; `{n}` is the value. */
export interface AccountLimitRow extends Basis, Dated {
  readonly key: 'bindingsPerDay'
  readonly value: number
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
