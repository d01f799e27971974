/** The last sheet of a file: when it was made, how much is in it, and that it is a demonstration where it is one. */
import { text, type Text } from '../../pure/text'
import { clockText, dayOf, minuteOf, type Instant } from '../../pure/time'
import { WORDS } from '../papers/words'
import { sheetOf, type Sheet } from './sheet'

interface Line {
  readonly label: Text
  readonly value: Text | string
}

interface About {
  /** Of the export; at +08:00, as everything that people read. */
  readonly now: Instant
  readonly demonstration: boolean
  readonly notes?: readonly Text[] | undefined
}

export const aboutSheet = (sheets: readonly Sheet[], { now, demonstration, notes = [] }: About): Sheet => {
  const lines: Line[] = [
    { label: text('导出时间', 'Exported at'), value: `${dayOf(now)} ${clockText(minuteOf(now))}` },
    ...sheets.map(({ name, rows }) => ({
      label: text(`“${name.zh}”行数`, `Rows of “${name.en}”`),
      value: String(rows.length),
    })),
    ...notes.map((value) => ({ label: text('说明', 'Note'), value })),
    ...(demonstration ? [{ label: text('说明', 'Note'), value: WORDS.demonstration }] : []),
  ]
  return sheetOf({
    name: text('说明', 'About'),
    columns: [
      { title: text('项目', 'Item'), kind: 'text', of: ({ label }: Line) => label },
      { title: text('内容', 'Value'), kind: 'text', of: ({ value }) => value },
    ],
    rows: lines,
  })
}
