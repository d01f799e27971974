/**
 * Codes of Tencent Cloud SMS (`SendSms`, 2021-01-11; cloud.tencent.com/document/api/382/55981 and 382/59177), by what they say of a
 * message. What is not here is a fault of ours until somebody has looked.
 */
import { HOUR, MINUTE } from '../../../pure/time'
import type { SendOutcome } from '../contract'

/** Of one number. It was not sent, and a little later it may be. */
const LATER: ReadonlySet<string> = new Set([
  'LimitExceeded.PhoneNumberThirtySecondLimit',
  'LimitExceeded.PhoneNumberOneHourLimit',
  'InternalError.OtherError',
  'InternalError.RequestTimeException',
])

/** Of one number, and for good, or for today: its person's, not ours. */
const REFUSED: ReadonlySet<string> = new Set([
  'FailedOperation.PhoneNumberInBlacklist',
  'InvalidParameterValue.IncorrectPhoneNumber',
  'LimitExceeded.PhoneNumberDailyLimit',
  'LimitExceeded.PhoneNumberSameContentDailyLimit',
])

/** Of all that we send: for so long nothing goes out. */
const TOO_OFTEN: Readonly<Record<string, number>> = {
  RequestLimitExceeded: 1_000,
  'RequestLimitExceeded.IPLimitExceeded': 1_000,
  'RequestLimitExceeded.UinLimitExceeded': 1_000,
  'LimitExceeded.DeliveryFrequencyLimit': MINUTE,
  'LimitExceeded.AppDailyLimit': HOUR,
  'LimitExceeded.AppMainlandChinaDailyLimit': HOUR,
}

/** It may have been sent. */
const UNKNOWN: ReadonlySet<string> = new Set([
  'InternalError',
  'InternalError.Timeout',
  'InternalError.SendAndRecvFail',
])

/** Letters and points alone: what a code of theirs looks like. */
const CODE = /^[A-Za-z]{2,40}(\.[A-Za-z]{2,60})?$/

export const outcomeOfCode = (code: string): SendOutcome => {
  const why = CODE.test(code) ? code : 'OtherError'
  if (code === 'Ok') return { outcome: 'sent' }
  if (LATER.has(code)) return { outcome: 'again', why }
  if (REFUSED.has(code)) return { outcome: 'refused', why }
  if (UNKNOWN.has(code)) return { outcome: 'unknown', why }
  const waitMs = Object.hasOwn(TOO_OFTEN, code) ? TOO_OFTEN[code] : undefined
  if (waitMs !== undefined) return { outcome: 'tooOften', why, waitMs }
  return { outcome: 'refused', why, fault: true }
}
