/** Which of a taxpayer's appointments use up the limit that refused a booking. */
import { halfOf } from '../../../../functions/appointments/rules/slots'
import { isActive } from '../../../../functions/appointments/rules/states'
import { monthOf, weekOf } from '../../../../functions/core/pure/time'
import type { Appointment } from './answers'

interface Wanted {
  /** For whom, when that is known: limits count each taxpayer by itself. */
  readonly taxpayerId?: string | undefined
  readonly matter?: string
  readonly day?: string
  readonly start?: number
}

type Fits = (it: Appointment, day: string, wanted: Wanted) => boolean

const SLOT_MINUTES = 30

const fits: Readonly<Record<string, Fits>> = {
  LIMIT_SLOT: (it, day, { start }) =>
    it.day === day && start !== undefined && it.start < start + SLOT_MINUTES && it.end > start,
  LIMIT_HALF_DAY: (it, day, { matter, start }) =>
    it.day === day && it.matter === matter && start !== undefined && halfOf(it.start) === halfOf(start),
  LIMIT_WEEK: (it, day) => weekOf(it.day) === weekOf(day),
  LIMIT_MONTH: (it, day) => monthOf(it.day) === monthOf(day),
}

export const isLimit = (code: string): boolean => code in fits

/** Does the refusal `code` stand for one taxpayer only? */
export const countsTaxpayers = (code: string): boolean =>
  isLimit(code) || code === 'CANCEL_LIMIT' || code === 'BANNED'

/** The standing appointments that count towards the limit `code` for the wanted time. */
export const countedBy = (
  code: string,
  wanted: Wanted,
  mine: readonly Appointment[],
): readonly Appointment[] => {
  const { day, taxpayerId } = wanted
  const counts = fits[code]
  return counts && day !== undefined
    ? mine.filter(
        (it) =>
          isActive(it.state) &&
          (taxpayerId === undefined || it.taxpayer.id === taxpayerId) &&
          counts(it, day, wanted),
      )
    : []
}
