/** Reads a return file: what it says, and everything in it that is not as it must be. Nothing is looked up here. */
import { isDay, type Day } from '../../../pure/time'
import { csvRecords, textOf } from './csv'
import {
  RETURN_COLUMNS,
  RETURN_FILE,
  RETURN_REASONS,
  VERSION,
  type ReturnDifference,
  type ReturnProblem,
  type ReturnRow,
} from './layout'

/** Five hundred orders with their remarks are well below. */
export const MOST_BYTES = 1024 * 1024

export interface ReturnFile {
  readonly office: string
  readonly day: Day
  readonly batch: string
  /** Hex SHA-256 of the file that it answers. */
  readonly answers: string
  /** With the record that each stands in. */
  readonly rows: readonly { readonly at: number; readonly row: ReturnRow }[]
}

export interface ReadReturn {
  /** Absent when not even its header could be read. */
  readonly file?: ReturnFile
  readonly differences: readonly ReturnDifference[]
}

type Note = (code: ReturnProblem, more?: Omit<ReturnDifference, 'code'>) => void
type CsvRecord = readonly string[]

const WHOLE = /^(0|[1-9]\d{0,15})$/

const amountOf = (text: string | undefined): number | undefined => {
  const amount = text !== undefined && WHOLE.test(text) ? Number(text) : NaN
  return Number.isSafeInteger(amount) ? amount : undefined
}

const headOf = (record: CsvRecord | undefined, note: Note): Omit<ReturnFile, 'rows'> | undefined => {
  const [kind, name, version = '', office = '', day = '', batch = '', answers = ''] = record ?? []
  if (kind !== 'H' || name !== RETURN_FILE || record?.length !== 7) {
    note('header', { row: 1 })
    return undefined
  }
  if (version !== VERSION) note('version', { row: 1, wanted: VERSION, found: version })
  if (!isDay(day)) note('day', { row: 1, found: day })
  return { office, day, batch, answers }
}

const rowOf = (record: CsvRecord, at: number, note: Note): ReturnRow | undefined => {
  const [, order = '', fenText, outcome = '', reason = '', paidDay = ''] = record
  const fen = amountOf(fenText)
  if (record.length !== RETURN_COLUMNS.length || fen === undefined || fen === 0) {
    note('row', { row: at })
    return undefined
  }
  if (outcome === 'paid') {
    if (reason !== '') note('reason', { row: at, order, found: reason })
    if (isDay(paidDay)) return { order, fen, paidDay }
    note('paidDay', { row: at, order, found: paidDay })
    return undefined
  }
  if (outcome !== 'rejected') {
    note('outcome', { row: at, order, found: outcome })
    return undefined
  }
  if (paidDay !== '') note('paidDay', { row: at, order, found: paidDay })
  const why = Object.hasOwn(RETURN_REASONS, reason) ? RETURN_REASONS[reason] : undefined
  if (why) return { order, fen, why }
  note('reason', { row: at, order, found: reason })
  return undefined
}

const checkTrailer = (
  record: CsvRecord,
  at: number,
  rows: readonly { readonly row: ReturnRow }[],
  records: number,
  note: Note,
): void => {
  const sum = (some: readonly { readonly row: ReturnRow }[]): number =>
    some.reduce((total, { row }) => total + row.fen, 0)
  const paid = rows.filter(({ row }) => 'paidDay' in row)
  const wanted = [
    ['count', records],
    ['total', sum(rows)],
    ['paidCount', paid.length],
    ['paidTotal', sum(paid)],
  ] as const
  if (record.length !== 1 + wanted.length) note('row', { row: at })
  for (const [i, [code, value]] of wanted.entries()) {
    const found = record[i + 1] ?? ''
    if (amountOf(found) !== value) note(code, { row: at, wanted: String(value), found })
  }
}

const recordsOf = (bytes: Uint8Array, note: Note): readonly CsvRecord[] | undefined => {
  if (bytes.length > MOST_BYTES) {
    note('tooLarge')
    return undefined
  }
  const text = textOf(bytes)
  if (text === undefined) {
    note('encoding')
    return undefined
  }
  const records = csvRecords(text)
  if (!records) note('notCsv')
  return records
}

export const readReturn = (bytes: Uint8Array): ReadReturn => {
  const differences: ReturnDifference[] = []
  const note: Note = (code, more = {}) => differences.push({ code, ...more })
  const records = recordsOf(bytes, note)
  const head = records && headOf(records[0], note)
  if (!records || !head) return { differences }
  if (records[1]?.join() !== RETURN_COLUMNS.join()) note('columns', { row: 2 })
  const body = records.slice(2)
  const end = body.findIndex(([kind]) => kind === 'T')
  const trailer = body[end]
  const rows: { at: number; row: ReturnRow }[] = []
  const details = trailer ? body.slice(0, end) : body
  for (const [i, record] of details.entries()) {
    const at = i + 3
    if (record[0] !== 'D') {
      note('row', { row: at })
      continue
    }
    const row = rowOf(record, at, note)
    if (row) rows.push({ at, row })
  }
  if (trailer) checkTrailer(trailer, end + 3, rows, details.length, note)
  else note('trailerMissing')
  if (trailer && end + 1 < body.length) note('afterTrailer', { row: end + 4 })
  return { file: { ...head, rows }, differences }
}
