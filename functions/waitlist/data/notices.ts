/** What `waitlist` tells people. That an accepted seat is booked is told by `appointments`, as of any booking. */
import { declareNotices } from '../../core/pure/notices'
import { text } from '../../core/pure/text'

const sending = (state: string, hint: string) =>
  ({
    page: 'waitlist',
    topic: 'appointments',
    delivery: 'atLeastOnce',
    template: {
      name: 'appointment',
      fields: { matter: '{matter}', hall: '{hallId}', time: '{day} {start}', state, hint },
    },
  }) as const

export const notices = declareNotices('waitlist', {
  offered: {
    title: text('候补到名额了', 'A seat came free for you'),
    body: text(
      '{day} {start}，{hallId}，{matter}。请在 {untilClock} 前接受，过时给下一位。',
      '{day} {start}, {hallId}, {matter}. Accept it before {untilClock}; after that it goes to the next in line.',
    ),
    ...sending('候补到名额', '请尽快接受'),
  },
  expired: {
    title: text('候补名额已过期', 'The seat offered to you has lapsed'),
    body: text(
      '{day} {start}，{hallId}，{matter}。没有在时间内接受，已给下一位。想继续等，可以重新排队。',
      '{day} {start}, {hallId}, {matter}. It was not accepted in time and went to the next in line. You can join the line again.',
    ),
    ...sending('候补过期', '可以重新排队'),
  },
  over: {
    title: text('候补结束', 'The waiting is over'),
    body: text(
      '{day} {start}，{hallId}，{matter}。没有等到名额，请另约时间。',
      '{day} {start}, {hallId}, {matter}. No seat came free. Please book another time.',
    ),
    ...sending('候补结束', '请另约时间'),
  },
})
