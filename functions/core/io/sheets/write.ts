/** Writes sheets as XLSX; loaded with the first one (index.ts). */
import type { CellObject, Image, Options } from 'write-excel-file/node'
import type { Language } from '../../pure/errors'
import { fen, yuanText } from '../../pure/money'
import { say, type Text } from '../../pure/text'
import type { Instant } from '../../pure/time'
import { aboutSheet } from './about'
import { cellText, widthOf } from './cell-text'
import type { Sheet, SheetCell, SheetHead } from './sheet'
import { withoutTimes } from './zip-times'

export interface SheetOptions {
  readonly language: Language
  /** Of the export: the same rows and instant give the same file, byte by byte. */
  readonly now: Instant
  /** `settings.demonstration`. */
  readonly demonstration: boolean
  /** What its reader has to know of what is in it: on the last sheet. */
  readonly notes?: readonly Text[]
}

/** Fifteen digits are all that a spreadsheet computes with. */
const EXACT = 999_999_999_999_999
const WIDEST = 48
const NARROWEST = 8

const textCell = (value: string): CellObject => ({
  value: cellText(value),
  type: String,
  // of text: what is typed over it stays text too
  format: '@',
  alignVertical: 'top',
  wrap: true,
})

const cellOf = (cell: SheetCell, language: Language): CellObject | null => {
  if (cell.value === null) return null
  switch (cell.kind) {
    case 'text':
      return textCell(typeof cell.value === 'string' ? cell.value : say(cell.value, language))
    case 'money':
      // the division is rounded to the nearest double, whose shortest text is the amount again
      return Math.abs(cell.value) > EXACT
        ? { ...textCell(yuanText(cell.value)), align: 'right' }
        : { value: cell.value / 100, type: Number, format: '#,##0.00', alignVertical: 'top' }
    case 'day':
      return {
        value: new Date(`${cell.value}T00:00:00Z`),
        type: Date,
        format: 'yyyy-mm-dd',
        alignVertical: 'top',
      }
    case 'number':
      return { value: cell.value, type: Number, alignVertical: 'top' }
  }
}

const headOf = ({ title, kind }: SheetHead, language: Language): CellObject => ({
  ...textCell(say(title, language)),
  fontWeight: 'bold',
  backgroundColor: '#F1F3F6',
  align: kind === 'money' || kind === 'number' ? 'right' : 'left',
})

const shown = (cell: SheetCell | undefined, language: Language): string => {
  if (!cell || cell.value === null) return ''
  if (cell.kind === 'money') return `${yuanText(fen(Math.abs(cell.value)))},,,,`
  if (cell.kind === 'text') return typeof cell.value === 'string' ? cell.value : say(cell.value, language)
  return String(cell.value)
}

/** Room beside the text, for the arrow of the filter in the head. */
const BESIDE = 3

const widthsOf = ({ heads, rows }: Sheet, language: Language): { readonly width: number }[] =>
  heads.map(({ title, width }, column) => {
    const widest = rows.reduce(
      (most, row) => Math.max(most, widthOf(shown(row[column], language))),
      widthOf(say(title, language)),
    )
    return { width: width ?? Math.min(WIDEST, Math.max(NARROWEST, widest + BESIDE)) }
  })

/** `A`, `Z`, `AA`. */
const lettersOf = (column: number): string =>
  (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))

/** The library's own name for what a file may hold is only to be had through its pictures. */
type Feature = NonNullable<Options<Image['content']>['features']>[number]

/** The arrows in the head; the library leaves them to whoever wants them. */
const filters = (sheets: readonly Sheet[]): Feature => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml, _, { sheetIndex }) => {
          const sheet = sheets[sheetIndex]
          if (!sheet || sheet.heads.length === 0) return xml
          const last = `${lettersOf(sheet.heads.length - 1)}${sheet.rows.length + 1}`
          return insert(xml, `<autoFilter ref="A1:${last}"/>`)
        },
      },
    },
  },
})

export const write = async (
  given: readonly Sheet[],
  { language, now, demonstration, notes }: SheetOptions,
): Promise<Uint8Array> => {
  const { default: writeExcelFile } = await import('write-excel-file/node')
  const sheets = [...given, aboutSheet(given, { now, demonstration, notes })]
  const written = writeExcelFile(
    sheets.map((sheet) => ({
      sheet: say(sheet.name, language),
      columns: widthsOf(sheet, language),
      stickyRowsCount: 1,
      data: [
        sheet.heads.map((head) => headOf(head, language)),
        ...sheet.rows.map((row) => row.map((cell) => cellOf(cell, language))),
      ],
    })),
    { features: [filters(given)] },
  )
  return withoutTimes(await written.toBuffer())
}

/** Behind the rows, where the format wants it. */
const insert = (xml: string, element: string): string =>
  xml.replace('</sheetData>', () => `</sheetData>${element}`)
