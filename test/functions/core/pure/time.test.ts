import fc from 'fast-check'
import {
  addDays,
  dayOf,
  DAY_MS,
  daysBetween,
  HOUR,
  instantOf,
  isDay,
  minuteOf,
  weekdayOf,
} from '../../../../functions/core/pure/time'

/** Instants of the years 1600 to 2400. */
const instants = fc.integer({ min: Date.UTC(1600, 0, 1), max: Date.UTC(2400, 0, 1) })
const shanghai = (at: number): Date => new Date(at + 8 * HOUR)

describe('legal days', () => {
  it('are those of the calendar at +08:00, whatever the instant', () => {
    fc.assert(
      fc.property(instants, (at) => {
        const day = dayOf(at)
        expect(day).toBe(shanghai(at).toISOString().slice(0, 10))
        expect(isDay(day)).toBe(true)
        expect(weekdayOf(day) % 7).toBe(shanghai(at).getUTCDay())
        expect(instantOf(day, minuteOf(at))).toBe(at - (((at % 60_000) + 60_000) % 60_000))
      }),
      { numRuns: 2000 },
    )
  })
  it('are added and counted as days are', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -4000, max: 4000 }), (at, days) => {
        const later = addDays(dayOf(at), days)
        expect(later).toBe(dayOf(at + days * DAY_MS))
        expect(daysBetween(dayOf(at), later)).toBe(days)
      }),
      { numRuns: 2000 },
    )
  })
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '1900-02-29', 'today', ''])(
    '%s is none',
    (text) => expect(isDay(text)).toBe(false),
  )
  it.each(['2024-02-29', '2000-02-29', '2026-12-31'])('%s is one', (text) => expect(isDay(text)).toBe(true))
})
