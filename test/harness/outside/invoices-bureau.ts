/**
 * What the tax authority behind `VatInvoiceVerifyNew` knows, and what the service says of it: fields wanted by kind, five questions a day,
 * five years, the day of issue only when allowed; codes and answers as on its page (cloud.tencent.com/document/api/866/73674).
 */
import { dayOf } from '../../../functions/core/pure/time'

export interface IssuedInvoice {
  /** Its `InvoiceKind` in a question; a 数电票 is 08 or 10, or asked for without. */
  readonly kind: string
  /** The `Type` of an answer. */
  readonly type: string
  readonly code: string
  readonly number: string
  readonly date: string
  readonly net: string
  readonly total: string
  readonly checkCode?: string
  /** N, Y, H, HP, HF. */
  readonly abandoned?: string
  readonly seller?: string
  readonly sellerTaxCode?: string
  readonly buyer?: string
  readonly goods?: readonly string[]
  /** Other fields of `Invoice`, or other values for those above. */
  readonly more?: Readonly<Record<string, unknown>>
  /** Beside `Invoice`. */
  readonly beside?: Readonly<Record<string, unknown>>
}

export type Told = { readonly code: string } | { readonly answer: Readonly<Record<string, unknown>> }

const PARAMETERS: Readonly<Record<string, 'string' | 'boolean'>> = {
  InvoiceNo: 'string',
  InvoiceDate: 'string',
  InvoiceCode: 'string',
  InvoiceKind: 'string',
  CheckCode: 'string',
  Amount: 'string',
  RegionCode: 'string',
  SellerTaxCode: 'string',
  EnableCommonElectronic: 'boolean',
  EnableTodayInvoice: 'boolean',
}
const KINDS = ['01', '02', '03', '04', '08', '10', '11', '14', '15', '16', '32']
const BY_CHECK_CODE = ['04', '10', '11', '14']
const TIMES_A_DAY = 5

type Parameters = Readonly<Record<string, unknown>>
const textAt = (body: Parameters, name: string): string => {
  const value = body[name]
  return typeof value === 'string' ? value : ''
}

/** Names and types of fields, before anything is looked up. */
const formProblem = (body: Parameters): string | undefined => {
  for (const [name, value] of Object.entries(body)) {
    if (!Object.hasOwn(PARAMETERS, name)) return 'UnknownParameter'
    if (typeof value !== PARAMETERS[name]) return 'InvalidParameter'
  }
  if (textAt(body, 'InvoiceNo') === '' || textAt(body, 'InvoiceDate') === '') return 'MissingParameter'
  if (!/^(\d{8}|\d{20})$/.test(textAt(body, 'InvoiceNo')))
    return 'InvalidParameterValue.TicketSnParameterValueLimit'
  if (!/^(|\d{10}|\d{12})$/.test(textAt(body, 'InvoiceCode')))
    return 'InvalidParameterValue.TicketCodeParameterValueLimit'
  const kind = textAt(body, 'InvoiceKind')
  return kind === '' || KINDS.includes(kind) ? undefined : 'InvalidParameterValue.InvalidParameterValueLimit'
}

const byCheckCode = (body: Parameters): boolean => {
  const kind = textAt(body, 'InvoiceKind')
  if (kind === '') return textAt(body, 'CheckCode') !== ''
  return textAt(body, 'InvoiceCode') !== '' && BY_CHECK_CODE.includes(kind)
}

const valueProblem = (body: Parameters, today: string): string | undefined => {
  const electronic = textAt(body, 'InvoiceNo').length === 20
  if ((textAt(body, 'InvoiceCode') === '') !== electronic)
    return 'InvalidParameterValue.TicketCodeParameterValueLimit'
  const wanted = byCheckCode(body)
    ? /^\d{6}$/.test(textAt(body, 'CheckCode'))
    : /^-?\d{1,13}\.\d{2}$/.test(textAt(body, 'Amount'))
  if (!wanted) return 'InvalidParameterValue.PriceOrVerificationParameterValueLimit'
  const date = textAt(body, 'InvoiceDate')
  const eldest = `${Number(today.slice(0, 4)) - 5}${today.slice(4)}`
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || date > today || date < eldest)
    return 'InvalidParameterValue.TicketDateParameterValueLimit'
  if (date === today && body.EnableTodayInvoice !== true)
    return 'ResourceNotFound.NotSupportCurrentInvoiceQuery'
  return undefined
}

const agrees = (body: Parameters, invoice: IssuedInvoice): boolean => {
  const kind = textAt(body, 'InvoiceKind')
  if (textAt(body, 'InvoiceDate') !== invoice.date || (kind !== '' && kind !== invoice.kind)) return false
  if (byCheckCode(body)) return invoice.checkCode?.slice(-6) === textAt(body, 'CheckCode')
  const whole = invoice.code === '' || invoice.kind === '15'
  return textAt(body, 'Amount') === (whole ? invoice.total : invoice.net)
}

const shown = (invoice: IssuedInvoice): Readonly<Record<string, unknown>> => ({
  Invoice: {
    Code: invoice.code,
    Number: invoice.number,
    Date: invoice.date.replaceAll('-', ''),
    BuyerName: invoice.buyer ?? '',
    BuyerTaxCode: '',
    BuyerAddressPhone: '',
    BuyerBankAccount: '',
    SellerName: invoice.seller ?? '石家庄市某某石油经销有限公司',
    SellerTaxCode: invoice.sellerTaxCode ?? '',
    Remark: '',
    MachineNo: '661510100000',
    Type: invoice.type,
    CheckCode: invoice.checkCode ?? '',
    IsAbandoned: invoice.abandoned ?? 'N',
    HasSellerList: 'N',
    AmountWithoutTax: invoice.net,
    TaxAmount: '',
    AmountWithTax: invoice.total,
    Items: (invoice.goods ?? []).map((Name, at) => ({ LineNo: String(at + 1), Name, Quantity: '1' })),
    TaxBureau: '',
    TrafficFreeFlag: 'N',
    RedLetterInvoiceMark: null,
    IssuingTypeMark: null,
    ...invoice.more,
  },
  VehicleInvoiceInfo: { CarType: '', BuyerNo: '' },
  UsedVehicleInvoiceInfo: { Buyer: '', Seller: '' },
  PassInvoiceInfoList: [],
  ElectronicTrainTicket: { Number: '', StateCode: '' },
  ElectronicAirTransport: { Number: null, StateCode: null },
  ...invoice.beside,
})

export interface Bureau {
  readonly issue: (invoice: IssuedInvoice) => void
  readonly answer: (body: Parameters) => Told
}

export const openBureau = (clock: () => number): Bureau => {
  const invoices = new Map<string, IssuedInvoice>()
  const asked = new Map<string, number>()
  return {
    issue: (invoice) => void invoices.set(`${invoice.code}|${invoice.number}`, invoice),
    answer: (body) => {
      const today = dayOf(clock())
      const problem = formProblem(body) ?? valueProblem(body, today)
      if (problem !== undefined) return { code: problem }
      const id = `${textAt(body, 'InvoiceCode')}|${textAt(body, 'InvoiceNo')}`
      const times = (asked.get(`${today}|${id}`) ?? 0) + 1
      asked.set(`${today}|${id}`, times)
      if (times > TIMES_A_DAY) return { code: 'FailedOperation.CountLimitError' }
      const invoice = invoices.get(id)
      if (!invoice) return { code: 'ResourceNotFound.NoInvoice' }
      return agrees(body, invoice) ? { answer: shown(invoice) } : { code: 'FailedOperation.InvoiceMismatch' }
    },
  }
}
