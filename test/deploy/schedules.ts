/** The schedules as `functions/<name>/timers.ts` has them, and as each platform writes them. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { timers as appointments } from '../../functions/appointments/timers'
import { timers as own } from '../../functions/timers/timers'

export interface Timer {
  readonly procedure: string
  /** Five fields, or seven with seconds first and the year last; Asia/Shanghai. */
  readonly cron: string
}

const folder = join(process.cwd(), 'functions')
/** Every deployable function: a folder with an index. */
export const functionNames: readonly string[] = readdirSync(folder)
  .filter((name) => name !== 'core' && existsSync(join(folder, name, 'index.ts')))
  .sort()
/** Of those, the ones that have schedules. */
export const scheduledNames: readonly string[] = functionNames.filter((name) =>
  existsSync(join(folder, name, 'timers.ts')),
)
export const timersOf: Readonly<Record<string, readonly Timer[]>> = { appointments, timers: own }

const UTC_OFFSET = 8
const fieldsOf = (
  cron: string,
): { readonly second: string; readonly rest: readonly string[]; readonly year: string } => {
  const fields = cron.split(' ')
  if (fields.length === 5) return { second: '0', rest: fields, year: '*' }
  if (fields.length === 7) return { second: fields[0] ?? '', rest: fields.slice(1, 6), year: fields[6] ?? '' }
  throw new Error(`${cron}: neither five nor seven fields`)
}

/** CloudBase: seven fields, in Shanghai's time. */
export const cloudbaseCron = (cron: string): string => {
  const { second, rest, year } = fieldsOf(cron)
  return [second, ...rest, year].join(' ')
}

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

/** EventBridge: `minute hour day month weekday year` in UTC, a question mark for the weekday; seconds fall away. */
export const eventBridgeCron = (cron: string): string => {
  const {
    rest: [minute = '', hours = '', day = '', month = '', weekday = ''],
    year,
  } = fieldsOf(cron)
  if (weekday !== '*') throw new Error(`${cron}: weekdays are not translated`)
  return `cron(${minute} ${utcHours(hours, day === '*' && month === '*')} ${day} ${month} ? ${year})`
}
