/** The form of a departure refund, for a traveller with a phone: one shop, one day. */
import type { Field, Form } from '../../../core/pure/forms'
import { text } from '../../../core/pure/text'
import { nationalities } from './nationalities'

const travellerFields: readonly Field[] = [
  {
    key: 'documentType',
    type: 'choice',
    label: text('证件', 'Your document'),
    choices: [
      { value: 'passport', label: text('护照', 'Passport') },
      {
        value: 'hkMacaoPermit',
        label: text('港澳居民来往内地通行证', 'Mainland Travel Permit for Hong Kong and Macao Residents'),
      },
      {
        value: 'taiwanPermit',
        label: text('台湾居民来往大陆通行证', 'Mainland Travel Permit for Taiwan Residents'),
      },
    ],
  },
  {
    key: 'nationality',
    type: 'choice',
    when: { key: 'documentType', in: ['passport'] },
    label: text('国籍', 'Nationality'),
    hint: text('护照上的三个字母', 'The three letters in your passport'),
    choices: nationalities.map(({ code, name: { zh, en } }) => ({
      value: code,
      label: text(`${zh} ${code}`, `${en} (${code})`),
    })),
  },
  {
    key: 'travellerName',
    type: 'text',
    max: 60,
    label: text('姓名', 'Name'),
    hint: text('和证件上的一样', 'As your document has it'),
  },
  { key: 'documentNo', type: 'code', max: 20, label: text('证件号码', 'Document number') },
  {
    key: 'documentUntil',
    type: 'day',
    label: text('证件有效期至', 'Valid until'),
  },
  {
    key: 'entryShown',
    type: 'yesNo',
    label: text('凭证件能确定最后一次入境日期', 'Can your last entry to the mainland be told by it?'),
    hint: text('入境章，或者口岸的电子记录', 'By its stamp, or by what the port recorded'),
  },
  {
    key: 'lastEntryOn',
    type: 'day',
    until: 'today',
    when: { key: 'entryShown', in: [true] },
    label: text('最后一次入境日期', 'Day of your last entry'),
  },
]

const purchaseFields: readonly Field[] = [
  {
    key: 'shopCode',
    type: 'code',
    max: 30,
    label: text('退税商店编号', 'Code of the refund shop'),
    hint: text('在店内的离境退税标志上，也可以问店员', 'On the Tax Free sign in the shop; or ask the staff'),
  },
  {
    key: 'purchasedOn',
    type: 'day',
    until: 'today',
    label: text('购买日期', 'Day of purchase'),
    hint: text('发票上的日期；每个商店每天填一张', 'As on the invoice; one form for each shop and day'),
  },
  {
    key: 'invoiceKind',
    type: 'choice',
    label: text('发票种类', 'Kind of invoice'),
    choices: [
      { value: 'ordinary', label: text('增值税普通发票', 'Ordinary VAT invoice') },
      { value: 'special', label: text('增值税专用发票', 'Special VAT invoice') },
      { value: 'none', label: text('没有发票或者是其他票据', 'No invoice, or another paper') },
    ],
  },
  {
    key: 'invoiceNo',
    type: 'code',
    max: 125,
    when: { key: 'invoiceKind', in: ['ordinary', 'special'] },
    label: text('发票号码', 'Invoice number'),
    hint: text('当天有几张的，用 / 隔开', 'If there are several of that day, put / between them'),
  },
  {
    key: 'amount13',
    type: 'money',
    label: text('税率 13% 的物品含税金额', 'Goods taxed at 13%, tax included'),
    hint: text('大多数商品；没有的填 0', 'Most goods; put 0 if none'),
  },
  {
    key: 'amount9',
    type: 'money',
    label: text('税率 9% 的物品含税金额', 'Goods taxed at 9%, tax included'),
    hint: text('如食品原料、图书；没有的填 0', 'Such as basic food and books; put 0 if none'),
  },
  {
    key: 'goodsKind',
    type: 'choice',
    label: text('这些是什么物品', 'What goods are they?'),
    choices: [
      { value: 'personal', label: text('个人物品，不属于下面几种', 'Personal goods, none of the following') },
      {
        value: 'forbidden',
        label: text('禁止、限制进出境的物品', 'Goods that must not, or not freely, leave the country'),
      },
      { value: 'exempt', label: text('商店销售的免征增值税物品', 'Goods sold free of VAT') },
      { value: 'excluded', label: text('其他不退税的物品', 'Other goods without refund') },
    ],
  },
  {
    key: 'goodsUnused',
    type: 'yesNo',
    label: text('离境时不会拆用或消费', 'Will they be unused when you leave?'),
  },
  {
    key: 'goodsCarried',
    type: 'yesNo',
    label: text('由本人随身携带或托运出境', 'Will you take them out yourself, carried or checked in?'),
  },
]

const refundFields: readonly Field[] = [
  {
    key: 'departOn',
    type: 'day',
    label: text('离境日期', 'Day of leaving'),
    hint: text(
      '“即买即退”的，填您承诺的最后离境日期',
      'For refund upon purchase: the last day by which you promise to leave',
    ),
  },
  {
    key: 'mode',
    type: 'choice',
    label: text('怎么退', 'How would you like it?'),
    choices: [
      { value: 'cash', label: text('离境口岸领现金', 'Cash at the port') },
      { value: 'transfer', label: text('银行转账', 'Bank transfer') },
      {
        value: 'instant',
        label: text(
          '即买即退：店内先领，信用卡预授权担保',
          'Upon purchase: in the shop, on your credit card',
        ),
      },
    ],
  },
  {
    key: 'transferBank',
    type: 'text',
    max: 80,
    when: { key: 'mode', in: ['transfer'] },
    label: text('收款银行', 'Bank'),
    hint: text('境外银行请写 SWIFT 代码', 'With its SWIFT code if it is abroad'),
  },
  {
    key: 'transferAccount',
    type: 'code',
    max: 34,
    when: { key: 'mode', in: ['transfer'] },
    label: text('本人账号', 'Account of your own'),
  },
  {
    key: 'instantShop',
    type: 'yesNo',
    when: { key: 'mode', in: ['instant'] },
    label: text('商店提供“即买即退”', 'Does the shop offer refund upon purchase?'),
  },
  {
    key: 'ownCard',
    type: 'yesNo',
    when: { key: 'mode', in: ['instant'] },
    label: text('有本人可办预授权的信用卡', 'Do you have a credit card of your own for pre-authorisation?'),
  },
  {
    key: 'preauthNo',
    type: 'code',
    max: 40,
    optional: true,
    when: { key: 'mode', in: ['instant'] },
    label: text('预授权号', 'Number of the pre-authorisation'),
    hint: text('店员办好后填', 'Once the staff has it'),
  },
  {
    key: 'promisedPort',
    type: 'text',
    max: 120,
    when: { key: 'mode', in: ['instant'] },
    label: text('承诺离境的口岸', 'Port through which you promise to leave'),
    hint: text('如：上海浦东国际机场', 'Such as Shanghai Pudong International Airport'),
  },
  {
    key: 'agreement',
    type: 'yesNo',
    agreed: true,
    when: { key: 'mode', in: ['instant'] },
    label: text(
      '我同意：没有按时从该口岸离境的，从信用卡扣回已领的款',
      'I agree: if I do not leave in time through that port, what I got is charged to my card',
    ),
  },
]

export const departureForm: Form = {
  version: 1,
  sections: [
    { key: 'traveller', title: text('旅客', 'Traveller'), fields: travellerFields },
    { key: 'purchase', title: text('购买的物品', 'What you bought'), fields: purchaseFields },
    { key: 'refund', title: text('离境和退税', 'Leaving and refund'), fields: refundFields },
    {
      key: 'declaration',
      title: text('声明', 'Declaration'),
      fields: [
        {
          key: 'declared',
          type: 'yesNo',
          agreed: true,
          label: text(
            '我声明以上内容真实，物品由我本人购买',
            'I declare that all this is true, and that I bought the goods myself',
          ),
        },
      ],
    },
  ],
}
