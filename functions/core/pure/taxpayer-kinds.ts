/** Kinds of taxpayers, as offices speak of them. */
import { text, type Text } from './text'

export const TAXPAYER_KINDS = ['person', 'selfEmployed', 'smallScale', 'general'] as const
export type TaxpayerKind = (typeof TAXPAYER_KINDS)[number]

export const KINDS: Readonly<Record<TaxpayerKind, Text>> = {
  person: text('自然人', 'Individual'),
  selfEmployed: text('个体工商户', 'Self-employed business'),
  smallScale: text('小规模纳税人', 'Small-scale VAT payer'),
  general: text('一般纳税人', 'General VAT payer'),
}
