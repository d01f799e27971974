/** A line of a voucher as its taxpayer and its office see it. */
import type { Language } from '../../core/pure/errors'
import { say } from '../../core/pure/text'
import type { VoucherDoc } from '../collections'
import { taxName } from '../rules/tax-name'

export const showVoucher = (id: string, doc: VoucherDoc, language: Language) => ({
  id,
  number: doc.number,
  tax: doc.tax,
  taxName: say(taxName(doc.tax), language),
  from: doc.from,
  to: doc.to,
  paidOn: doc.paidOn,
  paid: doc.paid,
  left: doc.left,
  approved: doc.approved,
})
