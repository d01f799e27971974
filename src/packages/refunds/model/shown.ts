/** The server's findings and lines, in the language asked for, as the shared parts draw them. Pure. */
import type { Finding, Line } from '../../../../functions/core/pure/law'
import { fen } from '../../../../functions/core/pure/money'
import { text, type Text } from '../../../../functions/core/pure/text'
import type { CheckShown } from './answers'

const said = (words: string): Text => text(words, words)

export const asFinding = ({
  code,
  ok,
  warning,
  rule,
  basis,
  found,
  unconfirmed,
}: CheckShown['findings'][number]): Finding => ({
  code,
  ok,
  rule: said(rule),
  basis: said(basis),
  unconfirmed,
  ...(warning ? { warning } : {}),
  ...(found === undefined ? {} : { found: said(found) }),
})

type ShownLine = NonNullable<CheckShown['preview']>['lines'][number]

export const asLine = ({ key, label, fen: amount, how, rate, basis, unconfirmed }: ShownLine): Line => ({
  key,
  label: said(label),
  fen: fen(amount),
  unconfirmed,
  ...(how === undefined ? {} : { how: said(how) }),
  ...(rate === undefined ? {} : { rate }),
  ...(basis === undefined ? {} : { basis: said(basis) }),
})

/** What this device found at once, and what only the server knows beside it. */
export const joined = (here: readonly Finding[], there: readonly Finding[]): readonly Finding[] => [
  ...here,
  ...there.filter(({ code }) => !here.some((one) => one.code === code)),
]

export const stops = ({ ok, warning }: Finding): boolean => !ok && !warning

/** What would be paid, line by line: what is claimed, its interest, what is taken off, the rest. */
export const previewLines = (
  { claimed, lines }: NonNullable<CheckShown['preview']>,
  label: Text,
): readonly Line[] => [{ key: 'claimed', label, fen: fen(claimed) }, ...lines.map(asLine)]
