/** What `lottery` tells its winners. Amounts and dates stand in the prize, where the notice leads. */
import { declareNotices } from '../../core/pure/notices'
import { text } from '../../core/pure/text'

export const notices = declareNotices('lottery', {
  won: {
    title: text('您的发票中奖了', 'Your invoice won a prize'),
    body: text(
      '您的发票在 {day} 的开奖中中奖。发奖前会再核对一次发票，之后请在奖品页领取。',
      'Your invoice won in the draw of {day}. It is looked at again first; then claim the prize on its page.',
    ),
    page: 'prize',
    topic: 'lottery',
    delivery: 'atMostOnce',
  },
  claim: {
    title: text('请领取您的奖金', 'Please claim your prize'),
    body: text(
      '您的发票在 {day} 的开奖中中奖，已确认。请在 {untilDay} 前填写收款账户。我们不会索要验证码，也不会收取任何费用。',
      'Your prize of the draw of {day} is confirmed: name an account by {untilDay}. Nobody asks for a code or a fee.',
    ),
    page: 'prize',
    topic: 'lottery',
    delivery: 'atLeastOnce',
    template: {
      name: 'prize',
      fields: { draw: '{day}', result: '已中奖', until: '{untilDay}', hint: '我们不会索要验证码或费用' },
    },
  },
  /** Where the last day is in a year whose holidays are not published yet. */
  claimOpen: {
    title: text('请领取您的奖金', 'Please claim your prize'),
    body: text(
      '您的发票在 {day} 的开奖中中奖，已确认。请填写收款账户；领取期限待放假安排公布后确定。我们不会索要验证码，也不会收取任何费用。',
      'Your prize of the draw of {day} is confirmed: please name an account. The last day is settled once the holidays are published. Nobody asks for a code or a fee.',
    ),
    page: 'prize',
    topic: 'lottery',
    delivery: 'atLeastOnce',
  },
  paid: {
    title: text('奖金已支付', 'Your prize is paid'),
    body: text(
      '您 {day} 中得的奖金已付款，到账时间以银行为准。',
      'Your prize of the draw of {day} is paid; your bank will show it.',
    ),
    page: 'prize',
    topic: 'lottery',
    delivery: 'atMostOnce',
  },
  bankRejected: {
    title: text('银行退回了奖金', 'The bank sent the prize back'),
    body: text(
      '您 {day} 中得的奖金付款未成功，请更正收款账户。',
      'Your prize of the draw of {day} could not be paid. Please correct the account.',
    ),
    page: 'prize',
    topic: 'lottery',
    delivery: 'atMostOnce',
  },
  voided: {
    title: text('奖项取消', 'The prize is lost'),
    body: text(
      '您在 {day} 中奖的发票已作废、红冲或不符合规则，不再发奖。',
      'The invoice that won on {day} is void, reversed or against the rules: its prize is lost.',
    ),
    page: 'prize',
    topic: 'lottery',
    delivery: 'atLeastOnce',
  },
  expired: {
    title: text('奖金已过领取期限', 'The time to claim is over'),
    body: text(
      '您 {day} 中得的奖金没有在期限内领取，已收回奖池。',
      'Your prize of the draw of {day} was not claimed in time, and went back to the pool.',
    ),
    page: 'prize',
    topic: 'lottery',
    delivery: 'atLeastOnce',
  },
})
