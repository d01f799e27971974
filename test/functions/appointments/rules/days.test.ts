import fc from 'fast-check'
import { blockedBy } from '../../../../functions/appointments/rules/blocked'
import { cancelsInto, cancelUntil, checkInFrom } from '../../../../functions/appointments/rules/cancelling'
import { metresBetween } from '../../../../functions/halls/rules/distance'
import { limitsOn } from '../../../../functions/appointments/rules/limits'
import {
  codeTail,
  freeTail,
  hallDayId,
  slotId,
  ticketCode,
} from '../../../../functions/appointments/rules/slots'
import { APPOINTMENT_STATES, canMove, isActive } from '../../../../functions/appointments/rules/states'
import { dayVerdict, slotVerdict } from '../../../../functions/appointments/rules/window'
import { dayKind } from '../../../../functions/core/pure/calendar'
import { timeOrderedId } from '../../../../functions/core/pure/ids'
import { addDays, instantOf, MINUTE } from '../../../../functions/core/pure/time'

const limits = limitsOn('2026-11-22')
const verdict = (today: string, day: string, sameDay = false): string => {
  const answer = dayVerdict({ today, day, sameDay, limits })
  return answer.ok ? 'ok' : answer.refusal.code
}

describe('the booking window', () => {
  it.each([
    // Sunday 2026-11-22: Monday to Friday are the five working days ahead.
    ['2026-11-22', '2026-11-21', 'DAY_NOT_OPEN'],
    ['2026-11-22', '2026-11-22', 'HALL_CLOSED'],
    ['2026-11-22', '2026-11-23', 'ok'],
    ['2026-11-22', '2026-11-27', 'ok'],
    ['2026-11-22', '2026-11-28', 'HALL_CLOSED'],
    ['2026-11-22', '2026-11-30', 'TOO_FAR_AHEAD'],
    // A working day itself: not the same day.
    ['2026-11-23', '2026-11-23', 'DAY_NOT_OPEN'],
    ['2026-11-23', '2026-11-30', 'ok'],
    ['2026-11-23', '2026-12-01', 'TOO_FAR_AHEAD'],
    // 调休: Saturday 2026-10-10 counts as the third working day after the holidays.
    ['2026-10-01', '2026-10-10', 'ok'],
    ['2026-10-01', '2026-10-12', 'ok'],
    ['2026-10-01', '2026-10-13', 'ok'],
    ['2026-10-01', '2026-10-14', 'TOO_FAR_AHEAD'],
    // 2027 is not published.
    ['2026-12-30', '2026-12-31', 'ok'],
    ['2026-12-30', '2027-01-04', 'CALENDAR_UNPUBLISHED'],
  ])('on %s, %s is %s', (today, day, expected) => expect(verdict(today, day)).toBe(expected))

  it('lets a hall take bookings for the same day', () =>
    expect(verdict('2026-11-23', '2026-11-23', true)).toBe('ok'))

  it('always offers one to five published working days, and nothing else', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 340 }), (n) => {
        const today = addDays('2026-01-01', n)
        const open = Array.from({ length: 30 }, (_, i) => addDays(today, i)).filter(
          (day) => verdict(today, day) === 'ok',
        )
        expect(open).toHaveLength(5)
        expect(open.every((day) => dayKind(day) === 'working' && day > today)).toBe(true)
      }),
    )
  })

  it('closes a slot at its start', () => {
    const ask = (minute: number) =>
      slotVerdict({ today: '2026-11-23', minute, day: '2026-11-23', start: 540 }).ok
    expect([ask(539), ask(540), ask(541)]).toEqual([true, false, false])
    expect(slotVerdict({ today: '2026-11-23', minute: 0, day: '2026-11-20', start: 540 }).ok).toBe(false)
    expect(slotVerdict({ today: '2026-11-23', minute: 541, day: '2026-11-23', start: 540 })).toMatchObject({
      refusal: { code: 'SLOT_PAST', rule: { en: expect.stringContaining('has begun') } },
    })
  })
})

describe('blocked times', () => {
  const at = (day: string, start: number, kind: 'invoiceSupply' | 'invoiceOnBehalf' | 'other') =>
    blockedBy({ day, start, kind }) !== undefined
  it.each([
    // First working morning of a month: invoices only.
    ['2026-12-01', 540, 'invoiceSupply', true],
    ['2026-12-01', 690, 'invoiceOnBehalf', true],
    ['2026-12-01', 720, 'invoiceSupply', false],
    ['2026-12-01', 540, 'other', false],
    ['2026-12-02', 540, 'invoiceSupply', false],
    // Deferred: October begins on the 8th, January (with its 调休 Sunday) on the 4th.
    ['2026-10-08', 540, 'invoiceSupply', true],
    ['2026-10-09', 540, 'invoiceSupply', false],
    ['2026-01-04', 540, 'invoiceOnBehalf', true],
    ['2026-01-05', 540, 'invoiceOnBehalf', false],
    // The 23rd's afternoon: everything.
    ['2026-11-23', 720, 'other', true],
    ['2026-11-23', 719, 'other', false],
    ['2026-11-24', 810, 'other', false],
    // 2026-05-23 is a Saturday, 2026-08-23 a Sunday: Monday's afternoon. 2026-02-23 is the last of the holidays.
    ['2026-05-25', 810, 'other', true],
    ['2026-08-24', 810, 'other', true],
    ['2026-08-25', 810, 'other', false],
    ['2026-02-24', 810, 'other', true],
  ] as const)('%s at minute %i for %s: %s', (day, start, kind, expected) =>
    expect(at(day, start, kind)).toBe(expected),
  )

  it('block exactly one afternoon a month, a working one', () => {
    for (let month = 1; month <= 12; month += 1) {
      const first = `2026-${String(month).padStart(2, '0')}-20`
      const blocked = Array.from({ length: 12 }, (_, i) => addDays(first, i)).filter((day) =>
        at(day, 900, 'other'),
      )
      expect(blocked).toHaveLength(1)
      expect(dayKind(blocked[0] ?? '')).toBe('working')
    }
  })

  it('name their rule and basis', () =>
    expect(blockedBy({ day: '2026-11-23', start: 810, kind: 'other' })).toMatchObject({
      unconfirmed: false,
      rule: { zh: expect.stringContaining('23日') },
    }))
})

describe('cancelling', () => {
  const when = { day: '2026-11-24', start: 600 }
  const start = instantOf(when.day, when.start)
  it('is in time until 120 minutes before, late until the start, and then too late', () => {
    const into = (before: number) => cancelsInto('booked', { ...when, now: start - before * MINUTE, limits })
    expect(cancelUntil(when, limits)).toBe(start - 120 * MINUTE)
    expect(checkInFrom(when, limits)).toBe(start - 15 * MINUTE)
    expect(into(121)).toEqual({ state: 'cancelled', counted: true })
    expect(into(120)).toEqual({ state: 'cancelled', counted: true })
    expect(into(119)).toEqual({ state: 'cancelledLate', counted: true })
    expect(into(1)).toEqual({ state: 'cancelledLate', counted: true })
    expect(into(0)).toBeUndefined()
  })
  it('of a hold counts for nothing, and of what is over is impossible', () => {
    expect(cancelsInto('held', { ...when, now: start - 1, limits })).toEqual({
      state: 'cancelled',
      counted: false,
    })
    for (const state of ['cancelled', 'cancelledLate', 'cancelledByHall', 'lapsed'] as const)
      expect(cancelsInto(state, { ...when, now: 0, limits })).toBeUndefined()
  })
  it('only ever makes a legal move', () => {
    for (const state of APPOINTMENT_STATES) {
      const result = cancelsInto(state, { ...when, now: start - 60 * MINUTE, limits })
      if (result) expect(canMove(state, result.state)).toBe(true)
      expect(result !== undefined).toBe(isActive(state))
    }
  })
})

describe('ids and codes', () => {
  it('are made of hall, day and time', () => {
    expect(hallDayId('east-1', '2026-11-24')).toBe('east-1.20261124')
    expect(slotId('east-1', '2026-11-24', 570)).toBe('east-1.20261124.0930')
  })
  it('give every slot of a day codes of its own', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 16, maxLength: 16 }),
        fc.integer({ min: 0, max: 95 }),
        (random, quarter) => {
          const id = timeOrderedId('ap', 1, random)
          expect(ticketCode(quarter * 15, codeTail(id))).toMatch(/^\d{6}$/)
          expect(Number(ticketCode(quarter * 15, codeTail(id)).slice(0, 2))).toBe(quarter)
        },
      ),
    )
  })
  it('find the next free code, and know when there is none', () => {
    expect(freeTail('0007', {})).toBe('0007')
    expect(freeTail('9999', { 9999: 1, '0000': 1 })).toBe('0001')
    expect(
      freeTail(
        '0000',
        Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [String(i).padStart(4, '0'), 1])),
      ),
    ).toBeUndefined()
  })
  it('measure distances', () => {
    const beijing = { latitude: 39_904_200, longitude: 116_407_400 }
    const shanghai = { latitude: 31_230_400, longitude: 121_473_700 }
    expect(Math.abs(metresBetween(beijing, shanghai) - 1_067_000)).toBeLessThan(6_000)
    expect(metresBetween(beijing, beijing)).toBe(0)
  })
})
