import fc from 'fast-check'
import type { Known } from '../../../../functions/core/pure/calendar'
import { deferredTerm, filingDeadline } from '../../../../functions/core/pure/deferral'
import {
  escalateOn,
  legalDates,
  standing,
  type Clock,
  type Pause,
} from '../../../../functions/core/pure/legal-clock'
import { addDays } from '../../../../functions/core/pure/time'
import { slowDates } from '../../../harness/slow-clock'

const natural = (count: number) => ({ count, unit: 'naturalDays' }) as const
const working = (count: number) => ({ count, unit: 'workingDays' }) as const
const known = <T>(value: T): Known<T> => ({ known: true, value })
const unknown = (unpublished: string) => ({ known: false, unpublished })

describe('the two dates of a term', () => {
  it.each([
    ['2026-07-01', 30, '2026-07-31', '2026-07-31'],
    ['2026-08-01', 30, '2026-08-31', '2026-08-31'],
    ['2026-04-20', 10, '2026-04-30', '2026-04-30'],
    ['2026-04-28', 10, '2026-05-08', '2026-05-14'],
    ['2026-09-10', 30, '2026-10-10', '2026-10-23'],
  ])('received on %s, %i days: target %s, by law %s', (begunOn, count, target, outer) =>
    expect(legalDates({ term: natural(count), begunOn }, begunOn)).toEqual({
      target: known(target),
      outer: known(outer),
    }),
  )

  it.each([
    ['a last day on a Saturday moves to Monday', '2026-07-15', 10, '2026-07-25', '2026-07-27'],
    ['a holiday that begins on the last day lengthens nothing', '2026-09-15', 10, '2026-09-25', '2026-09-28'],
    ['nor do two of its days', '2026-09-16', 10, '2026-09-26', '2026-09-28'],
    ['three of its days do', '2026-09-17', 10, '2026-09-27', '2026-09-30'],
    ['a holiday is cut where the term begins', '2026-10-04', 10, '2026-10-14', '2026-10-19'],
    ['two days left of it lengthen nothing', '2026-10-05', 10, '2026-10-15', '2026-10-15'],
  ])('%s', (_what, begunOn, count, target, outer) =>
    expect(legalDates({ term: natural(count), begunOn }, begunOn)).toEqual({
      target: known(target),
      outer: known(outer),
    }),
  )

  it.each([
    [10, undefined, '2026-04-28', '2026-05-14'],
    [10, true, '2026-04-28', '2026-05-13'],
    [10, true, '2026-05-01', '2026-05-18'],
    [10, undefined, '2026-05-01', '2026-05-18'],
    [1, true, '2026-07-01', '2026-07-01'],
    [1, undefined, '2026-07-03', '2026-07-06'],
  ] as const)('%i working days (first day counts: %s) from %s end on %s', (count, first, begunOn, day) => {
    const term = first ? { ...working(count), firstDayCounts: first } : working(count)
    const dates = legalDates({ term, begunOn }, begunOn)
    expect(dates).toEqual({ target: known(day), outer: known(day) })
  })

  it('says so when a year that it needs is not published', () => {
    expect(legalDates({ term: natural(10), begunOn: '2026-12-25' }, '2026-12-25')).toEqual({
      target: known('2027-01-04'),
      outer: unknown('2027-01-01'),
    })
    expect(legalDates({ term: natural(10), begunOn: '2026-12-21' }, '2026-12-21').outer).toEqual(
      known('2026-12-31'),
    )
    expect(legalDates({ term: working(10), begunOn: '2026-12-25' }, '2026-12-25')).toEqual({
      target: unknown('2027-01-01'),
      outer: unknown('2027-01-01'),
    })
    expect(legalDates({ term: natural(10), begunOn: '2023-06-01' }, '2023-06-01').outer).toEqual(
      unknown('2023-06-02'),
    )
    // Its last plain day is a Sunday: where it moves to is not known.
    expect(deferredTerm({ after: '2026-12-31', base: '2026-12-31' })).toEqual(known('2026-12-31'))
    expect(deferredTerm({ after: '2027-01-02', base: '2027-01-02' })).toEqual(unknown('2027-01-02'))
  })
})

describe('standing still while the taxpayer is asked', () => {
  const paused = (pauses: readonly Pause[], count = 10, begunOn = '2026-07-01'): Clock => ({
    term: natural(count),
    begunOn,
    pauses,
  })
  it.each([
    [
      'asked and answered on one day costs nothing',
      [{ from: '2026-07-03', until: '2026-07-03' }],
      '2026-07-11',
    ],
    ['whole days are left out', [{ from: '2026-07-03', until: '2026-07-08' }], '2026-07-16'],
    ['asked on the last day', [{ from: '2026-07-11', until: '2026-07-20' }], '2026-07-11'],
    ['asked the day before', [{ from: '2026-07-10', until: '2026-07-20' }], '2026-07-21'],
    [
      'times that overlap count once',
      [
        { from: '2026-07-03', until: '2026-07-08' },
        { from: '2026-07-05', until: '2026-07-09' },
      ],
      '2026-07-17',
    ],
  ])('%s', (_what, pauses, target) =>
    expect(legalDates(paused(pauses), '2026-08-30').target).toEqual(known(target)),
  )

  it('moves on with each day as long as no answer has come', () => {
    const clock = paused([{ from: '2026-07-03' }])
    expect(legalDates(clock, '2026-07-03').target).toEqual(known('2026-07-11'))
    expect(legalDates(clock, '2026-07-13').target).toEqual(known('2026-07-21'))
    expect(standing(clock, '2026-07-13')).toMatchObject({ state: 'paused', daysLeft: known(8) })
    expect(standing(clock, '2026-09-13')).toMatchObject({ state: 'paused', daysLeft: known(8) })
  })

  it('knows only what was known on that day', () => {
    const clock = paused([{ from: '2026-07-03', until: '2026-07-20' }])
    expect(standing(clock, '2026-07-02').state).toBe('running')
    expect(standing(clock, '2026-07-03').state).toBe('paused')
    expect(standing(clock, '2026-07-19').state).toBe('paused')
    expect(standing(clock, '2026-07-20')).toMatchObject({ state: 'running', target: known('2026-07-28') })
  })

  it('a holiday during it lengthens nothing: it was left out already', () => {
    const clock = paused([{ from: '2026-09-30', until: '2026-10-08' }], 10, '2026-09-27')
    expect(legalDates(clock, '2026-11-01')).toEqual({
      target: known('2026-10-15'),
      outer: known('2026-10-15'),
    })
  })

  it('moves the outer date too when asked between the two', () => {
    const clock = paused([{ from: '2026-05-11', until: '2026-05-20' }], 10, '2026-04-28')
    expect(legalDates(clock, '2026-06-30')).toEqual({
      target: known('2026-05-08'),
      outer: known('2026-05-25'),
    })
    expect(standing(clock, '2026-05-15')).toMatchObject({ state: 'paused', toward: 'outer' })
  })

  it('moves a last day that is off past the answer', () => {
    const clock = paused([{ from: '2026-07-25', until: '2026-07-28' }], 10, '2026-07-15')
    expect(legalDates(clock, '2026-08-30')).toEqual({
      target: known('2026-07-25'),
      outer: known('2026-07-29'),
    })
  })

  it('an office that asks only once the time is over is over time', () => {
    const clock = paused([{ from: '2026-05-18' }], 10, '2026-04-28')
    expect(standing(clock, '2026-05-20').state).toBe('over')
  })
})

describe('where it stands', () => {
  const clock: Clock = { term: natural(10), begunOn: '2026-04-28' }
  it.each([
    ['2026-04-28', 'running', 'target', 10],
    ['2026-05-04', 'running', 'target', 4],
    ['2026-05-05', 'dueSoon', 'target', 3],
    ['2026-05-08', 'dueSoon', 'target', 0],
    ['2026-05-09', 'overTarget', 'outer', 5],
    ['2026-05-14', 'overTarget', 'outer', 0],
    ['2026-05-15', 'over', 'outer', -1],
    ['2026-06-15', 'over', 'outer', -32],
  ])('on %s it is %s, toward the %s date %i days', (today, state, toward, left) =>
    expect(standing(clock, today)).toMatchObject({ state, toward, daysLeft: known(left) }),
  )

  it.each([
    ['2026-07-03', 'running', 6],
    ['2026-07-08', 'dueSoon', 3],
    ['2026-07-11', 'dueSoon', 1],
    ['2026-07-13', 'dueSoon', 0],
    ['2026-07-14', 'over', -1],
    ['2026-07-20', 'over', -5],
  ])('a term of working days is counted in them: %s %s %i', (today, state, left) =>
    expect(standing({ term: working(6), begunOn: '2026-07-03' }, today)).toMatchObject({
      state,
      daysLeft: known(left),
    }),
  )

  it('a weekend after the last working day is over by a day', () =>
    expect(standing({ term: working(5), begunOn: '2026-07-03' }, '2026-07-11')).toMatchObject({
      state: 'over',
      daysLeft: known(-1),
    }))

  it('is past its target, and no more is said, while the outer date is not known', () =>
    expect(standing({ term: natural(10), begunOn: '2026-12-25' }, '2027-02-01')).toMatchObject({
      state: 'overTarget',
      toward: 'outer',
      daysLeft: unknown('2027-01-01'),
    }))

  it('is due soon as early as is asked for', () =>
    expect(standing(clock, '2026-05-01', { dueSoon: 7 }).state).toBe('dueSoon'))
})

describe('raised to the supervisor', () => {
  const escalations = (term: Clock['term'], begunOn: string) =>
    escalateOn(legalDates({ term, begunOn }, begunOn)).map(({ why, on }) => `${why} ${on}`)
  it.each([
    ['once when both dates are one', natural(30), '2026-07-01', ['target 2026-07-31']],
    ['again on the working day before', natural(10), '2026-04-28', ['target 2026-05-08', 'outer 2026-05-13']],
    [
      'on the outer date, if none lies between',
      natural(10),
      '2026-07-15',
      ['target 2026-07-25', 'outer 2026-07-27'],
    ],
    [
      'on the target alone while the outer date is not known',
      natural(10),
      '2026-12-25',
      ['target 2027-01-04'],
    ],
    ['when the calendar ends', working(10), '2026-12-25', ['calendar 2027-01-01']],
  ])('%s', (_what, term, begunOn, expected) => expect(escalations(term, begunOn)).toEqual(expected))
})

describe('against a slow reckoning from the words of the law', () => {
  const day = fc.integer({ min: 0, max: 366 * 3 + 20 }).map((n) => addDays('2023-12-20', n))
  /** Asked so many days after it began, answered so many days after that. */
  const pauses = fc.array(fc.tuple(fc.integer({ min: -2, max: 70 }), fc.nat({ max: 30 })), { maxLength: 3 })
  const pausesOf = (begunOn: string, stops: readonly (readonly [number, number])[]) =>
    stops.map(([asked, days]) => ({
      from: addDays(begunOn, asked),
      until: addDays(begunOn, asked + days),
    }))
  const term = fc.record(
    {
      count: fc.integer({ min: 1, max: 45 }),
      unit: fc.constantFrom('naturalDays' as const, 'workingDays' as const),
      firstDayCounts: fc.constant(true as const),
    },
    { requiredKeys: ['count', 'unit'] },
  )
  const written = (date: Known<string>): string => (date.known ? date.value : 'unpublished')

  it('has the same dates, whatever the term, the day and the pauses', () => {
    fc.assert(
      fc.property(term, day, pauses, (one, begunOn, drawn) => {
        const stops = pausesOf(begunOn, drawn)
        const dates = legalDates({ term: one, begunOn, pauses: stops }, '2030-01-01')
        const slow = slowDates({
          ...one,
          begunOn,
          waits: stops.map(({ from, until }) => ({ asked: from, answered: until })),
        })
        expect({ target: written(dates.target), outer: written(dates.outer) }).toEqual(slow)
      }),
      { numRuns: 2000 },
    )
  })

  it('is raised before it runs out, whatever the term', () => {
    fc.assert(
      fc.property(term, day, pauses, (one, begunOn, stops) => {
        const clock: Clock = { term: one, begunOn, pauses: pausesOf(begunOn, stops) }
        const dates = legalDates(clock, '2030-01-01')
        const days = escalateOn(dates).map(({ on }) => on)
        expect(days.length).toBeGreaterThan(0)
        expect([...days].sort()).toEqual(days)
        if (dates.outer.known) expect(days.every((on) => on <= written(dates.outer))).toBe(true)
        if (dates.target.known) expect(days[0]).toBe(dates.target.value)
      }),
      { numRuns: 500 },
    )
  })
})

describe('until when a month is filed', () => {
  it.each([
    ['2024', ['15', '23', '15', '18', '22', '19', '15', '15', '18', '24', '15', '16']],
    ['2025', ['15', '20', '17', '18', '22', '16', '15', '15', '15', '27', '17', '15']],
    ['2026', ['20', '24', '16', '20', '22', '15', '15', '17', '15', '26', '16', '15']],
  ])('%s as announced', (year, days) => {
    const months = days.map((_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
    expect(months.map(filingDeadline)).toEqual(months.map((month, at) => known(`${month}-${days[at]}`)))
  })

  it('is not known of a year that is not published', () =>
    expect(filingDeadline('2027-01')).toEqual(unknown('2027-01-01')))
})
