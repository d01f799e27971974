import fc from 'fast-check'
import {
  addFen,
  fen,
  parseYuan,
  shareOf,
  subtractFen,
  timesIn,
  yuanDisplay,
  yuanText,
} from '../../../../functions/core/pure/money'

const amount = fc.maxSafeInteger().map(fen)

describe('money', () => {
  it.each([
    ['0', 0],
    ['1234.5', 123450],
    ['-0.07', -7],
    ['302999.99', 30299999],
    ['0.10', 10],
  ])('reads %s as %i fen', (text, value) => expect(parseYuan(text)).toBe(value))
  it.each(['', '1.234', '1e3', '１２', '.5', '1.', '--1', '99999999999999'])('refuses %p', (text) =>
    expect(() => parseYuan(text)).toThrow(RangeError),
  )
  it('refuses what is not whole or not safe', () => {
    expect(() => fen(0.5)).toThrow(RangeError)
    expect(() => fen(Number.NaN)).toThrow(RangeError)
    expect(() => addFen(fen(Number.MAX_SAFE_INTEGER), fen(1))).toThrow(RangeError)
  })
  it('writes what it reads', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e14, max: 1e14 }).map(fen), (value) =>
        expect(parseYuan(yuanText(value))).toBe(value),
      ),
    )
    fc.assert(
      fc.property(amount, (value) => {
        const grouped = yuanText(value).replace(/\B(?=(\d{3})+\.)/g, ',')
        expect(yuanDisplay(value)).toBe(grouped)
      }),
    )
    expect(yuanDisplay(fen(-123456789))).toBe('-1,234,567.89')
    expect(yuanDisplay(fen(5))).toBe('0.05')
  })
  it('takes shares exactly, half away from zero', () => {
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        (value, numerator, denominator) => {
          const product = BigInt(value) * BigInt(numerator)
          const size = product < 0n ? -product : product
          const exact = (size * 2n + BigInt(denominator)) / (BigInt(denominator) * 2n)
          const expected = Number(product < 0n ? -exact : exact)
          if (!Number.isSafeInteger(expected))
            return expect(() => shareOf(value, numerator, denominator)).toThrow(RangeError)
          expect(shareOf(value, numerator, denominator)).toBe(expected === 0 ? 0 : expected)
        },
      ),
    )
    expect(shareOf(fen(100_000), 95, 100_000)).toBe(95)
    expect(shareOf(fen(1), 1, 2)).toBe(1)
    expect(shareOf(fen(-1), 1, 2)).toBe(-1)
  })
  it('knows how often a number goes into another, exactly, up to the last safe number', () => {
    const by = fc.integer({ min: 1, max: 1_000_000 })
    fc.assert(
      fc.property(fc.maxSafeNat(), by, (whole, one) => {
        // just below, at and just above a multiple
        for (const near of [whole - (whole % one) - 1, whole - (whole % one), whole])
          if (near >= 0) expect(BigInt(timesIn(near, one))).toBe(BigInt(near) / BigInt(one))
        expect(BigInt(timesIn(Number.MAX_SAFE_INTEGER - whole, one))).toBe(
          BigInt(Number.MAX_SAFE_INTEGER - whole) / BigInt(one),
        )
      }),
    )
    expect(timesIn(Number.MAX_SAFE_INTEGER, 100)).toBe(90_071_992_547_409)
  })
  it('adds and subtracts', () => expect(subtractFen(addFen(fen(1), fen(2), fen(3)), fen(7))).toBe(-1))
})
