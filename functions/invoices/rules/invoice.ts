/** What an invoice says of itself, read or typed, and which one it is. */
import type { InvoiceFacts } from '../../core/pure/invoice-facts'
import { parseYuan, yuanText, fen } from '../../core/pure/money'
import { isDay } from '../../core/pure/time'
import { kindOf } from '../data/kinds'

export type { InvoiceFacts }

/** The same as text, as a form or a code has it, read or not: `issuedOn` as `YYYY-MM-DD`, `amount` in yuan. */
export interface InvoiceEntry {
  readonly kind: string
  readonly code: string
  readonly number: string
  readonly issuedOn: string
  readonly amount: string
  readonly checkCode: string
}

export type EntryField = keyof InvoiceEntry

export const KIND = /^\d{2}$/
export const CODE = /^(\d{10}|\d{12})$/
export const NUMBER = /^(\d{8}|\d{20})$/
export const CHECK_CODE = /^(\d{6}|\d{20})$/
/** Twenty digits: a 数电票. */
export const isDigital = (number: string): boolean => /^\d{20}$/.test(number)

/**
 * One invoice is one, whatever else was read of it. Twenty digits say it alone: a code beside them, which a forged text may
 * bring, makes no second invoice of it. Eight need their code.
 * @example naturalKey({ code: '011001700112', number: '10113872' }) // '011001700112-10113872'
 */
export const naturalKey = ({ code, number }: Pick<InvoiceFacts, 'code' | 'number'>): string =>
  isDigital(number) ? number : `${code}-${number}`

/** Of a kind that is not known: total for a 数电票, as its number tells, and net for those before. */
export const amountOfKind = (kind: string, number: string): InvoiceFacts['amountOf'] =>
  kindOf(kind)?.amountOf ?? (isDigital(number) ? 'total' : 'net')

const AMOUNT = /^-?\d{1,12}(\.\d{1,2})?$/

/** Fen; `undefined` when the text is no amount of yuan. */
export const readAmount = (amount: string): number | undefined =>
  AMOUNT.test(amount) ? parseYuan(amount) : undefined

/**
 * The facts of an entry; `undefined` as long as one that tells which invoice it is, its day or its amount cannot be read. Whether they
 * fit together is for the findings. A check code that cannot be read is left out.
 */
export const factsOf = (entry: InvoiceEntry): InvoiceFacts | undefined => {
  const { kind, code, number, issuedOn, checkCode } = entry
  const amount = readAmount(entry.amount)
  const identified = KIND.test(kind) && NUMBER.test(number) && (code === '' || CODE.test(code))
  if (!identified || amount === undefined || !isDay(issuedOn)) return undefined
  return {
    kind,
    code,
    number,
    issuedOn,
    amount,
    amountOf: amountOfKind(kind, number),
    checkCode: CHECK_CODE.test(checkCode) ? checkCode : '',
  }
}

/** Facts that were kept, to be looked at again. */
export const entryOf = ({ kind, code, number, issuedOn, amount, checkCode }: InvoiceFacts): InvoiceEntry => ({
  kind,
  code,
  number,
  issuedOn,
  amount: yuanText(fen(amount)),
  checkCode,
})
