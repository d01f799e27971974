/** Inputs made from a JSON schema: right ones, and ones broken in a way that clients, attackers and bugs break them. */
import type { Random } from './random'

export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly pattern?: string
}

/** Values seen in earlier answers, by the key they stood under. */
export type Pool = Map<string, unknown[]>

const ODD_TEXTS = [
  '',
  ' ',
  '0',
  'null',
  '__proto__',
  'constructor',
  '../../etc/passwd',
  "' OR 1=1 --",
  '<script>alert(1)</script>',
  '\u0000',
  '\ud800',
  '𝒳'.repeat(40),
  'x'.repeat(5000),
  '税'.repeat(100),
  '\u202e王小明',
  '\u2067\u200b\u2069',
  '\u3164\u3164\u3164',
  '\u0301\u0301',
  'e' + '\u0301'.repeat(200),
  '👨\u200d👩\u200d👧',
]
const ODD_NUMBERS = [0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 53), 1e308, 1440, 999_999]
const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  [],
  {},
  [[[]]],
  { length: 1 },
  ...ODD_TEXTS,
  ...ODD_NUMBERS,
]

const someText = (schema: JsonSchema, random: Random): string => {
  const length = random.int(schema.minLength ?? 1, Math.min(schema.maxLength ?? 12, 24))
  return Array.from({ length }, () => random.pick([...'abcXYZ019税票厅'])).join('')
}

/** A value of the schema; a pooled one where an earlier answer had that key. */
export const generate = (schema: JsonSchema, random: Random, pool: Pool, key = ''): unknown => {
  const seen = pool.get(key)
  if (seen && seen.length > 0 && random.chance(0.85)) return random.pick(seen)
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return random.pick(schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return generate(random.pick(choices), random, pool, key)
  switch (schema.type) {
    case 'object': {
      const required = new Set(schema.required ?? [])
      const entries = Object.entries(schema.properties ?? {}).filter(
        ([name]) => required.has(name) || random.chance(0.5),
      )
      return Object.fromEntries(
        entries.map(([name, property]) => [name, generate(property, random, pool, name)]),
      )
    }
    case 'array':
      return Array.from({ length: random.int(schema.minItems ?? 0, 3) }, () =>
        generate(schema.items ?? {}, random, pool, key),
      )
    case 'integer':
    case 'number':
      return random.int(
        Math.max(schema.minimum ?? -1000, -(10 ** 9)),
        Math.min(schema.maximum ?? 10 ** 6, 10 ** 9),
      )
    case 'boolean':
      return random.chance(0.5)
    case 'string':
      return someText(schema, random)
    default:
      return random.pick(ODD_VALUES)
  }
}

/** Breaks one place of a value: another type, an odd text, a missing or an added key, a wrong id. */
export const breakSomewhere = (value: unknown, random: Random): unknown => {
  if (value === null || typeof value !== 'object' || random.chance(0.1)) return random.pick(ODD_VALUES)
  if (Array.isArray(value))
    return value.length === 0
      ? [random.pick(ODD_VALUES)]
      : value.map((item, at) => (at === 0 ? breakSomewhere(item, random) : item))
  const entries = Object.entries(value)
  const kind = random.int(0, 3)
  if (entries.length === 0 || kind === 0)
    return {
      ...value,
      [random.pick(['extra', '__proto__', 'id', 'taxpayerId', '$where'])]: random.pick(ODD_VALUES),
    }
  const [name] = random.pick(entries)
  if (kind === 1) return Object.fromEntries(entries.filter(([other]) => other !== name))
  return Object.fromEntries(
    entries.map(([other, inner]) => [other, other === name ? breakSomewhere(inner, random) : inner]),
  )
}

/** Remembers every scalar of an answer under its key (and `as`, when it is called something else in inputs). */
export const remember = (
  pool: Pool,
  answer: unknown,
  aliases: Readonly<Record<string, string>> = {},
  limit = 40,
): void => {
  const note = (key: string, value: unknown): void => {
    const values = pool.get(key) ?? []
    if (!values.includes(value)) values.push(value)
    if (values.length > limit) values.shift()
    pool.set(key, values)
  }
  const walk = (value: unknown, key: string): void => {
    if (Array.isArray(value)) value.forEach((item) => walk(item, key))
    else if (value !== null && typeof value === 'object')
      Object.entries(value).forEach(([name, inner]) => walk(inner, name))
    else if (typeof value === 'string' || typeof value === 'number') {
      note(key, value)
      const alias = aliases[key]
      if (alias) note(alias, value)
    }
  }
  walk(answer, '')
}
