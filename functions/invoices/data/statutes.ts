/** What the rules of invoices stand on, named once. */
import { text } from '../../core/pure/text'

/** Twenty digits: year, region, channel, sequence. */
export const digitalInvoice4 = text(
  '《国家税务总局关于推广应用全面数字化电子发票的公告》（国家税务总局公告2024年第11号）第四条',
  'Announcement of the State Taxation Administration [2024] No. 11 on fully digitalised e-invoices, article 4',
)

/** What the site asks of each kind, how often, and how far back: the notices on the site itself. */
export const verificationSite = text(
  '国家税务总局全国增值税发票查验平台（inv-veri.chinatax.gov.cn）查验说明',
  'Notices of the national VAT invoice verification site (inv-veri.chinatax.gov.cn)',
)

/** No text of the law gives the fields of the code; they were read off real invoices. */
export const qrPractice = text('发票二维码的通行编码', 'How the QR codes of invoices are written in practice')

/** Codes and numbers of VAT invoices before the digital ones. */
export const codePractice = text(
  '增值税发票代码、号码的编码规则（税务机关现行做法）',
  'How codes and numbers of VAT invoices are made (practice of the tax authority)',
)

/** Of invoice titles as a QR code: fields, lengths, check digits, sizes. */
export const titleStandard = text(
  '《便捷开票二维码应用规范》（国家税务总局，2017年）',
  'Standard of the QR code for quick invoicing (State Taxation Administration, 2017)',
)
