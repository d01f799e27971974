/** A title as its form has it. Pure. */
import type { InvoiceTitle, TitleField } from '../../../../functions/invoices/rules/title-fields'

/** In the order of the form. */
export const TITLE_FIELDS: readonly TitleField[] = [
  'name',
  'taxNumber',
  'address',
  'phone',
  'bank',
  'account',
]

export const EMPTY_TITLE: InvoiceTitle = {
  name: '',
  taxNumber: '',
  address: '',
  phone: '',
  bank: '',
  account: '',
}

export const sameTitle = (one: InvoiceTitle, other: InvoiceTitle): boolean =>
  TITLE_FIELDS.every((field) => one[field] === other[field])
