/** What only `queue` answers with. */
import { defineErrors, errorRow } from '../../core/pure/errors'

export const errors = defineErrors({
  CODE_UNKNOWN: errorRow(
    404,
    false,
    '没有这个预约码。请核对六位数字，或扫描预约票上的二维码。',
    'There is no such booking code. Please check the six digits, or scan the code on the ticket.',
  ),
  WRONG_HALL: errorRow(
    409,
    false,
    '这个预约不在本厅，请到预约的大厅办理。',
    'This booking is at another hall. Please go to the hall that was booked.',
  ),
  WRONG_DAY: errorRow(
    409,
    false,
    '这个预约不是今天的。今天要办，可以现场取号。',
    'This booking is not for today. To be served today, take a number as a walk-in.',
  ),
  TOO_EARLY: errorRow(
    409,
    false,
    '还没到取号时间：时段开始前 15 分钟起可以取号。',
    'It is too early: a number is given from 15 minutes before the booked time.',
  ),
  TOO_LATE: errorRow(
    409,
    false,
    '预约时段已结束，预约号已失效。今天要办，可以现场取号。',
    'The booked time is over, and so is the booking. To be served today, take a number as a walk-in.',
  ),
  TICKETED: errorRow(409, false, '这个预约已经取过号。', 'This booking has its number already.'),
  NOT_STANDING: errorRow(
    409,
    false,
    '这个预约已取消或已失效，不能取号。今天要办，可以现场取号。',
    'This booking was cancelled or has lapsed. To be served today, take a number as a walk-in.',
  ),
  NOT_NEAR: errorRow(
    409,
    false,
    '您离大厅还有 300 米以上。到了再取号，或者在门口出示预约票。',
    'You are more than 300 m from the hall. Take your number when you are there, or show your ticket at the door.',
  ),
  NO_POSITION: errorRow(
    409,
    false,
    '这个大厅不用手机定位取号，请在门口出示预约票或向工作人员取号。',
    'This hall gives no numbers by position. Please show your ticket at the door, or ask the staff.',
  ),
  NUMBERS_ENDED: errorRow(
    409,
    false,
    '大厅现在不发号：不在办公时间，或已停止办理。',
    'The hall gives no numbers now: it is not open, or has stopped.',
  ),
  IN_LINE: errorRow(
    409,
    false,
    '您在这个大厅已有等候中的号。',
    'You have a number at this hall already that is still waiting.',
  ),
  NUMBERS_LIMIT: errorRow(
    409,
    false,
    '今天在这个大厅取号的次数已到上限，请向工作人员取号。',
    'You have taken as many numbers at this hall today as can be. Please ask the staff.',
  ),
  WINDOW_UNKNOWN: errorRow(404, false, '没有这个窗口。', 'There is no such window.'),
  WINDOW_TAKEN: errorRow(
    409,
    false,
    '这个窗口现在由另一位工作人员使用。要接手，请重新打开窗口。',
    'Another officer works at this window. Open it again to take it over.',
  ),
  WINDOW_CLOSED: errorRow(
    409,
    false,
    '窗口没有打开，请先打开窗口再叫号。',
    'The window is not open. Open it before you call.',
  ),
  WINDOW_BUSY: errorRow(
    409,
    false,
    '窗口还有没办完的号，请先办结、转办或过号。',
    'The window still has a number. Finish it, hand it on or pass it first.',
  ),
  TICKET_STATE: errorRow(
    409,
    false,
    '这个号的状态已变，请看最新的状态。',
    'This number has moved on meanwhile. Please look at it again.',
  ),
  SAME_MATTER: errorRow(
    409,
    false,
    '已经是这个事项，请选择别的事项。',
    'It is that matter already. Please choose another one.',
  ),
  NOT_SERVED: errorRow(409, false, '办理后才能评价。', 'A visit can be rated once it was served or is over.'),
  RATED_BEFORE: errorRow(409, false, '这次办理已经评价过。', 'This visit was rated before.'),
})

declare module '../../core/pure/errors' {
  interface DeclaredErrors {
    queue: typeof errors
  }
}
