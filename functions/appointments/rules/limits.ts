/** Picks the limits in force on a day, with a hall's overrides on top. */
import { limitRows, LIMIT_KEYS, type LimitKey, type LimitRow } from '../data/limits'
import { text, type Text } from '../../core/pure/text'
import type { Day } from '../../core/pure/time'
import type { Reason } from './refusal'

/** What a hall sets for itself: a figure, its basis, and from when. */
export interface LimitOverride {
  readonly value: number
  readonly basis: Text
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
}
export type LimitOverrides = { readonly [K in LimitKey]?: LimitOverride }

export interface Limit extends Reason {
  readonly value: number
}
export type Limits = { readonly [K in LimitKey]: Limit }

const inForce = (row: { readonly effectiveFrom: Day; readonly effectiveTo: Day | null }, day: Day): boolean =>
  row.effectiveFrom <= day && (row.effectiveTo === null || day <= row.effectiveTo)

const worded = (rule: Text, value: number): Text =>
  text(rule.zh.replace('{n}', String(value)), rule.en.replace('{n}', String(value)))

const rowOf = (key: LimitKey, day: Day): LimitRow => {
  const row = limitRows.find((candidate) => candidate.key === key && inForce(candidate, day))
  if (!row) throw new RangeError(`no ${key} in force on ${day}`)
  return row
}

/**
 * The limits in force on `day`.
 * @throws RangeError when a key has no row for that day: a gap in the data, kept out by its test
 */
export const limitsOn = (day: Day, overrides: LimitOverrides = {}): Limits => {
  const pick = (key: LimitKey): Limit => {
    const row = rowOf(key, day)
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
