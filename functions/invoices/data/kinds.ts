/**
 * Kinds of invoices by the two digits of their QR code. The codes up to 32 are those of QR codes; 51 and above are those of
 * the tax authority's own list, of which QR codes are known for 51 alone. Two traps: that list calls 81 and 82 what QR codes call 31
 * and 32, and some who sell invoice software use 83 for rail tickets. A customs payment voucher (17) is no invoice.
 */
import type { Basis } from '../../core/pure/law'
import { text, type Text } from '../../core/pure/text'
import { qrPractice, verificationSite } from './statutes'

/** What the official verification asks beside code, number and date: the amount, or the last six digits of a number. */
export type Asked = 'amount' | 'checkCode' | 'number'

export interface InvoiceKind {
  /** `32` */
  readonly kind: string
  readonly name: Text
  /** Digits that its code may have; 0: it may have none. */
  readonly codeLengths: readonly number[]
  readonly numberLengths: readonly number[]
  /** Twenty digits to check it by; `some`: with or without. */
  readonly checkCode: 'always' | 'never' | 'some'
  /** What its amount is, in the QR code and where verification asks for one. */
  readonly amountOf: 'net' | 'total'
  readonly asked: Asked
  /** 以主管税务机关最新规定为准 */
  readonly unconfirmed: boolean
}

type Shape = Omit<InvoiceKind, 'kind' | 'name' | 'unconfirmed'>

const printed = { codeLengths: [10, 12], numberLengths: [8] } as const
/** 专用发票 */
const special: Shape = { ...printed, checkCode: 'never', amountOf: 'net', asked: 'amount' }
/** 普通发票 */
const ordinary: Shape = { ...printed, checkCode: 'always', amountOf: 'net', asked: 'checkCode' }
const electronic: Shape = { ...ordinary, codeLengths: [12] }
/** 数电票 */
const digital: Shape = {
  codeLengths: [0],
  numberLengths: [20],
  checkCode: 'never',
  amountOf: 'total',
  asked: 'amount',
}
/** 数电纸质发票: the old code and number are printed beside the twenty digits, and either may be read. */
const onPaper: Shape = { ...digital, codeLengths: [0, 10, 12], numberLengths: [8, 20], checkCode: 'some' }

const kind = (code: string, name: Text, shape: Shape, unconfirmed = false): InvoiceKind => ({
  kind: code,
  name,
  ...shape,
  unconfirmed,
})

export const invoiceKinds: readonly InvoiceKind[] = [
  kind('01', text('增值税专用发票', 'Special VAT invoice'), special),
  kind('02', text('货物运输业增值税专用发票', 'Special VAT invoice of freight'), special, true),
  kind(
    '03',
    text('机动车销售统一发票', 'Uniform invoice of motor-vehicle sales'),
    { ...special, codeLengths: [12], checkCode: 'some' },
    true,
  ),
  kind('04', text('增值税普通发票', 'Ordinary VAT invoice'), ordinary),
  kind(
    '08',
    text('增值税电子专用发票', 'Electronic special VAT invoice'),
    { ...special, codeLengths: [12], checkCode: 'some' },
    true,
  ),
  kind('10', text('增值税电子普通发票', 'Electronic ordinary VAT invoice'), electronic),
  kind('11', text('增值税普通发票（卷票）', 'Ordinary VAT invoice on a roll'), electronic, true),
  kind('14', text('通行费电子普通发票', 'Electronic ordinary invoice of road tolls'), electronic, true),
  kind(
    '15',
    text('二手车销售统一发票', 'Uniform invoice of used-vehicle sales'),
    { ...special, codeLengths: [12], checkCode: 'some', amountOf: 'total' },
    true,
  ),
  kind('31', text('数电票（增值税专用发票）', 'Digital invoice (special VAT)'), digital),
  kind('32', text('数电票（普通发票）', 'Digital invoice (ordinary)'), digital),
  kind('51', text('数电票（铁路电子客票）', 'Digital invoice (rail e-ticket)'), digital),
  kind('59', text('数电票（通行费发票）', 'Digital invoice (road tolls)'), digital, true),
  kind(
    '61',
    text('数电票（航空运输电子客票行程单）', 'Digital invoice (air e-ticket itinerary)'),
    digital,
    true,
  ),
  kind('81', text('数电票（增值税专用发票）', 'Digital invoice (special VAT)'), digital, true),
  kind('82', text('数电票（普通发票）', 'Digital invoice (ordinary)'), digital, true),
  kind('83', text('数电票（机动车销售统一发票）', 'Digital invoice (motor-vehicle sales)'), digital, true),
  kind('84', text('数电票（二手车销售统一发票）', 'Digital invoice (used-vehicle sales)'), digital, true),
  kind(
    '85',
    text('数电纸质发票（增值税专用发票）', 'Digital invoice on paper (special VAT)'),
    { ...onPaper, amountOf: 'net' },
    true,
  ),
  kind(
    '86',
    text('数电纸质发票（普通发票）', 'Digital invoice on paper (ordinary)'),
    { ...onPaper, asked: 'number' },
    true,
  ),
  kind(
    '87',
    text('数电纸质发票（机动车销售统一发票）', 'Digital invoice on paper (motor-vehicle sales)'),
    { ...onPaper, amountOf: 'net' },
    true,
  ),
  kind(
    '88',
    text('数电纸质发票（二手车销售统一发票）', 'Digital invoice on paper (used-vehicle sales)'),
    onPaper,
    true,
  ),
]

const byCode: ReadonlyMap<string, InvoiceKind> = new Map(invoiceKinds.map((one) => [one.kind, one]))

/** `undefined`: not known here, and shown as it stands. */
export const kindOf = (code: string): InvoiceKind | undefined => byCode.get(code)

/** What the amount is of, as a form's label and a finding say it. */
export const amountOfWords: Readonly<Record<InvoiceKind['amountOf'], Text>> = {
  net: text('不含税金额', 'without tax'),
  total: text('价税合计', 'with tax'),
}

/** What verification asks, in words; each with the same basis. */
export const askedWords: Readonly<Record<Asked, Basis>> = {
  amount: {
    rule: text('查验需要号码、日期和金额', 'Verification asks for number, date and amount'),
    basis: verificationSite,
    unconfirmed: false,
  },
  checkCode: {
    rule: text(
      '查验需要代码、号码、日期和校验码后六位',
      'Verification asks for code, number, date and the last six digits of the check code',
    ),
    basis: verificationSite,
    unconfirmed: false,
  },
  number: {
    rule: text(
      '查验需要日期和二十位号码的后六位',
      'Verification asks for the date and the last six of the twenty digits',
    ),
    basis: qrPractice,
    unconfirmed: true,
  },
}
