/** Amounts, dates and divisions as an answer writes them. */
import fc from 'fast-check'
import { fen, yuanText } from '../../../../functions/core/pure/money'
import { addDays, dayOf } from '../../../../functions/core/pure/time'
import { creditCheckCharacter } from '../../../../functions/core/pure/check-digits'
import { fenAt, instantAt, regionOf } from '../../../../functions/invoices/verification/tencent-details'

it.each([
  ['498.90', 49_890],
  ['498.9', 49_890],
  ['498', 49_800],
  ['500', 50_000],
  ['-100.00', -10_000],
  ['0.07', 7],
  ['19.99', 1_999],
  ['12.340000', 1_234],
  [' 88.50 ', 8_850],
  ['12.345', null],
  ['1e3', null],
  ['1,234.00', null],
  ['¥12.00', null],
  ['', null],
  [null, null],
  [undefined, null],
])('%j is %s fen', (text, amount) => expect(fenAt(text)).toBe(amount))

it('reads every amount that can be written, to the fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999_999_999, max: 99_999_999_999_999 }), (amount) => {
      expect(fenAt(yuanText(fen(amount)))).toBe(fen(amount))
    }),
  )
})

it.each([
  ['20191211', { day: '2019-12-11', at: null }],
  ['2019-12-11', { day: '2019-12-11', at: null }],
  ['2019-12-11 00:00:59', { day: '2019-12-11', at: Date.parse('2019-12-11T00:00:59+08:00') }],
  ['2019-12-11T23:59:00', { day: '2019-12-11', at: Date.parse('2019-12-11T23:59:00+08:00') }],
  ['2019-02-29', undefined],
  ['2019-12-11 24:00:00', undefined],
  ['2019年12月11日', undefined],
  ['', undefined],
  [null, undefined],
])('%j is %j', (text, when) => expect(instantAt(text)).toEqual(when))

it('reads every day, with dashes or without', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
      const day = addDays('1970-01-01', days)
      expect(instantAt(day)?.day).toBe(day)
      expect(instantAt(day.replaceAll('-', ''))?.day).toBe(day)
      expect(dayOf(instantAt(`${day} 00:00:00`)?.at ?? 0)).toBe(day)
    }),
  )
})

const credit = (seventeen: string): string => `${seventeen}${creditCheckCharacter(seventeen) ?? ''}`

it.each([
  ['a credit code', credit('91510100MA6CAAAA0'), '510100'],
  ['a credit code with another check character', '91510100MA6CAAAA0#', null],
  ['a tax number of 15 digits', '440788190918874', '440788'],
  ['an ID number', '11010519491231002X', null],
  ['nothing', '', null],
])('the division of %s', (_, number, region) => expect(regionOf(number)).toBe(region))
