/** What `queue` tells people who are in the hall, or on their way back to it. */
import { declareNotices, type NoticeKind } from '../../core/pure/notices'
import { text, type Text } from '../../core/pure/text'

const told = (title: Text, body: Text, ahead: string): NoticeKind => ({
  title,
  body,
  page: 'queue',
  topic: 'appointments',
  delivery: 'atLeastOnce',
  template: {
    name: 'call',
    fields: { ticket: '{number}', window: '{window}', ahead, time: '{day} {start}' },
  },
})

export const notices = declareNotices('queue', {
  called: told(
    text('轮到您了', 'It is your turn'),
    text(
      '{number} 号，请到 {window} 号窗口。{hallId}。',
      'Number {number}: please go to window {window}. {hallId}.',
    ),
    '0',
  ),
  nearly: told(
    text('快轮到您了', 'Your turn is near'),
    text(
      '{number} 号，前面还有 {ahead} 人，请在叫号区等候。{hallId}。',
      'Number {number}: {ahead} before you. Please wait near the windows. {hallId}.',
    ),
    '{ahead}',
  ),
  passed: {
    title: text('您的号已过', 'Your number was passed'),
    body: text(
      '{number} 号叫号时未到。再叫 3 个号后会重叫一次，请尽快回到大厅。{hallId}。',
      'Number {number} was called in vain. It will be called once more after 3 others: please come back. {hallId}.',
    ),
    page: 'queue',
    topic: 'appointments',
    delivery: 'atLeastOnce',
  },
  stopped: {
    title: text('大厅停止办理', 'The hall has stopped'),
    body: text(
      '{hallId}停止办理，您的 {number} 号不再叫号，不计失约。请另约时间，或改到别的大厅。',
      '{hallId} has stopped serving. Your number {number} will not be called; nothing counts against you. Please book another time or hall.',
    ),
    page: 'queue',
    topic: 'appointments',
    delivery: 'atLeastOnce',
  },
})
