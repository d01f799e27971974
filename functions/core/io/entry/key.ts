/** The caller's idempotency key: what makes a repeat recognisable. */
import { AppError, type Language } from '../../pure/errors'
import { issueWords } from './issue-messages'

const KEY = /^[A-Za-z0-9_-]{8,128}$/

/**
 * Keys that the entry draws itself begin with a dot, so that nobody can send one.
 * @returns undefined when none was sent
 * @throws AppError INVALID_INPUT
 */
export const idempotencyKey = (sent: string | undefined, language: Language): string | undefined => {
  if (sent === undefined || KEY.test(sent)) return sent
  throw new AppError('INVALID_INPUT', {
    issues: [{ path: 'Idempotency-Key', code: 'invalid_format', message: issueWords.format[language] }],
  })
}
