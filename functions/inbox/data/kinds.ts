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
}

/** Undefined for a kind of another version. */
export const noticeKind = (kind: string): NoticeKind | undefined =>
  Object.hasOwn(NOTICE_KINDS, kind) ? NOTICE_KINDS[kind] : undefined
