/**
 * An invoice's facts in the text layer of its PDF. Makers of PDFs set the same form in many ways: labels and values side by
 * side or apart, figures one by one, ¥ before or behind. Nothing is guessed in silence: what was not found is listed, and so
 * is what was told by its place alone or does not add up, for somebody to confirm.
 */
import type { Day } from '../../core/pure/time'
import { kindOf } from '../data/kinds'
import { CHECK_CODE, amountOfKind, isDigital, type InvoiceFacts } from './invoice'
import { cleanLines } from './pdf/clean'
import { amountsIn } from './pdf/money'
import { identityIn } from './pdf/numbers'
import { partiesIn } from './pdf/parties'

/** Amounts in fen. `null`: not found. */
export interface PdfInvoice {
  readonly kind: string | null
  /** '' where the kind has none. */
  readonly code: string | null
  readonly number: string | null
  readonly issuedOn: Day | null
  readonly total: number | null
  readonly net: number | null
  readonly tax: number | null
  readonly checkCode: string | null
  readonly buyerName: string | null
  readonly buyerTaxNumber: string | null
  readonly sellerName: string | null
  readonly sellerTaxNumber: string | null
}

export type PdfField = keyof PdfInvoice

export interface PdfReading {
  readonly found: PdfInvoice
  /** Goods and services as they stand: `*餐饮服务*餐费`. */
  readonly goods: readonly string[]
  readonly missing: readonly PdfField[]
  /** Found, but by its place alone, or at odds with something else. */
  readonly unsure: readonly PdfField[]
}

const FIELDS: readonly PdfField[] = [
  'kind',
  'code',
  'number',
  'issuedOn',
  'total',
  'net',
  'tax',
  'checkCode',
  'buyerName',
  'buyerTaxNumber',
  'sellerName',
  'sellerTaxNumber',
]

/** The QR code’s text, which some PDFs carry as text: its letters would run into the name behind it. */
const CODE_TEXT = /01,\d{2},\d*,\d*,-?[\d.]*,\d{8},\d*,[0-9A-Fa-f]{4},?/

const GOODS = /\*\s*[^*\s¥\d][^*\n¥]{0,28}\*\s*[^\s*¥]{1,40}/g

const ORDINARY = '32'

/** Fields that an invoice of this kind does not have, and so cannot miss. */
const without = (kind: string | undefined): readonly PdfField[] => {
  const known = kind === undefined ? undefined : kindOf(kind)
  return [
    ...(known?.codeLengths.includes(0) ? (['code'] as const) : []),
    ...(known?.checkCode === 'never' ? (['checkCode'] as const) : []),
  ]
}

/** Characters that are looked at; an invoice with a long list of goods has some ten thousand. */
const MOST = 100_000

/** Never throws, whatever the text is. */
export const readPdfText = (raw: string): PdfReading => {
  const lines = cleanLines(raw.slice(0, MOST)).flatMap((line) => line.split(CODE_TEXT))
  const text = lines.join('\n')
  const identity = identityIn(text)
  const money = amountsIn(lines)
  const parties = partiesIn(text, identity.at)
  // Nearly all of twenty digits are ordinary ones; without a heading that is for somebody to confirm.
  const kind = identity.kind ?? (identity.number && isDigital(identity.number) ? ORDINARY : undefined)
  const absent = without(kind)
  const orEmpty = (field: PdfField, value: string | undefined): string | null =>
    absent.includes(field) ? '' : (value ?? null)
  const found: PdfInvoice = {
    kind: kind ?? null,
    code: orEmpty('code', identity.code),
    number: identity.number ?? null,
    issuedOn: identity.issuedOn ?? null,
    total: money.total ?? null,
    net: money.net ?? null,
    tax: money.tax ?? null,
    checkCode: orEmpty('checkCode', identity.checkCode),
    buyerName: parties.buyerName ?? null,
    buyerTaxNumber: parties.buyerTaxNumber ?? null,
    sellerName: parties.sellerName ?? null,
    sellerTaxNumber: parties.sellerTaxNumber ?? null,
  }
  const doubted: readonly PdfField[] = [
    ...(identity.kind === undefined ? (['kind'] as const) : []),
    ...(money.atOdds ? (['total', 'net', 'tax'] as const) : []),
    ...(parties.byPlace ? (['buyerName', 'sellerName'] as const) : []),
  ]
  return {
    found,
    goods: [...text.matchAll(GOODS)].map(([goods]) => goods.replace(/\s/g, '')),
    missing: FIELDS.filter((field) => found[field] === null),
    unsure: doubted.filter((field) => found[field] !== null),
  }
}

/** The facts of what was found; `undefined` as long as kind, number, day or the kind's amount are missing. */
export const factsOfPdf = (found: PdfInvoice): InvoiceFacts | undefined => {
  const { kind, code, number, issuedOn, checkCode } = found
  if (kind === null || code === null || number === null || issuedOn === null) return undefined
  const amountOf = amountOfKind(kind, number)
  const amount = amountOf === 'net' ? found.net : found.total
  if (amount === null) return undefined
  return {
    kind,
    code,
    number,
    issuedOn,
    amount,
    amountOf,
    checkCode: checkCode !== null && CHECK_CODE.test(checkCode) ? checkCode : '',
  }
}
