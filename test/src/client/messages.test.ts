import {
  dateText,
  distanceText,
  leftText,
  longDateText,
  momentText,
  nearDayText,
  rangeText,
  weekdayText,
} from '../../../src/messages/dates'
import { fill, textsIn } from '../../../src/messages'
import { texts as homeTexts } from '../../../src/pages/home/messages'

test('fills places and leaves unknown ones to be seen', () => {
  expect(fill('{a} of {b}', { a: 1 })).toBe('1 of {b}')
  expect(textsIn(homeTexts, 'en')('daysLeft', { n: 3 })).toBe('3 days left')
  expect(textsIn(homeTexts, 'en')('daysLeft', { n: 1 })).toBe('1 day left')
  expect(fill('{n|one|many} and {n|one|many', { n: 0 })).toBe('many and {n|one|many')
})

test.each([
  ['zh-CN', '11月24日', '周二', '11月24日 周二', '明天'],
  ['en', '24 Nov', 'Tue', 'Tue 24 Nov', 'Tomorrow'],
] as const)('writes days in %s', (language, date, weekday, long, tomorrow) => {
  expect([
    dateText('2026-11-24', language),
    weekdayText('2026-11-24', language),
    longDateText('2026-11-24', language),
  ]).toEqual([date, weekday, long])
  expect(nearDayText('2026-11-24', '2026-11-23', language)).toBe(tomorrow)
})

test('writes times, what is left, and distances', () => {
  expect(rangeText(570, 600)).toBe('9:30–10:00')
  expect([leftText(582_000), leftText(59_001), leftText(-5)]).toEqual(['09:42', '01:00', '00:00'])
  expect([distanceText(1840, 'zh-CN'), distanceText(351, 'en')]).toEqual(['1.8 公里', '350 m'])
  expect(momentText(Date.UTC(2026, 10, 24, 1, 30), 'en')).toBe('Tue 24 Nov, 9:30')
})
