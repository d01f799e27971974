/** Why customs do not confirm a departure form, and why the agency does not pay it. */
import { text, type Text } from '../../core/pure/text'

export interface DepartureReason {
  readonly by: 'customs' | 'agency'
  readonly rule: Text
  readonly basis: Text
  readonly unconfirmed: boolean
}

const MEASURES = text(
  '《境外旅客购物离境退税管理办法（试行）》（国家税务总局公告2015年第41号）',
  'Measures for the departure refund (State Taxation Administration notice 41 of 2015)',
)

const reason = (by: DepartureReason['by'], zh: string, en: string): DepartureReason => ({
  by,
  rule: text(zh, en),
  basis: MEASURES,
  unconfirmed: true,
})

export const DEPARTURE_REASONS = {
  goodsMissing: reason('customs', '没有出示申请单上的物品', 'The goods of the form were not shown'),
  goodsUsed: reason('customs', '物品已经启用或消费', 'The goods were used or consumed'),
  goodsDiffer: reason(
    'customs',
    '物品与申请单或发票不符',
    'The goods are not those of the form or the invoice',
  ),
  notTheTraveller: reason(
    'customs',
    '证件与申请单上的旅客不是同一人',
    'The document is not that of the form’s traveller',
  ),
  goodsOutOfScope: reason('customs', '物品不在退税范围内', 'The goods are outside the scope of the refund'),
  customsNotStamped: reason(
    'agency',
    '申请单没有海关验核的记录',
    'Customs have no record of having verified the form',
  ),
  invoiceVoid: reason('agency', '发票已作废或已开红字发票', 'The invoice was voided or reversed'),
  papersDiffer: reason('agency', '申请单、发票和证件不一致', 'Form, invoice and document do not agree'),
  advanceGiven: reason('agency', '已在别处领过退税', 'The refund was had elsewhere already'),
} as const satisfies Record<string, DepartureReason>

export type DepartureReasonCode = keyof typeof DEPARTURE_REASONS

export const DEPARTURE_REASON_CODES = Object.keys(DEPARTURE_REASONS) as readonly DepartureReasonCode[]

export const isDepartureReason = (code: unknown): code is DepartureReasonCode =>
  typeof code === 'string' && Object.hasOwn(DEPARTURE_REASONS, code)
