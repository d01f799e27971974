/** Which option of a union did the caller mean? Zod reports every option's issues; a person wants those of one. */
import { isRecord, read } from './walk'

interface Question {
  readonly schema: unknown
  readonly path: readonly PropertyKey[]
  readonly input: unknown
  /** The issues of each option. */
  readonly options: readonly unknown[]
}

const definition = (schema: unknown): Readonly<Record<string, unknown>> => {
  const def = read(schema, ['_zod', 'def'])
  return isRecord(def) ? def : {}
}

/** The schema inside optional, default, nullable and the like. */
const unwrap = (schema: unknown): unknown => {
  const def = definition(schema)
  if ('innerType' in def) return unwrap(def.innerType)
  return def.type === 'pipe' ? unwrap(def.in) : schema
}

/** The schema that stands at `path`, as far as objects and arrays lead; undefined beyond. */
const schemaAt = (schema: unknown, path: readonly PropertyKey[]): unknown => {
  const [key, ...rest] = path
  const here = unwrap(schema)
  if (key === undefined) return here
  const def = definition(here)
  if (def.type === 'array') return schemaAt(def.element, rest)
  return def.type === 'object' && isRecord(def.shape) ? schemaAt(def.shape[String(key)], rest) : undefined
}

const keysInCommon = (option: unknown, value: unknown): number => {
  const { shape } = definition(unwrap(option))
  return isRecord(shape) && isRecord(value)
    ? Object.keys(shape).filter((key) => value[key] !== undefined).length
    : 0
}

const count = (issues: unknown): number => (Array.isArray(issues) ? issues.length : 0)

/** The place of the option with most of the value's keys; among equals, of the one with the fewest issues. */
export const optionThatFits = ({ schema, path, input, options }: Question): number => {
  const declared = definition(schemaAt(schema, path)).options
  const value = read(input, path)
  const common = options.map((_, place) =>
    Array.isArray(declared) ? keysInCommon(declared[place], value) : 0,
  )
  return options.reduce<number>((best, issues, place) => {
    const [mine = 0, theirs = 0] = [common[place], common[best]]
    return mine > theirs || (mine === theirs && count(issues) < count(options[best])) ? place : best
  }, 0)
}
