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
  'refunds.found': {
    page: 'refund',
    title: { zh: '税务机关发现您多缴了税款', en: 'The tax office found that you overpaid' },
    body: { zh: '{hallId}已为您立案退税，请填写收款账户，预计 {untilDay} 前办结。', en: '{hallId} has opened a refund for you. Please name an account; it aims to decide by {untilDay}.' },
  },
  'refunds.accepted': {
    page: 'refund',
    title: { zh: '退税申请已受理', en: 'Your refund claim is accepted' },
    body: { zh: '您 {day} 提交的申请已由{hallId}受理，预计 {untilDay} 前办结。', en: 'What you handed in on {day} was accepted by {hallId}, which aims to decide by {untilDay}.' },
  },
  'refunds.notAccepted': {
    page: 'refund',
    title: { zh: '退税申请不予受理', en: 'Your refund claim is not accepted' },
    body: { zh: '您 {day} 提交的申请不予受理，理由和不服时的办法见申请详情。', en: 'What you handed in on {day} is not accepted. The case says why, and how to object.' },
  },
  'refunds.correctionAsked': {
    page: 'refund',
    title: { zh: '退税申请需要补正', en: 'Your refund claim needs something more' },
    body: { zh: '请在 {untilDay} 前一次补齐清单上的内容，等待期间不计入办理时限。', en: 'Please supply everything on the list by {untilDay}. The office’s time stands still meanwhile.' },
  },
  'refunds.lapsed': {
    page: 'refund',
    title: { zh: '逾期未补正，申请已终结', en: 'Not supplied in time: the claim has ended' },
    body: { zh: '您 {day} 提交的申请因逾期未补正而不予受理。可以重新申请。', en: 'What you handed in on {day} ended since nothing was supplied. You can claim anew.' },
  },
  'refunds.approved': {
    page: 'refund',
    title: { zh: '退税申请已批准', en: 'Your refund is approved' },
    body: { zh: '{hallId}已批准您 {day} 提交的申请，接下来办理付款。', en: '{hallId} has approved what you handed in on {day}. The payment comes next.' },
  },
  'refunds.rejected': {
    page: 'refund',
    title: { zh: '退税申请未获批准', en: 'Your refund claim is rejected' },
    body: { zh: '您 {day} 提交的申请未获批准，理由和救济途径见申请详情。', en: 'What you handed in on {day} is rejected. The case says why, and how to object.' },
  },
  'refunds.paid': {
    page: 'refund',
    title: { zh: '退税款已支付', en: 'Your refund is paid' },
    body: { zh: '您 {day} 提交的申请已付款，到账时间以银行为准。', en: 'The refund claimed on {day} is paid; your bank will show it.' },
  },
  'refunds.settled': {
    page: 'refund',
    title: { zh: '退税已抵缴', en: 'Your refund is offset' },
    body: { zh: '您 {day} 提交的申请已办结，全部用于抵缴，没有需要支付的款项。', en: 'The refund claimed on {day} was offset in full; nothing is left to be paid.' },
  },
  'refunds.bankRejected': {
    page: 'refund',
    title: { zh: '银行退回了退税款', en: 'The bank sent the refund back' },
    body: { zh: '您 {day} 提交的申请付款未成功，请在申请详情里更正收款账户。', en: 'The refund claimed on {day} could not be paid. Please correct the account in the case.' },
  },
}

/** Undefined for a kind of another version. */
export const noticeKind = (kind: string): NoticeKind | undefined =>
  Object.hasOwn(NOTICE_KINDS, kind) ? NOTICE_KINDS[kind] : undefined
