import { deadlinesFrom, filingDay } from '../../../src/pages/home/deadlines'

/** 税总办征科函〔2025〕64号: the published last days to file in 2026. */
const PUBLISHED = [20, 24, 16, 20, 22, 15, 15, 17, 15, 26, 16, 15]

test.each(PUBLISHED.map((day, index) => [index + 1, day]))(
  '2026-%d ends on the %dth as published',
  (month, day) => {
    const name = `2026-${String(month).padStart(2, '0')}`
    expect(filingDay(name)).toEqual({ day: `${name}-${String(day).padStart(2, '0')}`, settled: true })
  },
)

test('a year without published holidays gives the plain day and says so', () => {
  expect(filingDay('2099-01')).toEqual({ day: '2099-01-15', settled: false })
})

test('names the next monthly and the next quarterly day, sooner first', () => {
  expect(deadlinesFrom('2026-09-16')).toMatchObject([
    { kind: 'monthly', day: '2026-10-26', daysLeft: 40 },
    { kind: 'quarterly', day: '2026-10-26', daysLeft: 40 },
  ])
  expect(deadlinesFrom('2026-07-16').map(({ kind, day }) => [kind, day])).toEqual([
    ['monthly', '2026-08-17'],
    ['quarterly', '2026-10-26'],
  ])
  expect(deadlinesFrom('2026-12-15')[0]).toMatchObject({ day: '2026-12-15', daysLeft: 0 })
})
