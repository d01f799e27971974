import { readTyped, restingText, toldNow, withAnswer, type NumberField } from '../../../src/ui/form'
import { text } from '../../../functions/core/pure/text'

const field = (type: NumberField['type']): NumberField => ({ key: 'n', label: text('数', 'n'), type })

test.each([
  ['money', '1234.5', 123_450],
  ['money', '1,234.50', 123_450],
  ['money', '１２３４。５', 123_450],
  ['money', ' ¥ 12 元', 1200],
  ['money', '.5', 50],
  ['money', '12.', 1200],
  ['money', '-0.07', -7],
  ['money', '9007199254740.99', 900_719_925_474_099],
  ['money', '0.1', 10],
  ['money', '1.005', '1.005'],
  ['money', '一百', '一百'],
  ['money', '12345678901234', '12345678901234'],
  ['money', '', ''],
  ['money', '  ', ''],
  ['rate', '3.5', 350],
  ['rate', '3.5%', 350],
  ['rate', '0.35', 35],
  ['rate', '100', 10_000],
  ['rate', '0.355', '0.355'],
  ['count', '1,200', 1200],
  ['count', '007', 7],
  ['count', '-0', 0],
  ['count', '1.5', '1.5'],
  ['count', '1e3', '1e3'],
] as const)('as %s, "%s" is read as %j', (type, typed, value) => {
  expect(readTyped(field(type), typed)).toBe(value)
})

test.each([
  ['money', 123_450, '1,234.50'],
  ['money', 120_000, '1,200.00'],
  ['money', 0, '0.00'],
  ['money', -7, '-0.07'],
  ['money', '1.005', '1.005'],
  ['money', undefined, ''],
  ['rate', 350, '3.5'],
  ['rate', 10_000, '100'],
  ['rate', 35, '0.35'],
  ['count', 1_000_000, '1,000,000'],
  ['count', 999_999_999_999_999, '999,999,999,999,999'],
] as const)('%s %j stands as %s', (type, value, resting) => {
  expect(restingText(field(type), value)).toBe(resting)
})

test('what stands there is read as it was kept, for every amount', () => {
  for (let fen = -1_000_000; fen <= 1_000_000; fen += 997) {
    for (const type of ['money', 'rate', 'count'] as const) {
      expect(readTyped(field(type), restingText(field(type), fen))).toBe(fen)
    }
  }
})

test('an emptied answer is gone; another is changed alone', () => {
  expect(withAnswer({ a: 1, b: 'x' }, 'a', '')).toEqual({ b: 'x' })
  expect(withAnswer({ a: 1 }, 'b', false)).toEqual({ a: 1, b: false })
})

test('what typing on cannot mend is told at once, the rest once the field was left', () => {
  expect(toldNow({ key: 'a', problem: 'long' }, false)).toBe(true)
  expect(toldNow({ key: 'a', problem: 'kind' }, false)).toBe(false)
  expect(toldNow({ key: 'a', problem: 'required' }, true)).toBe(true)
})
