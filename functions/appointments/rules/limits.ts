/** Picks the limits in force on a day, with a hall's overrides on top. */
import type { Override } from '../../core/pure/hall-terms'
import { inForce, rowOn, type Basis } from '../../core/pure/law'
import { text, type Text } from '../../core/pure/text'
import type { Day } from '../../core/pure/time'
import { limitRows, LIMIT_KEYS, type LimitKey } from '../data/limits'

/** What a hall sets for itself: figures, their basis, and from when. */
export type LimitOverrides = { readonly [K in LimitKey]?: Override }

export interface Limit extends Basis {
  readonly value: number
}
export type Limits = { readonly [K in LimitKey]: Limit }

const worded = (rule: Text, value: number): Text =>
  text(rule.zh.replace('{n}', String(value)), rule.en.replace('{n}', String(value)))

const rowsOf = (key: LimitKey) => limitRows.filter((row) => row.key === key)

/**
 * The limits in force on `day`.
 * @throws RangeError when a key has no row for that day: a gap in the data, kept out by its test
 */
export const limitsOn = (day: Day, overrides: LimitOverrides = {}): Limits => {
  const pick = (key: LimitKey): Limit => {
    const row = rowOn(rowsOf(key), day, key)
    const own = overrides[key]
    if (own && inForce(own, day))
      return { value: own.value, rule: worded(row.rule, own.value), basis: own.basis, unconfirmed: false }
    return {
      value: row.value,
      rule: worded(row.rule, row.value),
      basis: row.basis,
      unconfirmed: row.unconfirmed,
    }
  }
  return Object.fromEntries(LIMIT_KEYS.map((key) => [key, pick(key)])) as unknown as Limits
}
