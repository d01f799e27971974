/** From zod's issues to what a caller is told: where, what in plain words, and a code for programs. */
import type { Language } from '../../pure/errors'
import { boundMessage, issueWords, type IssueWord } from './issue-messages'
import { optionThatFits } from './unions'
import { isRecord, read } from './walk'

export interface InputIssue {
  /** Dotted; empty for the input as a whole. */
  readonly path: string
  readonly message: string
  readonly code: string
}

interface Raw {
  readonly path: readonly PropertyKey[]
  readonly code: string
  readonly fields: Readonly<Record<string, unknown>>
}

const MOST_ISSUES = 20
const LONGEST_PATH = 120

const keyOf = (segment: unknown): PropertyKey => {
  const key = isRecord(segment) ? segment.key : segment
  return typeof key === 'number' ? key : String(key)
}

const rawOf = (issue: unknown, prefix: readonly PropertyKey[]): Raw => {
  const fields = isRecord(issue) ? issue : {}
  const path = Array.isArray(fields.path) ? fields.path.map(keyOf) : []
  return {
    path: [...prefix, ...path],
    code: typeof fields.code === 'string' ? fields.code : 'custom',
    fields,
  }
}

/** Of a union, the issues of the option that the caller seems to have meant. */
const flatten = (
  issue: unknown,
  prefix: readonly PropertyKey[],
  schema: unknown,
  input: unknown,
): readonly Raw[] => {
  const raw = rawOf(issue, prefix)
  const options = raw.fields.errors
  if (raw.code !== 'invalid_union' || !Array.isArray(options) || options.length === 0) return [raw]
  const meant: unknown = options[optionThatFits({ schema, path: raw.path, input, options })]
  return Array.isArray(meant) ? meant.flatMap((inner) => flatten(inner, raw.path, schema, input)) : [raw]
}

/** A refinement names its words: `z.string().refine(isDay, 'day')`. */
const refined = (name: string): IssueWord => (Object.hasOwn(issueWords, name) ? (name as IssueWord) : 'other')

const wordOf = (raw: Raw, input: unknown): IssueWord => {
  switch (raw.code) {
    case 'invalid_type': {
      if (read(input, raw.path) === undefined) return 'required'
      const expected = String(raw.fields.expected)
      if (expected === 'record' || expected === 'tuple') return 'object'
      return expected in issueWords ? (expected as IssueWord) : 'other'
    }
    case 'invalid_value':
    case 'invalid_union':
      return read(input, raw.path) === undefined ? 'required' : 'choice'
    case 'invalid_format':
      return 'format'
    case 'unrecognized_keys':
      return 'unknownKeys'
    case 'not_multiple_of':
      return 'multiple'
    case 'custom':
      return refined(String(raw.fields.message))
    default:
      return 'other'
  }
}

const tell = (raw: Raw, input: unknown, language: Language): InputIssue => {
  const path = raw.path.map(String).join('.').slice(0, LONGEST_PATH)
  const { code, fields } = raw
  if (code === 'too_small')
    return {
      path,
      code,
      message: boundMessage('tooSmall', String(fields.origin), String(fields.minimum), language),
    }
  if (code === 'too_big')
    return {
      path,
      code,
      message: boundMessage('tooBig', String(fields.origin), String(fields.maximum), language),
    }
  const word = wordOf(raw, input)
  return { path, code: word === 'required' ? 'required' : code, message: issueWords[word][language] }
}

/**
 * @param found.issues what the schema found, as standard schema gives it
 * @param found.input what was sent; it decides between "missing" and "wrong", and is never repeated in the answer
 */
export const inputIssues = (
  found: { readonly issues: readonly unknown[]; readonly schema: unknown; readonly input: unknown },
  language: Language,
): readonly InputIssue[] =>
  found.issues
    .flatMap((issue) => flatten(issue, [], found.schema, found.input))
    .slice(0, MOST_ISSUES)
    .map((raw) => tell(raw, found.input, language))
