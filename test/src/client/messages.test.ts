import fs from 'node:fs'
import path from 'node:path'
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
import { homeTexts } from '../../../src/messages/home'

const folder = path.resolve(__dirname, '../../../src/messages')
const areas = fs.readdirSync(path.join(folder, 'zh-CN')).map((file) => file.replace('.ts', ''))
const places = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '').sort()

const load = async (language: string, area: string): Promise<Record<string, string>> => {
  const module = (await import(path.join(folder, language, area))) as Readonly<
    Record<string, Record<string, string>>
  >
  const [texts, ...others] = Object.values(module)
  if (!texts || others.length > 0) throw new Error(`${area} exports one catalogue`)
  return texts
}

test('both languages have the same areas', () => {
  expect(fs.readdirSync(path.join(folder, 'en')).sort()).toEqual(areas.map((area) => `${area}.ts`).sort())
  expect(areas.length).toBeGreaterThan(4)
})

test.each(areas)('%s: same keys, same places, nothing empty, English without Chinese', async (area) => {
  const [chinese, english] = [await load('zh-CN', area), await load('en', area)]
  expect(Object.keys(english).sort()).toEqual(Object.keys(chinese).sort())
  for (const [key, text] of Object.entries(chinese)) {
    expect([key, places(english[key] ?? '')]).toEqual([key, places(text)])
    expect(text.trim()).not.toBe('')
    if (key !== 'language')
      expect([key, english[key]]).toEqual([key, expect.not.stringMatching(/[\u3400-\u9fff]/) as string])
  }
})

test('fills places and leaves unknown ones to be seen', () => {
  expect(fill('{a} of {b}', { a: 1 })).toBe('1 of {b}')
  expect(textsIn(homeTexts, 'en')('daysLeft', { n: 3 })).toBe('3 days left')
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
