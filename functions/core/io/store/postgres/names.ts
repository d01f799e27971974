/** What tables, indexes and functions are called, and how an indexed field orders. */
import { createHash } from 'node:crypto'
import type { Scalar } from '../contract'

/** A longer name would be cut short, and two might become one. */
const LONGEST = 63

/** SQL is made of these names only after they were checked. */
const checked = (name: string): string => {
  if (!/^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(name)) throw new RangeError(`not a name: ${name}`)
  return name
}

const fitting = (name: string): string =>
  name.length <= LONGEST
    ? name
    : `${name.slice(0, LONGEST - 9)}_${createHash('sha256').update(name).digest('hex').slice(0, 8)}`

export const tableOf = (collection: string): string => `c_${checked(collection)}`

/** The fields are part of the name: an index that changes is another index. */
export const indexOf = (collection: string, index: string, fields: readonly string[]): string =>
  fitting(`i_${checked(collection)}_${checked(index)}_${fields.map(checked).join('_')}`)

export const quoted = (name: string): string => `"${name}"`

/** How an indexed field is written in SQL: exactly the expression of its index, or the index is not used. */
export const expressionOf = (field: string): string =>
  `(shuibang_key_1(doc -> '${checked(field)}') COLLATE "C")`

/** Makes every whole, safe number positive. */
const OFFSET = 2n ** 53n

/**
 * What `shuibang_key_1` makes of a scalar: a text whose bytes order as the contract orders values. Null and missing are the
 * empty text; numbers are moved above zero and padded to one length.
 */
export const keyOf = (value: Scalar): string => {
  switch (typeof value) {
    case 'number':
      return `n${(BigInt(value) + OFFSET).toString().padStart(17, '0')}`
    case 'string':
      return `s${value}`
    case 'boolean':
      return value ? 'b1' : 'b0'
    default:
      return ''
  }
}
