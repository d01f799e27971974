/** 入库减免退税: tax that reached the treasury before the exemption for it was granted. */
import type { Form } from '../../../core/pure/forms'
import { text } from '../../../core/pure/text'
import type { KindLaw } from '../../rules/kind'
import type { Condition } from '../conditions'
import { closingSections, periodFields, taxItem } from '../fields'
import { applicationForm, closingMaterials, paymentVoucher } from '../materials'
import { practice } from '../statutes'
import { tenDaysOfRecognition } from '../terms'

const lawOfExemption = text(
  '《中华人民共和国税收征收管理法》第三十三条；《中华人民共和国国家金库条例》',
  'Tax Collection and Administration Law, article 33; Regulations on the National Treasury',
)

export const exemptionLaws: readonly KindLaw[] = [
  {
    kind: 'exemption',
    name: text('入库减免退税', 'Exemption after payment'),
    summary: text(
      '税款已经入库，后来才办下减免税，或者政策是先征后退、即征即退。',
      'The tax was paid before the relief for it was granted, or the relief is a refund of tax levied first.',
    ),
    who: ['person', 'enterprise'],
    term: tenDaysOfRecognition,
    interest: false,
    offsets: true,
    perVoucher: true,
    materials: [
      applicationForm,
      {
        code: 'exemptionApproval',
        name: text('减免税批准文件', 'Approval of the exemption'),
        basis: lawOfExemption,
        unconfirmed: true,
        when: { key: 'recognition', in: ['approval'] },
      },
      {
        code: 'exemptionRecord',
        name: text('减免税备案回执', 'Receipt of the record of the exemption'),
        basis: lawOfExemption,
        unconfirmed: true,
        when: { key: 'recognition', in: ['record', 'refundAfterLevy'] },
      },
      {
        code: 'exemptionProof',
        name: text('符合减免税条件的证明资料', 'Proof that the conditions of the exemption are met'),
        basis: practice,
        unconfirmed: true,
        when: { key: 'recognition', in: ['later'] },
      },
      paymentVoucher,
      ...closingMaterials,
    ],
    basis: lawOfExemption,
    unconfirmed: true,
    effectiveFrom: '2002-10-15',
    effectiveTo: null,
  },
]

export const benefitOrder: Condition = {
  code: 'benefitOrder',
  rule: text('减免期限的起始月不晚于截止月', 'The exemption begins no later than it ends'),
  basis: practice,
  unconfirmed: true,
}

export const periodWithinBenefit: Condition = {
  code: 'periodWithinBenefit',
  rule: text('税款所属期在减免期限之内', 'The tax period lies within the time of the exemption'),
  basis: lawOfExemption,
  unconfirmed: true,
}

export const paidBeforeRecognised: Condition = {
  code: 'paidBeforeRecognised',
  rule: text(
    '税款在减免税确认之前入库；确认之后仍缴纳的，按误收多缴办理',
    'The tax was paid before the exemption was recognised; what was paid after it is overpaid tax',
  ),
  basis: practice,
  unconfirmed: true,
  advisory: true,
}

export const exemptionForm: Form = {
  version: 1,
  sections: [
    {
      key: 'exemption',
      title: text('减免税', 'The exemption'),
      fields: [
        {
          key: 'recognition',
          type: 'choice',
          label: text('减免税怎么确认的', 'How was the exemption recognised?'),
          choices: [
            { value: 'approval', label: text('税务机关批准', 'By an approval') },
            { value: 'record', label: text('备案', 'By being put on record') },
            {
              value: 'refundAfterLevy',
              label: text('先征后退或即征即退', 'It is a refund of tax levied first'),
            },
            {
              value: 'later',
              label: text('缴税之后才符合或才申请', 'The conditions were met, or claimed, only later'),
            },
          ],
        },
        {
          key: 'exemptionCode',
          type: 'code',
          max: 20,
          label: text('减免性质代码', 'Code of the exemption'),
          hint: text(
            '批准文件、备案回执或申报表减免栏里的一串数字',
            'The digits in the approval, the receipt or the return',
          ),
        },
        {
          key: 'approvalNo',
          type: 'text',
          max: 60,
          when: { key: 'recognition', in: ['approval', 'record', 'refundAfterLevy'] },
          label: text('批准文号或备案编号', 'Number of the approval or of the record'),
        },
        {
          key: 'recognisedOn',
          type: 'day',
          until: 'today',
          label: text('减免税确认日期', 'Day of recognition'),
          hint: text('批准、备案或确认符合条件的那一天', 'When it was approved, recorded, or found to apply'),
        },
        {
          key: 'benefitFrom',
          type: 'month',
          label: text('减免期限起', 'Exempt from'),
        },
        {
          key: 'benefitTo',
          type: 'month',
          optional: true,
          label: text('减免期限止', 'Exempt to'),
          hint: text('没有期限的不填', 'Leave empty if it has no end'),
        },
      ],
    },
    { key: 'tax', title: text('哪笔税', 'Which tax'), fields: [taxItem, ...periodFields] },
    ...closingSections,
  ],
}
