/** What the demonstration's office has issued: invoices as scanned from their codes. DEMONSTRATION DATA. */
import { fen, yuanText } from '../../../functions/core/pure/money'
import { utf8Bytes } from '../../../functions/core/pure/utf8'
import type { RegisteredInvoice } from '../../../functions/invoices/public'
import { crc16, crcText } from '../../../functions/invoices/rules/crc16'
import type { InvoiceFacts } from '../../../functions/invoices/rules/invoice'
import { DEMO_REGION } from './halls'
import { ENTERPRISE } from './people'

/** 数电票 with its tax; its number says year and region. */
const digital = (number: string, issuedOn: string, amount: number, kind = '32'): InvoiceFacts => ({
  kind,
  code: '',
  number,
  issuedOn,
  amount,
  amountOf: 'total',
  checkCode: '',
})

interface Sale {
  readonly seller: string
  readonly buyer: string
  readonly goods: string
  /** GB/T 4754. */
  readonly industry: string
  readonly state?: RegisteredInvoice['state']
  /** Fen, including tax, where the code says it without. */
  readonly total?: number
}

const sold = (
  facts: InvoiceFacts,
  { seller, buyer, goods, industry, state = 'normal', total = facts.amount }: Sale,
): RegisteredInvoice => ({
  facts,
  total,
  issuedAt: null,
  state,
  names: {
    sellerName: seller,
    sellerTaxNumber: null,
    buyerName: buyer,
    buyerTaxNumber: buyer === ENTERPRISE.name ? ENTERPRISE.number : null,
    goods: [goods],
  },
  sellerRegion: DEMO_REGION,
  industry,
  byProxy: false,
})

const chen = '陈建国'
const lin = '林小雨'

export const demoInvoices: readonly RegisteredInvoice[] = [
  sold(digital('26322000000100000018', '2026-11-06', 12_800), {
    seller: '示范市城东家常菜餐饮店',
    buyer: chen,
    goods: '*餐饮服务*餐费',
    industry: '62',
  }),
  sold(digital('26322000000100000026', '2026-10-18', 56_000), {
    seller: '示范市城东湖畔宾馆',
    buyer: chen,
    goods: '*住宿服务*房费',
    industry: '61',
  }),
  sold(
    {
      kind: '10',
      code: '032002600111',
      number: '10113872',
      issuedOn: '2026-09-12',
      amount: 18_868,
      amountOf: 'net',
      checkCode: '17602940807063740560',
    },
    { seller: '示范市城东书店', buyer: chen, goods: '*印刷品*图书', industry: '52', total: 20_000 },
  ),
  sold(digital('26322000000100000034', '2026-10-22', 8_650), {
    seller: '示范市城东便民超市',
    buyer: chen,
    goods: '*日用杂品*日用品',
    industry: '52',
    state: 'void',
  }),
  sold(digital('26322000000100000042', '2026-11-03', 113_000, '31'), {
    seller: '示范市城东办公用品有限公司',
    buyer: ENTERPRISE.name,
    goods: '*文具*办公用品',
    industry: '52',
  }),
  sold(digital('26322000000100000059', '2026-11-09', 4_500), {
    seller: '示范市城东出租汽车有限公司',
    buyer: lin,
    goods: '*运输服务*客运服务费',
    industry: '54',
  }),
  sold(digital('26322000000100000067', '2026-08-15', 29_900), {
    seller: '示范市城东服饰店',
    buyer: lin,
    goods: '*服装*外套',
    industry: '52',
    state: 'red',
  }),
]

/** The text of an invoice's QR code; its CRC as the rule has it: with the last comma where there is no check code. */
export const codeTextOf = ({ kind, code, number, amount, issuedOn, checkCode }: InvoiceFacts): string => {
  const day = issuedOn.replace(/-/g, '')
  const fields = ['01', kind, code, number, yuanText(fen(amount)), day, checkCode].join(',')
  return `${fields},${crcText(crc16('umts', utf8Bytes(checkCode === '' ? `${fields},` : fields)))}`
}
