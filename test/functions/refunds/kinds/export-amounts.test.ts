import fc from 'fast-check'
import type { Values } from '../../../../functions/core/pure/forms'
import { fen } from '../../../../functions/core/pure/money'
import { priceInYuan } from '../../../../functions/refunds/rules/kinds/export-figures'
import { linesOf } from '../../../harness/refunds/checks'
import { check, maker, trader } from '../../../harness/refunds/export'

describe('what a maker is refunded', () => {
  it('is the lower of its credit and of price × rate', () => {
    expect(linesOf(check(maker))).toEqual([
      'price 71234000',
      'onPrice 9260420',
      'total 9260420',
      'credit 5000000',
      'refund 5000000',
      'credited 4260420',
      'notCreditable 0',
      'claimable 5000000',
      'claimed 5000000',
    ])
  })

  it.each([
    [9_260_419, 9_260_419, 1],
    [9_260_420, 9_260_420, 0],
    [9_260_421, 9_260_420, 0],
    [0, 0, 9_260_420],
  ])('with %i of credit: %i paid, %i credited', (periodEndCredit, refund, credited) => {
    const lines = linesOf(check({ ...maker, periodEndCredit }))
    expect(lines).toContain(`refund ${refund}`)
    expect(lines).toContain(`credited ${credited}`)
  })

  it('takes materials bought free of tax off both sides, by the rate and by its difference', () => {
    const lines = linesOf(check({ ...maker, refundRate: 900, bonded: 21_234_000 }))
    expect(lines).toEqual([
      'price 71234000',
      'onPrice 6411060',
      'onBonded -1911060',
      'total 4500000',
      'credit 5000000',
      'refund 4500000',
      'credited 0',
      'notCreditable 2000000',
      'claimable 4500000',
      'claimed 4500000',
    ])
  })

  it('comes after a refund of credit that is not on a return yet', () =>
    expect(linesOf(check({ ...maker, creditRefunded: 1_000_000 }))).toContain('refund 4000000'))

  it('explains the price', () => {
    const price = check(maker).result?.lines.find(({ key }) => key === 'price')
    expect(price?.how).toEqual({
      zh: '美元 100,000.00 × 712.3400 ÷ 100',
      en: 'US dollar 100,000.00 × 712.3400 ÷ 100',
    })
    const { fx: _, ...inYuan } = maker
    const yuan = { ...inYuan, currency: 'CNY' }
    expect(check(yuan).result?.lines[0]).toEqual({
      key: 'price',
      label: { zh: '离岸价折合人民币', en: 'Price free on board in yuan' },
      fen: 10_000_000,
    })
  })
})

describe('what a trading firm is refunded', () => {
  it('is what it bought for, at the refund rate; the difference is a cost', () =>
    expect(linesOf(check({ ...trader, refundRate: 900, claimed: 1_000_000 }))).toEqual([
      'purchase 60000000',
      'refund 5400000',
      'toCost 2400000',
      'claimable 5400000',
      'claimed 1000000',
    ]))

  it('of batteries is by the day of export', () => {
    const battery = { ...trader, goods: 'battery' }
    const on = (exportedOn: string) =>
      check({ ...battery, exportedOn }, { today: '2027-02-01' }).result?.claimable
    expect([on('2026-03-31'), on('2026-04-01'), on('2026-12-31'), on('2027-01-01')]).toEqual([
      5_400_000, 3_600_000, 3_600_000, 0,
    ])
  })

  it.each([
    [1, 1300, 0],
    [3, 1300, 0],
    [4, 1300, 1],
    [50, 100, 1],
    [49, 100, 0],
  ])('%i fen at %i/10 000 are %i', (taxableAmount, refundRate, refund) =>
    expect(check({ ...trader, taxableAmount, refundRate }).result?.claimable).toBe(refund),
  )
})

describe('amounts of exports beside a slow reckoning', () => {
  const half = (over: bigint, under: bigint): bigint => (over * 2n + under) / (under * 2n)
  const least = (one: bigint, two: bigint): bigint => (one < two ? one : two)
  const above0 = (one: bigint): bigint => (one > 0n ? one : 0n)
  const money = fc.integer({ min: 1, max: 10_000_000_000_000 })
  const rate = fc.integer({ min: 0, max: 1300 })

  it('a price of any size is exact', () => {
    fc.assert(
      fc.property(money, fc.integer({ min: 1, max: 100_000_000 }), (fob, fx) => {
        expect(BigInt(priceInYuan(fen(fob), fx))).toBe(half(BigInt(fob) * BigInt(fx), 1_000_000n))
      }),
      { numRuns: 1000 },
    )
  })

  it('both methods agree, whatever the figures', () => {
    fc.assert(
      fc.property(
        fc.record({
          fob: money,
          fx: fc.integer({ min: 1, max: 100_000_000 }),
          bonded: money,
          credit: money,
          bought: money,
        }),
        rate,
        fc.constantFrom('1300', '900'),
        ({ fob, fx, bonded, credit, bought }, refundRate, levyRate) => {
          const values: Values = { ...maker, fob, fx, bonded, periodEndCredit: credit, refundRate, levyRate }
          const r = BigInt(refundRate)
          const price = half(BigInt(fob) * BigInt(fx), 1_000_000n)
          const total = above0(half(price * r, 10_000n) - half(BigInt(bonded) * r, 10_000n))
          const refund = least(total, BigInt(credit))
          const gap = above0(BigInt(levyRate) - r)
          const cost = above0(half(price * gap, 10_000n) - half(BigInt(bonded) * gap, 10_000n))
          expect(linesOf(check(values))).toEqual(
            expect.arrayContaining([
              `total ${total}`,
              `refund ${refund}`,
              `credited ${total - refund}`,
              `notCreditable ${cost}`,
              `claimable ${refund}`,
            ]),
          )
          const traded = check({ ...trader, taxableAmount: bought, refundRate, levyRate })
          expect(traded.result?.claimable).toBe(Number(half(BigInt(bought) * r, 10_000n)))
        },
      ),
      { numRuns: 500 },
    )
  })
})
