/** An invoice as somebody types it: what is asked for each kind, how it is tidied, and every fault in it at once. */
import { normaliseNumber } from '../../core/pure/check-digits'
import { text, type Text } from '../../core/pure/text'
import { isDay, type Day } from '../../core/pure/time'
import { kindOf, type InvoiceKind } from '../data/kinds'
import { KIND, readAmount, type EntryField, type InvoiceEntry } from './invoice'

export type EntryProblem = 'required' | 'kind' | 'digits' | 'length' | 'day' | 'future' | 'amount'

export interface FieldFault {
  readonly field: EntryField
  readonly problem: EntryProblem
  /** What to do about it. */
  readonly words: Text
}

const KINDS_WITHOUT_CODE: readonly EntryField[] = ['kind', 'number', 'issuedOn', 'amount']

/**
 * What a form asks for a kind: what the official verification needs, and the amount, which a wallet needs. Of a kind that is
 * not known, all of it.
 */
export const askedFields = (kind: string): readonly EntryField[] => {
  const known = kindOf(kind)
  if (known && known.codeLengths.every((length) => length === 0)) return KINDS_WITHOUT_CODE
  const printed: readonly EntryField[] = ['kind', 'code', 'number', 'issuedOn', 'amount']
  return known?.asked === 'amount' || known?.asked === 'number' ? printed : [...printed, 'checkCode']
}

const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0')

/** `20260430`, `2026/4/30`, `2026年4月30日` → `2026-04-30`; whatever else stays as it is. */
export const tidyDay = (typed: string): string => {
  const match =
    /^(\d{4})(\d{2})(\d{2})$/.exec(typed) ?? /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed)
  return match ? `${match[1] ?? ''}-${two(match[2])}-${two(match[3])}` : typed
}

/** Full-width figures and signs as a Chinese keyboard types them, and spaces. */
const plain = (typed: string): string =>
  [...typed]
    .map((character) => {
      const code = character.charCodeAt(0)
      return code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : character
    })
    .join('')
    .replace(/[−﹣–]/g, '-')
    .replace(/\s/g, '')

/** As typed or pasted, in the one way that the rules read. */
export const tidyEntry = (typed: InvoiceEntry): InvoiceEntry => ({
  kind: normaliseNumber(typed.kind),
  code: normaliseNumber(typed.code),
  number: normaliseNumber(typed.number),
  issuedOn: tidyDay(plain(typed.issuedOn)),
  amount: plain(typed.amount).replace(/[¥￥,元]/g, ''),
  checkCode: normaliseNumber(typed.checkCode),
})

const required: Readonly<Record<EntryField, Text>> = {
  kind: text('请选择发票种类', 'Choose the kind of invoice'),
  code: text('请填写发票代码', 'Enter the invoice code'),
  number: text('请填写发票号码', 'Enter the invoice number'),
  issuedOn: text('请填写开票日期', 'Enter the date of issue'),
  amount: text('请填写金额', 'Enter the amount'),
  checkCode: text('请填写校验码后六位', 'Enter the last six digits of the check code'),
}

const ONLY_DIGITS = text('只能是数字', 'Digits only')

const fault = (field: EntryField, problem: EntryProblem, words: Text): FieldFault => ({
  field,
  problem,
  words,
})

const lengthWords = (lengths: readonly number[]): Text =>
  text(`应为 ${lengths.join(' 或 ')} 位`, `${lengths.join(' or ')} digits`)

/** Digits of one of these lengths. */
const digitsFault = (
  field: EntryField,
  value: string,
  lengths: readonly number[],
): FieldFault | undefined => {
  if (!/^\d*$/.test(value)) return fault(field, 'digits', ONLY_DIGITS)
  return lengths.includes(value.length) ? undefined : fault(field, 'length', lengthWords(lengths))
}

const withoutNone = (lengths: readonly number[]): readonly number[] => lengths.filter((length) => length > 0)

const dayFault = (value: string, today: Day): FieldFault | undefined => {
  if (!isDay(value)) return fault('issuedOn', 'day', text('没有这一天', 'There is no such day'))
  return value > today
    ? fault(
        'issuedOn',
        'future',
        text('开票日期不能晚于今天', 'The date of issue cannot be later than today'),
      )
    : undefined
}

const valueFault = (
  field: EntryField,
  value: string,
  known: InvoiceKind | undefined,
  today: Day,
): FieldFault | undefined => {
  switch (field) {
    case 'kind':
      return KIND.test(value) ? undefined : fault('kind', 'kind', required.kind)
    case 'code':
      return digitsFault('code', value, withoutNone(known?.codeLengths ?? [10, 12]))
    case 'number':
      return digitsFault('number', value, known?.numberLengths ?? [8, 20])
    case 'issuedOn':
      return dayFault(value, today)
    case 'amount':
      return readAmount(value) === undefined
        ? fault('amount', 'amount', text('应为金额，最多两位小数', 'An amount, with two decimals at most'))
        : undefined
    case 'checkCode':
      return digitsFault('checkCode', value, [6, 20])
  }
}

/** May this field stay empty? A code where the number has twenty digits, and what only unknown kinds may have. */
const optional = (field: EntryField, known: InvoiceKind | undefined, entry: InvoiceEntry): boolean => {
  if (field === 'code') return known ? known.codeLengths.includes(0) && entry.number.length === 20 : true
  return field === 'checkCode' && !known
}

/**
 * Every fault of a typed entry, once tidied, in the order of the form. What a kind does not ask is passed over; a form shows
 * those of fields that were left.
 * @example entryFaults({ ...entry, number: '123' }, '2026-05-01') // [{ field: 'number', problem: 'length', … }]
 */
export const entryFaults = (entry: InvoiceEntry, today: Day): readonly FieldFault[] => {
  const known = kindOf(entry.kind)
  return askedFields(entry.kind).flatMap((field): readonly FieldFault[] => {
    const value = entry[field]
    if (value === '') return optional(field, known, entry) ? [] : [fault(field, 'required', required[field])]
    const found = valueFault(field, value, known, today)
    return found ? [found] : []
  })
}

/** Without what was typed before the kind was changed to one that does not ask it. */
export const askedEntry = (entry: InvoiceEntry): InvoiceEntry => {
  const asked = askedFields(entry.kind)
  const kept = (field: EntryField): string => (asked.includes(field) ? entry[field] : '')
  return { ...entry, code: kept('code'), checkCode: kept('checkCode') }
}
