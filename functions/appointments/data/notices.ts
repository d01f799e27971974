/** What `appointments` tells people. An officer's reason is sealed: the ticket shows it, the notice leads there. */
import { declareNotices } from '../../core/pure/notices'
import { text } from '../../core/pure/text'

export const notices = declareNotices('appointments', {
  booked: {
    title: text('预约成功', 'Booked'),
    body: text(
      '{day} {start}，{hallId}，{matter}。凭证里有票号和要带的东西。',
      '{day} {start}, {hallId}, {matter}. The ticket has your code and what to bring.',
    ),
    page: 'ticket',
    topic: 'appointments',
    delivery: 'atLeastOnce',
    template: {
      name: 'appointment',
      fields: {
        matter: '{matter}',
        hall: '{hallId}',
        time: '{day} {start}',
        state: '预约成功',
        hint: '票号和要带的材料见凭证',
      },
    },
  },
  cancelledByHall: {
    title: text('大厅取消了您的预约', 'The hall cancelled your appointment'),
    body: text(
      '{day} {start}，{hallId}，{matter}。不计入您的取消次数；原因见凭证，可以另约时间。',
      '{day} {start}, {hallId}, {matter}. It does not count against you. The ticket says why; you can book another time.',
    ),
    page: 'ticket',
    topic: 'appointments',
    delivery: 'atLeastOnce',
    template: {
      name: 'appointment',
      fields: {
        matter: '{matter}',
        hall: '{hallId}',
        time: '{day} {start}',
        state: '大厅取消',
        hint: '不计取消次数，可以另约',
      },
    },
  },
  dayReopened: {
    title: text('大厅那天恢复办公', 'The hall opens after all'),
    body: text(
      '{hallId}在{day}又可以预约了。您 {start} 的预约已被取消，需要重新预约。',
      '{hallId} can be booked for {day} again. Your appointment at {start} stays cancelled; please book anew.',
    ),
    page: 'ticket',
    topic: 'appointments',
    delivery: 'atLeastOnce',
    template: {
      name: 'appointment',
      fields: {
        matter: '{matter}',
        hall: '{hallId}',
        time: '{day} {start}',
        state: '恢复办公',
        hint: '原预约已取消，请重新预约',
      },
    },
  },
  tomorrow: {
    title: text('明天有预约', 'Your appointment is tomorrow'),
    body: text(
      '{day} {start}，{hallId}，{matter}。来不了请提前取消，把号让给别人。',
      '{day} {start}, {hallId}, {matter}. If you cannot come, please cancel so that somebody else may.',
    ),
    page: 'ticket',
    topic: 'appointments',
    delivery: 'atLeastOnce',
    template: {
      name: 'visit',
      fields: { matter: '{matter}', time: '{day} {start}', place: '{hallId}', hint: '来不了请提前取消' },
    },
  },
  soon: {
    title: text('一小时后有预约', 'Your appointment is in an hour'),
    body: text(
      '{day} {start}，{hallId}，{matter}。开始前 15 分钟起可以取号，请带好材料。',
      '{day} {start}, {hallId}, {matter}. You can have your number from 15 minutes before; bring what the ticket lists.',
    ),
    page: 'ticket',
    topic: 'appointments',
    delivery: 'atLeastOnce',
    template: {
      name: 'visit',
      fields: { matter: '{matter}', time: '{day} {start}', place: '{hallId}', hint: '开始前15分钟起取号' },
    },
  },
})
