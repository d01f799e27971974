/** What `refunds` tells people. Amounts and reasons stand in the case, where the notice leads. */
import { declareNotices } from '../../core/pure/notices'
import { text } from '../../core/pure/text'

export const notices = declareNotices('refunds', {
  found: {
    title: text('税务机关发现您多缴了税款', 'The tax office found that you overpaid'),
    body: text(
      '{hallId}已为您立案退税，请填写收款账户，预计 {untilDay} 前办结。',
      '{hallId} has opened a refund for you. Please name an account; it aims to decide by {untilDay}.',
    ),
    page: 'refund',
    topic: 'refunds',
    delivery: 'atLeastOnce',
    template: { name: 'refund', fields: { kind: '多缴税款退还', state: '已立案', note: '请填写收款账户' } },
  },
  accepted: {
    title: text('退税申请已受理', 'Your refund claim is accepted'),
    body: text(
      '您 {day} 的退税事项已由{hallId}受理，预计 {untilDay} 前办结。',
      'Your refund case of {day} was accepted by {hallId}, which aims to decide by {untilDay}.',
    ),
    page: 'refund',
    topic: 'refunds',
    delivery: 'atLeastOnce',
    template: { name: 'refund', fields: { kind: '退税申请', state: '已受理', note: '预计办结日见申请详情' } },
  },
  notAccepted: {
    title: text('退税申请不予受理', 'Your refund claim is not accepted'),
    body: text(
      '您 {day} 的退税事项不予受理，理由和不服时的办法见申请详情。',
      'Your refund case of {day} is not accepted. The case says why, and how to object.',
    ),
    page: 'refund',
    topic: 'refunds',
    delivery: 'atLeastOnce',
    template: { name: 'refund', fields: { kind: '退税申请', state: '不予受理', note: '理由见申请详情' } },
  },
  correctionAsked: {
    title: text('退税申请需要补正', 'Your refund claim needs something more'),
    body: text(
      '请在 {untilDay} 前一次补齐清单上的内容，等待期间不计入办理时限。',
      'Please supply everything on the list by {untilDay}. The office’s time stands still meanwhile.',
    ),
    page: 'refund',
    topic: 'refunds',
    delivery: 'atLeastOnce',
    template: {
      name: 'correction',
      fields: { matter: '退税申请', missing: '清单见申请详情', until: '{untilDay}' },
    },
  },
  lapsed: {
    title: text('逾期未补正，申请已终结', 'Not supplied in time: the claim has ended'),
    body: text(
      '您 {day} 的退税事项因逾期未补正而不予受理。可以重新申请。',
      'Your refund case of {day} ended since nothing was supplied. You can claim anew.',
    ),
    page: 'refund',
    topic: 'refunds',
    delivery: 'atLeastOnce',
    template: {
      name: 'refund',
      fields: { kind: '退税申请', state: '已终结', note: '逾期未补正，可重新申请' },
    },
  },
  approved: {
    title: text('退税申请已批准', 'Your refund is approved'),
    body: text(
      '{hallId}已批准您 {day} 的退税事项，接下来办理付款。',
      '{hallId} has approved your refund case of {day}. The payment comes next.',
    ),
    page: 'refund',
    topic: 'refunds',
    delivery: 'atLeastOnce',
    template: { name: 'refund', fields: { kind: '退税申请', state: '已批准', note: '接下来办理付款' } },
  },
  rejected: {
    title: text('退税申请未获批准', 'Your refund claim is rejected'),
    body: text(
      '您 {day} 的退税事项未获批准，理由和救济途径见申请详情。',
      'Your refund case of {day} is rejected. The case says why, and how to object.',
    ),
    page: 'refund',
    topic: 'refunds',
    delivery: 'atLeastOnce',
    template: { name: 'refund', fields: { kind: '退税申请', state: '未获批准', note: '理由见申请详情' } },
  },
  paid: {
    title: text('退税款已支付', 'Your refund is paid'),
    body: text(
      '您 {day} 的退税事项已付款，到账时间以银行为准。',
      'The refund claimed on {day} is paid; your bank will show it.',
    ),
    page: 'refund',
    topic: 'refunds',
    delivery: 'atMostOnce',
    template: { name: 'refund', fields: { kind: '退税申请', state: '已付款', note: '到账时间以银行为准' } },
  },
  settled: {
    title: text('退税已抵缴', 'Your refund is offset'),
    body: text(
      '您 {day} 的退税事项已办结，全部用于抵缴，没有需要支付的款项。',
      'The refund claimed on {day} was offset in full; nothing is left to be paid.',
    ),
    page: 'refund',
    topic: 'refunds',
    delivery: 'atMostOnce',
    template: { name: 'refund', fields: { kind: '退税申请', state: '已抵缴', note: '没有需要支付的款项' } },
  },
  bankRejected: {
    title: text('银行退回了退税款', 'The bank sent the refund back'),
    body: text(
      '您 {day} 的退税事项付款未成功，请在申请详情里更正收款账户。',
      'The refund claimed on {day} could not be paid. Please correct the account in the case.',
    ),
    page: 'refund',
    topic: 'refunds',
    delivery: 'atMostOnce',
    template: { name: 'refund', fields: { kind: '退税申请', state: '银行退回', note: '请更正收款账户' } },
  },
})
