/** Opening hours that pass: a table of a hall with a lunch break over weekends and holidays, and what holds of any hours. */
import fc from 'fast-check'
import { dayKind } from '../../../functions/core/pure/calendar'
import { dayOf, HOUR, instantOf, MINUTE } from '../../../functions/core/pure/time'
import { openMinutesAfter } from '../../../functions/core/pure/open-minutes'
import { openAt } from '../../../functions/halls/rules/hours'

/** 9:00–12:00 and 13:30–17:00. */
const hours = [
  { from: 540, to: 720 },
  { from: 810, to: 1020 },
] as const

it.each([
  ['within a morning', '2026-11-24', 540, 60, '2026-11-24', 600],
  ['up to the very end of a stretch', '2026-11-24', 540, 180, '2026-11-24', 720],
  ['over lunch', '2026-11-24', 600, 240, '2026-11-24', 930],
  ['asked in the lunch break', '2026-11-24', 750, 240, '2026-11-25', 570],
  ['asked before it opens', '2026-11-24', 300, 240, '2026-11-24', 870],
  ['into the next day', '2026-11-24', 990, 240, '2026-11-25', 840],
  ['over a weekend', '2026-11-27', 960, 240, '2026-11-30', 720],
  ['over the National Day holiday', '2026-09-30', 1000, 60, '2026-10-08', 580],
  ['on a Saturday given in exchange', '2026-10-09', 1000, 60, '2026-10-10', 580],
])('%s', (_, day, minute, minutes, until, at) =>
  expect(openMinutesAfter(hours, instantOf(day, minute), minutes)).toBe(instantOf(until, at)),
)

it('is not guessed where a year is not published, nor of a hall that never opens', () => {
  expect(openMinutesAfter(hours, instantOf('2026-12-31', 1010), 240)).toBeUndefined()
  expect(openMinutesAfter([], instantOf('2026-11-24', 600), 1)).toBeUndefined()
})

it('counts open minutes and no others: one more for each that the hall is open', () => {
  const from = fc.integer({ min: instantOf('2026-01-04'), max: instantOf('2026-11-30') })
  fc.assert(
    fc.property(from, fc.integer({ min: 1, max: 600 }), (at, minutes) => {
      const until = openMinutesAfter(hours, at, minutes)
      if (until === undefined) throw new Error('the year is published')
      let open = 0
      // By the minute, from the next whole one: what a stretch begun within a minute leaves is the last.
      for (let now = at; now < until; now += MINUTE) if (openAt(hours, now)) open += 1
      expect(Math.abs(open - minutes)).toBeLessThanOrEqual(2)
      expect(dayKind(dayOf(until - 1))).toBe('working')
      expect(openMinutesAfter(hours, at, minutes + 1)).toBeGreaterThan(until)
      expect(until).toBeGreaterThanOrEqual(at + minutes * MINUTE)
      expect(openMinutesAfter(hours, at + HOUR, minutes)).toBeGreaterThanOrEqual(until)
    }),
    { numRuns: 150 },
  )
})
