/** Both ends of a call against their schemas, each exactly once. */
import type { AnySchema } from '@orpc/contract'
import { AppError, type Language } from '../../pure/errors'
import { issueWords } from './issue-messages'
import { inputIssues, type InputIssue } from './issues'
import { isRecord } from './walk'

/** Text that no document can hold: U+0000 and lone surrogates. */
const UNSTORABLE = /[\0\p{Surrogate}]/u

const unstorable = (value: unknown, path: string): string | undefined => {
  if (typeof value === 'string') return UNSTORABLE.test(value) ? path : undefined
  if (!isRecord(value)) return undefined
  for (const [key, item] of Object.entries(value)) {
    const found = unstorable(item, path ? `${path}.${key}` : key)
    if (found !== undefined) return found
  }
  return undefined
}

/** @throws AppError INVALID_INPUT with `data.issues` in the caller's language */
export const validInput = async (schema: AnySchema, input: unknown, language: Language): Promise<unknown> => {
  const checked = schema['~standard'].validate(input)
  const result = checked instanceof Promise ? await checked : checked
  if (result.issues)
    throw new AppError('INVALID_INPUT', {
      issues: inputIssues({ issues: result.issues, schema, input }, language),
    })
  const path = unstorable(result.value, '')
  if (path === undefined) return result.value
  const issue: InputIssue = { path, code: 'invalid_format', message: issueWords.format[language] }
  throw new AppError('INVALID_INPUT', { issues: [issue] })
}

/** A handler answered what its contract does not allow: a defect of ours. */
export class OutputError extends Error {
  override readonly name = 'OutputError'
}

/** @throws OutputError naming the places, never the values */
export const validOutput = async (
  schema: AnySchema,
  output: unknown,
  procedure: string,
): Promise<unknown> => {
  const checked = schema['~standard'].validate(output)
  const result = checked instanceof Promise ? await checked : checked
  if (!result.issues) return result.value
  const places = inputIssues({ issues: result.issues, schema, input: output }, 'en').map(
    (issue) => `${issue.path}: ${issue.code}`,
  )
  throw new OutputError(`${procedure} answered what its contract does not allow: ${places.join(', ')}`)
}
