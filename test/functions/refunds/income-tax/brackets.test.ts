import { fen } from '../../../../functions/core/pure/money'
import { bonusStep, bonusTax, deadZonesOf } from '../../../../functions/refunds/rules/income-tax/dead-zones'
import { settle } from '../../../../functions/refunds/rules/income-tax/settle'
import type { Steps } from '../../../../functions/refunds/rules/income-tax/steps'
import { tablesOf } from '../../../../functions/refunds/rules/income-tax/tables'
import { withheldFromPayment } from '../../../../functions/refunds/rules/income-tax/withholding'
import { taxableOf, yearWith, yuan } from './years'

const bonusTable = (taxYear = 2025): Steps => {
  const { bonus } = tablesOf(taxYear)
  if (!bonus) throw new Error('no table')
  return bonus
}

describe('the yearly table, at every edge', () => {
  it.each([
    ['0.00', 1, '0.00'],
    ['0.01', 1, '0.00'],
    ['0.17', 1, '0.01'],
    ['35,999.99', 1, '1,080.00'],
    ['36,000.00', 1, '1,080.00'],
    ['36,000.01', 2, '1,080.00'],
    ['36,000.05', 2, '1,080.01'],
    ['143,999.99', 2, '11,880.00'],
    ['144,000.00', 2, '11,880.00'],
    ['144,000.01', 3, '11,880.00'],
    ['299,999.99', 3, '43,080.00'],
    ['300,000.00', 3, '43,080.00'],
    ['300,000.01', 4, '43,080.00'],
    ['300,000.02', 4, '43,080.01'],
    ['419,999.99', 4, '73,080.00'],
    ['420,000.00', 4, '73,080.00'],
    ['420,000.01', 5, '73,080.00'],
    ['659,999.99', 5, '145,080.00'],
    ['660,000.00', 5, '145,080.00'],
    ['660,000.01', 6, '145,080.00'],
    ['959,999.99', 6, '250,080.00'],
    ['960,000.00', 6, '250,080.00'],
    ['960,000.01', 7, '250,080.00'],
    ['960,000.02', 7, '250,080.01'],
    ['1,000,000.00', 7, '268,080.00'],
  ])('%s is in bracket %i and owes %s', (taxable, index, tax) => {
    const settlement = settle(taxableOf(yuan(taxable)))
    expect(settlement.bracket.index).toBe(index)
    expect(settlement.payable).toBe(yuan(tax))
  })

  it('prints rates and quick deductions as the law does', () =>
    expect(
      tablesOf(2025).comprehensive.steps.map(({ rate, quick, upTo }) => [
        rate,
        quick / 100,
        upTo && upTo / 100,
      ]),
    ).toEqual([
      ['0.03', 0, 36_000],
      ['0.10', 2520, 144_000],
      ['0.20', 16_920, 300_000],
      ['0.25', 31_920, 420_000],
      ['0.30', 52_920, 660_000],
      ['0.35', 85_920, 960_000],
      ['0.45', 181_920, null],
    ]))

  it.each([['yearly', tablesOf(2025).comprehensive] as const, ['monthly', bonusTable()] as const])(
    'has no jump: each quick deduction of the %s table follows from the one before',
    (_, { steps }) =>
      steps.slice(1).forEach((step, at) => {
        const before = steps[at]
        const bound = before?.upTo ?? 0
        expect(step.quick).toBe(
          (before?.quick ?? 0) + (bound * (step.percent - (before?.percent ?? 0))) / 100,
        )
      }),
  )
})

describe('the monthly table of the bonus, at every edge', () => {
  it.each([
    ['0.01', 1, '0.00'],
    ['35,999.99', 1, '1,080.00'],
    ['36,000.00', 1, '1,080.00'],
    ['36,000.01', 2, '3,390.00'],
    ['143,999.99', 2, '14,190.00'],
    ['144,000.00', 2, '14,190.00'],
    ['144,000.01', 3, '27,390.00'],
    ['299,999.99', 3, '58,590.00'],
    ['300,000.00', 3, '58,590.00'],
    ['300,000.01', 4, '72,340.00'],
    ['419,999.99', 4, '102,340.00'],
    ['420,000.00', 4, '102,340.00'],
    ['420,000.01', 5, '121,590.00'],
    ['659,999.99', 5, '193,590.00'],
    ['660,000.00', 5, '193,590.00'],
    ['660,000.01', 6, '223,840.00'],
    ['959,999.99', 6, '328,840.00'],
    ['960,000.00', 6, '328,840.00'],
    ['960,000.01', 7, '416,840.00'],
  ])('a bonus of %s is in bracket %i and owes %s', (bonus, index, tax) => {
    expect(bonusStep(bonusTable(), yuan(bonus)).index).toBe(index)
    expect(bonusTax(bonusTable(), yuan(bonus))).toBe(yuan(tax))
  })

  it('ends with 2027', () => {
    expect(tablesOf(2027).bonus).toBeDefined()
    expect(tablesOf(2028).bonus).toBeUndefined()
    expect(tablesOf(2028).deadZones).toEqual([])
  })
})

describe('dead zones of the bonus', () => {
  const zones = deadZonesOf(bonusTable())
  it('are those of the table', () =>
    expect(zones).toEqual(
      [
        ['36,000', '38,566.67'],
        ['144,000', '160,500'],
        ['300,000', '318,333.33'],
        ['420,000', '447,500'],
        ['660,000', '706,538.46'],
        ['960,000', '1,120,000'],
      ].map(([from = '', until = '']) => ({ from: yuan(from), until: yuan(until) })),
    ))
  it.each(zones.map(({ from, until }) => [from, until] as const))(
    'leave less at every amount between %i and %i fen, and as much again at the end',
    (from, until) => {
      const net = (bonus: number): number => bonus - bonusTax(bonusTable(), fen(bonus))
      for (let bonus = from + 1; bonus < until; bonus += 997) expect(net(bonus)).toBeLessThan(net(from))
      expect(net(from + 1)).toBeLessThan(net(from))
      expect(net(until - 1)).toBeLessThan(net(from))
      expect(net(until)).toBeGreaterThanOrEqual(net(from))
    },
  )
  it.each([
    ['36,000.00', undefined],
    ['36,000.01', ['0.01', '2,309.99']],
    ['38,000.00', ['2,000.00', '510.00']],
    ['38,566.66', ['2,566.66', '0.01']],
    ['38,566.67', undefined],
    ['1,119,999.99', ['159,999.99', '0.01']],
    ['1,120,000.00', undefined],
  ] as const)('%s: how much less would leave how much more: %p', (amount, told) => {
    const bonus = { amount: yuan(amount), prepaid: fen(0), choice: 'separate' } as const
    const zone = settle(yearWith({ bonus })).bonus?.deadZone
    expect(zone && [zone.less, zone.more]).toEqual(told?.map(yuan))
  })
})

describe('the table of one payment, at every edge', () => {
  it.each([
    ['labour', '800.00', '0.00'],
    ['labour', '800.01', '0.00'],
    ['labour', '800.03', '0.01'],
    ['labour', '4,000.00', '640.00'],
    ['labour', '4,000.01', '640.00'],
    ['labour', '24,999.99', '4,000.00'],
    ['labour', '25,000.00', '4,000.00'],
    ['labour', '25,000.01', '4,000.00'],
    ['labour', '25,000.05', '4,000.01'],
    ['labour', '62,499.99', '13,000.00'],
    ['labour', '62,500.00', '13,000.00'],
    ['labour', '62,500.01', '13,000.00'],
    ['labour', '62,500.02', '13,000.01'],
    ['manuscript', '4,000.00', '448.00'],
    ['manuscript', '10,000.00', '1,120.00'],
    ['royalty', '4,000.00', '640.00'],
    ['royalty', '4,000.01', '640.00'],
    ['royalty', '10,000.00', '1,600.00'],
  ] as const)('%s of %s: %s are withheld', (kind, payment, tax) =>
    expect(withheldFromPayment(kind, yuan(payment), '2025-05-10')).toBe(yuan(tax)),
  )
})
