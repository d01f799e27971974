/** The figure in force on a day, worded. Pure. */
import { text, type Text } from '../../core/pure/text'
import type { Day } from '../../core/pure/time'
import { accountLimitRows, type AccountLimitRow } from '../data/limits'

export interface AccountLimit {
  readonly value: number
  readonly rule: Text
  readonly basis: Text
  readonly unconfirmed: boolean
}

/** @throws RangeError when no row is in force: a gap in the data, kept out by its test */
export const accountLimitOn = (key: AccountLimitRow['key'], day: Day): AccountLimit => {
  const row = accountLimitRows.find(
    (one) =>
      one.key === key && one.effectiveFrom <= day && (one.effectiveTo === null || day <= one.effectiveTo),
  )
  if (!row) throw new RangeError(`no ${key} in force on ${day}`)
  const { value, rule, basis, unconfirmed } = row
  const n = String(value)
  return { value, rule: text(rule.zh.replace('{n}', n), rule.en.replace('{n}', n)), basis, unconfirmed }
}
