/** The phone's own calendar, which WeChat reaches for its user's sake, if she lets it. */
import Taro from '@tarojs/taro'
import { instantOf, type Day } from '../../../../functions/core/pure/time'

export interface PhoneEvent {
  readonly title: string
  readonly day: Day
  readonly description: string
}

export type Added = 'added' | 'refused' | 'closed' | 'failed'

/** The day before, at nine: seconds before the midnight that the day begins with. */
const ALARM_BEFORE = 15 * 3600

const reasonOf = (thrown: unknown): string => {
  const message: unknown =
    typeof thrown === 'object' && thrown !== null ? Reflect.get(thrown, 'errMsg') : undefined
  return typeof message === 'string' ? message : ''
}

/** Never throws. `closed`: its user left the phone's own sheet; `refused`: it may not use the calendar. */
export const addToPhone = async ({ title, day, description }: PhoneEvent): Promise<Added> => {
  try {
    await Taro.addPhoneCalendar({
      title,
      description,
      allDay: true,
      startTime: instantOf(day) / 1000,
      alarm: true,
      alarmOffset: ALARM_BEFORE,
    })
    return 'added'
  } catch (thrown) {
    const reason = reasonOf(thrown)
    if (/auth|permission|denied|deny/i.test(reason)) return 'refused'
    return /cancel/i.test(reason) ? 'closed' : 'failed'
  }
}
