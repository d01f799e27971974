import fc from 'fast-check'
import type { Values } from '../../../../functions/core/pure/forms'
import { fen } from '../../../../functions/core/pure/money'
import { othersRefund } from '../../../../functions/refunds/rules/kinds/vat-credit-amount'
import { codesOf, foundIn, linesOf, stopping, warnings } from '../../../harness/refunds/checks'
import { builder, check, composition, maker, monthly, other, YUAN } from '../../../harness/refunds/vat-credit'

describe('VAT credit: group 1, four industries', () => {
  it.each([
    [500_000 * YUAN - 1, false],
    [500_000 * YUAN, false],
    [500_000 * YUAN + 1, true],
    [1_000_000 * YUAN, true],
    [1_000_000 * YUAN + 1, false],
  ])('sales of %i fen out of 1 000 000.00: %s', (industrySales, ok) =>
    expect(stopping(check({ ...maker, industrySales }))).toEqual(ok ? [] : ['industryShare']),
  )

  it.each([
    [2, false],
    [3, true],
    [12, true],
  ])('in business for %i months: %s', (months, ok) =>
    expect(stopping(check({ ...maker, salesMonths: months }))).toEqual(ok ? [] : ['salesMonths']),
  )

  it.each(['manufacturing', 'science', 'software', 'ecology'])('%s is one of the four', (industry) =>
    expect(foundIn(check({ ...maker, industry }), 'group')).toBe('第一类：制造业等 4 个行业（按所选行业）'),
  )

  it('tells who has too small a share of another way', () =>
    expect(foundIn(check({ ...maker, industrySales: 0 }), 'group')).toContain('按第三类申请'))

  it('gives all of the credit times the share of the papers', () =>
    expect(check(maker).result?.claimable).toBe(90_000 * YUAN))

  it('rounds once, half up', () => {
    const thirds = {
      ...composition,
      inputInvoices: 1,
      inputCustoms: 0,
      inputTaxPaid: 0,
      inputVehicles: 0,
      inputTolls: 0,
      inputFlights: 0,
      inputTrains: 0,
    }
    expect(check({ ...maker, ...thirds, inputAll: 3, periodEndCredit: 100 }).result?.claimable).toBe(33)
    expect(check({ ...maker, ...thirds, inputAll: 2, periodEndCredit: 101 }).result?.claimable).toBe(51)
  })
})

describe('VAT credit: group 2, real estate', () => {
  it('gives 60% of what was added since 31 March 2019', () => {
    const checked = check(builder)
    expect(stopping(checked)).toEqual([])
    expect(warnings(checked)).toEqual([])
    expect(codesOf(checked)).not.toContain('yearIncrement')
    expect(linesOf(checked)).toEqual([
      'periodEndCredit 200000000',
      'base -1000000',
      'increment 199000000',
      'composition 90000000',
      'creditRefund 107460000',
      'claimable 107460000',
      'claimed 107460000',
    ])
  })

  it.each([
    ['creditBack5', 1_000_000],
    ['creditBack4', 999_999],
    ['creditBack3', 0],
    ['creditBack2', 1_000_000],
    ['creditBack1', 1_000_000],
  ])('%s of %i adds nothing that month: group 3, which is not met either', (key, credit) => {
    const checked = check({ ...builder, [key]: credit })
    expect(warnings(checked)).toEqual(['realEstateMonths'])
    expect(stopping(checked)).toEqual(credit === 0 ? ['sixMonths', 'yearIncrement'] : ['yearIncrement'])
  })

  it.each([
    [51_000_000 - 1, ['realEstateIncrement'], 'others'],
    [51_000_000, [], 'realEstate'],
    [51_000_000 + 1, [], 'realEstate'],
  ])('with %i fen at the sixth month: %p', (periodEndCredit, warned, group) => {
    const checked = check({ ...builder, periodEndCredit, creditOfYearBefore: 0 })
    expect(warnings(checked)).toEqual(warned)
    expect(stopping(checked)).toEqual([])
    expect(foundIn(checked, 'group')).toContain(group === 'others' ? '改按第三类' : '第二类')
  })

  it('uses group 3 where its own is not met and that is', () => {
    const checked = check({ ...builder, creditBack1: 1_000_000, creditOfYearBefore: 1_000_000 * YUAN })
    expect(stopping(checked)).toEqual([])
    expect(warnings(checked)).toEqual(['realEstateMonths'])
    expect(checked.result?.claimable).toBe(540_000 * YUAN)
  })

  it('is not judged before its figures are there', () => {
    const { creditOf2019: _, ...without } = builder
    expect(codesOf(check(without))).not.toContain('group')
  })
})

describe('VAT credit: group 3, all others', () => {
  it('splits at 100 000 000 before the ratio: 120 000 000 and 0.9 are 59 400 000', () => {
    const checked = check(other)
    expect(stopping(checked)).toEqual([])
    expect(checked.result?.claimable).toBe(59_400_000 * YUAN)
    expect(checked.result?.lines.find(({ key }) => key === 'creditRefund')?.how?.zh).toBe(
      '(100,000,000.00 × 60% + 20,000,000.00 × 30%) × 90%',
    )
  })

  it.each([
    [10_000_000_000 - 1, 5_999_999_999],
    [10_000_000_000, 6_000_000_000],
    [10_000_000_000 + 1, 6_000_000_000],
    [10_000_000_000 + 2, 6_000_000_001],
    [10_000_000_000 + 10, 6_000_000_003],
  ])('%i fen added give %i', (periodEndCredit, refund) => {
    const whole = { ...composition, inputInvoices: 900_000 * YUAN }
    expect(check({ ...other, ...whole, periodEndCredit }).result?.claimable).toBe(refund)
  })

  it.each([
    [49_999_999, ['yearIncrement']],
    [50_000_000, []],
    [50_000_001, []],
  ])('%i fen more than on 31 December: stops at %p', (periodEndCredit, stops) =>
    expect(stopping(check({ ...other, periodEndCredit }))).toEqual(stops),
  )

  it.each(['creditBack5', 'creditBack4', 'creditBack3', 'creditBack2', 'creditBack1'])(
    'a month without credit stops it: %s',
    (key) => expect(stopping(check({ ...other, [key]: 0 }))).toEqual(['sixMonths']),
  )

  it('gives nothing for less credit than before', () => {
    const checked = check({ ...other, creditOfYearBefore: 120_000_001 * YUAN })
    expect(stopping(checked)).toEqual(['yearIncrement'])
    expect(checked.result?.claimable).toBe(0)
  })

  it('could split after the ratio: 62 400 000', () => {
    const shares = {
      upTo: fen(10_000_000_000),
      first: 60,
      above: 30,
      splitOn: 'incrementTimesRatio' as const,
    }
    const nineTenths = { part: fen(9), whole: fen(10) }
    expect(othersRefund(fen(12_000_000_000), nineTenths, shares)).toBe(62_400_000 * YUAN)
    expect(othersRefund(fen(12_000_000_000), nineTenths, { ...shares, splitOn: 'increment' })).toBe(
      59_400_000 * YUAN,
    )
  })

  it('is unconfirmed in the time over which its share of papers runs, unlike group 1', () => {
    const shared = (values: Values) =>
      check(values).findings.find(({ code }) => code === 'composition')?.unconfirmed
    expect([shared(maker), shared(builder), shared(other)]).toEqual([false, true, true])
  })
})

describe('VAT credit beside a slow reckoning', () => {
  const money = fc.integer({ min: 0, max: 10_000_000_000_000 })

  /** Whole numbers of any size, rounded half up. */
  const divided = (over: bigint, under: bigint): number => Number((over * 2n + under) / (under * 2n))
  const slowly = (kind: string, credit: number, base: number, part: number, whole: number): number => {
    const [c, p, w] = [BigInt(credit), BigInt(part), BigInt(whole)]
    if (kind === 'manufacturing') return divided(c * p, w)
    const added = c > BigInt(base) ? c - BigInt(base) : 0n
    if (kind === 'realEstate') return divided(added * 60n * p, w * 100n)
    const bound = 10_000_000_000n
    const weighed = added <= bound ? added * 60n : bound * 60n + (added - bound) * 30n
    return divided(weighed * p, w * 100n)
  }

  it('agrees for every group, and never exceeds the credit', () => {
    const papers = fc.array(money, { minLength: 8, maxLength: 8 })
    const industry = fc.constantFrom('manufacturing', 'realEstate', 'others')
    fc.assert(
      fc.property(industry, money, money, fc.nat(3), papers, (kind, credit, base, shrink, amounts) => {
        const [all = 0, ...seven] = amounts
        const whole = Math.max(1, all)
        const scaled = seven.map((one) => Math.floor(Math.min(one, whole) / 7 / 10 ** shrink))
        const [a, b, c, d, e, f, g] = scaled
        const values: Values = {
          ...(kind === 'manufacturing' ? maker : kind === 'realEstate' ? builder : other),
          ...monthly(10_000_000_000_000),
          periodEndCredit: credit,
          creditOf2019: base,
          creditOfYearBefore: base,
          inputInvoices: a ?? 0,
          inputCustoms: b ?? 0,
          inputTaxPaid: c ?? 0,
          inputVehicles: d ?? 0,
          inputTolls: e ?? 0,
          inputFlights: f ?? 0,
          inputTrains: g ?? 0,
          inputAll: whole,
        }
        const { result, findings } = check(values)
        const group = findings.find(({ code }) => code === 'group')?.found?.en ?? ''
        const by = group.startsWith('Group 1')
          ? 'manufacturing'
          : group.startsWith('Group 2')
            ? 'realEstate'
            : 'others'
        const part = scaled.reduce((sum, one) => sum + one, 0)
        expect(result?.claimable).toBe(slowly(by, credit, base, part, whole))
        expect(result?.claimable).toBeLessThanOrEqual(credit)
      }),
      { numRuns: 500 },
    )
  })

  it('agrees were the split after the ratio', () => {
    fc.assert(
      fc.property(money, money, money, (added, one, two) => {
        const [part, whole] = [Math.min(one, two), Math.max(one, two, 1)]
        const shares = {
          upTo: fen(10_000_000_000),
          first: 60,
          above: 30,
          splitOn: 'incrementTimesRatio' as const,
        }
        const [x, w] = [BigInt(added) * BigInt(part), BigInt(whole)]
        const bound = 10_000_000_000n * w
        const weighed = x <= bound ? x * 60n : bound * 60n + (x - bound) * 30n
        expect(othersRefund(fen(added), { part: fen(part), whole: fen(whole) }, shares)).toBe(
          divided(weighed, w * 100n),
        )
      }),
      { numRuns: 500 },
    )
  })
})
