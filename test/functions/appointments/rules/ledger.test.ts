import fc from 'fast-check'
import {
  emptyLedger,
  folded,
  ledgerVerdict,
  monthCancellations,
  pruned,
  suspension,
  withCancellation,
  withEntry,
  withoutEntry,
  type Ledger,
  type LedgerEntry,
} from '../../../../functions/appointments/rules/ledger'
import { limitsOn } from '../../../../functions/appointments/rules/limits'
import { addDays, DAY_MS, instantOf, MINUTE, monthOf, weekOf } from '../../../../functions/core/pure/time'

const limits = limitsOn('2026-11-22')
const now = instantOf('2026-11-22', 600)
const entry = (id: string, day: string, start = 540, matter = 'A1', until = 0): LedgerEntry => ({
  id,
  hallId: 'h',
  day,
  start,
  end: start + 30,
  matter,
  until,
})
const holding = (...entries: LedgerEntry[]): Ledger => ({ ...emptyLedger, active: entries })
const ask = (ledger: Ledger, day: string, start = 540, matter = 'A1', at = now) => {
  const verdict = ledgerVerdict(ledger, { day, start, end: start + 30, matter }, { limits, now: at })
  return verdict.ok ? 'ok' : verdict.refusal.code
}

describe('limits of a taxpayer', () => {
  it.each([
    ['an empty ledger', holding(), '2026-11-24', 540, 'A1', 'ok'],
    ['the same slot', holding(entry('a', '2026-11-24')), '2026-11-24', 540, 'B2', 'LIMIT_SLOT'],
    [
      'an overlapping slot of another hall',
      holding(entry('a', '2026-11-24', 525)),
      '2026-11-24',
      540,
      'B2',
      'LIMIT_SLOT',
    ],
    [
      'the same matter in the same half-day',
      holding(entry('a', '2026-11-24')),
      '2026-11-24',
      690,
      'A1',
      'LIMIT_HALF_DAY',
    ],
    [
      'the same matter in the other half-day',
      holding(entry('a', '2026-11-24')),
      '2026-11-24',
      810,
      'A1',
      'ok',
    ],
    ['another matter in the same half-day', holding(entry('a', '2026-11-24')), '2026-11-24', 690, 'B2', 'ok'],
    [
      'a third of the week',
      holding(entry('a', '2026-11-23'), entry('b', '2026-11-24')),
      '2026-11-27',
      540,
      'A1',
      'LIMIT_WEEK',
    ],
    [
      'the first of the next week',
      holding(entry('a', '2026-11-23'), entry('b', '2026-11-24')),
      '2026-11-30',
      540,
      'A1',
      'ok',
    ],
  ])('%s', (_, ledger, day, start, matter, expected) =>
    expect(ask(ledger, day, start, matter)).toBe(expected),
  )

  it('allow six in a month', () => {
    const days = ['2026-11-02', '2026-11-03', '2026-11-09', '2026-11-10', '2026-11-16']
    expect(ask(holding(...days.map((day, i) => entry(`${i}`, day))), '2026-11-24')).toBe('ok')
    expect(ask(holding(...[...days, '2026-11-17'].map((day, i) => entry(`${i}`, day))), '2026-11-24')).toBe(
      'LIMIT_MONTH',
    )
  })

  it('name the rule, the figure and its use', () => {
    const verdict = ledgerVerdict(
      holding(entry('a', '2026-11-24')),
      { day: '2026-11-24', start: 540, end: 570, matter: 'A1' },
      { limits, now },
    )
    expect(verdict).toMatchObject({
      ok: false,
      refusal: {
        code: 'LIMIT_SLOT',
        limit: 1,
        used: 1,
        rule: limits.perSlot.rule,
        basis: limits.perSlot.basis,
      },
    })
  })

  it('do not count a hold that ran out, swept or not', () => {
    const ledger = holding(entry('a', '2026-11-24', 540, 'A1', now))
    expect(ask(ledger, '2026-11-24', 540, 'A1', now - 1)).toBe('LIMIT_SLOT')
    expect(ask(ledger, '2026-11-24', 540, 'A1', now)).toBe('ok')
  })
})

describe('suspension', () => {
  const cancelled = (...days: string[]): Ledger =>
    days.reduce(
      (ledger, day, i) =>
        withCancellation(ledger, { id: `c${i}`, at: instantOf(day, 600), late: i % 2 === 0 }),
      emptyLedger,
    )
  const absent = (...days: string[]): Ledger => ({
    ...emptyLedger,
    noShows: days.map((day, i) => ({ id: `n${i}`, day })),
  })

  it('comes with the fifth cancellation of a month, late ones alike, for 30 days to the minute', () => {
    const four = cancelled('2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05')
    expect(suspension(four, limits, now)).toEqual({ ok: true })
    const five = cancelled('2026-11-02', '2026-11-03', '2026-11-04', '2026-11-05', '2026-11-06')
    const until = instantOf('2026-11-06', 600) + 30 * DAY_MS
    expect(suspension(five, limits, now)).toMatchObject({
      ok: false,
      refusal: { code: 'CANCEL_LIMIT', limit: 5, used: 5, until },
    })
    expect(suspension(five, limits, until - 1).ok).toBe(false)
    expect(suspension(five, limits, until).ok).toBe(true)
  })

  it('does not add up over two months', () =>
    expect(
      suspension(cancelled('2026-10-28', '2026-10-29', '2026-10-30', '2026-11-02', '2026-11-03'), limits, now)
        .ok,
    ).toBe(true))

  it('comes with the third no-show of a month, and goes when one is withdrawn', () => {
    expect(suspension(absent('2026-11-02', '2026-11-03'), limits, now).ok).toBe(true)
    const three = absent('2026-11-02', '2026-11-03', '2026-11-12')
    expect(suspension(three, limits, now)).toMatchObject({
      ok: false,
      refusal: { code: 'BANNED', until: instantOf('2026-11-13') + 30 * DAY_MS },
    })
    expect(suspension({ ...three, noShows: three.noShows.slice(1) }, limits, now).ok).toBe(true)
  })

  it('refuses any booking, whatever the slot', () =>
    expect(ask(absent('2026-11-02', '2026-11-03', '2026-11-12'), '2026-11-27')).toBe('BANNED'))
})

describe('the ledger', () => {
  const day = fc.integer({ min: -90, max: 10 }).map((n) => addDays('2026-11-22', n))
  const anyLedger: fc.Arbitrary<Ledger> = fc.record({
    active: fc.uniqueArray(
      fc
        .tuple(fc.nat(30), day, fc.constantFrom(0, now - MINUTE, now + MINUTE))
        .map(([n, on, until]) => entry(`a${n}`, on, 540 + (n % 4) * 30, 'A1', until)),
      { selector: ({ id }) => id, maxLength: 9 },
    ),
    cancellations: fc.uniqueArray(
      fc
        .tuple(fc.nat(30), day, fc.boolean())
        .map(([n, on, late]) => ({ id: `c${n}`, at: instantOf(on, 600), late })),
      { selector: ({ id }) => id, maxLength: 9 },
    ),
    noShows: fc.uniqueArray(
      fc.tuple(fc.nat(30), day).map(([n, on]) => ({ id: `n${n}`, day: on })),
      { selector: ({ id }) => id, maxLength: 5 },
    ),
  })
  const wish = fc.tuple(
    fc.integer({ min: 1, max: 9 }).map((n) => addDays('2026-11-22', n)),
    fc.constantFrom(540, 570, 600, 810),
  )

  it('never lets more stand than the limits allow', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 40 }), (wishes) => {
        const ledger = wishes.reduce<Ledger>(
          (standing, [on, start], i) =>
            ask(standing, on, start) === 'ok' ? withEntry(standing, entry(`${i}`, on, start)) : standing,
          emptyLedger,
        )
        const most = (keyOf: (one: LedgerEntry) => string) =>
          Math.max(
            0,
            ...ledger.active.map(
              (one) => ledger.active.filter((other) => keyOf(other) === keyOf(one)).length,
            ),
          )
        expect(most(({ day: on, start }) => `${on}${start}`)).toBeLessThanOrEqual(1)
        expect(most(({ day: on, start }) => `${on}${start < 720}`)).toBeLessThanOrEqual(1)
        expect(most(({ day: on }) => weekOf(on))).toBeLessThanOrEqual(2)
        expect(most(({ day: on }) => monthOf(on))).toBeLessThanOrEqual(6)
      }),
    )
  })

  it('answers the same after it was pruned', () => {
    fc.assert(
      fc.property(anyLedger, wish, (ledger, [on, start]) =>
        expect(ask(pruned(ledger, now), on, start)).toBe(ask(ledger, on, start)),
      ),
    )
  })

  it('can be folded twice and is the same; nothing is lost or doubled', () => {
    fc.assert(
      fc.property(anyLedger, anyLedger, (a, b) => {
        const once = folded(a, b)
        expect(folded(once, b)).toEqual(once)
        const ids = (ledger: Ledger) =>
          new Set([...ledger.active, ...ledger.cancellations, ...ledger.noShows].map(({ id }) => id))
        expect(ids(once)).toEqual(new Set([...ids(a), ...ids(b)]))
      }),
    )
  })

  it('counts a cancellation once, and takes the appointment off', () => {
    const ledger = withEntry(emptyLedger, entry('x', '2026-11-24'))
    const once = withCancellation(ledger, { id: 'x', at: now, late: false })
    expect(withCancellation(once, { id: 'x', at: now, late: false })).toEqual(once)
    expect([once.active.length, monthCancellations(once, now)]).toEqual([0, 1])
    expect(withoutEntry(ledger, 'x').active).toEqual([])
  })
})
