/** Findings and lines as they come over the wire, in the language asked for, as the shared parts take them. */
import type { Finding, Line } from '../../../../functions/core/pure/law'
import { fen } from '../../../../functions/core/pure/money'
import type { Text } from '../../../../functions/core/pure/text'
import type { Output } from '../../../client/api'

type Review = Output<'refunds', 'review'>
type ToldFinding = Review['check']['findings'][number]
type ToldLine = NonNullable<Review['check']['result']>['lines'][number]

/** Both languages are the one that was asked for. */
const asText = (said: string): Text => ({ zh: said, en: said })

export const asFinding = ({ code, ok, warning, rule, basis, unconfirmed, found }: ToldFinding): Finding => ({
  code,
  ok,
  rule: asText(rule),
  basis: asText(basis),
  unconfirmed,
  ...(warning ? { warning } : {}),
  ...(found === undefined ? {} : { found: asText(found) }),
})

export const asLine = ({ key, label, fen: amount, how, rate, basis, unconfirmed }: ToldLine): Line => ({
  key,
  label: asText(label),
  fen: fen(amount),
  unconfirmed,
  ...(how === undefined ? {} : { how: asText(how) }),
  ...(rate === undefined ? {} : { rate }),
  ...(basis === undefined ? {} : { basis: asText(basis) }),
})
