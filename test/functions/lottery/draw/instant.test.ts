/** The instant draw: exact chances, an order that anybody can reckon again, pools that are never overdrawn. */
import fc from 'fast-check'
import { closeDay, openDay } from '../../../../functions/lottery/draw/day'
import {
  dayReckoner,
  daySeedCommitment,
  instantOutcome,
  leftAtOpening,
  numberOf,
  stretchOf,
  thresholdsOf,
  tierHit,
  type DayRules,
} from '../../../../functions/lottery/rules/draw/instant'
import { instantOf } from '../../../../functions/core/pure/time'
import { notaryOf } from '../../../../functions/lottery/draw/notary'
import { someEntries } from '../../../harness/draw/entries'
import { sha, slowInstantNumber } from './slow'
import { contentsOf, newFolder, NOTARY } from './world'

const DAY_RULES: DayRules = {
  campaign: 'sample',
  period: 'instant-band0:2026-12-01T0000',
  day: '2026-12-01',
  band: { from: 10_000, below: null },
  campaignRules: sha('campaign').toString('hex'),
  tiers: [
    { tier: '100', prize: 10_000, odds: { of: 1, in: 100 }, places: 3 },
    { tier: '30', prize: 3000, odds: { of: 1, in: 20 }, places: null },
  ],
  pool: 60_000,
}
const SEED = sha('day seed')
const BEFORE = instantOf('2026-11-30')
const AFTER = instantOf('2026-12-02')

describe('a chance', () => {
  it('is ⌊2⁴⁸ · of / in⌋ of the numbers, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 29 - 1 }), fc.nat(), (all, some) => {
        const of = some % (all + 1)
        expect(BigInt(stretchOf({ of, in: all }))).toBe((BigInt(of) << 48n) / BigInt(all))
      }),
    )
    expect([stretchOf({ of: 1, in: 1 }), stretchOf({ of: 0, in: 1 }), stretchOf({ of: 1, in: 3 })]).toEqual([
      2 ** 48,
      0,
      93_824_992_236_885,
    ])
  })

  it.each([
    { of: 2, in: 1 },
    { of: -1, in: 2 },
    { of: 0.5, in: 2 },
    { of: 1, in: 2 ** 29 },
    { of: 0, in: 0 },
  ])('is refused: %j', (odds) => {
    expect(() => stretchOf(odds)).toThrow(RangeError)
  })

  it('is refused when all come to more than 1', () => {
    const half = { odds: { of: 1, in: 2 } }
    expect(thresholdsOf([half, half])).toEqual([2 ** 47, 2 ** 48])
    expect(() => thresholdsOf([half, half, { odds: { of: 1, in: 1000 } }])).toThrow(RangeError)
  })

  it('is met: each tier’s stretch ends where the next begins', () => {
    const thresholds = [10, 10, 15]
    expect([0, 9, 10, 14, 15, 2 ** 48 - 1].map((number) => tierHit(thresholds, number))).toEqual([
      0,
      0,
      2,
      2,
      undefined,
      undefined,
    ])
  })

  it('is what entries have: over 100 000 of them each tier hits as often as it says', () => {
    const thresholds = thresholdsOf(DAY_RULES.tiers)
    const hits = [0, 0, 0]
    for (let at = 0; at < 100_000; at += 1) {
      const id = at.toString(16).padStart(32, '0')
      const tier = tierHit(thresholds, numberOf(SEED, id)) ?? 2
      hits[tier] = (hits[tier] ?? 0) + 1
    }
    const expected = [1000, 5000, 94_000]
    const chi = hits.reduce(
      (sum, found, at) => sum + (found - (expected[at] ?? 1)) ** 2 / (expected[at] ?? 1),
      0,
    )
    // 0.001 for two degrees of freedom; seed and ids are fixed.
    expect(chi).toBeLessThan(13.82)
  }, 30_000)
})

test('the same id has another number under another seed, and an independent reckoning has the same', () => {
  const id = '0123456789abcdef'.repeat(2)
  expect(BigInt(numberOf(SEED, id))).toBe(slowInstantNumber(SEED, id))
  expect(numberOf(SEED, id)).not.toBe(numberOf(sha('another'), id))
  expect(() => numberOf(SEED.subarray(1), id)).toThrow(RangeError)
  expect(() => numberOf(SEED, 'ab')).toThrow(RangeError)
})

test('the seed’s commitment is bound to campaign, draw, band and day', () => {
  const { campaign, period } = DAY_RULES
  expect(daySeedCommitment({ campaign, period }, SEED)).toBe(
    sha('shuibang/draw/1 day seed\n', `sample\n${period}\n`, SEED).toString('hex'),
  )
  for (const other of ['instant-band1:2026-12-01T0000', 'instant-band0:2026-12-02T0000'])
    expect(daySeedCommitment({ campaign, period: other }, SEED)).not.toBe(
      daySeedCommitment({ campaign, period }, SEED),
    )
})

describe('as places and pool run out', () => {
  it('hits are paid in order until nothing is left, and told as spent after', () => {
    const tiers = DAY_RULES.tiers
    let left = leftAtOpening({ tiers, pool: 25_000 })
    const outcomes = [0, 0, undefined, 0, 1, 1].map((hit) => {
      const next = instantOutcome({ tiers }, left, hit)
      left = next.left
      return next.outcome
    })
    const won = (tier: string, prize: number) => ({ won: true, tier, prize })
    expect(outcomes).toEqual([
      won('100', 10_000),
      won('100', 10_000),
      { won: false, spent: false },
      { won: false, spent: true },
      won('30', 3000),
      { won: false, spent: true },
    ])
    expect(left).toEqual({ places: [1, null], pool: 2000 })
  })

  it('neither is ever overdrawn, and a day is one fold over its entries, however it is cut', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.record({ first: fc.integer({ min: 1, max: 50 }), second: fc.integer({ min: 50, max: 100 }) }),
        fc.option(fc.nat(20)),
        fc.option(fc.nat(50_000)),
        (count, odds, places, pool) => {
          const rules: DayRules = {
            ...DAY_RULES,
            pool,
            tiers: [
              { tier: 'a', prize: 700, odds: { of: odds.first, in: 100 }, places },
              { tier: 'b', prize: 300, odds: { of: 100 - odds.second, in: 100 }, places: null },
            ],
          }
          const list = someEntries(count, `day ${count}`)
          const [whole, cut] = [dayReckoner(rules, SEED), dayReckoner(rules, SEED)]
          whole.add(list)
          for (let at = 0; at < list.length; at += 64) cut.add(list.subarray(at, at + 64))
          expect(cut.finish()).toEqual(whole.finish())
          const { wins, left } = whole.finish()
          const won = (tier: string): number => wins.filter((win) => win.tier === tier).length
          expect(left.places[0]).toBe(places === null ? null : places - won('a'))
          expect(left.places[0] ?? 0).toBeGreaterThanOrEqual(0)
          expect(left.pool).toBe(pool === null ? null : pool - 700 * won('a') - 300 * won('b'))
          expect(left.pool ?? 0).toBeGreaterThanOrEqual(0)
        },
      ),
      { numRuns: 50 },
    )
  })
})

describe('a day', () => {
  const opened = async () => {
    const folder = newFolder()
    await openDay({ folder, now: BEFORE, seed: SEED, notary: NOTARY, rules: DAY_RULES })
    return folder
  }
  const entries = () => [someEntries(500)]

  it('closes to the same files after an interruption, and what was published stands', async () => {
    const [folder, other] = [await opened(), await opened()]
    const close = { now: AFTER, seed: SEED, notary: NOTARY, entries }
    const cut = function* () {
      yield someEntries(3)
      throw new Error('cut off')
    }
    await expect(closeDay({ ...close, folder, entries: cut })).rejects.toThrow('cut off')
    const closing = await closeDay({ ...close, folder })
    expect(await closeDay({ ...close, folder: other })).toEqual(closing)
    expect(contentsOf(folder)).toEqual(contentsOf(other))
    expect(await closeDay({ ...close, folder, now: AFTER + 1, entries: () => [] })).toEqual(closing)
    expect(closing.wins.length).toBeGreaterThan(5)
  })

  it.each<readonly [string, Partial<Parameters<typeof closeDay>[0]>, string]>([
    ['before it is over', { now: AFTER - 1 }, 'otherDay'],
    ['with another seed', { seed: sha('another') }, 'seed'],
    ['by another notary', { notary: notaryOf(sha('another')) }, 'otherNotary'],
    ['without an opening', { folder: '' }, 'otherDay'],
  ])('is not closed %s', async (_, change, code) => {
    const folder = change.folder === '' ? newFolder() : await opened()
    await expect(
      closeDay({ now: AFTER, seed: SEED, notary: NOTARY, entries, ...change, folder }),
    ).rejects.toMatchObject({ code })
  })

  it('is not opened once it has begun, nor by chances that are none', async () => {
    const open = { folder: newFolder(), seed: SEED, notary: NOTARY, rules: DAY_RULES }
    await expect(openDay({ ...open, now: instantOf('2026-12-01') })).rejects.toMatchObject({
      code: 'otherDay',
    })
    const tiers = DAY_RULES.tiers.map((tier) => ({ ...tier, odds: { of: 2, in: 3 } }))
    await expect(openDay({ ...open, now: BEFORE, rules: { ...DAY_RULES, tiers } })).rejects.toThrow(
      RangeError,
    )
  })
})
