/** The log of a running instance: one JSON line an entry, personal data redacted before anything is written. */
import type { Log } from './log'
import { redact } from './redact'
import { writeOut } from './standard-output'

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]
type Written = keyof Log

const nothing = (): void => undefined

/** Writes nothing, at no cost. */
export const silentLog: Log = { info: nothing, warn: nothing, error: nothing }

/**
 * `{"level":"info","time":"2026-11-22T03:04:05.678Z",…fields,"msg":"call"}`: a field cannot take the place of these three.
 * @param options.level below it nothing is written; `silent` costs nothing at all
 * @param options.destination where lines go, each ended by a line feed; standard output when absent
 */
export const createLog = (options: {
  readonly level: LogLevel
  readonly destination?: { write(line: string): unknown }
}): Log => {
  const { level, destination = { write: writeOut } } = options
  if (level === 'silent') return silentLog
  const lowest = LOG_LEVELS.indexOf(level)
  const writer = (label: Written): Log[Written] => {
    if (LOG_LEVELS.indexOf(label) < lowest) return nothing
    return (fields, message) => {
      const own = { level: label, time: new Date().toISOString() }
      destination.write(`${JSON.stringify({ ...own, ...redact(fields), ...own, msg: message })}\n`)
    }
  }
  return { info: writer('info'), warn: writer('warn'), error: writer('error') }
}
