import fc from 'fast-check'
import { proportion } from '../../../../functions/refunds/rules/kinds/proportion'

describe('a proportion of whole numbers', () => {
  it.each([
    [1, 1, 2, 1],
    [1, 1, 3, 0],
    [2, 1, 3, 1],
    [0, 5, 7, 0],
    [12_000_000_000, 9, 10, 10_800_000_000],
    [10_000_000_000_000, 10_000_000_000_000, 10_000_000_000_000, 10_000_000_000_000],
  ])('%i × %i ÷ %i = %i', (amount, part, whole, result) =>
    expect(proportion(amount, part, whole)).toBe(result),
  )

  it.each([
    [-1, 1, 1],
    [1, -1, 1],
    [1, 1, 0],
    [0.5, 1, 1],
    [1, 1, Number.MAX_SAFE_INTEGER],
    [Number.MAX_SAFE_INTEGER, 2, 1],
  ])('refuses %d × %d ÷ %d', (amount, part, whole) =>
    expect(() => proportion(amount, part, whole)).toThrow(RangeError),
  )

  it('is exact where the product is beyond the safe integers', () => {
    const count = fc.integer({ min: 0, max: 1e15 })
    fc.assert(
      fc.property(count, count, count, (amount, one, two) => {
        const [part, whole] = [Math.min(one, two), Math.max(one, two, 1)]
        const [a, p, w] = [BigInt(amount), BigInt(part), BigInt(whole)]
        expect(proportion(amount, part, whole)).toBe(Number((a * p * 2n + w) / (w * 2n)))
      }),
      { numRuns: 1000 },
    )
  })
})
