/** What a traveller is told. Amounts and reasons stand in the form, where the notice leads. */
import type { DeliveryClass } from '../../core/pure/delivery/channels'
import { declareNotices, type NoticeKind } from '../../core/pure/notices'
import { text } from '../../core/pure/text'

/** `told`: the state and the note of WeChat’s template. */
const notice = (
  [zhTitle, enTitle]: readonly [string, string],
  [zh, en]: readonly [string, string],
  delivery: DeliveryClass,
  [state, note]: readonly [string, string],
): NoticeKind => ({
  title: text(zhTitle, enTitle),
  body: text(zh, en),
  page: 'departure',
  topic: 'refunds',
  delivery,
  template: { name: 'refund', fields: { kind: '离境退税', state, note } },
})

export const notices = declareNotices('refunds', {
  departureIssued: notice(
    ['离境退税申请单已开具', 'Your departure refund form is ready'],
    [
      '您 {day} 购物的申请单已开具，请在 {untilDay} 前离境，托运行李前先给海关验核。',
      'The form for what you bought on {day} is ready. Leave by {untilDay}, and show it to customs before you check in your bags.',
    ],
    'atLeastOnce',
    ['已开具', '托运行李前先给海关验核'],
  ),
  departurePrepaid: notice(
    ['预付金已领取', 'Your advance is paid'],
    [
      '请在 {promisedDay} 前从承诺的口岸离境并给海关验核，否则从信用卡预授权扣回。',
      'Leave by {promisedDay} through the port you promised and show the goods to customs; else it is charged back to your card.',
    ],
    'atMostOnce',
    ['预付已领取', '请按承诺离境并给海关验核'],
  ),
  departureVerified: notice(
    ['海关已验核', 'Customs have verified your form'],
    [
      '{hallId}已验核您 {day} 购买的物品，请到退税代理机构柜台领取退税。',
      '{hallId} verified what you bought on {day}. Please go to the refund agency’s counter.',
    ],
    'atLeastOnce',
    ['海关已验核', '请到退税代理柜台领取'],
  ),
  departureRejected: notice(
    ['离境退税未获通过', 'Your departure refund is refused'],
    [
      '您 {day} 购物的离境退税未获通过，理由见申请单。',
      'The refund for what you bought on {day} is refused. The form says why.',
    ],
    'atLeastOnce',
    ['未获通过', '理由见申请单'],
  ),
  departureSettled: notice(
    ['离境退税已办结', 'Your departure refund is complete'],
    [
      '海关已验核，您在店内领取的预付金就是退税款，预授权不再扣款。',
      'Customs verified the goods: the advance you got in the shop is your refund, and your card is not charged.',
    ],
    'atMostOnce',
    ['已办结', '预授权不再扣款'],
  ),
  departureOrdered: notice(
    ['退税款正在转账', 'Your refund is being transferred'],
    [
      '您 {day} 购物的退税款已发出转账，到账时间以银行为准。',
      'The refund for what you bought on {day} is on its way; your bank will show it.',
    ],
    'atMostOnce',
    ['正在转账', '到账时间以银行为准'],
  ),
  departurePaid: notice(
    ['退税款已支付', 'Your refund is paid'],
    ['您 {day} 购物的离境退税已支付。', 'The departure refund for what you bought on {day} is paid.'],
    'atMostOnce',
    ['已支付', '详情见申请单'],
  ),
  departureBankRejected: notice(
    ['银行退回了退税款', 'The bank sent your refund back'],
    [
      '您 {day} 购物的退税款转账未成功，请在申请单里更正收款账户。',
      'The refund for what you bought on {day} could not be transferred. Please correct the account in the form.',
    ],
    'atMostOnce',
    ['银行退回', '请更正收款账户'],
  ),
  departureCharged: notice(
    ['预付金已从信用卡扣回', 'The advance was charged back to your card'],
    [
      '您没有按承诺离境，预付金已从预授权扣回。{untilDay} 前离境并经海关验核的，仍可以退税。',
      'You did not leave as promised, so the advance was charged back. If you leave by {untilDay} and customs verify the goods, the refund is still paid.',
    ],
    'atMostOnce',
    ['已扣回', '期限内离境仍可退税'],
  ),
  departureExpired: notice(
    ['离境退税申请单已失效', 'Your departure refund form has expired'],
    [
      '您 {day} 购物已超过 90 天没有离境，申请单失效。',
      'More than 90 days have passed since you bought on {day}, so the form has expired.',
    ],
    'atLeastOnce',
    ['已失效', '超过90天没有离境'],
  ),
  departureLastDays: notice(
    ['离境退税快到期了', 'Your departure refund is about to expire'],
    [
      '请尽快离境：最迟 {untilDay}，稳妥起见请提前一天。',
      'Please leave now: by {untilDay} at the latest, and to be safe a day sooner.',
    ],
    'atLeastOnce',
    ['快到期了', '请尽快离境'],
  ),
  departurePromise: notice(
    ['承诺的离境日期快到了', 'The day by which you promised to leave is near'],
    [
      '请在 {promisedDay} 前从承诺的口岸离境，托运行李前先给海关验核。',
      'Leave by {promisedDay} through the port you promised, and see customs before you check in your bags.',
    ],
    'atLeastOnce',
    ['临近承诺日', '托运行李前先给海关验核'],
  ),
})
