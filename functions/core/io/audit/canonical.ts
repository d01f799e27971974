/** Canonical JSON: one text for one value, whatever the order of its keys; whole numbers only, as documents have. */
import { createHash } from 'node:crypto'
import type { Json } from '../store/contract'

/** As RFC 8785 (JCS) for what documents may hold: keys sorted by UTF-16 code units, no spaces, absent fields left out. */
export const canonical = (value: Json): string => {
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'number' && !Number.isSafeInteger(value))
      throw new RangeError('canonical JSON: whole, safe numbers only')
    return JSON.stringify(value)
  }
  if (isList(value)) return `[${value.map(canonical).join(',')}]`
  const fields = Object.keys(value)
    .sort()
    .flatMap((key) => {
      const field = value[key]
      return field === undefined ? [] : [`${JSON.stringify(key)}:${canonical(field)}`]
    })
  return `{${fields.join(',')}}`
}

/** `Array.isArray` does not narrow readonly arrays. */
const isList = (value: object): value is readonly Json[] => Array.isArray(value)

/** Hex SHA-256 of the canonical JSON, in a domain of its own so that no two kinds of thing share a hash. */
export const hashOf = (domain: string, value: Json): string =>
  createHash('sha256')
    .update(`${domain}\n${canonical(value)}`, 'utf8')
    .digest('hex')
