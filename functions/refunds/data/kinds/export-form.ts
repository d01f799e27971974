/** The form of a refund on exports: one line of one customs declaration, by either method. */
import type { Choice, Field, Form } from '../../../core/pure/forms'
import { text } from '../../../core/pure/text'
import { claimedSection } from '../claimed'
import { contactSection, declarationSection } from '../fields'
import { currencies, YUAN } from './currencies'
import { levyRates } from './export'

/**
 * A rate of exchange is yuan for 100 units of the currency, times 10 000, so that it is whole: 712.34 yuan for 100 US
 * dollars are 7 123 400. What is priced in hundredths of a currency, times the rate, over this, is fen.
 */
export const FX_SCALE = 1_000_000

/** 100 yuan for one unit: no currency is worth as much. */
export const MOST_FX = 100_000_000

const currencyChoices: readonly Choice[] = currencies.map(({ code, name: { zh, en } }) => ({
  value: code,
  label: text(`${zh} ${code}`, `${en} (${code})`),
}))

const FOREIGN = currencies.map(({ code }) => code).filter((code) => code !== YUAN)

const exporterFields: readonly Field[] = [
  {
    key: 'method',
    type: 'choice',
    label: text('适用的退（免）税办法', 'Method of refund'),
    choices: [
      {
        value: 'production',
        label: text('免抵退税（生产企业）', 'For makers: exempt, credit and refund'),
      },
      { value: 'trading', label: text('免退税（外贸企业）', 'For trading firms: exempt and refund') },
    ],
  },
  {
    key: 'exporterRegistered',
    type: 'yesNo',
    label: text('已办理出口退（免）税备案', 'Is it registered for export refunds?'),
  },
  {
    key: 'exporterClass',
    type: 'choice',
    label: text('出口企业管理类别', 'Class of the exporter'),
    hint: text('由税务机关评定，决定办理时限', 'Given by the authority; it decides how fast this is done'),
    choices: [
      { value: '1', label: text('一类', 'Class 1') },
      { value: '2', label: text('二类', 'Class 2') },
      { value: '3', label: text('三类', 'Class 3') },
      { value: '4', label: text('四类', 'Class 4') },
    ],
  },
  {
    key: 'exportStopped',
    type: 'yesNo',
    label: text(
      '出口时被停止出口退税权',
      'Was its right to export refunds stopped at the time of the export?',
    ),
  },
  {
    key: 'returnFiled',
    type: 'yesNo',
    when: { key: 'method', in: ['production'] },
    label: text('已完成当期增值税纳税申报', 'Has the VAT return of the period been filed?'),
  },
]

const goodsFields: readonly Field[] = [
  {
    key: 'customsForm',
    type: 'code',
    max: 30,
    label: text('出口货物报关单号', 'Number of the customs declaration'),
    hint: text('18 位海关编号，加项号', 'The 18 digits of the customs number, and the number of the line'),
  },
  {
    key: 'exportedOn',
    type: 'day',
    until: 'today',
    label: text('出口日期', 'Day of export'),
    hint: text(
      '报关单上注明的出口日期，退税率按它确定',
      'As the customs declaration says; it decides the rate',
    ),
  },
  {
    key: 'agencyExport',
    type: 'yesNo',
    label: text('委托其他企业报关出口', 'Was it exported through another firm?'),
  },
  {
    key: 'hsCode',
    type: 'code',
    max: 13,
    label: text('商品编码', 'HS code'),
    hint: text('报关单上的 10 位海关商品编码', 'The 10 digits on the customs declaration'),
  },
  {
    key: 'quantity',
    type: 'count',
    min: 1,
    label: text('数量', 'Quantity'),
    hint: text('按报关单第一计量单位，取整数', 'In the first unit of the customs declaration, whole'),
  },
  {
    key: 'goods',
    type: 'choice',
    label: text('是不是退税率有专门规定的货物', 'Are these goods with a rate of their own?'),
    choices: [
      { value: 'solar', label: text('光伏产品', 'Solar products') },
      { value: 'battery', label: text('电池产品', 'Batteries') },
      { value: 'others', label: text('其他货物', 'Any other goods') },
    ],
  },
  {
    key: 'refundRate',
    type: 'rate',
    max: 1300,
    when: { key: 'goods', in: ['others'] },
    label: text('退税率', 'Refund rate'),
    hint: text(
      '查出口退税率文库，按出口日期适用的',
      'As the library of refund rates says for the day of export',
    ),
  },
  {
    key: 'rateBasis',
    type: 'text',
    max: 100,
    says: true,
    when: { key: 'goods', in: ['others'] },
    label: text('退税率的依据', 'Where the rate comes from'),
    hint: text('退税率文库版本或文件文号', 'Version of the library, or number of the notice'),
  },
  {
    key: 'levyRate',
    type: 'choice',
    label: text('征税率', 'Rate at which the goods are taxed'),
    choices: levyRates.map(({ value, rule }) => ({ value, label: rule })),
  },
]

const priceFields: readonly Field[] = [
  {
    key: 'currency',
    type: 'choice',
    label: text('成交币种', 'Currency'),
    choices: currencyChoices,
  },
  {
    key: 'fob',
    type: 'money',
    min: 1,
    unit: text('成交币种', 'of that currency'),
    label: text('离岸价', 'Price free on board'),
    hint: text('按上面的币种填，写到两位小数', 'In that currency, with two decimals'),
  },
  {
    key: 'fx',
    type: 'count',
    min: 1,
    max: MOST_FX,
    when: { key: 'currency', in: FOREIGN },
    unit: text('元/100 外币 ×10000', 'yuan for 100 units, times 10 000'),
    label: text('人民币折合率', 'Rate of exchange'),
    hint: text(
      '100 外币折合人民币元数乘以 10000：100 美元＝712.34 元，填 7123400',
      'Yuan for 100 units, times 10 000: at 712.34 yuan for 100 US dollars put 7123400',
    ),
  },
]

const methodFields: readonly Field[] = [
  {
    key: 'bonded',
    type: 'money',
    when: { key: 'method', in: ['production'] },
    label: text('当期免税购进原材料价格', 'Materials bought free of tax in the period'),
    hint: text('含进料加工保税进口料件，没有的填 0', 'Bonded imports for processing included; put 0 if none'),
  },
  {
    key: 'periodEndCredit',
    type: 'money',
    when: { key: 'method', in: ['production'] },
    label: text('当期期末留抵税额', 'VAT credit at the end of the period'),
    hint: text('增值税及附加税费申报表“期末留抵税额”栏', 'As the VAT return says'),
  },
  {
    key: 'creditRefunded',
    type: 'money',
    when: { key: 'method', in: ['production'] },
    label: text(
      '已核准、还没填进申报表的留抵退税额',
      'Refund of VAT credit approved and not yet on a return',
    ),
    hint: text('没有的填 0', 'Put 0 if there is none'),
  },
  {
    key: 'purchaseInvoice',
    type: 'code',
    max: 30,
    when: { key: 'method', in: ['trading'] },
    label: text('购进发票或缴款书号码', 'Number of the purchase invoice or certificate'),
  },
  {
    key: 'taxableAmount',
    type: 'money',
    min: 1,
    when: { key: 'method', in: ['trading'] },
    label: text('购进金额（不含税）', 'Amount of the purchase without tax'),
    hint: text('专用发票“金额”栏，不是价税合计', 'The amount column of the special invoice, not its total'),
  },
]

const receiptFields: readonly Field[] = [
  {
    key: 'receipt',
    type: 'choice',
    label: text('收汇情况', 'Has the money from abroad come in?'),
    choices: [
      { value: 'received', label: text('已经收汇', 'Yes') },
      { value: 'contract', label: text('没有，合同约定了更晚的日期', 'No, the contract names a later day') },
      { value: 'deemed', label: text('没有，符合视同收汇的情形', 'No, but it counts as received') },
      { value: 'notRequired', label: text('易货贸易等，不要求收汇', 'None is required, as for barter') },
      { value: 'notYet', label: text('还没有收汇', 'Not yet') },
    ],
  },
  {
    key: 'receivedOn',
    type: 'day',
    until: 'today',
    when: { key: 'receipt', in: ['received'] },
    label: text('收汇日期', 'Day on which it came in'),
  },
  {
    key: 'contractReceiptBy',
    type: 'day',
    when: { key: 'receipt', in: ['contract'] },
    label: text('合同约定的全部收汇最终日期', 'Last day for all of it by the contract'),
  },
  {
    key: 'deemedReason',
    type: 'text',
    max: 200,
    lines: 2,
    says: true,
    when: { key: 'receipt', in: ['deemed'] },
    label: text('视同收汇的原因', 'Why it counts as received'),
    hint: text('按《视同收汇原因及举证材料清单》', 'As the list of such reasons has it'),
  },
  {
    key: 'falseProofOn',
    type: 'day',
    until: 'today',
    optional: true,
    label: text(
      '税务机关通知收汇材料虚假或冒用的日期',
      'Day on which the authority told you of false proof of receipt',
    ),
    hint: text('没有的不填', 'Leave empty if it never did'),
  },
]

export const exportForm: Form = {
  version: 1,
  sections: [
    { key: 'exporter', title: text('出口企业', 'The exporter'), fields: exporterFields },
    { key: 'goods', title: text('出口货物', 'The goods'), fields: goodsFields },
    { key: 'price', title: text('价格', 'Their price'), fields: priceFields },
    { key: 'method', title: text('当期数据', 'Figures for the method'), fields: methodFields },
    {
      key: 'receipt',
      title: text('收汇和备案单证', 'Money from abroad, and papers'),
      fields: [
        ...receiptFields,
        {
          key: 'recordsKept',
          type: 'yesNo',
          agreed: true,
          label: text(
            '申报后 15 日内备齐备案单证，并保存 10 年',
            'We put the papers in order within 15 days of the claim, and keep them for 10 years',
          ),
        },
      ],
    },
    claimedSection,
    contactSection,
    declarationSection,
  ],
}
