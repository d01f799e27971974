/** A PDF with the text of an invoice in it, as a maker of invoices leaves it: real bytes, a real font. */
import { renderPaper } from '../../../functions/core/io/papers'
import { text } from '../../../functions/core/pure/text'

export interface PdfWords {
  readonly number: string
  /** `2026年11月24日` */
  readonly issuedOn: string
  readonly seller: string
  readonly goods: string
  readonly net: string
  readonly tax: string
  readonly total: string
}

export const WORDS: PdfWords = {
  number: '26352000000000000123',
  issuedOn: '2026年11月24日',
  seller: '示范市城东餐饮店',
  goods: '*餐饮服务*餐费',
  net: '126.73',
  tax: '1.27',
  total: '128.00',
}

export const invoicePdf = (words: Partial<PdfWords> = {}): Promise<Uint8Array> => {
  const { number, issuedOn, seller, goods, net, tax, total } = { ...WORDS, ...words }
  const said = [
    `发票号码：${number}`,
    `开票日期：${issuedOn}`,
    `购买方信息 名称：陈建国`,
    `销售方信息 名称：${seller} 统一社会信用代码/纳税人识别号：91990102MA0DEM005F`,
    `项目名称 规格型号 单位 数量 单价 金额 税率/征收率 税额`,
    `${goods} 1 ${net} ${net} 1% ${tax}`,
    `合计 ¥${net} ¥${tax}`,
    `价税合计（大写） 壹佰贰拾捌圆整 （小写）¥${total}`,
  ]
  return renderPaper(
    {
      title: text('电子发票（普通发票）', 'Electronic invoice (ordinary)'),
      blocks: said.map((line) => ({ kind: 'paragraph', text: line })),
    },
    { language: 'zh-CN', now: Date.UTC(2026, 10, 24), demonstration: false },
  )
}
