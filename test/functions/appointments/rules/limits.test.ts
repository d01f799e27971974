import { LIMIT_KEYS, limitRows } from '../../../../functions/appointments/data/limits'
import { blockedRows } from '../../../../functions/appointments/data/blocked'
import { limitsOn } from '../../../../functions/appointments/rules/limits'
import { slotTimes } from '../../../../functions/appointments/rules/slots'
import { addDays, isDay } from '../../../../functions/core/pure/time'

describe('limits as dated data', () => {
  it('are those that were in force', () => {
    const values = Object.fromEntries(
      Object.entries(limitsOn('2026-11-22')).map(([key, { value }]) => [key, value]),
    )
    expect(values).toEqual({
      bookAheadFrom: 1,
      bookAheadTo: 5,
      slotMinutes: 30,
      holdMinutes: 10,
      checkInEarlyMinutes: 15,
      cancelBeforeMinutes: 120,
      perSlot: 1,
      perHalfDaySameMatter: 1,
      perWeek: 2,
      perMonth: 6,
      accountActive: 6,
      accountPerWeek: 4,
      accountPerMonth: 12,
      holdsLetGoPerDay: 10,
      noShowsPerMonth: 3,
      cancellationsPerMonth: 5,
      banDays: 30,
      pastClosingMinutes: 0,
      preReviewHours: 4,
    })
  })

  it('have one row in force for each key and day, with words and a basis in both languages', () => {
    for (const day of ['2018-06-16', '2024-01-01', '2026-11-22', '2030-01-01']) {
      for (const key of LIMIT_KEYS) {
        const inForce = limitRows.filter(
          (row) => row.key === key && row.effectiveFrom <= day && (row.effectiveTo ?? day) >= day,
        )
        expect([key, inForce.length]).toEqual([key, 1])
      }
    }
    for (const row of [...limitRows, ...blockedRows]) {
      expect(
        isDay(row.effectiveFrom) &&
          (row.effectiveTo === null || (isDay(row.effectiveTo) && row.effectiveTo >= row.effectiveFrom)),
      ).toBe(true)
      expect([row.rule.zh, row.rule.en, row.basis.zh, row.basis.en].every((words) => words.length > 3)).toBe(
        true,
      )
    }
    for (const row of limitRows)
      expect([
        row.key,
        Number.isInteger(row.value) && row.value >= (row.key === 'pastClosingMinutes' ? 0 : 1),
        row.rule.zh.includes('{n}') && row.rule.en.includes('{n}'),
      ]).toEqual([row.key, true, true])
  })

  it('mark as unconfirmed what no tax authority has set', () => {
    const unconfirmed = limitRows.filter((row) => row.unconfirmed).map(({ key }) => key)
    expect(unconfirmed).toEqual([
      'slotMinutes',
      'holdMinutes',
      'cancelBeforeMinutes',
      'perWeek',
      'perMonth',
      'accountActive',
      'accountPerWeek',
      'accountPerMonth',
      'holdsLetGoPerDay',
      'pastClosingMinutes',
      'preReviewHours',
    ])
  })

  it('give way to a hall’s own figure while that is in force', () => {
    const own = {
      perWeek: {
        value: 3,
        basis: { zh: '本厅公告', en: 'Notice of this hall' },
        effectiveFrom: '2026-11-01',
        effectiveTo: '2026-11-30',
      },
    }
    expect(limitsOn('2026-11-22', own).perWeek).toEqual({
      value: 3,
      rule: { zh: '同一纳税人每周最多预约 3 次', en: 'A taxpayer may have 3 appointments a week' },
      basis: { zh: '本厅公告', en: 'Notice of this hall' },
      unconfirmed: false,
    })
    expect(limitsOn('2026-12-01', own).perWeek.value).toBe(2)
    expect(limitsOn('2026-11-22', own).perMonth.value).toBe(6)
  })

  it('refuse a day before any law: a gap is an error, not a default', () =>
    expect(() => limitsOn(addDays('2017-01-01', -1))).toThrow(RangeError))
})

describe('slots of a day', () => {
  it('cover the hours in slots of half an hour', () => {
    const times = slotTimes(
      [
        { from: 540, to: 720 },
        { from: 810, to: 1020 },
      ],
      30,
    )
    expect(times).toHaveLength(13)
    expect([times[0], times[5], times[6], times[12]]).toEqual([
      { start: 540, end: 570 },
      { start: 690, end: 720 },
      { start: 810, end: 840 },
      { start: 990, end: 1020 },
    ])
  })
  it('leave a remainder out', () =>
    expect(slotTimes([{ from: 540, to: 580 }], 30)).toEqual([{ start: 540, end: 570 }]))
  it('refuse what a ticket code cannot count, or one commit not close', () => {
    expect(() => slotTimes([{ from: 540, to: 720 }], 40)).toThrow(RangeError)
    expect(() => slotTimes([{ from: 545, to: 720 }], 30)).toThrow(RangeError)
    expect(() => slotTimes([{ from: 480, to: 1080 }], 15)).toThrow(RangeError)
  })
})
