/**
 * What `VatInvoiceVerifyNew` is asked for an invoice, by kind: fields and their meaning as its page says
 * (cloud.tencent.com/document/api/866/73674, of 2025-12-24).
 */
import { fen, yuanText } from '../../core/pure/money'
import type { Day } from '../../core/pure/time'
import type { InvoiceFacts } from '../rules/invoice'
import type { Question } from './contract'

/**
 * What it compares besides number, date and code. `price`: the amount as it stands, 车价合计 of used cars. `checkCode`: its last
 * six digits, and no amount.
 */
type Compared = 'net' | 'total' | 'price' | 'checkCode'

interface Kind {
  /** Its `InvoiceKind`; absent where its list has none: the field may be left out. */
  readonly named?: string
  readonly compared: Compared
}

/**
 * By the QR code's two digits. 31 and 32, the 数电票, are asked as 08 and 10 “含全电”; “全电发票为价税合计”. 51 rail, 59 toll, 61
 * air: 数电票 too. 81–88 are the tax account's names (85–88 on paper): 81 and 82 mean 31 and 32; 83 is a car for some, a railway for others.
 */
const KINDS: Readonly<Record<string, Kind>> = {
  '01': { named: '01', compared: 'net' },
  '02': { named: '02', compared: 'net' },
  '03': { named: '03', compared: 'net' },
  '04': { named: '04', compared: 'checkCode' },
  '08': { named: '08', compared: 'net' },
  '10': { named: '10', compared: 'checkCode' },
  '11': { named: '11', compared: 'checkCode' },
  '14': { named: '14', compared: 'checkCode' },
  '15': { named: '15', compared: 'price' },
  '31': { named: '08', compared: 'total' },
  '32': { named: '10', compared: 'total' },
  '51': { compared: 'total' },
  '59': { compared: 'total' },
  '61': { compared: 'total' },
  '81': { named: '08', compared: 'total' },
  '82': { named: '10', compared: 'total' },
  '83': { compared: 'total' },
  '84': { compared: 'total' },
  '85': { compared: 'net' },
  '86': { compared: 'checkCode' },
  '87': { compared: 'net' },
  '88': { compared: 'price' },
}

/** A kind of 数电票 that is not known here: new ones come, and its number alone says that it is one. */
const LATER: Kind = { compared: 'total' }

const kindOf = ({ kind, code, number }: InvoiceFacts): Kind | undefined => {
  if (Object.hasOwn(KINDS, kind)) return KINDS[kind]
  return code === '' && /^\d{20}$/.test(number) ? LATER : undefined
}

/** “校验码后 6 位”. On paper a 数电普票 has none, and the last six of its number stand for it. */
const checkTail = ({ checkCode, number }: InvoiceFacts): string | undefined =>
  /\d{6}$/.exec(checkCode || (number.length === 20 ? number : ''))?.[0]

export interface VerifyParameters {
  readonly InvoiceNo: string
  readonly InvoiceDate: Day
  readonly InvoiceCode?: string
  readonly InvoiceKind?: string
  readonly CheckCode?: string
  /** Yuan, two decimals. */
  readonly Amount?: string
  readonly EnableTodayInvoice: true
}

export interface Asked {
  readonly parameters: VerifyParameters
  readonly compared: Compared
}

/** @returns undefined when it knows no such kind, or what it compares is not among the facts */
export const askedOf = (facts: InvoiceFacts): Asked | undefined => {
  const kind = kindOf(facts)
  if (!kind) return undefined
  const { named, compared } = kind
  const tail = checkTail(facts)
  if (compared === 'checkCode' && tail === undefined) return undefined
  if ((compared === 'net' || compared === 'total') && compared !== facts.amountOf) return undefined
  return {
    compared,
    parameters: {
      InvoiceNo: facts.number,
      InvoiceDate: facts.issuedOn,
      ...(facts.code === '' ? {} : { InvoiceCode: facts.code }),
      ...(named === undefined ? {} : { InvoiceKind: named }),
      ...(compared === 'checkCode' && tail !== undefined
        ? { CheckCode: tail }
        : { Amount: yuanText(fen(facts.amount)) }),
      // Only what has reached the tax authority is found: about half an hour after issue.
      EnableTodayInvoice: true,
    },
  }
}

const YEARS = 5

/** “支持五年以内开具的发票”. */
export const isTooOld = ({ issuedOn, on }: Question): boolean => {
  const last = `${Number(issuedOn.slice(0, 4)) + YEARS}${issuedOn.slice(4)}`
  return on > last
}
