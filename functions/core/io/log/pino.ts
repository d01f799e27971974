/** The log of a running instance: pino, one JSON line an entry, personal data redacted before anything is written. */
import { pino, type DestinationStream } from 'pino'
import type { Log } from './log'
import { redact } from './redact'

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof LOG_LEVELS)[number]

const nothing = (): void => undefined

/** Writes nothing, at no cost. */
export const silentLog: Log = { info: nothing, warn: nothing, error: nothing }

/**
 * @param options.level below it nothing is written; `silent` costs nothing at all
 * @param options.destination where lines go; standard output when absent
 */
export const createLog = (options: { readonly level: LogLevel; readonly destination?: DestinationStream }): Log => {
  if (options.level === 'silent') return silentLog
  const logger = pino(
    {
      level: options.level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      // Errors are redacted with everything else.
      serializers: { err: (error: unknown) => error },
      formatters: { level: (label) => ({ level: label }), log: redact },
    },
    options.destination ?? pino.destination({ dest: 1, sync: true }),
  )
  return {
    info: (fields, message) => logger.info(fields, message),
    warn: (fields, message) => logger.warn(fields, message),
    error: (fields, message) => logger.error(fields, message),
  }
}
