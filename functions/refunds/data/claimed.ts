/** What is claimed where no voucher bounds it: as much as the form's figures give, or less. */
import type { Section } from '../../core/pure/forms'
import { text } from '../../core/pure/text'
import type { Condition } from './conditions'
import { practice } from './statutes'

export const claimedSection: Section = {
  key: 'claim',
  title: text('申请内容', 'Your claim'),
  fields: [
    {
      key: 'claimed',
      type: 'money',
      min: 1,
      optional: true,
      label: text('申请退税金额', 'Amount claimed'),
      hint: text('不填就按算出的金额申请，也可以少申请', 'Leave empty to claim all of it, or claim less'),
    },
  ],
}

export const claimedWithinResult: Condition = {
  code: 'claimedWithinResult',
  rule: text('申请退税额不超过按公式算出的金额', 'The claim does not exceed what the formula gives'),
  basis: practice,
  unconfirmed: true,
}
