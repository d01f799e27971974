/** The way through a booking: what is known so far, read from a URL. */
import { isAppointmentId, isDay, isStart } from '../../../../functions/appointments/rules/fields'
import { isHallId, isMatterCode } from '../../../../functions/halls/rules/fields'
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

const pick = (raw: string | undefined, fits: (value: string) => boolean): string | undefined => {
  if (raw === undefined) return undefined
  const text = decode(raw)
  return fits(text) ? text : undefined
}

const decode = (raw: string): string => {
  try {
    return decodeURIComponent(raw)
  } catch {
    return raw
  }
}

const minuteFrom = (raw: string | undefined): MinuteOfDay | undefined => {
  const digits = pick(raw, (text) => /^\d{1,4}$/.test(text) && isStart(Number(text)))
  return digits === undefined ? undefined : Number(digits)
}

/** Reads the parameters of a deep link or a share card. */
export const readTrip = (raw: RawParams): Trip => ({
  hallId: pick(raw['hallId'], isHallId),
  matter: pick(raw['matter'], isMatterCode),
  day: pick(raw['day'], isDay),
  start: minuteFrom(raw['start']),
  hold: pick(raw['hold'], isAppointmentId),
})

/** The id of a ticket link, or undefined when it is not one. */
export const readAppointmentId = (raw: RawParams): string | undefined => pick(raw['id'], isAppointmentId)
