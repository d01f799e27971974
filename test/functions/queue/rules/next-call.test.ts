/** Calls: each place once, in order, whatever windows press and repeat; nobody starves; a passed number comes back after three. */
import fc from 'fast-check'
import {
  groupKey,
  NO_LINES,
  placeKey,
  placeOf,
  takePlace,
  type HallLines,
  type Line,
  type Place,
} from '../../../../functions/queue/rules/lines'
import {
  nextCall,
  recallClaim,
  releaseClaim,
  seeClaim,
  setWindow,
  skipClaim,
} from '../../../../functions/queue/rules/next-call'

const line = { matter: 'A', kind: 'plain', band: 540, came: 'walkIn' } as const
const NOTHING = { served: 0, missed: 0, waited: 0, serving: 0 }
const MATTERS = ['A', 'B', 'C']

const give = (lines: HallLines, ...places: readonly Line[]): HallLines =>
  places.reduce((so, place) => takePlace(so, place, 'A').lines, lines)
const open = (lines: HallLines, window = '1', matters: readonly string[] = MATTERS): HallLines =>
  setWindow(lines, window, { state: 'open', officer: 'o', matters }, 0)
const placeAt = (lines: HallLines, window = '1'): string => lines.windows[window]?.claim?.place ?? 'nowhere'
const done = (lines: HallLines, key: string, window = '1', putBack = false): HallLines =>
  releaseClaim(lines, window, {
    key,
    place: placeAt(lines, window),
    at: 0,
    putBack,
    adds: NOTHING,
    occupied: null,
  })

/** Presses until nobody waits; each number is served. */
const callAll = (from: HallLines, inARow = 2): Place[] => {
  const called: Place[] = []
  let lines = from
  for (;;) {
    const key = `k${called.length}`
    const next = nextCall(lines, { window: '1', key, at: 0, inARow })
    if (next.kind !== 'called') return called
    called.push(next.place)
    lines = done(next.lines, key)
  }
}

const places = fc.array(
  fc.record({
    matter: fc.constantFrom(...MATTERS),
    kind: fc.constantFrom('first' as const, 'plain' as const),
    band: fc.constantFrom(540, 570, 600),
    came: fc.constantFrom('booked' as const, 'walkIn' as const),
  }),
  { maxLength: 40 },
)

test('whoever presses and repeats, each place is called once, and who came in the same way in the order of coming', () => {
  const presses = fc.array(fc.record({ window: fc.nat(4), again: fc.boolean() }), { maxLength: 80 })
  fc.assert(
    fc.property(places, presses, (given, pressed) => {
      let lines = give(NO_LINES, ...given)
      for (let window = 0; window < 5; window += 1) lines = open(lines, `${window}`)
      const last = new Map<string, number>()
      let calls = 0
      for (const [index, { window, again }] of pressed.entries()) {
        const press = { window: `${window}`, key: `k${index}`, at: index, inARow: 2 }
        const next = nextCall(lines, press)
        if (next.kind !== 'called') {
          expect(next.kind).toBe('nobody')
          expect(calls).toBe(given.length)
          continue
        }
        calls += 1
        const { number } = next.place
        const group = groupKey(next.place)
        expect(number).toBe((last.get(group) ?? 0) + 1)
        last.set(group, number)
        expect(next.lines.turn).toBe(lines.turn + 1)
        lines = next.lines
        if (again)
          expect(nextCall(lines, press)).toMatchObject({
            kind: 'repeated',
            claim: { place: placeKey(next.place) },
          })
        expect(nextCall(lines, { ...press, key: 'other' }).kind).toBe('busy')
        const ticket = { id: 't', number: 'A001', serving: null }
        lines = done(
          seeClaim(lines, press.window, { key: press.key, place: placeKey(next.place), ticket }),
          press.key,
          press.window,
        )
        // Its answer was lost, and the number is served meanwhile: it does not call another.
        expect(nextCall(lines, press)).toEqual({ kind: 'over', ticketId: 't' })
        expect(done(lines, press.key, press.window)).toBe(lines)
      }
    }),
  )
})

test('a window makes at most two priority calls in a row while an ordinary number waits for it', () => {
  fc.assert(
    fc.property(places, (given) => {
      const called = callAll(open(give(NO_LINES, ...given)))
      expect(called).toHaveLength(given.length)
      called.forEach((_, at) => {
        const three = called.slice(at, at + 3)
        const allFirst = three.length === 3 && three.every(({ kind }) => kind === 'first')
        if (allFirst) expect(called.slice(at).some(({ kind }) => kind === 'plain')).toBe(false)
      })
    }),
  )
})

test('who booked goes before walk-ins of the same slot and later ones, and after those of an earlier one', () => {
  const early = { ...line, band: 510 }
  const booked = { ...line, came: 'booked' } as const
  const called = callAll(open(give(NO_LINES, line, early, booked)))
  expect(called.map(({ band, came }) => `${band} ${came}`)).toEqual([
    '510 walkIn',
    '540 booked',
    '540 walkIn',
  ])
})

test('a window calls nobody of a matter that it does not serve, and nobody while it is paused', () => {
  const lines = open(give(NO_LINES, line), '1', ['B'])
  const press = { window: '1', key: 'k', at: 0, inARow: 2 }
  expect(nextCall(lines, press).kind).toBe('nobody')
  const paused = setWindow(lines, '1', { state: 'paused', officer: 'o', matters: ['A'] }, 0)
  expect(nextCall(paused, press).kind).toBe('notOpen')
  expect(nextCall(lines, { ...press, window: '2' }).kind).toBe('notOpen')
})

test.each([
  [5, [2, 3, 4, 1, 5]],
  [2, [2, 1]],
  [1, [1]],
])(
  'a passed number of %i in line comes back after three others, or when nobody else waits',
  (waiting, order) => {
    const lines = open(give(NO_LINES, ...Array.from({ length: waiting }, () => line)))
    const first = nextCall(lines, { window: '1', key: 'first', at: 0, inARow: 2 })
    if (first.kind !== 'called') throw new Error(first.kind)
    const passed = done(first.lines, 'first', '1', true)
    expect(callAll(passed).map(({ number }) => number)).toEqual(order)
  },
)

test('a place that nobody has costs neither a call nor the row', () => {
  const first = { ...line, kind: 'first' } as const
  const lines = open(give(NO_LINES, first, first, first, line))
  const press = (so: HallLines, key: string) => nextCall(so, { window: '1', key, at: 0, inARow: 2 })
  const one = press(lines, 'a')
  if (one.kind !== 'called') throw new Error(one.kind)
  const skipped = skipClaim(one.lines, '1', { key: 'a', place: placeKey(one.place) })
  expect(skipped.calls).toEqual({ A: 0 })
  expect(callAll(skipped).map(({ kind }) => kind)).toEqual(['first', 'first', 'plain'])
})

test('a recall counts and calls nobody; what is said of another claim changes nothing', () => {
  const next = nextCall(open(give(NO_LINES, line)), { window: '1', key: 'a', at: 0, inARow: 2 })
  if (next.kind !== 'called') throw new Error(next.kind)
  const place = placeKey(next.place)
  expect(recallClaim(next.lines, '1', { key: 'a', place }, 5).windows['1']?.claim).toMatchObject({
    calls: 2,
    calledAt: 5,
  })
  for (const same of [
    recallClaim(next.lines, '1', { key: 'b', place }, 5),
    skipClaim(next.lines, '1', { key: 'b', place }),
    // The same call, which has claimed another place since.
    skipClaim(next.lines, '1', { key: 'a', place: 'B_p_0540_w_7' }),
    done(next.lines, 'b'),
    seeClaim(next.lines, '2', { key: 'a', place, ticket: null }),
  ])
    expect(same).toBe(next.lines)
})

test('a place’s key is read as what it was made of', () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 1, max: 9999 }), ([place], number) => {
      if (place) expect(placeOf(placeKey({ ...place, number }))).toEqual({ ...place, number })
    }),
  )
})
