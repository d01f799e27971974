import fc from 'fast-check'
import { fen } from '../../../../functions/core/pure/money'
import { addDays, daysBetween } from '../../../../functions/core/pure/time'
import { dayCounts, interestRates } from '../../../../functions/refunds/data/interest'
import { interestLine } from '../../../../functions/refunds/rules/interest'
import { gapsIn } from '../../../harness/dated'

const bearing = { kind: 'overpaid', interest: true } as const
const paidOn = '2025-11-24'

describe('interest on a refund', () => {
  it.each([
    // 10 000.00 × 0.35 % × 365 ÷ 360 = 35.486…
    [1_000_000, '2025-11-24', '2026-11-24', 3549],
    // A leap year has a day more: 366 ÷ 360.
    [1_000_000, '2023-11-24', '2024-11-24', 3558],
    [1_000_000, '2026-11-24', '2026-11-24', 0],
    [1_000_000, '2026-11-23', '2026-11-24', 10],
    // Half a fen is rounded up: 3 600.00 × 0.35 % × 1 ÷ 360 = 0.035.
    [360_000, '2026-11-23', '2026-11-24', 4],
    [1, '2025-11-24', '2026-11-24', 0],
    // The rate is that of the day of handling, whatever stood on the day of payment.
    [1_000_000, '2012-06-01', '2012-07-05', 378],
    [1_000_000, '2012-06-01', '2012-07-06', 340],
  ])('of %i fen paid on %s and handled on %s is %i', (refund, paid, handledOn, interest) =>
    expect(interestLine({ law: bearing, refund: fen(refund), paidOn: paid, handledOn }).fen).toBe(interest),
  )

  it('is explained: amount, rate, days, and the statute', () => {
    const line = interestLine({ law: bearing, refund: fen(1_000_000), paidOn, handledOn: '2026-11-24' })
    expect(line).toMatchObject({ key: 'interest', rate: '0.0035', unconfirmed: true })
    expect(line.how?.zh).toBe('10,000.00 × 0.35% × 365 ÷ 360')
    expect(line.label.en).toBe('Interest, if handled on 24 Nov 2026')
    expect(line.basis?.zh).toContain('第五十一条')
  })

  it.each([
    ['a settlement', { law: { kind: 'settlement', interest: true } }, '第七十八条'],
    ['an income-tax settlement', { law: { kind: 'incomeTax', interest: false } }, '第七十八条'],
    ['an export', { law: { kind: 'export', interest: true } }, '第七十八条'],
    ['an exemption', { law: { kind: 'exemption', interest: false } }, '第七十八条'],
    ['what the authority found itself', { law: bearing, foundBy: 'authority' }, '第五十一条'],
    ['a kind without it', { law: { kind: 'vehicle', interest: false } }, undefined],
  ] as const)('is never due on %s, and the line says why', (_what, question, article) => {
    const line = interestLine({ refund: fen(1_000_000), paidOn, handledOn: '2026-11-24', ...question })
    expect(line.fen).toBe(0)
    expect(line.how?.zh).toContain('不加算利息')
    if (article) expect(line.basis?.zh).toContain(article)
    else expect(line.basis).toBeUndefined()
    expect(line.rate).toBeUndefined()
  })

  it('knows no rate of a day before its table', () =>
    expect(() =>
      interestLine({ law: bearing, refund: fen(1), paidOn: '2012-06-01', handledOn: '2012-06-07' }),
    ).toThrow(RangeError))

  it('is exact to the fen for every amount and time', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e13 }), fc.integer({ min: 0, max: 3700 }), (amount, days) => {
        const handledOn = addDays('2020-01-01', days)
        const line = interestLine({ law: bearing, refund: fen(amount), paidOn: '2020-01-01', handledOn })
        expect(daysBetween('2020-01-01', handledOn)).toBe(days)
        const exact = (BigInt(amount) * 35n * BigInt(days) * 2n + 3_600_000n) / 7_200_000n
        expect(BigInt(line.fen)).toBe(exact)
      }),
    )
  })

  it('has one rate and one way of counting for every day', () => {
    expect(gapsIn(interestRates, '2012-06-08')).toEqual([])
    expect(gapsIn(dayCounts, '2012-06-08')).toEqual([])
  })
})
