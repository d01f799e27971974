/** Papers as offices have them. */
import type { Block, Paper } from '../../../functions/core/io/papers'
import { fen } from '../../../functions/core/pure/money'
import { text } from '../../../functions/core/pure/text'

export const ISSUED = Date.UTC(2026, 10, 24, 2, 30)

const applicant: Block = {
  kind: 'rows',
  title: text('申请人', 'Applicant'),
  rows: [
    { label: text('纳税人名称', 'Name'), value: '林小雨' },
    { label: text('证件号码', 'Identity number'), value: '1101**********0021' },
    {
      label: text('地址', 'Address'),
      value: '示例市朝阳区建国门外大街甲12号示例大厦南楼1503室（邮政编码100022）',
    },
    { label: text('申请日期', 'Applied on'), value: { day: '2026-11-24' } },
    { label: text('联系电话', 'Telephone'), value: '' },
    { label: text('退税金额', 'Amount'), value: { fen: fen(123_456) } },
  ],
}

/** `count` vouchers, the number of each in its first cell, and their total. */
export const vouchers = (count: number): Block => ({
  kind: 'table',
  title: text('已缴税款', 'Tax paid'),
  columns: [
    { title: text('税票号码', 'Voucher'), share: 3 },
    { title: text('税种', 'Tax'), share: 2 },
    { title: text('所属期', 'Period'), share: 2, align: 'center' },
    { title: text('已缴金额', 'Paid'), share: 2 },
  ],
  rows: Array.from({ length: count }, (_, index) => [
    `V${String(index + 1).padStart(6, '0')}`,
    text('增值税', 'VAT'),
    '2026-03',
    { fen: fen((index + 1) * 100_001) },
  ]),
  total: [text('合计', 'Total'), '', '', { fen: fen(((count * (count + 1)) / 2) * 100_001) }],
})

const law: Block = {
  kind: 'law',
  lines: [
    {
      rule: text(
        '纳税人超过应纳税额缴纳的税款，税务机关发现后应当立即退还',
        'Tax paid beyond what was due is returned at once when the authority finds it',
      ),
      basis: text('《税收征收管理法》第五十一条', 'Tax Collection Law, art. 51'),
      unconfirmed: false,
    },
    {
      rule: text('三十日内查实并办理退还手续', 'Checked and returned within 30 days'),
      basis: text('《税收征收管理法实施细则》第七十八条', 'Implementing rules, art. 78'),
      unconfirmed: true,
    },
  ],
}

export const application: Paper = {
  title: text('退（抵）税申请表', 'Application for refund or offset of tax'),
  number: '税退〔2026〕第000123号',
  office: text('国家税务总局示例市税务局', 'Tax Bureau of Sample City'),
  blocks: [
    applicant,
    vouchers(4),
    {
      kind: 'paragraph',
      title: text('申请理由', 'Reason'),
      text: '本人于2026年3月办理汇算时，误将同一笔所得重复申报，多缴税款1,234.56元，现申请退还。',
    },
    law,
  ],
  places: [
    { kind: 'signature', label: text('申请人', 'Applicant'), name: '林小雨', day: '2026-11-24' },
    { kind: 'seal', label: text('税务机关', 'Tax authority') },
  ],
  proof: { code: 'ABCDEFGHJKM8' },
}

/** A paper of these blocks alone. */
export const paperOf = (...blocks: readonly Block[]): Paper => ({
  title: text('示例文书', 'Sample paper'),
  blocks,
})
