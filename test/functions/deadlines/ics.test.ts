/** The calendar's text: what RFC 5545 wants of it, and what a phone makes of it. */
import fc from 'fast-check'
import { dayKindIn } from '../../../functions/core/pure/calendar'
import { calendarYears } from '../../../functions/core/pure/calendar-data'
import { deadlinesOf, type Deadline } from '../../../functions/deadlines/rules/deadlines'
import { calendarText, type CalendarEntry } from '../../../functions/deadlines/rules/ics'
import { foldedLine, icsValue } from '../../../functions/deadlines/rules/ics-text'
import { usualProfile } from '../../../functions/deadlines/rules/profile'
import type { Days } from '../../../functions/deadlines/rules/tracks'
import { all, only, readCalendar, textOf } from '../../harness/ics'

/** C0 controls but tab and line feed, and DEL. */
const isRefused = (one: string): boolean => {
  const code = one.codePointAt(0) ?? 0
  return (code < 32 && code !== 9 && code !== 10) || code === 127
}

const STAMP = Date.parse('2026-04-01T01:02:03.456Z')
const entry = (deadline: Deadline, over: Partial<CalendarEntry> = {}): CalendarEntry => ({
  deadline,
  key: 'tp_1',
  filed: false,
  alarms: [3, 0],
  stamp: STAMP,
  ...over,
})
const year = deadlinesOf(usualProfile('general'), { from: '2026-01-01', to: '2027-06-30' })
const of = (id: string, days?: Days): Deadline => {
  const profile = usualProfile('general')
  const found = deadlinesOf(profile, { from: '2026-01-01', to: '2027-06-30' }, days).find(
    (one) => one.id === id,
  )
  if (!found) throw new Error(id)
  return found
}
const eventOf = (one: CalendarEntry, language: 'zh-CN' | 'en' = 'zh-CN') => {
  const [event] = readCalendar(calendarText([one], language)).events
  if (!event) throw new Error('no event')
  return event
}

test.each(['zh-CN', 'en'] as const)('a year of everything is an iCalendar (%s)', (language) => {
  const { calendar, events } = readCalendar(
    calendarText(
      year.map((one) => entry(one)),
      language,
    ),
  )
  expect(events).toHaveLength(year.length)
  expect(only(calendar, 'METHOD').value).toBe('PUBLISH')
  expect(only(calendar, 'REFRESH-INTERVAL').parameters).toEqual({ VALUE: 'DURATION' })
})

test('an event of a day, with a reminder at nine on the days that were chosen', () => {
  const event = eventOf(entry(of('cit.2026Q1'), { alarms: [7, 3, 1, 0] }))
  expect(only(event, 'DTSTART').value).toBe('20260420')
  expect(only(event, 'DTEND').value).toBe('20260421')
  expect(only(event, 'DTSTAMP').value).toBe('20260401T010203Z')
  expect(textOf(only(event, 'SUMMARY'))).toBe('企业所得税预缴申报截止（2026年第1季度）')
  expect(textOf(only(event, 'DESCRIPTION'))).toMatch(/^4月15日遇清明节假期（4月4–6日），顺延至4月20日\n/)
  // From the midnight that the day begins with: nine in the morning, seven, three, one and no days before.
  expect(event.components.map((alarm) => only(alarm, 'TRIGGER').value)).toEqual([
    '-P6DT15H',
    '-P2DT15H',
    '-PT15H',
    'PT9H',
  ])
})

test('what was filed says so, and reminds no more', () => {
  const event = eventOf(entry(of('cit.2026Q1'), { filed: true, whose: '税*司' }), 'en')
  expect(textOf(only(event, 'SUMMARY'))).toBe(
    'Filed · Corporate income tax, prepayment due (Q1 2026) · 税*司',
  )
  expect(event.components).toEqual([])
})

test('keeps its id while its day moves, and counts up', () => {
  const by = (holidays: readonly string[], published: Days['published'] = []): Days => ({
    kindOf: dayKindIn({ ...calendarYears, 2027: { notice: '', holidays, extraWorkingDays: [] } }),
    published,
  })
  const told = [
    of('vat.2026-12'),
    of('vat.2026-12', by([])),
    of('vat.2026-12', by(['01-01'])),
    of('vat.2026-12', by([], [{ month: '2027-01', day: '2027-01-18', notice: 'x', revision: 1 }])),
  ].map((deadline) => eventOf(entry(deadline)))
  expect(new Set(told.map((event) => only(event, 'UID').value)).size).toBe(1)
  expect(told.map((event) => [only(event, 'DTSTART').value, only(event, 'STATUS').value])).toEqual([
    ['20270115', 'TENTATIVE'],
    ['20270115', 'CONFIRMED'],
    ['20270120', 'CONFIRMED'],
    ['20270118', 'CONFIRMED'],
  ])
  const sequence = told.map((event) => Number(only(event, 'SEQUENCE').value))
  expect(sequence).toEqual([...sequence].sort((a, b) => a - b))
  expect(new Set(sequence).size).toBe(4)
  expect(textOf(only(told[0] ?? eventOf(entry(of('vat.2026-12'))), 'DESCRIPTION'))).toMatch(/尚未公布/)
})

test('two taxpayers have events of their own', () => {
  const deadline = of('cit.2026Q1')
  const text = calendarText([entry(deadline), entry(deadline, { key: 'tp_2' })], 'en')
  expect(readCalendar(text).events).toHaveLength(2)
})

test('any text at all comes back as it was, but for what no calendar may hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (words) => {
      const line = foldedLine(`SUMMARY:${icsValue(words)}`)
      const ics = `BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n${line}END:VCALENDAR\r\n`
      const { calendar } = readCalendar(ics)
      const kept = [...words.replace(/\r\n?/g, '\n')].filter((one) => !isRefused(one)).join('')
      const [found] = all(calendar, 'SUMMARY')
      expect(found && textOf(found)).toBe(kept)
    }),
  )
})
