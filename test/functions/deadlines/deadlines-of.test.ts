/** The deadlines of a taxpayer, by what it is and files. */
import { dayKindIn } from '../../../functions/core/pure/calendar'
import { calendarYears } from '../../../functions/core/pure/calendar-data'
import { OBLIGATION_NAMES } from '../../../functions/core/pure/obligation-names'
import { obligations } from '../../../functions/deadlines/data/obligations'
import { TAXPAYER_KINDS } from '../../../functions/core/pure/taxpayer-kinds'
import { TAXES, USUAL_TAXES } from '../../../functions/deadlines/data/taxpayers'
import { eventDeadlines } from '../../../functions/deadlines/rules/after-event'
import { deadlineById, deadlinesOf, isDeadlineId } from '../../../functions/deadlines/rules/deadlines'
import { dueOffsets, planOf } from '../../../functions/deadlines/rules/plan'
import {
  periodsOf,
  taxesOf,
  tidyProfile,
  usualProfile,
  type Profile,
} from '../../../functions/deadlines/rules/profile'
import { dayOfDue, type Days } from '../../../functions/deadlines/rules/tracks'
import { movedText, periodText } from '../../../functions/deadlines/rules/words'

const year = { from: '2026-01-01', to: '2026-12-31' }
const listed = (profile: Profile, range = year): readonly string[] =>
  deadlinesOf(profile, range).map((one) => `${dayOfDue(one)} ${one.id}`)
const only = (kind: Profile['kind'], ...taxes: Profile['taxes']): Profile => ({ kind, taxes, periods: {} })

test('a person: the annual settlement, and the deductions in December', () => {
  expect(listed(usualProfile('person'))).toEqual([
    '2026-06-30 iitAnnual.2025',
    '2026-12-31 iitDeductions.2026',
  ])
  expect(deadlinesOf(usualProfile('person'), year)[0]).toMatchObject({ opens: '2026-03-01' })
})

test('a general taxpayer files VAT each month for the month before', () => {
  const days = [20, 24, 16, 20, 22, 15, 15, 17, 15, 26, 16, 15]
  expect(listed(only('general', 'vat'))).toEqual(
    days.map((day, i) => {
      const [month, before] = [String(i + 1).padStart(2, '0'), String(i === 0 ? 12 : i).padStart(2, '0')]
      return `2026-${month}-${day} vat.${i === 0 ? 2025 : 2026}-${before}`
    }),
  )
})

test('a small-scale one by the quarter, unless it chose the month', () => {
  expect(listed(only('smallScale', 'vat'))).toEqual([
    '2026-01-20 vat.2025Q4',
    '2026-04-20 vat.2026Q1',
    '2026-07-15 vat.2026Q2',
    '2026-10-26 vat.2026Q3',
  ])
  expect(listed({ ...only('smallScale', 'vat'), periods: { vat: 'month' } })).toHaveLength(12)
  // A general taxpayer has no such choice.
  expect(listed({ ...only('general', 'vat'), periods: { vat: 'quarter' } })).toHaveLength(12)
})

test('corporate income tax: four prepayments, and the year’s settlement on the Monday after 31 May', () => {
  expect(listed(only('general', 'cit'))).toEqual([
    '2026-01-20 cit.2025Q4',
    '2026-04-20 cit.2026Q1',
    '2026-06-01 citAnnual.2025',
    '2026-07-15 cit.2026Q2',
    '2026-10-26 cit.2026Q3',
  ])
})

test.each([
  ['iitBusiness', 'selfEmployed', '2026-03-31 iitBusinessAnnual.2025'],
  ['exportRefund', 'general', '2026-04-30 exportRefund.2025'],
  ['iitAbroad', 'person', '2026-06-30 iitAbroad.2025'],
  ['statements', 'smallScale', '2026-06-01 statementsAnnual.2025'],
  ['vehicleVessel', 'person', '2026-12-31 vehicleVessel.2026'],
  ['iitWithholding', 'general', '2026-02-24 iitWithholding.2026-01'],
  ['environment', 'general', '2026-07-15 environment.2026Q2'],
] as const)('%s of a %s: %s', (tax, kind, row) => expect(listed(only(kind, tax))).toContain(row))

test('half-yearly and yearly instalments', () => {
  const by = (period: 'half' | 'year'): Profile => ({
    ...only('general', 'property'),
    periods: { property: period },
  })
  expect(listed(by('half'))).toEqual(['2026-01-20 property.2025H2', '2026-07-15 property.2026H1'])
  expect(listed(by('year'))).toEqual(['2026-01-20 property.2025'])
})

test('the law is that of the day on which one files', () => {
  const range = { from: '2025-12-01', to: '2026-01-31' }
  const [december, january] = deadlinesOf(only('general', 'vat'), range)
  expect(december?.obligation.basis.zh).toMatch(/暂行条例/)
  expect(january?.obligation.basis.zh).toMatch(/《增值税法》第三十条/)
})

describe('a year that is not published', () => {
  it('stands at its plain day, and its day is not known', () => {
    const [one] = deadlinesOf(only('general', 'vat'), { from: '2027-01-01', to: '2027-01-31' })
    expect(one).toMatchObject({
      id: 'vat.2026-12',
      base: '2027-01-15',
      due: { known: false, unpublished: '2027-01-01' },
    })
  })

  it('is known once it is, under the same id', () => {
    const days: Days = {
      kindOf: dayKindIn({
        ...calendarYears,
        2027: { notice: '', holidays: ['01-01'], extraWorkingDays: [] },
      }),
      published: [],
    }
    const range = { from: '2027-01-01', to: '2027-01-31' }
    expect(deadlinesOf(only('general', 'vat'), range, days)[0]).toMatchObject({
      id: 'vat.2026-12',
      due: { known: true, value: '2027-01-20' },
    })
  })
})

describe('what was put off by a notice of its own', () => {
  const days: Days = {
    kindOf: dayKindIn(calendarYears),
    published: [{ month: '2026-06', day: '2026-06-26', notice: '某公告', revision: 1 }],
  }
  it('falls on the day of the notice, and says so', () => {
    const [one] = deadlinesOf(only('general', 'vat'), { from: '2026-06-20', to: '2026-06-30' }, days)
    expect(one).toMatchObject({ due: { value: '2026-06-26' }, notice: '某公告', putOff: true, revision: 1 })
    expect(one && movedText(one, 'zh-CN')).toBe('6月15日，按某公告延至6月26日')
  })
})

describe('in words', () => {
  const moved = (from: string, to: string, language: 'zh-CN' | 'en'): string | undefined => {
    const [one] = deadlinesOf(only('general', 'vat'), { from, to })
    return one && movedText(one, language)
  }
  it.each([
    ['2026-02-01', '2026-02-28', '2月15日遇春节假期（2月15–23日），顺延至2月24日'],
    ['2026-04-01', '2026-04-30', '4月15日遇清明节假期（4月4–6日），顺延至4月20日'],
    ['2026-05-01', '2026-05-31', '5月15日遇劳动节假期（5月1–5日），顺延至5月22日'],
    ['2026-08-01', '2026-08-31', '8月15日是休息日，顺延至8月17日'],
    ['2026-07-01', '2026-07-31', undefined],
  ])('%s–%s: %s', (from, to, words) => {
    expect(moved(from, to, 'zh-CN')).toBe(words)
  })
  it('says in English what it says in Chinese', () => {
    expect(moved('2026-05-01', '2026-05-31', 'en')).toBe('15 May, moved to 22 May by Labour Day (1–5 May)')
    expect(moved('2026-08-01', '2026-08-31', 'en')).toBe('15 Aug is a day off: moved to 17 Aug')
  })
  it.each([
    ['2026-03', '2026年3月', 'Mar 2026'],
    ['2026Q1', '2026年第1季度', 'Q1 2026'],
    ['2026H2', '2026年下半年', 'second half of 2026'],
    ['2025', '2025年', '2025'],
  ])('the period %s is %s, %s', (period, zh, en) => {
    expect(periodText(period, 'zh-CN')).toBe(zh)
    expect(periodText(period, 'en')).toBe(en)
  })
})

describe('profiles', () => {
  it.each(TAXPAYER_KINDS)('every tax that a %s may have is filed at some time of the year', (kind) => {
    for (const tax of taxesOf(kind)) expect([tax, listed(only(kind, tax)).length > 0]).toEqual([tax, true])
    expect(USUAL_TAXES[kind].every((tax) => taxesOf(kind).includes(tax))).toBe(true)
  })
  it('every tax is somebody’s, and every obligation has a name', () => {
    expect(TAXES.filter((tax) => TAXPAYER_KINDS.some((kind) => taxesOf(kind).includes(tax)))).toEqual(TAXES)
    expect(new Set(obligations.map(({ code }) => code))).toEqual(new Set(Object.keys(OBLIGATION_NAMES)))
  })
  it('loses what its kind has nothing to do with, and choices that say nothing', () => {
    const wild: Profile = {
      kind: 'smallScale',
      taxes: ['stamp', 'vat', 'iitAnnual', 'vat'],
      periods: { vat: 'quarter', stamp: 'year', cit: 'month', resource: 'half' },
    }
    expect(tidyProfile(wild)).toEqual({
      kind: 'smallScale',
      taxes: ['vat', 'stamp'],
      periods: { stamp: 'year' },
    })
    expect(periodsOf('general', 'vat')).toEqual(['month'])
    expect(periodsOf('person', 'iitAnnual')).toEqual([])
  })
})

test('one of its own is found by its id, and no other', () => {
  expect(deadlineById(only('general', 'cit'), 'citAnnual.2025')).toMatchObject({ base: '2026-05-31' })
  expect(deadlineById(only('general', 'cit'), 'vat.2026-03')).toBeUndefined()
  expect(deadlineById(only('general', 'cit'), 'cit.2026Q9')).toBeUndefined()
  for (const kind of TAXPAYER_KINDS) {
    const all: Profile = { ...only(kind), taxes: TAXES }
    for (const one of deadlinesOf(all, year)) {
      expect(isDeadlineId(one.id)).toBe(true)
      expect(deadlineById(all, one.id)?.base).toBe(one.base)
    }
  }
})

describe('plans', () => {
  it('are the same for whoever is reminded on the same days', () => {
    expect(planOf(usualProfile('general'), [0, 3])).toBe('05-31,month,quarter|3,0')
    expect(planOf({ ...only('smallScale', 'cit', 'iitWithholding', 'resource'), periods: {} }, [3, 0])).toBe(
      '05-31,month,quarter|3,0',
    )
    expect(planOf(usualProfile('general'), [])).toBe('')
    expect(planOf(only('person'), [0])).toBe('')
  })
  it('name the days on which somebody is to be reminded', () => {
    const plan = planOf(usualProfile('general'), [7, 3, 1, 0])
    const on = (day: string): readonly number[] => dueOffsets(plan, day)
    expect(on('2026-04-13')).toEqual([7])
    expect(on('2026-04-17')).toEqual([3])
    expect(on('2026-04-19')).toEqual([1])
    expect(on('2026-04-20')).toEqual([0])
    expect(on('2026-04-18')).toEqual([])
    expect(on('2026-05-29')).toEqual([3])
    // Where a day is not known, nobody is reminded of a day that may be wrong.
    expect(on('2027-01-15')).toEqual([])
  })
})

test('what follows an event is reckoned from its day', () => {
  const due = (on: string) =>
    Object.fromEntries(
      eventDeadlines(on).map(({ obligation: { code }, due: day }) => [
        code,
        day.known ? day.value : 'unknown',
      ]),
    )
  expect(due('2026-04-28')).toEqual({
    // Fifteen days, with Labour Day's five inside.
    stampOnce: '2026-05-20',
    resourceOnce: '2026-05-20',
    vehiclePurchase: '2026-07-08',
    vatOnce: 'unknown',
  })
  expect(due('2019-08-01')).toEqual({ vehiclePurchase: 'unknown' })
})
