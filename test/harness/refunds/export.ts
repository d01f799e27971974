/** Claims of refunds on exports that stand, one by each method; and how they are checked. */
import type { Values } from '../../../functions/core/pure/forms'
import { fen } from '../../../functions/core/pure/money'
import type { Check, Known } from '../../../functions/refunds/rules/kind'
import { exportRule } from '../../../functions/refunds/rules/kinds/export'

export const today = '2026-11-24'

const common: Values = {
  exporterRegistered: true,
  exporterClass: '2',
  exportStopped: false,
  customsForm: '530120260012345678/001',
  exportedOn: '2026-09-15',
  agencyExport: false,
  hsCode: '8517130000',
  quantity: 200,
  goods: 'others',
  refundRate: 1300,
  rateBasis: '退税率文库 2026A 版',
  levyRate: '1300',
  currency: 'USD',
  fob: 10_000_000,
  fx: 7_123_400,
  receipt: 'received',
  receivedOn: '2026-10-08',
  recordsKept: true,
  contactName: '周敏',
  contactPhone: '020-12345678',
  handledBy: 'self',
  declared: true,
}
/** 100 000.00 US dollars at 712.34 are 712 340.00 yuan. */
export const maker: Values = {
  ...common,
  method: 'production',
  returnFiled: true,
  bonded: 0,
  periodEndCredit: 5_000_000,
  creditRefunded: 0,
}
export const trader: Values = {
  ...common,
  method: 'trading',
  purchaseInvoice: '26442000000012345678',
  taxableAmount: 60_000_000,
}

export const check = (values: Values, changes: Partial<Known> = {}): Check =>
  exportRule.check(values, { today, taxpayer: 'enterprise', arrears: fen(0), ...changes })
