/** What only `waitlist` answers with. */
import { defineErrors, errorRow } from '../../core/pure/errors'

export const errors = defineErrors({
  NOT_FULL: errorRow(
    409,
    false,
    '这个时段还有名额，可以直接预约，不用排队。',
    'That time still has seats: book it directly, there is no need to wait.',
  ),
  LINE_FULL: errorRow(
    409,
    false,
    '这个时段候补的人已满，请选择其他时段。',
    'As many people wait for that time as can. Please choose another.',
  ),
  WAITS_LIMIT: errorRow(
    409,
    false,
    '您同时候补的时段已达上限，请先退出一个。',
    'You wait for as many times as you can at once. Please leave one of the lines first.',
  ),
  BALLOT_DRAWING: errorRow(
    409,
    true,
    '抽签报名已截止，正在抽签，请稍后再来。',
    'The ballot is closed and being drawn. Please come back in some minutes.',
  ),
  BALLOT_TIME: errorRow(
    409,
    false,
    '报名截止时间须在一小时以后，并且那时这一天还能预约。',
    'A ballot closes an hour from now or later, and while its day can be booked.',
  ),
  BALLOT_LATE: errorRow(
    409,
    false,
    '这一天已有人排队候补，不能再改为抽签。',
    'People wait for that day already; it cannot be given to a ballot any more.',
  ),
  BALLOT_THERE: errorRow(409, false, '这一天已公布抽签。', 'A ballot is announced for that day already.'),
  NOT_DRAWN: errorRow(409, true, '报名名单还没有公布。', 'The entries are not published yet.'),
  NO_OFFER: errorRow(409, false, '现在没有给您的名额。', 'There is no seat offered to you now.'),
  OFFER_OVER: errorRow(
    409,
    false,
    '这个名额的接受时间已过，已给下一位。',
    'The time to accept this seat is over; it went to the next in line.',
  ),
  WAITS_ELSEWHERE: errorRow(
    409,
    false,
    '这位纳税人已由另一个账号候补了这个时段。',
    'This taxpayer waits for that time already, by another account.',
  ),
  NOT_WAITING: errorRow(409, false, '您不在这个队里了。', 'You are not in that line any more.'),
})

declare module '../../core/pure/errors' {
  interface DeclaredErrors {
    waitlist: typeof errors
  }
}
