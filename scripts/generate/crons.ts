/** A timer's seven fields (seconds first, year last, Asia/Shanghai) in each platform's notation. */

const UTC_OFFSET = 8

/** Hours of Shanghai in UTC. Those that fall on the day before are right only while the day fields are stars. */
const utcHours = (hours: string, anyDay: boolean): string => {
  if (hours === '*') return hours
  const moved = hours.split(',').map((hour) => Number(hour) - UTC_OFFSET)
  if (moved.some((hour) => !Number.isInteger(hour)) || !anyDay)
    throw new Error(`${hours}: hours of chosen days are not translated`)
  return moved
    .map((hour) => (hour + 24) % 24)
    .sort((a, b) => a - b)
    .join(',')
}

const fieldsOf = (cron: string): readonly string[] => {
  const fields = cron.split(' ')
  if (fields.length !== 7) throw new Error(`${cron}: seven fields, seconds first and the year last`)
  return fields
}

/** CloudBase: the same seven fields, in Shanghai's time. */
export const cloudbaseCron = (cron: string): string => fieldsOf(cron).join(' ')

/** EventBridge: `minute hour day month weekday year` in UTC, a question mark for the weekday; seconds fall away. */
export const eventBridgeCron = (cron: string): string => {
  const [, minute = '', hours = '', day = '', month = '', weekday = '', year = ''] = fieldsOf(cron)
  if (weekday !== '*') throw new Error(`${cron}: weekdays are not translated`)
  return `cron(${minute} ${utcHours(hours, day === '*' && month === '*')} ${day} ${month} ? ${year})`
}
