/** CSV as RFC 4180 has it. Written in one way only, so that a file made again is the same byte for byte; read strictly. */
import { parse } from 'csv-parse/sync'

const BOM = '\ufeff'

/** A cell that a spreadsheet would run as a formula, also in full-width characters; nor may one hold control characters. */
const FORMULA = /^[=+\-@＝＋－＠]/
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/

/**
 * May it stand in a file as it is? What the bank needs is never altered, so that a text that is not fit is refused, not escaped.
 * @param most characters at most
 */
export const fitsCell = (text: string, most: number): boolean =>
  text.length > 0 && text.length <= most && !FORMULA.test(text.trimStart()) && !CONTROL.test(text)

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** UTF-8 with a byte order mark, every field in quotes, lines ended by CRLF. */
export const csvBytes = (records: readonly (readonly string[])[]): Buffer =>
  Buffer.from(`${BOM}${records.map((record) => `${record.map(cell).join(',')}\r\n`).join('')}`, 'utf8')

const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * UTF-8 with or without a byte order mark, or GB18030 (which GBK and GB2312 are part of): what banks here send. Nothing else is
 * guessed at; UTF-16 shows by its zero bytes.
 */
export const textOf = (bytes: Uint8Array): string | undefined =>
  bytes.includes(0) ? undefined : (decoded(bytes, 'utf-8') ?? decoded(bytes, 'gb18030'))

/** @returns undefined when it is no CSV */
export const csvRecords = (text: string): readonly (readonly string[])[] | undefined => {
  try {
    return parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true })
  } catch {
    return undefined
  }
}
