/** Reads what a scanner gives: an invoice's code, a title's, or something else, told as what it is. */
import { marks, type OtherCode } from '../data/scanned'
import { checkInvoiceCrc, NOT_CHECKED, type CrcResult } from './crc16'
import { tidyDay } from './fields'
import { factsOf, type InvoiceEntry, type InvoiceFacts } from './invoice'
import { readTitle, type TitleReading } from './title'
import type { Gbk } from './title-fields'

/** The eight fields of an invoice's code as they stand. */
export interface InvoiceFields {
  /** `01` */
  readonly version: string
  readonly kind: string
  readonly code: string
  readonly number: string
  readonly amount: string
  /** `20260430` */
  readonly date: string
  readonly checkCode: string
  readonly crc: string
}

export type Scanned =
  | {
      readonly what: 'invoice'
      /** Tidied; keeps its fields as they were read. */
      readonly text: string
      readonly fields: InvoiceFields
      readonly entry: InvoiceEntry
      /** `undefined` when something that they need cannot be read: the findings tell what. */
      readonly facts: InvoiceFacts | undefined
      readonly crc: CrcResult
    }
  | { readonly what: 'title'; readonly text: string; readonly reading: TitleReading }
  | { readonly what: 'other'; readonly text: string; readonly other: OtherCode }

/** Of zero width, as some scanners and messengers put before and between. */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u200b-\u200d\u2060\ufeff]/g

/** Full-width characters, which include the comma, as keyboards and some printers make them. */
const halfWidth = (text: string): string =>
  text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))

const tidyLine = (line: string): string =>
  halfWidth(line)
    .split(',')
    .map((field) => field.trim())
    .join(',')

/** Version, kind, and at least up to the date. */
const LEAST_FIELDS = 6
const BEGINS_AS_INVOICE = /^01,\d{2},/
/** `01,` and little else, or without the kind: nothing else that people scan begins so. */
const BROKEN = /^01,\d*(,|$)/

const fieldsOf = (line: string): InvoiceFields | undefined => {
  const parts = line.split(',')
  if (!BEGINS_AS_INVOICE.test(line) || parts.length < LEAST_FIELDS) return undefined
  const [version = '', kind = '', code = '', number = '', amount = '', date = '', checkCode = '', crc = ''] =
    parts
  return { version, kind, code, number, amount, date, checkCode, crc }
}

/** The text up to its CRC, the comma before it included. */
const beforeCrc = (line: string): string => `${line.split(',').slice(0, 7).join(',')},`

const readInvoice = (line: string): Scanned | undefined => {
  const fields = fieldsOf(line)
  if (!fields) return undefined
  const { kind, code, number, amount, date, checkCode, crc } = fields
  const entry: InvoiceEntry = { kind, code, number, issuedOn: tidyDay(date), amount, checkCode }
  return {
    what: 'invoice',
    text: line,
    fields,
    entry,
    facts: factsOf(entry),
    crc: crc === '' ? NOT_CHECKED : checkInvoiceCrc(beforeCrc(line), crc),
  }
}

/** `$01`, base64, `$`; a line may have been broken anywhere in between. */
const TITLE = /^\$01[A-Za-z0-9+/=\s]*\$?$/

const otherOf = (text: string): OtherCode => {
  if (text === '') return 'empty'
  const plain = tidyLine(text)
  if (BROKEN.test(plain)) return 'brokenInvoice'
  return marks.find(({ begins }) => begins.test(plain))?.other ?? 'unknown'
}

/**
 * Never throws, whatever was scanned, and never refuses a kind of invoice that is not known here.
 * @param gbk where there is one, the CRC of a title is checked
 * @example readScanned('01,32,,26427000000375586818,10.70,20260430,,FAFB').what // 'invoice'
 */
export const readScanned = (scanned: string, { gbk }: { readonly gbk?: Gbk } = {}): Scanned => {
  const text = scanned.replace(UNSEEN, '').trim()
  if (TITLE.test(text)) return { what: 'title', text, reading: readTitle(text, gbk ? { gbk } : {}) }
  for (const line of text.split(/[\r\n]+/)) {
    const invoice = readInvoice(tidyLine(line))
    if (invoice) return invoice
  }
  return { what: 'other', text, other: otherOf(text) }
}
