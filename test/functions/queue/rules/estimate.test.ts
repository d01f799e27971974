/** How many go before, against calling itself; and a wait as a range: right when times are, unknown when nobody knows. */
import fc from 'fast-check'
import { MINUTE } from '../../../../functions/core/pure/time'
import { ahead, waitingBy } from '../../../../functions/queue/rules/ahead'
import { estimate, FEWEST_SAMPLES, STILL_MS } from '../../../../functions/queue/rules/estimate'
import {
  NO_LINES,
  placeKey,
  takePlace,
  type HallLines,
  type Line,
} from '../../../../functions/queue/rules/lines'
import { nextCall, releaseClaim, setWindow } from '../../../../functions/queue/rules/next-call'

const IN_A_ROW = 2
const lineOf = fc.record<Line>({
  matter: fc.constantFrom('A', 'B'),
  kind: fc.constantFrom('first', 'plain'),
  band: fc.constantFrom(540, 570),
  came: fc.constantFrom('booked', 'walkIn'),
})

/** Calls by one window until that place is called. */
const callsBefore = (from: HallLines, place: string): number => {
  let lines = from
  for (let calls = 0; ; calls += 1) {
    const key = `k${calls}`
    const next = nextCall(lines, { window: '1', key, at: 0, inARow: IN_A_ROW })
    if (next.kind !== 'called') throw new Error(`never called: ${place}`)
    if (placeKey(next.place) === place) return calls
    const adds = { served: 0, missed: 0, waited: 0, serving: 0 }
    lines = releaseClaim(next.lines, '1', {
      key,
      place: placeKey(next.place),
      at: 0,
      putBack: false,
      adds,
      occupied: null,
    })
  }
}

test('as many go before as one window calls before, give or take a row of priority numbers', () => {
  fc.assert(
    fc.property(fc.array(lineOf, { minLength: 1, maxLength: 25 }), fc.nat(), (of, pick) => {
      let lines = setWindow(NO_LINES, '1', { state: 'open', officer: 'o', matters: ['A', 'B'] }, 0)
      const places = of.map((line) => {
        const taken = takePlace(lines, line, 'A')
        lines = taken.lines
        return taken.place
      })
      const place = places[pick % places.length]
      if (!place) return
      const told = ahead(lines, place, IN_A_ROW).reduce((sum, { count }) => sum + count, 0)
      expect(Math.abs(told - callsBefore(lines, placeKey(place)))).toBeLessThanOrEqual(IN_A_ROW)
    }),
  )
})

test('of one kind it is exact', () => {
  fc.assert(
    fc.property(fc.array(lineOf, { minLength: 1, maxLength: 25 }), fc.nat(), (of, pick) => {
      let lines = setWindow(NO_LINES, '1', { state: 'open', officer: 'o', matters: ['A', 'B'] }, 0)
      const places = of.map((line) => {
        const taken = takePlace(lines, { ...line, kind: 'plain' }, 'A')
        lines = taken.lines
        return taken.place
      })
      const place = places[pick % places.length]
      if (!place) return
      const told = ahead(lines, place, IN_A_ROW).reduce((sum, { count }) => sum + count, 0)
      expect(told).toBe(callsBefore(lines, placeKey(place)))
      expect([...waitingBy(lines).values()].reduce((sum, count) => sum + count, 0)).toBe(of.length)
    }),
  )
})

const times = (count: number, minutes: number) => ({
  A: Array.from({ length: count }, () => minutes * MINUTE),
})
const moment = {
  ahead: [{ matter: 'A', count: 4 }],
  matter: 'A',
  windows: 1,
  idle: 0,
  coming: 0,
  overtaking: 0,
  workedAt: 0,
  now: 0,
}

test('when every visit takes ten minutes, five before one window take fifty', () => {
  expect(estimate(times(20, 10), moment)).toEqual({ known: true, from: 50, to: 60 })
  expect(estimate(times(20, 10), { ...moment, windows: 2 })).toEqual({ known: true, from: 25, to: 30 })
})

test('who is still to come, and who may overtake, make it longer', () => {
  const plain = estimate(times(20, 10), moment)
  const coming = estimate(times(20, 10), { ...moment, coming: 2 })
  const overtaken = estimate(times(20, 10), { ...moment, overtaking: 0.2 })
  if (!plain.known || !coming.known || !overtaken.known) throw new Error('all are known')
  expect(coming.from).toBe(plain.from + 20)
  expect(overtaken.from).toBeGreaterThan(plain.from + 10)
})

test('times that differ more give a wider range', () => {
  const even = estimate(times(40, 10), moment)
  const wild = estimate({ A: Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? 2 : 18) * MINUTE) }, moment)
  if (!even.known || !wild.known) throw new Error('both are known')
  expect(wild.to - wild.from).toBeGreaterThan(even.to - even.from)
})

test.each([
  ['no window serves it', { windows: 0 }, 'noWindow'],
  ['nothing moved for ten minutes', { now: STILL_MS + 1 }, 'still'],
])('unknown: %s', (_, more, why) => {
  expect(estimate(times(20, 10), { ...moment, ...more })).toEqual({ known: false, why })
})

test('whatever the times, a known range is whole minutes, the second no less than the first', () => {
  const known = fc.array(fc.integer({ min: 0, max: 7_200_000 }), { minLength: 0, maxLength: 40 })
  fc.assert(
    fc.property(known, fc.nat(60), fc.integer({ min: 1, max: 20 }), (A, count, windows) => {
      const told = estimate({ A }, { ...moment, ahead: [{ matter: 'A', count }], windows })
      if (!told.known) return
      expect(Number.isSafeInteger(told.from) && Number.isSafeInteger(told.to)).toBe(true)
      expect(told.to).toBeGreaterThanOrEqual(told.from)
    }),
  )
})

test('unknown below five times; nothing to wait for at a free window', () => {
  expect(estimate(times(FEWEST_SAMPLES - 1, 10), moment)).toEqual({ known: false, why: 'fewTimes' })
  expect(estimate({}, { ...moment, ahead: [], idle: 1 })).toEqual({ known: true, from: 0, to: 1 })
})
