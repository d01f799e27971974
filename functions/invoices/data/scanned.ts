/** What else people scan: told by how it begins, in the order of the table. */
import { text, type Text } from '../../core/pure/text'

export type OtherCode =
  | 'empty'
  | 'brokenInvoice'
  | 'invoiceNumber'
  | 'blockchainInvoice'
  | 'taxOffice'
  | 'payment'
  | 'wechat'
  | 'contact'
  | 'wifi'
  | 'link'
  | 'unknown'

/** What it is, and what to do instead. */
export const otherWords: Readonly<Record<OtherCode, Text>> = {
  empty: text('没有读到内容，请再扫一次', 'Nothing was read; please scan again'),
  brokenInvoice: text(
    '像是发票二维码，但内容不完整，请再扫一次，或手工填写',
    'This looks like an invoice’s code, but part of it is missing; scan again, or type it in',
  ),
  invoiceNumber: text(
    '像是一个发票号码，请补充开票日期和金额',
    'This looks like an invoice number; add its date and amount',
  ),
  blockchainInvoice: text(
    '这是区块链电子发票的查验网页，请打开网页查验，再手工填写',
    'This is the verification page of a blockchain invoice; verify it there, then type it in',
  ),
  taxOffice: text(
    '这是税务机关的网页，可能用来交付发票；请打开后扫描发票上的二维码，或导入 PDF',
    'This is a page of the tax office, which may deliver an invoice; open it and scan the invoice’s own code, or import the PDF',
  ),
  payment: text(
    '这是收付款码，不是发票，请勿交给他人扫描',
    'This is a payment code, not an invoice; let nobody else scan it',
  ),
  wechat: text('这是微信的二维码，不是发票', 'This is a WeChat code, not an invoice'),
  contact: text('这是联系人名片，不是发票', 'This is a contact card, not an invoice'),
  wifi: text('这是无线网络的二维码，不是发票', 'This is a wireless network’s code, not an invoice'),
  link: text(
    '这是一个网页链接，可能用来申请开票；开好后请扫描发票上的二维码',
    'This is a link, which may be for requesting an invoice; scan the invoice’s own code once you have it',
  ),
  unknown: text('不是发票或发票抬头的二维码', 'This is not the code of an invoice or of an invoice title'),
}

export interface Mark {
  readonly other: OtherCode
  readonly begins: RegExp
}

export const marks: readonly Mark[] = [
  { other: 'blockchainInvoice', begins: /^https?:\/\/bcfp\.shenzhen\.chinatax\.gov\.cn(?=[/:?#]|$)/i },
  { other: 'taxOffice', begins: /^https?:\/\/([a-z0-9-]+\.)*chinatax\.gov\.cn(?=[/:?#]|$)/i },
  {
    other: 'payment',
    begins:
      /^(wxp:\/\/|alipays?:\/\/|https?:\/\/(payapp\.weixin\.qq\.com|qr\.alipay\.com|qr\.95516\.com)(?=[/:?#]|$))/i,
  },
  // The codes that one shows to pay: WeChat 10–15, Alipay 25–30, eighteen digits.
  { other: 'payment', begins: /^(1[0-5]|2[5-9]|30)\d{16}$/ },
  {
    other: 'wechat',
    begins: /^(weixin:\/\/|https?:\/\/(u\.wechat\.com|weixin\.qq\.com|mp\.weixin\.qq\.com)(?=[/:?#]|$))/i,
  },
  { other: 'contact', begins: /^(BEGIN:VCARD|MECARD:)/i },
  { other: 'wifi', begins: /^WIFI:/i },
  { other: 'link', begins: /^https?:\/\/[^\s]/i },
  { other: 'invoiceNumber', begins: /^\d{20}$/ },
]
