/** What functions tell people, in words, by kind. Generated from the registry by `npm run docs`: do not edit. */
import type { NoticeKind } from '../../core/pure/notices'

export const NOTICE_KINDS: Readonly<Record<string, NoticeKind>> = {
  'appointments.booked': {
    page: 'ticket',
    title: { zh: '预约成功', en: 'Booked' },
    body: { zh: '{day} {start}，{hallId}，{matter}。凭证里有票号和要带的东西。', en: '{day} {start}, {hallId}, {matter}. The ticket has your code and what to bring.' },
  },
  'appointments.cancelledByHall': {
    page: 'ticket',
    title: { zh: '大厅取消了您的预约', en: 'The hall cancelled your appointment' },
    body: { zh: '{day} {start}，{hallId}，{matter}。不计入您的取消次数；原因见凭证，可以另约时间。', en: '{day} {start}, {hallId}, {matter}. It does not count against you. The ticket says why; you can book another time.' },
  },
  'appointments.dayReopened': {
    page: 'ticket',
    title: { zh: '大厅那天恢复办公', en: 'The hall opens after all' },
    body: { zh: '{hallId}在{day}又可以预约了。您 {start} 的预约已被取消，需要重新预约。', en: '{hallId} can be booked for {day} again. Your appointment at {start} stays cancelled; please book anew.' },
  },
  'appointments.tomorrow': {
    page: 'ticket',
    title: { zh: '明天有预约', en: 'Your appointment is tomorrow' },
    body: { zh: '{day} {start}，{hallId}，{matter}。来不了请提前取消，把号让给别人。', en: '{day} {start}, {hallId}, {matter}. If you cannot come, please cancel so that somebody else may.' },
  },
  'lottery.won': {
    page: 'prize',
    title: { zh: '您的发票中奖了', en: 'Your invoice won a prize' },
    body: { zh: '您的发票在 {day} 的开奖中中奖。发奖前会再核对一次发票，之后请在奖品页领取。', en: 'Your invoice won in the draw of {day}. It is looked at again first; then claim the prize on its page.' },
  },
  'lottery.claim': {
    page: 'prize',
    title: { zh: '请领取您的奖金', en: 'Please claim your prize' },
    body: { zh: '您的发票在 {day} 的开奖中中奖，已确认。请在 {untilDay} 前填写收款账户。我们不会索要验证码，也不会收取任何费用。', en: 'Your prize of the draw of {day} is confirmed: name an account by {untilDay}. Nobody asks for a code or a fee.' },
  },
  'lottery.claimOpen': {
    page: 'prize',
    title: { zh: '请领取您的奖金', en: 'Please claim your prize' },
    body: { zh: '您的发票在 {day} 的开奖中中奖，已确认。请填写收款账户；领取期限待放假安排公布后确定。我们不会索要验证码，也不会收取任何费用。', en: 'Your prize of the draw of {day} is confirmed: please name an account. The last day is settled once the holidays are published. Nobody asks for a code or a fee.' },
  },
  'lottery.paid': {
    page: 'prize',
    title: { zh: '奖金已支付', en: 'Your prize is paid' },
    body: { zh: '您 {day} 中得的奖金已付款，到账时间以银行为准。', en: 'Your prize of the draw of {day} is paid; your bank will show it.' },
  },
  'lottery.bankRejected': {
    page: 'prize',
    title: { zh: '银行退回了奖金', en: 'The bank sent the prize back' },
    body: { zh: '您 {day} 中得的奖金付款未成功，请更正收款账户。', en: 'Your prize of the draw of {day} could not be paid. Please correct the account.' },
  },
  'lottery.voided': {
    page: 'prize',
    title: { zh: '奖项取消', en: 'The prize is lost' },
    body: { zh: '您在 {day} 中奖的发票已作废、红冲或不符合规则，不再发奖。', en: 'The invoice that won on {day} is void, reversed or against the rules: its prize is lost.' },
  },
  'lottery.expired': {
    page: 'prize',
    title: { zh: '奖金已过领取期限', en: 'The time to claim is over' },
    body: { zh: '您 {day} 中得的奖金没有在期限内领取，已收回奖池。', en: 'Your prize of the draw of {day} was not claimed in time, and went back to the pool.' },
  },
  'refunds.found': {
    page: 'refund',
    title: { zh: '税务机关发现您多缴了税款', en: 'The tax office found that you overpaid' },
    body: { zh: '{hallId}已为您立案退税，请填写收款账户，预计 {untilDay} 前办结。', en: '{hallId} has opened a refund for you. Please name an account; it aims to decide by {untilDay}.' },
  },
  'refunds.accepted': {
    page: 'refund',
    title: { zh: '退税申请已受理', en: 'Your refund claim is accepted' },
    body: { zh: '您 {day} 的退税事项已由{hallId}受理，预计 {untilDay} 前办结。', en: 'Your refund case of {day} was accepted by {hallId}, which aims to decide by {untilDay}.' },
  },
  'refunds.notAccepted': {
    page: 'refund',
    title: { zh: '退税申请不予受理', en: 'Your refund claim is not accepted' },
    body: { zh: '您 {day} 的退税事项不予受理，理由和不服时的办法见申请详情。', en: 'Your refund case of {day} is not accepted. The case says why, and how to object.' },
  },
  'refunds.correctionAsked': {
    page: 'refund',
    title: { zh: '退税申请需要补正', en: 'Your refund claim needs something more' },
    body: { zh: '请在 {untilDay} 前一次补齐清单上的内容，等待期间不计入办理时限。', en: 'Please supply everything on the list by {untilDay}. The office’s time stands still meanwhile.' },
  },
  'refunds.lapsed': {
    page: 'refund',
    title: { zh: '逾期未补正，申请已终结', en: 'Not supplied in time: the claim has ended' },
    body: { zh: '您 {day} 的退税事项因逾期未补正而不予受理。可以重新申请。', en: 'Your refund case of {day} ended since nothing was supplied. You can claim anew.' },
  },
  'refunds.approved': {
    page: 'refund',
    title: { zh: '退税申请已批准', en: 'Your refund is approved' },
    body: { zh: '{hallId}已批准您 {day} 的退税事项，接下来办理付款。', en: '{hallId} has approved your refund case of {day}. The payment comes next.' },
  },
  'refunds.rejected': {
    page: 'refund',
    title: { zh: '退税申请未获批准', en: 'Your refund claim is rejected' },
    body: { zh: '您 {day} 的退税事项未获批准，理由和救济途径见申请详情。', en: 'Your refund case of {day} is rejected. The case says why, and how to object.' },
  },
  'refunds.paid': {
    page: 'refund',
    title: { zh: '退税款已支付', en: 'Your refund is paid' },
    body: { zh: '您 {day} 的退税事项已付款，到账时间以银行为准。', en: 'The refund claimed on {day} is paid; your bank will show it.' },
  },
  'refunds.settled': {
    page: 'refund',
    title: { zh: '退税已抵缴', en: 'Your refund is offset' },
    body: { zh: '您 {day} 的退税事项已办结，全部用于抵缴，没有需要支付的款项。', en: 'The refund claimed on {day} was offset in full; nothing is left to be paid.' },
  },
  'refunds.bankRejected': {
    page: 'refund',
    title: { zh: '银行退回了退税款', en: 'The bank sent the refund back' },
    body: { zh: '您 {day} 的退税事项付款未成功，请在申请详情里更正收款账户。', en: 'The refund claimed on {day} could not be paid. Please correct the account in the case.' },
  },
  'refunds.departureIssued': {
    page: 'departure',
    title: { zh: '离境退税申请单已开具', en: 'Your departure refund form is ready' },
    body: { zh: '您 {day} 购物的申请单已开具，请在 {untilDay} 前离境，托运行李前先给海关验核。', en: 'The form for what you bought on {day} is ready. Leave by {untilDay}, and show it to customs before you check in your bags.' },
  },
  'refunds.departurePrepaid': {
    page: 'departure',
    title: { zh: '预付金已领取', en: 'Your advance is paid' },
    body: { zh: '请在 {promisedDay} 前从承诺的口岸离境并给海关验核，否则从信用卡预授权扣回。', en: 'Leave by {promisedDay} through the port you promised and show the goods to customs; else it is charged back to your card.' },
  },
  'refunds.departureVerified': {
    page: 'departure',
    title: { zh: '海关已验核', en: 'Customs have verified your form' },
    body: { zh: '{hallId}已验核您 {day} 购买的物品，请到退税代理机构柜台领取退税。', en: '{hallId} verified what you bought on {day}. Please go to the refund agency’s counter.' },
  },
  'refunds.departureRejected': {
    page: 'departure',
    title: { zh: '离境退税未获通过', en: 'Your departure refund is refused' },
    body: { zh: '您 {day} 购物的离境退税未获通过，理由见申请单。', en: 'The refund for what you bought on {day} is refused. The form says why.' },
  },
  'refunds.departureSettled': {
    page: 'departure',
    title: { zh: '离境退税已办结', en: 'Your departure refund is complete' },
    body: { zh: '海关已验核，您在店内领取的预付金就是退税款，预授权不再扣款。', en: 'Customs verified the goods: the advance you got in the shop is your refund, and your card is not charged.' },
  },
  'refunds.departureOrdered': {
    page: 'departure',
    title: { zh: '退税款正在转账', en: 'Your refund is being transferred' },
    body: { zh: '您 {day} 购物的退税款已发出转账，到账时间以银行为准。', en: 'The refund for what you bought on {day} is on its way; your bank will show it.' },
  },
  'refunds.departurePaid': {
    page: 'departure',
    title: { zh: '退税款已支付', en: 'Your refund is paid' },
    body: { zh: '您 {day} 购物的离境退税已支付。', en: 'The departure refund for what you bought on {day} is paid.' },
  },
  'refunds.departureBankRejected': {
    page: 'departure',
    title: { zh: '银行退回了退税款', en: 'The bank sent your refund back' },
    body: { zh: '您 {day} 购物的退税款转账未成功，请在申请单里更正收款账户。', en: 'The refund for what you bought on {day} could not be transferred. Please correct the account in the form.' },
  },
  'refunds.departureCharged': {
    page: 'departure',
    title: { zh: '预付金已从信用卡扣回', en: 'The advance was charged back to your card' },
    body: { zh: '您没有按承诺离境，预付金已从预授权扣回。{untilDay} 前离境并经海关验核的，仍可以退税。', en: 'You did not leave as promised, so the advance was charged back. If you leave by {untilDay} and customs verify the goods, the refund is still paid.' },
  },
  'refunds.departureExpired': {
    page: 'departure',
    title: { zh: '离境退税申请单已失效', en: 'Your departure refund form has expired' },
    body: { zh: '您 {day} 购物已超过 90 天没有离境，申请单失效。', en: 'More than 90 days have passed since you bought on {day}, so the form has expired.' },
  },
  'refunds.departureLastDays': {
    page: 'departure',
    title: { zh: '离境退税快到期了', en: 'Your departure refund is about to expire' },
    body: { zh: '请尽快离境：最迟 {untilDay}，稳妥起见请提前一天。', en: 'Please leave now: by {untilDay} at the latest, and to be safe a day sooner.' },
  },
  'refunds.departurePromise': {
    page: 'departure',
    title: { zh: '承诺的离境日期快到了', en: 'The day by which you promised to leave is near' },
    body: { zh: '请在 {promisedDay} 前从承诺的口岸离境，托运行李前先给海关验核。', en: 'Leave by {promisedDay} through the port you promised, and see customs before you check in your bags.' },
  },
}

/** Undefined for a kind of another version. */
export const noticeKind = (kind: string): NoticeKind | undefined =>
  Object.hasOwn(NOTICE_KINDS, kind) ? NOTICE_KINDS[kind] : undefined
