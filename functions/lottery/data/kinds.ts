/** What kinds of invoice are called in a campaign's sentences, by the digits of their QR code. */
import { text, type Text } from '../../core/pure/text'

const kinds: Readonly<Record<string, Text>> = {
  '01': text('增值税专用发票', 'special VAT invoices'),
  '03': text('机动车销售统一发票', 'motor-vehicle invoices'),
  '04': text('增值税普通发票', 'ordinary VAT invoices'),
  '08': text('增值税电子专用发票', 'electronic special VAT invoices'),
  '10': text('增值税电子普通发票', 'electronic ordinary VAT invoices'),
  '11': text('增值税普通发票（卷票）', 'ordinary VAT invoices in rolls'),
  '14': text('通行费电子发票', 'toll invoices'),
  '15': text('二手车销售统一发票', 'second-hand vehicle invoices'),
  '31': text('数电专票', 'digital special invoices'),
  '32': text('数电普票', 'digital ordinary invoices'),
  '51': text('铁路电子客票', 'railway e-tickets'),
  '61': text('航空电子客票行程单', 'air e-itineraries'),
}

/** Those that have a name here. */
export const KIND_CODES: readonly string[] = Object.keys(kinds).sort()

/** A kind that is not listed is told by its digits. */
export const kindName = (kind: string): Text =>
  kinds[kind] ?? text(`其他票种（代码 ${kind}）`, `another kind (code ${kind})`)
