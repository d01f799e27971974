/** Odds and the rest of the pool, as told before entering: exact, and never more than there is. */
import fc from 'fast-check'
import { chengdu, ningbo, taiyuan, xiamen } from '../../../../functions/lottery/data/campaigns'
import { chanceText } from '../../../../functions/lottery/rules/chance'
import { bandOf, instantOdds, periodicOdds } from '../../../../functions/lottery/rules/odds'
import type { Campaign } from '../../../../functions/lottery/rules/campaign'
import type { InstantDraw, PeriodicDraw } from '../../../../functions/lottery/rules/plan'
import { floorOf, rational } from '../../../../functions/lottery/rules/rational'

const instantOfCity = ({ draws }: Campaign): InstantDraw => {
  const draw = draws.find((one) => one.kind === 'instant')
  if (draw?.kind !== 'instant') throw new Error('no instant draw')
  return draw
}
const periodic = ({ draws }: Campaign, key: string): PeriodicDraw => {
  const draw = draws.find((one) => one.key === key)
  if (draw?.kind !== 'periodic') throw new Error(`no periodic draw ${key}`)
  return draw
}

describe('exact fractions', () => {
  it('are in lowest terms', () => expect(rational(120, 1_000)).toEqual({ numerator: 3, denominator: 25 }))

  it.each([
    [1, 0],
    [-1, 2],
    [0.5, 2],
    [1, 2 ** 60],
  ])('%p over %p is none', (n, d) => expect(() => rational(n, d)).toThrow(RangeError))

  it('multiply and divide as whole numbers of any size do', () => {
    const safe = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER })
    const divisor = fc.integer({ min: 1, max: Math.floor(Number.MAX_SAFE_INTEGER / 2) })
    fc.assert(
      fc.property(safe, safe, divisor, (a, b, c) => {
        const exact = (BigInt(a) * BigInt(b)) / BigInt(c)
        if (exact <= BigInt(Number.MAX_SAFE_INTEGER)) expect(BigInt(floorOf(a, b, c))).toBe(exact)
        else expect(() => floorOf(a, b, c)).toThrow(RangeError)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    [1, 1, 0],
    [1, 1, Number.MAX_SAFE_INTEGER],
    [-1, 1, 1],
    [1.5, 1, 1],
  ])('refuse %p × %p ÷ %p', (a, b, c) => expect(() => floorOf(a, b, c)).toThrow(RangeError))
})

describe('a chance in words', () => {
  it.each([
    [0, 5, '没有中奖机会', 'no chance of a prize'],
    [5, 5, '每张都中奖', 'every invoice wins'],
    [1, 50, '1/50（平均每 50 张发票有 1 张中奖）', '1 in 50'],
    [20, 1_000, '1/50（平均每 50 张发票有 1 张中奖）', '1 in 50'],
    [1, 1_234_567, '1/1,234,567（平均每 1,234,567 张发票有 1 张中奖）', '1 in 1,234,567'],
    // 37.04: told as 38, not as 37.
    [27, 1_000, '约 1/38（平均每 38 张发票有 1 张中奖）', 'about 1 in 38'],
    // 38.5 %: told as 38.
    [5, 13, '约 38/100（平均每 100 张发票有 38 张中奖）', 'about 38 in 100'],
  ])('%i of %i', (n, d, zh, en) => expect(chanceText(rational(n, d))).toEqual({ zh, en }))

  it('never promises more than there is', () => {
    const denominator = fc.integer({ min: 1, max: 10_000_000 })
    fc.assert(
      fc.property(denominator, fc.integer({ min: 0, max: 10_000_000 }), (d, n) => {
        const share = Math.min(n, d)
        const { en } = chanceText(rational(share, d))
        const said = /([\d,]+) in ([\d,]+)$/.exec(en)
        if (!said) return expect([0, d]).toContain(share)
        const [told, of] = [Number(said[1]?.replace(/,/g, '')), Number(said[2]?.replace(/,/g, ''))]
        // told / of ≤ share / d, as whole numbers
        expect(BigInt(told) * BigInt(d) <= BigInt(share) * BigInt(of)).toBe(true)
      }),
    )
  })

  it('says nothing of how near one was', () => {
    const said = JSON.stringify([
      chanceText(rational(1, 7)),
      instantOdds(instantOfCity(xiamen), { invoice: 10_000, left: 0, total: 100 }),
      periodicOdds(periodic(chengdu, 'daily'), { entries: 9, yesterday: 9, left: 0, total: 100 }),
    ])
    expect(said).not.toMatch(
      /差一点|只差|险些|再来|再接再厉|加油|幸运|near|almost|close|lucky|next time|keep/i,
    )
  })
})

describe('an instant draw', () => {
  const odds = (left: number) =>
    instantOdds(instantOfCity(xiamen), { invoice: 10_000, left, total: 14_000_000_000 })

  it('tells the odds of each prize and of any', () => {
    const { tiers, any, anySaid, floating, unconfirmed } = odds(14_000_000_000)
    expect(tiers.map(({ said }) => said.en)).toEqual(['1 in 200', '1 in 100', 'about 1 in 29', '1 in 10'])
    expect([any, anySaid.en]).toEqual([{ numerator: 3, denominator: 20 }, 'about 15 in 100'])
    expect([floating, unconfirmed]).toEqual([null, true])
  })

  it('tells the rest of the pool, and how many prizes it is good for', () => {
    // (5 × 100 + 10 × 80 + 35 × 50 + 100 × 30) ÷ 150 = 40.33 yuan a prize
    expect(odds(605_000).leftSaid).toEqual({
      zh: '奖金还剩 6,050.00 元（共 140,000,000.00 元），预计还能发出 150 个奖',
      en: 'CNY 6,050.00 of CNY 140,000,000.00 is left, for about 150 prizes',
    })
  })

  it('gives no chance of a prize that the pool cannot pay', () => {
    const { tiers, any, prizesLeft } = odds(4_999)
    expect(tiers.map(({ chance }) => chance.numerator)).toEqual([0, 0, 0, 1])
    expect(tiers[0]?.said.zh).toBe('奖金余额不够发这一档')
    expect([any, prizesLeft]).toEqual([{ numerator: 1, denominator: 10 }, 1])
    expect(odds(0).anySaid.en).toBe('no chance of a prize')
  })

  it.each([
    [10_000, 20_000],
    [49_999, 20_000],
    [50_000, 50_000],
    [199_999, 50_000],
    [200_000, 80_000],
    [null, 20_000],
  ])('Ningbo: an invoice of %p fen may win up to %i', (invoice, most) => {
    const { tiers } = instantOdds(instantOfCity(ningbo), {
      invoice,
      left: 1_000_000_000,
      total: 1_000_000_000,
    })
    expect(Math.max(...tiers.map(({ prize }) => prize))).toBe(most)
  })

  it('has nothing for an invoice under its lowest band', () => {
    expect(bandOf(instantOfCity(ningbo), 9_999)).toBeUndefined()
    const { any } = instantOdds(instantOfCity(ningbo), { invoice: 9_999, left: 100, total: 100 })
    expect(any.numerator).toBe(0)
  })
})

describe('a periodic draw', () => {
  const daily = (entries: number, yesterday: number | null) =>
    periodicOdds(periodic(chengdu, 'daily'), { entries, yesterday, left: 112_000_000, total: 112_000_000 })

  it('floats, and says so with the volume of yesterday', () => {
    // 50 surprise prizes of 800 and 54 000 of 20: 54 050 in all.
    const { prizesLeft, floating, anySaid } = daily(540_500, 1_081_000)
    expect([prizesLeft, anySaid.en]).toEqual([54_050, '1 in 10'])
    expect(floating).toEqual({
      zh: '中奖机会随参加的发票数变化：参加的越多，每张的机会越小。昨天有 1,081,000 张，若一样多，则为：1/20（平均每 20 张发票有 1 张中奖）',
      en: 'The odds float: the more invoices enter, the smaller the chance of each. Yesterday 1,081,000 entered; with as many it is 1 in 20',
    })
  })

  it('on its first day has no yesterday to tell of', () => {
    expect(daily(10, null).floating?.en).toBe(
      'The odds float: the more invoices enter, the smaller the chance of each',
    )
  })

  it('calls the period before by its name where it is not a day', () => {
    const weekly = periodicOdds(periodic(taiyuan, 'weekly'), {
      entries: 1_000_000,
      yesterday: 700_000,
      left: 7_000_000_000,
      total: 7_000_000_000,
    })
    expect(weekly.floating?.zh).toContain('上一期有 700,000 张')
    expect(weekly.tiers.map(({ count }) => count)).toEqual([500, 500, 1_000, 2_000, 6_000, 25_000])
  })

  it('is certain while there are fewer entries than prizes', () => {
    expect(daily(40, null).any).toEqual({ numerator: 1, denominator: 1 })
  })

  it('adds up: the chance of any is the sum of those of each', () => {
    const question = fc.record({
      entries: fc.integer({ min: 1, max: 10_000_000 }),
      yesterday: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
      left: fc.integer({ min: 0, max: 300_000_000 }),
      total: fc.constant(300_000_000),
    })
    fc.assert(
      fc.property(question, (asked) => {
        const { tiers, any } = periodicOdds(periodic(chengdu, 'daily'), asked)
        const sum = tiers.reduce((all, { count = 0 }) => all + count, 0)
        expect(rational(sum, asked.entries)).toEqual(any)
      }),
    )
  })

  it('is asked for an entry, so that there is one', () => {
    expect(() => daily(0, null)).toThrow(RangeError)
  })
})
