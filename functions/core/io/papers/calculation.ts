/** An explained result as a table of a paper: what, how it came about and where it stands, how much. */
import type { Line } from '../../pure/law'
import { text, type Text } from '../../pure/text'
import type { Block } from './paper'
import { WORDS } from './words'

/** `0.10` → `10%`, `0.0005` → `0.05%`: the point moves by two digits, no floating point takes part. */
export const percentText = (rate: string): string => {
  const [whole = '', decimals = ''] = rate.split('.')
  const digits = decimals.padEnd(2, '0')
  const before = (whole + digits.slice(0, 2)).replace(/^0+(?=\d)/, '')
  const after = digits.slice(2).replace(/0+$/, '')
  return `${before}${after === '' ? '' : `.${after}`}%`
}

const joined = (parts: readonly (Text | undefined)[], language: 'zh' | 'en', between: string): string =>
  parts
    .flatMap((part) => (part === undefined ? [] : [part[language]]))
    .filter((part) => part !== '')
    .join(between)

const howOf = ({ how, rate, basis, unconfirmed }: Line): Text => {
  const parts = [how, rate === undefined ? undefined : text(percentText(rate), percentText(rate)), basis]
  const open = unconfirmed ? WORDS.unconfirmed : text('', '')
  return text(
    joined(parts, 'zh', '；') + open.zh,
    [joined(parts, 'en', '; '), open.en].filter(Boolean).join(' '),
  )
}

/** @param total the last line in bold, when it is the result of those before it */
export const calculation = (
  lines: readonly Line[],
  { title, total = false }: { readonly title?: Text; readonly total?: boolean } = {},
): Block => {
  const rows = lines.map((line) => [line.label, howOf(line), { fen: line.fen }] as const)
  const last = total ? rows.at(-1) : undefined
  return {
    kind: 'table',
    title,
    columns: [
      { title: WORDS.item, share: 3 },
      { title: WORDS.how, share: 5 },
      { title: WORDS.amount, share: 2, align: 'right' },
    ],
    rows: last ? rows.slice(0, -1) : rows,
    total: last,
  }
}
