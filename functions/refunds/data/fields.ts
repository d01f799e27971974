/** Parts of forms that every refund claimed on a voucher shares (退（抵）税申请表). */
import type { Field, Section } from '../../core/pure/forms'
import { text } from '../../core/pure/text'

/** 税款所属期 */
export const periodFields: readonly Field[] = [
  {
    key: 'periodFrom',
    type: 'month',
    label: text('税款所属期起', 'Tax period from'),
    hint: text('完税凭证上“税款所属期”的第一个月', 'The first month of the tax period on the voucher'),
  },
  {
    key: 'periodTo',
    type: 'month',
    label: text('税款所属期止', 'Tax period to'),
    hint: text('同一栏的最后一个月，可以与起始月相同', 'The last month there; it may be the same month'),
  },
]

/** 品目 */
export const taxItem: Field = {
  key: 'taxItem',
  type: 'text',
  max: 60,
  optional: true,
  label: text('品目', 'Item of the tax'),
  hint: text(
    '凭证上税种下面的细目，没有可不填',
    'The item below the tax on the voucher; leave empty if there is none',
  ),
}

const claimed: Field = {
  key: 'claimed',
  type: 'money',
  min: 1,
  label: text('申请退税金额', 'Amount claimed'),
  hint: text('不超过这笔税款尚可退的余额', 'No more than what is left of the payment'),
}

const direction: Field = {
  key: 'direction',
  type: 'choice',
  label: text('退还方式', 'What is to be done with it'),
  choices: [
    { value: 'refund', label: text('退到银行账户', 'Pay it to a bank account') },
    { value: 'offset', label: text('抵缴以后的税款', 'Keep it against taxes to come') },
  ],
  hint: text('有欠税的，都会先抵缴欠税', 'Either way, arrears are paid from it first'),
}

const originalAccount: Field = {
  key: 'originalAccount',
  type: 'yesNo',
  when: { key: 'direction', in: ['refund'] },
  label: text('能否退回原来缴税的账户', 'Can it go back to the account the tax was paid from?'),
  hint: text('不能的，需要书面说明原因并指定另一账户', 'If not, say why in writing and name another account'),
}

const reason: Field = {
  key: 'reason',
  type: 'text',
  max: 200,
  lines: 3,
  says: true,
  label: text('退税原因', 'Why it should be refunded'),
  hint: text(
    '用一两句话写清楚：怎么多缴的、多缴了多少',
    'In a sentence or two: how it came to be paid, and how much of it is too much',
  ),
}

/** What is asked for: amount, refund or offset, why. */
export const claimSection: Section = {
  key: 'claim',
  title: text('申请内容', 'Your claim'),
  fields: [claimed, direction, originalAccount, reason],
}

/** 联系人、经办人、监护人或代理人 */
export const contactSection: Section = {
  key: 'contact',
  title: text('联系人', 'Whom to contact'),
  fields: [
    {
      key: 'contactName',
      type: 'text',
      max: 40,
      label: text('联系人', 'Name'),
      hint: text('税务机关核对时联系谁', 'Whom the office asks when it has a question'),
    },
    {
      key: 'contactPhone',
      type: 'code',
      max: 20,
      label: text('联系电话', 'Phone'),
      hint: text('手机或带区号的固定电话', 'A mobile number, or a landline with its area code'),
    },
    {
      key: 'handledBy',
      type: 'choice',
      label: text('由谁办理', 'Who applies'),
      choices: [
        { value: 'self', label: text('本人或本单位经办人', 'I myself, or staff of the enterprise') },
        { value: 'guardian', label: text('监护人', 'A guardian') },
        { value: 'agent', label: text('受托的代理人', 'An agent with a letter of authority') },
      ],
    },
    {
      key: 'agentName',
      type: 'text',
      max: 60,
      when: { key: 'handledBy', in: ['guardian', 'agent'] },
      label: text('监护人或代理人名称', 'Name of the guardian or agent'),
    },
    {
      key: 'authorityUntil',
      type: 'day',
      when: { key: 'handledBy', in: ['agent'] },
      label: text('授权截止日期', 'Authority ends on'),
      hint: text('授权委托书或代理合同上的截止日期', 'As the letter of authority or the contract says'),
    },
  ],
}

export const declarationSection: Section = {
  key: 'declaration',
  title: text('声明', 'Declaration'),
  fields: [
    {
      key: 'declared',
      type: 'yesNo',
      agreed: true,
      label: text(
        '我声明所填内容和所附资料真实、完整，并愿意承担相应的法律责任',
        'I declare that what I entered and attached is true and complete, and answer for it by law',
      ),
    },
  ],
}

/** What stands at the end of every such form. */
export const closingSections: readonly Section[] = [claimSection, contactSection, declarationSection]
