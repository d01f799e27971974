/** Answers of `invoices` as the contract shapes them, for the invoice screens' tests. */
import { instantOf } from '../../../functions/core/pure/time'
import type { InvoiceFacts } from '../../../functions/invoices/rules/invoice'
import type {
  Known,
  KeptTitle,
  Reimbursement,
  WalletInvoice,
} from '../../../src/packages/invoices/model/answers'

/** Tuesday 2026-11-24, 10:00 in Shanghai. */
export const NOW = instantOf('2026-11-24', 600)
export const INVOICE = `wi_${'1'.repeat(26)}`
export const LIST = `rl_${'1'.repeat(26)}`
export const TITLE = `ti_${'1'.repeat(26)}`

/** Of an invoice of 2026 issued in Sichuan, its CRC right. */
export const CODE = '01,32,,26427000000375586818,10.70,20260430,,FAFB'

export const facts: InvoiceFacts = {
  kind: '32',
  code: '',
  number: '26427000000375586818',
  issuedOn: '2026-04-30',
  amount: 1_070,
  amountOf: 'total',
  checkCode: '',
}

export const known = (change: Partial<Known> = {}): Known => ({
  id: `iv_${'1'.repeat(26)}`,
  outcome: 'unasked',
  state: 'unknown',
  verifiedAt: null,
  cached: true,
  again: null,
  left: 5,
  total: null,
  sellerName: null,
  sellerRegion: null,
  industry: null,
  byProxy: null,
  buyer: 'unknown',
  ...change,
})

export const genuine = known({
  outcome: 'match',
  state: 'normal',
  verifiedAt: NOW,
  cached: false,
  again: NOW + 86_400_000,
  left: 4,
  total: 1_070,
  sellerName: '示范市城东家常菜餐饮店',
  buyer: 'own',
})

export const invoice = (change: Partial<WalletInvoice> = {}): WalletInvoice => ({
  id: INVOICE,
  facts,
  fen: 1_070,
  category: 'dining',
  note: '',
  source: 'scan',
  state: 'normal',
  sellerName: '示范市城东家常菜餐饮店',
  fileId: null,
  listId: null,
  addedAt: NOW,
  ...change,
})

/** Another of the wallet, by a digit. */
export const another = (digit: string, change: Partial<WalletInvoice> = {}): WalletInvoice =>
  invoice({ id: `wi_${digit.repeat(26)}`, ...change })

export const list = (change: Partial<Reimbursement> = {}): Reimbursement => ({
  id: LIST,
  title: '11 月出差',
  state: 'open',
  count: 2,
  fen: 57_070,
  createdAt: NOW,
  handedInAt: null,
  ...change,
})

export const title = (change: Partial<KeptTitle> = {}): KeptTitle => ({
  id: TITLE,
  name: '城东示范商贸有限公司',
  taxNumber: '91990102MA0DEM005F',
  address: '',
  phone: '',
  bank: '',
  account: '',
  first: true,
  ...change,
})
