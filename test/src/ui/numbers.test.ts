import { numberText, percentText } from '../../../src/ui/numbers'

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1_234_567, '1,234,567'],
  [-1000, '-1,000'],
])('%d is written %s', (value, text) => {
  expect(numberText(value)).toBe(text)
})

test.each([
  ['0.10', '10%'],
  ['0.1', '10%'],
  ['0', '0%'],
  ['1', '100%'],
  ['0.0005', '0.05%'],
  ['0.035', '3.5%'],
  ['0.45', '45%'],
  ['1.25', '125%'],
])('the rate %s reads %s', (rate, shown) => {
  expect(percentText(rate)).toBe(shown)
})
