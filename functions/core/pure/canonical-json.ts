/** Canonical JSON (RFC 8785, JCS): one text for one value, whatever the order of its keys, so that its hash is stable. Pure. */

/** `Array.isArray` does not narrow `unknown` to something that may be read only. */
const isList = (value: object): value is readonly unknown[] => Array.isArray(value)

const fieldText = (key: string, value: unknown): readonly string[] =>
  value === undefined ? [] : [`${JSON.stringify(key)}:${canonicalJson(value)}`]

/**
 * Keys sorted by UTF-16 code units, no spaces, absent fields left out. Numbers are whole and safe: every reader writes them alike.
 * @throws RangeError for a number that is not whole and safe, and for what JSON has no word for
 * @example canonicalJson({ b: [1, null], a: '奖' }) // '{"a":"奖","b":[1,null]}'
 */
export const canonicalJson = (value: unknown): string => {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return JSON.stringify(value)
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new RangeError('canonical JSON: whole, safe numbers only')
    return JSON.stringify(value)
  }
  if (typeof value !== 'object') throw new RangeError(`canonical JSON: no ${typeof value}`)
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`
  const fields: Readonly<Record<string, unknown>> = { ...value }
  const written = Object.keys(fields)
    .sort()
    .flatMap((key) => fieldText(key, fields[key]))
  return `{${written.join(',')}}`
}
