/** 误收多缴退抵税: tax levied or paid by mistake, or too much of it. */
import type { Form } from '../../../core/pure/forms'
import { text } from '../../../core/pure/text'
import type { KindLaw } from '../../rules/kind'
import type { Condition } from '../conditions'
import { closingSections, periodFields, taxItem } from '../fields'
import { applicationForm, closingMaterials, paymentVoucher } from '../materials'
import { collectionLaw51, serviceCatalogue } from '../statutes'
import { thirtyDays } from '../terms'

export const overpaidLaws: readonly KindLaw[] = [
  {
    kind: 'overpaid',
    name: text('误收多缴退抵税', 'Tax levied by mistake or overpaid'),
    summary: text(
      '多缴了税，或者不该缴的税被收了，把多出的部分退回来或抵以后的税。',
      'You paid too much tax, or tax that was not due: get it back, or keep it against taxes to come.',
    ),
    who: ['person', 'enterprise'],
    term: thirtyDays,
    interest: true,
    offsets: true,
    perVoucher: true,
    materials: [
      applicationForm,
      {
        code: 'proofOfOverpayment',
        name: text('多缴税费证明资料', 'Proof that too much was paid'),
        basis: serviceCatalogue,
        unconfirmed: false,
      },
      paymentVoucher,
      {
        code: 'decision',
        name: text(
          '税务处理决定、复议决定或法院判决',
          'The decision of the authority, of the review, or of the court',
        ),
        basis: serviceCatalogue,
        unconfirmed: false,
        when: { key: 'cause', in: ['decision'] },
      },
      {
        code: 'houseReturn',
        name: text(
          '解除或撤销房屋买卖合同的证明和退房凭据',
          'Proof that the sale of the house was undone, and that it was given back',
        ),
        basis: serviceCatalogue,
        unconfirmed: true,
        when: { key: 'cause', in: ['houseReturned'] },
      },
      ...closingMaterials,
    ],
    basis: collectionLaw51,
    unconfirmed: false,
    effectiveFrom: '2002-10-15',
    effectiveTo: null,
  },
]

const deedLaw = text(
  '《中华人民共和国契税法》第十二条；误收多缴退抵税办理指南',
  'Deed Tax Law, article 12; guide to refunds of overpaid tax',
)

export const houseIsDeedTax: Condition = {
  code: 'houseIsDeedTax',
  rule: text('退房退税只退契税', 'When a house is given back, the deed tax is refunded'),
  basis: deedLaw,
  unconfirmed: false,
}

export const houseBeforeRegistration: Condition = {
  code: 'houseBeforeRegistration',
  rule: text(
    '在办理房屋权属登记之前退房的，可以退还契税；登记之后退房的不退',
    'Deed tax is refunded for a house given back before its ownership was registered, not after',
  ),
  basis: deedLaw,
  unconfirmed: false,
}

export const overpaidForm: Form = {
  version: 1,
  sections: [
    {
      key: 'cause',
      title: text('多缴的情况', 'How it came about'),
      fields: [
        {
          key: 'cause',
          type: 'choice',
          label: text('属于哪种情况', 'Which of these is it?'),
          choices: [
            { value: 'mistaken', label: text('误收：不该缴的税被收了', 'Levied by mistake: it was not due') },
            {
              value: 'overpaid',
              label: text('多缴：重复缴、算多了等', 'Overpaid: twice, or reckoned too high'),
            },
            {
              value: 'consolidated',
              label: text('汇总清算后多缴', 'Overpaid once all was settled together'),
            },
            {
              value: 'decision',
              label: text(
                '按处理决定、复议决定或法院判决',
                'By a decision of the authority, a review or a court',
              ),
            },
            { value: 'houseReturned', label: text('退房退契税', 'Deed tax of a house given back') },
          ],
        },
        {
          key: 'decisionNo',
          type: 'text',
          max: 60,
          when: { key: 'cause', in: ['decision'] },
          label: text('决定书或判决书文号', 'Number of the decision or judgment'),
          hint: text('文书标题下方的编号', 'It stands below the title of the paper'),
        },
        {
          key: 'registered',
          type: 'yesNo',
          when: { key: 'cause', in: ['houseReturned'] },
          label: text('退房前已经办理房屋权属登记', 'The house had been registered before it was given back'),
          hint: text('登记之后退房的，契税不退', 'Once it was registered, deed tax is not refunded'),
        },
        {
          key: 'returnedOn',
          type: 'day',
          until: 'today',
          when: { key: 'cause', in: ['houseReturned'] },
          label: text('退房日期', 'Day on which it was given back'),
        },
      ],
    },
    { key: 'tax', title: text('哪笔税', 'Which tax'), fields: [taxItem, ...periodFields] },
    ...closingSections,
  ],
}
