/** The server's findings and lines, in the language asked for, as the shared parts draw them. Pure. */
import type { Finding, Line } from '../../../../functions/core/pure/law'
import { fen } from '../../../../functions/core/pure/money'
import { text, type Text } from '../../../../functions/core/pure/text'
import type { DeskForm, FormFull } from './answers'

const said = (words: string): Text => text(words, words)

export const asFinding = (shown: DeskForm['findings'][number]): Finding => ({
  code: shown.code,
  ok: shown.ok,
  rule: said(shown.rule),
  basis: said(shown.basis),
  unconfirmed: shown.unconfirmed,
  ...(shown.warning ? { warning: true as const } : {}),
  ...(shown.found === undefined ? {} : { found: said(shown.found) }),
})

export const asLine = (shown: NonNullable<FormFull['amount']>['lines'][number]): Line => ({
  key: shown.key,
  label: said(shown.label),
  fen: fen(shown.fen),
  unconfirmed: shown.unconfirmed,
  ...(shown.how === undefined ? {} : { how: said(shown.how) }),
  ...(shown.rate === undefined ? {} : { rate: shown.rate }),
  ...(shown.basis === undefined ? {} : { basis: said(shown.basis) }),
})
