/** The figure in force on a day, worded. Pure. */
import { rowOn, type Basis } from '../../core/pure/law'
import { text } from '../../core/pure/text'
import type { Day } from '../../core/pure/time'
import { accountLimitRows, type AccountLimitRow } from '../data/limits'

export interface AccountLimit extends Basis {
  readonly value: number
}

/** @throws RangeError when no row is in force: a gap in the data, kept out by its test */
export const accountLimitOn = (key: AccountLimitRow['key'], day: Day): AccountLimit => {
  const rows = accountLimitRows.filter((row) => row.key === key)
  const { value, rule, basis, unconfirmed } = rowOn(rows, day, key)
  const n = String(value)
  return { value, rule: text(rule.zh.replace('{n}', n), rule.en.replace('{n}', n)), basis, unconfirmed }
}
