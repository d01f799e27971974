/** What `credit` tells people. Why an officer decided so is sealed: the appeal shows it. */
import { declareNotices, type NoticeKind, type NoticePage } from '../../core/pure/notices'
import { text, type Text } from '../../core/pure/text'

const told = (page: NoticePage, title: Text, body: Text, state: string, hint: string): NoticeKind => ({
  title,
  body,
  page,
  topic: 'appointments',
  delivery: 'atLeastOnce',
  template: {
    name: 'appointment',
    fields: { matter: '{matter}', hall: '{hallId}', time: '{day} {start}', state, hint },
  },
})

export const notices = declareNotices('credit', {
  missed: told(
    'appeal',
    text('记为失约', 'Counted as a no-show'),
    text(
      '{day} {start}，{hallId}，{matter}：没有取消，也没有来办。有正当原因可以申诉。',
      '{day} {start}, {hallId}, {matter}: neither cancelled nor attended. If you had good reason, you can appeal.',
    ),
    '失约',
    '有正当原因可以申诉',
  ),
  suspended: told(
    'credit',
    text('暂停预约', 'Booking is suspended'),
    text(
      '{day} {start}，{hallId}，{matter}记为失约，次数已达上限，全市各厅暂停预约，到 {untilDay} 00:00 恢复。有正当原因可以申诉。',
      '{day} {start}, {hallId}, {matter} counts as a no-show, and the limit is reached: no hall of the city can be booked until {untilDay} 00:00. If you had good reason, you can appeal.',
    ),
    '暂停预约',
    '有正当原因可以申诉',
  ),
  reviewing: told(
    'ticket',
    text('预约已提交，等待大厅预审', 'Booking sent: the hall looks at it first'),
    text(
      '{day} {start}，{hallId}，{matter}。位子已为您留着；{untilDay} {untilTime} 前没有答复的，视为通过。',
      '{day} {start}, {hallId}, {matter}. Your seat is kept; without an answer by {untilDay} {untilTime} the booking stands.',
    ),
    '等待预审',
    '位子已留，结果另行通知',
  ),
  refusedVisit: told(
    'ticket',
    text('预约没有通过预审', 'The hall did not agree to your booking'),
    text(
      '{day} {start}，{hallId}，{matter}。不计入您的次数；理由见凭证，可以另约。',
      '{day} {start}, {hallId}, {matter}. It does not count against you. The ticket says why; you can book again.',
    ),
    '预审未过',
    '理由见凭证，可以另约',
  ),
  refusedOnline: told(
    'ticket',
    text('这件事不用跑大厅，可以网上办', 'No visit needed: it can be done online'),
    text(
      '{day} {start}，{hallId}，{matter}的预约没有保留，不计入您的次数。网上办理的入口和理由见凭证。',
      'Your booking of {day} {start}, {hallId}, {matter} was not kept, and does not count against you. The ticket says why, and where to do it online.',
    ),
    '可网上办',
    '网上办理的入口见凭证',
  ),
  reviewStopped: told(
    'ticket',
    text('大厅取消了您的预约', 'The hall cancelled your appointment'),
    text(
      '{day} {start}，{hallId}，{matter}，预审还没有结束。不计入您的取消次数；原因见凭证，可以另约时间。',
      '{day} {start}, {hallId}, {matter}: before it was looked at. It does not count against you. The ticket says why; you can book another time.',
    ),
    '大厅取消',
    '不计取消次数，可以另约',
  ),
  cleared: told(
    'ticket',
    text('不再记为失约', 'Not a no-show after all'),
    text(
      '{day} {start}，{hallId}，{matter}：到厅记录已补上，不计失约。',
      '{day} {start}, {hallId}, {matter}: your check-in has been recorded, and nothing counts against you.',
    ),
    '已到厅',
    '不计失约',
  ),
  revoked: told(
    'appeal',
    text('申诉成立，失约已撤销', 'Appeal granted: the no-show is withdrawn'),
    text(
      '{day} {start}，{hallId}，{matter}的失约不再计入。理由见申诉。',
      'The no-show of {day} {start}, {hallId}, {matter} counts no more. The appeal says why.',
    ),
    '失约已撤销',
    '理由见申诉',
  ),
  upheld: told(
    'appeal',
    text('申诉未通过，失约仍然计入', 'Appeal not granted: the no-show stands'),
    text(
      '{day} {start}，{hallId}，{matter}的失约仍然计入。理由见申诉。',
      'The no-show of {day} {start}, {hallId}, {matter} still counts. The appeal says why.',
    ),
    '失约仍计入',
    '理由见申诉',
  ),
})
