/** Findings and lines of a result in the language of whoever reads. */
import type * as z from 'zod/mini'
import type { Language } from '../../core/pure/errors'
import type { Finding, Line } from '../../core/pure/law'
import { say } from '../../core/pure/text'
import type * as schemas from '../schemas'

export const showFinding = (
  { code, ok, warning, found, rule, basis, unconfirmed }: Finding,
  language: Language,
): z.infer<typeof schemas.finding> => ({
  code,
  ok,
  warning: warning ?? false,
  rule: say(rule, language),
  basis: say(basis, language),
  unconfirmed,
  ...(found ? { found: say(found, language) } : {}),
})

export const showLine = (
  { key, label, fen, how, rate, basis, unconfirmed }: Line,
  language: Language,
): z.infer<typeof schemas.line> => ({
  key,
  label: say(label, language),
  fen,
  ...(how ? { how: say(how, language) } : {}),
  ...(rate === undefined ? {} : { rate }),
  ...(basis ? { basis: say(basis, language) } : {}),
  unconfirmed: unconfirmed ?? false,
})

/** Does something stop it? A warning does not. */
export const stops = ({ ok, warning }: Finding): boolean => !ok && !warning
