/** A departure refund that stands, and how it is checked. */
import type { Values } from '../../../functions/core/pure/forms'
import type { Check, Known } from '../../../functions/refunds/rules/kind'
import { departureRule } from '../../../functions/refunds/rules/kinds/departure'

export const today = '2026-01-20'

export const traveller: Values = {
  documentType: 'passport',
  nationality: 'FRA',
  travellerName: 'Camille Martin',
  documentNo: '21AB12345',
  documentUntil: '2030-06-30',
  entryShown: true,
  lastEntryOn: '2026-01-05',
  shopCode: '3101150001',
  purchasedOn: '2026-01-10',
  invoiceKind: 'ordinary',
  invoiceNo: '26312000000012345678',
  amount13: 113_000,
  amount9: 0,
  goodsKind: 'personal',
  goodsUnused: true,
  goodsCarried: true,
  departOn: '2026-02-01',
  mode: 'cash',
  declared: true,
}
export const instant: Values = {
  ...traveller,
  mode: 'instant',
  instantShop: true,
  ownCard: true,
  preauthNo: 'PA123456',
  promisedPort: '上海浦东国际机场',
  agreement: true,
}

export const check = (values: Values, changes: Partial<Known> = {}): Check =>
  departureRule.check(values, { today, taxpayer: 'person', ...changes })
