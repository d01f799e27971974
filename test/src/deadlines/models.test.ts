import { addDays, weekdayOf } from '../../../functions/core/pure/time'
import {
  isUnpublished,
  monthBeside,
  monthIn,
  rangeOf,
  weeksOf,
} from '../../../src/packages/deadlines/model/grid'
import { addToPhone } from '../../../src/packages/deadlines/model/phone-calendar'
import { dayIn, daysLeft, groupsOf, markOf, nextDay } from '../../../src/packages/deadlines/model/rows'
import Taro from '../../harness/taro/taro'
import { company, rowsOf, self } from './fixtures'

describe('the grid', () => {
  it('is whole weeks from Monday on, and holds every day of its month once', () => {
    for (const month of ['2024-02', '2026-02', '2026-03', '2026-08', '2027-01']) {
      const weeks = weeksOf(month)
      const days = weeks.flat()
      expect(days.length % 7).toBe(0)
      expect(weekdayOf(days[0]?.day ?? '')).toBe(1)
      expect(days.map(({ day }) => day)).toEqual(days.map((_, i) => addDays(days[0]?.day ?? '', i)))
      const { from, to } = rangeOf(month)
      const own = days.filter(({ inMonth }) => inMonth).map(({ day }) => day)
      expect([own[0], own.at(-1)]).toEqual([from, to])
    }
  })

  it('tells holidays, weekends, and weekends that are worked', () => {
    const sorts = Object.fromEntries(
      weeksOf('2026-05')
        .flat()
        .map(({ day, sort }) => [day, sort]),
    )
    expect(sorts).toMatchObject({
      '2026-05-01': 'holiday',
      '2026-05-09': 'work',
      '2026-05-10': 'weekend',
      '2026-05-11': 'plain',
    })
  })

  it('says whether the holidays of its year are there, and goes no further than two years', () => {
    expect([isUnpublished('2026-12'), isUnpublished('2027-01')]).toEqual([false, true])
    expect(monthBeside('2026-12', 1, '2026-11-22')).toBe('2027-01')
    expect(monthBeside('2028-11', 1, '2026-11-22')).toBeUndefined()
    expect(monthBeside('2024-11', -1, '2026-11-22')).toBeUndefined()
  })

  it.each([
    [{ day: '2026-04-20' }, '2026-04'],
    [{ month: '2026-05' }, '2026-05'],
    [{ day: '2026-13-40', month: '2026-13' }, '2026-11'],
    [{}, '2026-11'],
  ])('is opened by an address %j at %s', (params, month) => expect(monthIn(params, '2026-11-22')).toBe(month))
})

describe('the list', () => {
  const april = rowsOf(company, rangeOf('2026-04'))
  it('is by day, the soonest first', () => {
    const rows = [...rowsOf(self, { from: '2026-06-01', to: '2026-06-30' }), ...april]
    expect(groupsOf(rows).map(({ day, rows: own }) => [day, own.length])).toEqual([
      ['2026-04-20', 3],
      ['2026-06-30', 1],
    ])
  })
  it('marks a day by what stands on it', () => {
    const filed = rowsOf(company, rangeOf('2026-04'), ['vat.2026-03', 'cit.2026Q1', 'stamp.2026Q1'])
    const unsure = rowsOf(company, rangeOf('2027-01'))
    expect([markOf([]), markOf(april), markOf(filed), markOf([...filed, ...april]), markOf(unsure)]).toEqual([
      'none',
      'open',
      'filed',
      'open',
      'unsure',
    ])
  })
  it('counts the days that are left, and knows the next day on which anything is due', () => {
    const [first] = april
    expect(first && [dayIn(first), daysLeft(first, '2026-04-18'), daysLeft(first, '2026-04-21')]).toEqual([
      '2026-04-20',
      2,
      -1,
    ])
    expect(nextDay([self], '2026-07')).toBe('2026-12-31')
    expect(nextDay([self, company], '2026-07')).toBe('2026-08-17')
    expect(nextDay([], '2026-07')).toBeUndefined()
  })
})

describe('the phone’s calendar', () => {
  const event = { title: '增值税申报截止', day: '2026-12-15', description: '' }
  const answering = (answer: () => Promise<unknown>) => {
    Object.assign(Taro, { addPhoneCalendar: jest.fn(answer) })
    return Reflect.get(Taro, 'addPhoneCalendar') as jest.Mock
  }

  it('is given the whole day, with a reminder at nine the day before', async () => {
    const add = answering(() => Promise.resolve({ errMsg: 'ok' }))
    expect(await addToPhone(event)).toBe('added')
    expect(add).toHaveBeenCalledWith(
      expect.objectContaining({
        allDay: true,
        // Midnight in Shanghai.
        startTime: Date.parse('2026-12-14T16:00:00Z') / 1000,
        alarmOffset: 54_000,
      }),
    )
  })
  it.each([
    ['addPhoneCalendar:fail auth deny', 'refused'],
    ['addPhoneCalendar:fail system permission denied', 'refused'],
    ['addPhoneCalendar:fail cancel', 'closed'],
    ['addPhoneCalendar:fail', 'failed'],
  ])('%s is %s', async (errMsg, outcome) => {
    answering(() => Promise.reject(Object.assign(new Error(errMsg), { errMsg })))
    expect(await addToPhone(event)).toBe(outcome)
  })
})
