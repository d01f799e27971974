/** 汇算清缴结算多缴退抵税: prepaid more than the year, or the project, turned out to owe. */
import type { Form } from '../../../core/pure/forms'
import type { Basis } from '../../../core/pure/law'
import { text } from '../../../core/pure/text'
import type { KindLaw, Known } from '../../rules/kind'
import type { Condition } from '../conditions'
import { closingSections, periodFields } from '../fields'
import { applicationForm, closingMaterials, paymentVoucher } from '../materials'
import { practice } from '../statutes'
import type { TaxCode } from '../../../core/pure/taxes'
import { thirtyDaysAlike } from '../terms'

const lawOfSettlement = text(
  '《中华人民共和国企业所得税法》第五十四条；《税收征收管理法实施细则》第七十八条',
  'Corporate Income Tax Law, article 54; Implementing Rules of the Tax Collection Law, article 78',
)

export const settlementLaws: readonly KindLaw[] = [
  {
    kind: 'settlement',
    name: text('汇算清缴结算多缴退抵税', 'Settlement: prepaid too much'),
    summary: text(
      '企业所得税、经营所得、土地增值税或消费税汇算清缴后，预缴的比应缴的多。',
      'After settling corporate income tax, business income, land appreciation or consumption tax, more was prepaid than is due.',
    ),
    who: ['person', 'enterprise'],
    term: thirtyDaysAlike,
    interest: false,
    offsets: true,
    perVoucher: true,
    materials: [
      applicationForm,
      {
        code: 'annualReturn',
        name: text('年度纳税申报表或清算申报表', 'The annual return, or the return of the settlement'),
        basis: practice,
        unconfirmed: true,
        onFile: true,
      },
      paymentVoucher,
      ...closingMaterials,
    ],
    basis: lawOfSettlement,
    unconfirmed: true,
    effectiveFrom: '2008-01-01',
    effectiveTo: null,
  },
]

/** What is settled: whose tax it is, and how its vouchers call it. */
export interface SettledTax extends Basis {
  readonly who: readonly Known['taxpayer'][]
  readonly vouchers: readonly TaxCode[]
}

export const settledTaxes: Readonly<Record<string, SettledTax>> = {
  corporateIncome: {
    who: ['enterprise'],
    vouchers: ['corporateIncome'],
    rule: text('企业所得税汇算清缴由企业办理', 'Corporate income tax is settled by enterprises'),
    basis: text('《中华人民共和国企业所得税法》第一条', 'Corporate Income Tax Law, article 1'),
    unconfirmed: true,
  },
  businessIncome: {
    who: ['person', 'enterprise'],
    vouchers: ['individualIncome'],
    rule: text(
      '经营所得汇算清缴由取得经营所得的个人办理，税款由个体工商户等缴纳的也可以申请',
      'Business income is settled by whoever has it, or by the household business that paid the tax',
    ),
    basis: text('《中华人民共和国个人所得税法》第十二条', 'Individual Income Tax Law, article 12'),
    unconfirmed: true,
  },
  landVat: {
    who: ['person', 'enterprise'],
    vouchers: ['landVat'],
    rule: text(
      '土地增值税清算由转让房地产的单位和个人办理',
      'Land appreciation tax is settled by whoever transferred the property',
    ),
    basis: text(
      '《中华人民共和国土地增值税暂行条例》第二条',
      'Provisional Regulations on Land Appreciation Tax, article 2',
    ),
    unconfirmed: true,
  },
  consumption: {
    who: ['person', 'enterprise'],
    vouchers: ['consumption'],
    rule: text('消费税结算由缴纳消费税的单位和个人办理', 'Consumption tax is settled by whoever pays it'),
    basis: text(
      '《中华人民共和国消费税暂行条例》第一条',
      'Provisional Regulations on Consumption Tax, article 1',
    ),
    unconfirmed: true,
  },
}

export const filedAfterPeriod: Condition = {
  code: 'filedAfterPeriod',
  rule: text('所属期结束之后才能汇算清缴', 'One settles once the period has ended'),
  basis: lawOfSettlement,
  unconfirmed: true,
}

export const prepaidOverPayable: Condition = {
  code: 'prepaidOverPayable',
  rule: text('预缴税款超过应缴税款', 'More was prepaid than is payable'),
  basis: lawOfSettlement,
  unconfirmed: true,
}

export const claimedWithinOverpaid: Condition = {
  code: 'claimedWithinOverpaid',
  rule: text(
    '申请退税额不超过预缴与应缴之差',
    'The claim does not exceed what was prepaid beyond what is payable',
  ),
  basis: lawOfSettlement,
  unconfirmed: true,
}

export const settlementForm: Form = {
  version: 1,
  sections: [
    {
      key: 'settlement',
      title: text('汇算清缴', 'The settlement'),
      fields: [
        {
          key: 'settledTax',
          type: 'choice',
          label: text('哪种税的汇算清缴', 'Which tax was settled?'),
          choices: [
            { value: 'corporateIncome', label: text('企业所得税', 'Corporate income tax') },
            {
              value: 'businessIncome',
              label: text('个人所得税（经营所得）', 'Individual income tax on business income'),
            },
            { value: 'landVat', label: text('土地增值税清算', 'Land appreciation tax') },
            { value: 'consumption', label: text('消费税', 'Consumption tax') },
          ],
        },
        ...periodFields,
        {
          key: 'returnNo',
          type: 'code',
          max: 40,
          label: text('申报表编号', 'Number of the return'),
          hint: text(
            '年度申报或清算申报成功后的回执上有',
            'On the receipt of the annual or settlement return',
          ),
        },
        {
          key: 'returnFiledOn',
          type: 'day',
          until: 'today',
          label: text('汇算清缴申报日期', 'Day on which the return was filed'),
        },
        {
          key: 'prepaid',
          type: 'money',
          label: text('已预缴税额', 'Prepaid'),
          hint: text('所属期内预缴的全部税款', 'All that was prepaid for the period'),
        },
        {
          key: 'payable',
          type: 'money',
          label: text('应缴税额', 'Payable'),
          hint: text(
            '申报表上全年或项目应缴的税款',
            'What the return says is due for the year or the project',
          ),
        },
      ],
    },
    ...closingSections,
  ],
}
