/** 个税综合所得汇算退税: more was withheld in the year than its comprehensive income owes. */
import { text } from '../../../core/pure/text'
import type { KindLaw } from '../../rules/kind'
import { MOST_ILL } from '../income-tax/form'
import { settlement2023, settlementRules } from '../income-tax/sources'
import { agentLetter, guardianProof } from '../materials'
import { thirtyDaysAlike } from '../terms'

export const incomeTaxLaws: readonly KindLaw[] = [
  {
    kind: 'incomeTax',
    name: text('个人所得税综合所得汇算退税', 'Annual settlement of individual income tax'),
    summary: text(
      '全年工资、劳务、稿酬、特许权使用费合并计算后，已扣的税比应缴的多。',
      'For a year’s wages, labour, authors’ pay and royalties together, more was withheld than is due.',
    ),
    who: ['person'],
    term: thirtyDaysAlike,
    interest: false,
    offsets: true,
    perVoucher: false,
    materials: [
      {
        code: 'annualReturn',
        name: text('《个人所得税年度自行纳税申报表》', 'Annual return of individual income tax'),
        basis: settlementRules,
        unconfirmed: false,
        onFile: true,
      },
      {
        code: 'withholdingRecords',
        name: text('各单位的扣缴申报记录', 'What payers declared and withheld'),
        basis: settlementRules,
        unconfirmed: true,
        onFile: true,
      },
      {
        code: 'illnessReceipts',
        name: text('大病医疗的收费和报销单据', 'Bills and insurance statements of the illness'),
        basis: settlement2023,
        unconfirmed: true,
        when: { key: 'illnessPersons', in: Array.from({ length: MOST_ILL }, (_, at) => String(at + 1)) },
        optional: true,
      },
      {
        code: 'donationReceipts',
        name: text('公益事业捐赠票据', 'Receipts of the donations'),
        basis: settlement2023,
        unconfirmed: true,
        when: { key: 'hasDonations', in: [true] },
        optional: true,
      },
      guardianProof,
      agentLetter,
    ],
    basis: text(
      '《中华人民共和国个人所得税法》第十一条；国家税务总局令第57号',
      'Individual Income Tax Law, article 11; State Taxation Administration order no. 57',
    ),
    unconfirmed: false,
    effectiveFrom: '2019-01-01',
    effectiveTo: null,
  },
]
