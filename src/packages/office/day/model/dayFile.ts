/** The day's list as a file that opens without network or this program: CSV for a spreadsheet, HTML to print. */
import { clockText } from '../../../../../functions/core/pure/time'
import { shownText } from '../../../../../functions/core/pure/typed-text'
import type { DayList, Person } from '../../../booking/model/answers'
import { spacedCode } from '../../../booking/model/ticket'

/** Column heads, titles and state names in the reader's language. */
export interface FileWords {
  readonly title: string
  readonly asOf: string
  readonly columns: {
    readonly time: string
    readonly code: string
    readonly name: string
    readonly matter: string
    readonly standing: string
    readonly state: string
    readonly arrived: string
  }
  readonly standing: (standing: Person['standing']) => string
  readonly state: (state: Person['state']) => string
  readonly total: string
  /** Said in the first row of a list that lacks somebody. */
  readonly partial: string | undefined
  readonly privacy: string
  readonly language: string
}

/** A cell beginning with = + - @ or a control character is a formula to a spreadsheet: an apostrophe keeps it text. */
const cell = (text: string): string => {
  const shown = shownText(text)
  const safe = /^[=+\-@\t\r]/.test(shown) ? `'${shown}` : shown
  return /[",\r\n]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe
}

const timeOf = (person: Person): string => `${clockText(person.start)}-${clockText(person.end)}`

/** RFC 4180 with a byte-order mark, so that a spreadsheet reads Chinese; codes in threes, which keeps their leading zeros. */
export const dayCsv = (list: Pick<DayList, 'items'>, words: FileWords): string => {
  const { columns } = words
  const head = [columns.time, columns.code, columns.name, columns.matter, columns.standing, columns.state]
    .map(cell)
    .join(',')
  const rows = list.items.map((person) =>
    [
      timeOf(person),
      spacedCode(person.code),
      person.name,
      person.matterName,
      words.standing(person.standing),
      words.state(person.state),
    ]
      .map(cell)
      .join(','),
  )
  const warning = words.partial === undefined ? [] : [cell(words.partial)]
  return `\ufeff${[...warning, head, ...rows].join('\r\n')}\r\n`
}

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const html = (text: string): string => shownText(text).replace(/[&<>"']/g, (char) => escapes[char] ?? char)

const row = (person: Person, words: FileWords): string =>
  `<tr><td>${timeOf(person)}</td><td class="code">${html(person.code)}</td><td>${html(person.name)}</td><td>${html(person.matterName)}</td>` +
  `<td>${html(words.standing(person.standing))}</td><td>${html(words.state(person.state))}</td><td></td></tr>`

/** One page that needs nothing else: no script, no remote style; an empty column to tick arrivals by hand. */
export const dayHtml = (list: Pick<DayList, 'items'>, words: FileWords): string => {
  const { columns } = words
  const heads = [
    columns.time,
    columns.code,
    columns.name,
    columns.matter,
    columns.standing,
    columns.state,
    columns.arrived,
  ]
    .map((head) => `<th>${html(head)}</th>`)
    .join('')
  return `<!doctype html><html lang="${html(words.language)}"><meta charset="utf-8"><title>${html(words.title)}</title><style>
body{font:14px/1.5 "PingFang SC","Noto Sans SC","Microsoft YaHei",sans-serif;color:#15202e;margin:24px}h1{font-size:20px;margin:0}p{color:#5a6777;margin:4px 0 12px}
table{width:100%;border-collapse:collapse}th,td{border:1px solid #9aa6b5;padding:6px 8px;text-align:left}th{font-weight:600}.code{font-variant-numeric:tabular-nums;font-weight:600}
td:last-child{width:72px}tr{break-inside:avoid}thead{display:table-header-group}@page{margin:14mm}</style>
<h1>${html(words.title)}</h1><p>${html(words.asOf)} · ${html(words.total)}</p><table><thead><tr>${heads}</tr></thead><tbody>${list.items.map((person) => row(person, words)).join('')}</tbody></table><p>${html(words.privacy)}</p></html>`
}

/** A file name without anything a file system refuses. */
export const fileName = (hallName: string, day: string, extension: 'csv' | 'html'): string =>
  `${hallName.replace(/[\\/:*?"<>|\s]+/g, '-')}-${day}.${extension}`
