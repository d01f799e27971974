/** The way through a booking: what is known so far, read from a URL. */
import { isDay } from '../../../../functions/core/pure/time'
import type { Day, MinuteOfDay } from '../../../../functions/core/pure/time'

/** What a booking page may be opened with; anything malformed is dropped, never trusted. */
export interface Trip {
  readonly hallId?: string
  readonly matter?: string
  readonly day?: Day
  readonly start?: MinuteOfDay
  /** The hold that keeps the seat while the taxpayer confirms. */
  readonly hold?: string
}

export type RawParams = Readonly<Record<string, string | undefined>>

const pick = (raw: string | undefined, pattern: RegExp): string | undefined => {
  if (raw === undefined) return undefined
  const text = decode(raw)
  return pattern.test(text) ? text : undefined
}

const decode = (raw: string): string => {
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}

const minuteFrom = (raw: string | undefined): MinuteOfDay | undefined => {
  const digits = pick(raw, /^\d{1,4}$/)
  if (digits === undefined) return undefined
  const minute = Number(digits)
  return minute <= 1440 ? minute : undefined
}

const dayFrom = (raw: string | undefined): Day | undefined => (raw !== undefined && isDay(raw) ? raw : undefined)

export const APPOINTMENT_ID = /^ap_[0-9a-z]{26}$/

/** Reads the parameters of a deep link or a share card. */
export const readTrip = (raw: RawParams): Trip => ({
  hallId: pick(raw['hallId'], /^[A-Za-z0-9_.-]{1,80}$/),
  matter: pick(raw['matter'], /^[A-Z0-9]{2,16}$/),
  day: dayFrom(raw['day']),
  start: minuteFrom(raw['start']),
  hold: pick(raw['hold'], APPOINTMENT_ID),
})

/** The id of a ticket link, or undefined when it is not one. */
export const readAppointmentId = (raw: RawParams): string | undefined => pick(raw['id'], APPOINTMENT_ID)
