/**
 * Which changes of a contract would break mini-programs that are already in people's hands? They live for weeks: inputs
 * they send must stay accepted, and what they read must stay there, of the same type.
 */
import type { ContractSnapshot, ProcedureSnapshot } from './snapshot'

export interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly additionalProperties?: boolean | Schema
  readonly [key: string]: unknown
}

/** `input`: what was accepted must stay accepted. `output`: what was promised must stay true. */
type Side = 'input' | 'output'

const LOWER = ['minimum', 'exclusiveMinimum', 'minLength', 'minItems'] as const
const UPPER = ['maximum', 'exclusiveMaximum', 'maxLength', 'maxItems'] as const
const EXACT = ['pattern', 'format', 'multipleOf'] as const

const typesOf = (schema: Schema): readonly string[] => {
  if (schema.type === undefined) return []
  return typeof schema.type === 'string' ? [schema.type] : schema.type
}
const choices = (schema: Schema): readonly unknown[] | undefined =>
  schema.enum ?? ('const' in schema ? [schema.const] : undefined)
const options = (schema: Schema): readonly Schema[] | undefined => schema.anyOf ?? schema.oneOf
const missingFrom = (wanted: readonly unknown[], present: readonly unknown[]): readonly unknown[] =>
  wanted.filter((one) => !present.includes(one))
/** A whole number is a number. */
const narrows = (type: string, into: readonly string[]): boolean =>
  into.includes(type) || (type === 'integer' && into.includes('number'))

const typeBreaks = (before: Schema, after: Schema, side: Side, at: string): string[] => {
  const [narrow, wide] = side === 'input' ? [before, after] : [after, before]
  const [must, may] = [typesOf(narrow), typesOf(wide)]
  const fits = may.length === 0 || (must.length > 0 && must.every((type) => narrows(type, may)))
  const told = (schema: Schema): string => typesOf(schema).join('|') || 'any'
  return fits ? [] : [`${at}: type ${told(before)} became ${told(after)}`]
}

const choiceBreaks = (before: Schema, after: Schema, side: Side, at: string): string[] => {
  const [old, now] = [choices(before), choices(after)]
  if (side === 'input')
    return now && (!old || missingFrom(old, now).length > 0) ? [`${at}: accepts fewer values`] : []
  return old && (!now || missingFrom(now, old).length > 0)
    ? [`${at}: may answer values that clients do not know`]
    : []
}

/** Bounds of outputs may move: no client depends on them. */
const boundBreaks = (before: Schema, after: Schema, side: Side, at: string): string[] => {
  if (side === 'output') return []
  const tighter = (key: string, sign: 1 | -1): boolean => {
    const [old, now] = [before[key], after[key]]
    return typeof now === 'number' && (typeof old !== 'number' || (now - old) * sign > 0)
  }
  const other = (key: string): boolean => after[key] !== undefined && after[key] !== before[key]
  const moved = [
    ...LOWER.filter((key) => tighter(key, 1)),
    ...UPPER.filter((key) => tighter(key, -1)),
    ...EXACT.filter(other),
  ]
  return moved.map((key) => `${at}: ${key} is stricter`)
}

const objectBreaks = (before: Schema, after: Schema, side: Side, at: string): string[] => {
  const [old, now] = [before.properties ?? {}, after.properties ?? {}]
  const [mustBefore, mustNow] = [before.required ?? [], after.required ?? []]
  const found = Object.entries(old).flatMap(([key, schema]) => {
    const next = now[key]
    if (next) return schemaBreaks(schema, next, side, `${at}.${key}`)
    return side === 'output' ? [`${at}.${key}: is gone`] : []
  })
  if (side === 'input')
    found.push(...missingFrom(mustNow, mustBefore).map((key) => `${at}.${String(key)}: is required now`))
  else
    found.push(
      ...missingFrom(mustBefore, mustNow)
        .filter((key) => now[String(key)])
        .map((key) => `${at}.${String(key)}: may be left out now`),
    )
  const stricter = after.additionalProperties === false && before.additionalProperties !== false
  if (side === 'input' && stricter) found.push(`${at}: refuses unknown fields now`)
  return found
}

/** Every old option of an input must fit a new one; every new option of an output an old one. */
const optionBreaks = (before: Schema, after: Schema, side: Side, at: string): string[] => {
  const [old, now] = [options(before) ?? [before], options(after) ?? [after]]
  const fits = (one: Schema, next: Schema): boolean => schemaBreaks(one, next, side, at).length === 0
  if (side === 'input') {
    return old.flatMap((one, place) =>
      now.some((next) => fits(one, next)) ? [] : [`${at}: option ${place + 1} is no longer accepted`],
    )
  }
  return now.flatMap((next, place) =>
    old.some((one) => fits(one, next)) ? [] : [`${at}: option ${place + 1} is new to clients`],
  )
}

const schemaBreaks = (before: Schema, after: Schema, side: Side, at: string): string[] => {
  if (options(before) || options(after)) return optionBreaks(before, after, side, at)
  const otherType = typeBreaks(before, after, side, at)
  if (otherType.length > 0) return otherType
  const found = [...choiceBreaks(before, after, side, at), ...boundBreaks(before, after, side, at)]
  if (before.properties || after.properties) found.push(...objectBreaks(before, after, side, at))
  if (before.items && after.items) found.push(...schemaBreaks(before.items, after.items, side, `${at}[]`))
  return found
}

/** Anyone may always do what an account may; nothing else stands in for another. */
const allowed = (allow: readonly string[], one: string): boolean =>
  allow.includes(one) || (one !== 'timer' && allow.includes('anyone'))

const procedureBreaks = (name: string, before: ProcedureSnapshot, after: ProcedureSnapshot): string[] => [
  ...before.allow
    .filter((one) => !allowed(after.allow, one))
    .map((one) => `${name}: ${one} may no longer call it`),
  ...(after.duty !== undefined && after.duty !== before.duty
    ? [`${name}: asks for the duty ${after.duty} now`]
    : []),
  ...schemaBreaks(before.input, after.input, 'input', `${name} input`),
  ...schemaBreaks(before.output, after.output, 'output', `${name} output`),
  ...Object.entries(before.errors).flatMap(([code, data]) => {
    const next = after.errors[code]
    return next ? schemaBreaks(data, next, 'output', `${name} ${code}`) : []
  }),
]

/** Additions are fine; what is listed here fails the build. */
export const breakingChanges = (before: ContractSnapshot, after: ContractSnapshot): readonly string[] =>
  Object.entries(before).flatMap(([name, old]) => {
    const now = after[name]
    if (old.effect === 'job') return []
    return now ? procedureBreaks(name, old, now) : [`${name}: is gone`]
  })
