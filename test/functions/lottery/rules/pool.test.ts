/** Pools conserve money and are never overdrawn. */
import fc from 'fast-check'
import {
  emptyPool,
  giveBack,
  leftForPeriod,
  leftIn,
  payOut,
  prizesOf,
  resize,
  take,
  takeBack,
  type PoolState,
} from '../../../../functions/lottery/rules/pool'

const moves = { take, giveBack, payOut, takeBack, resize } as const
const names = Object.keys(moves) as (keyof typeof moves)[]

it('never gives more than it has, whatever is done to it in whatever order', () => {
  const step = fc.record({ move: fc.constantFrom(...names), fen: fc.integer({ min: 1, max: 5_000 }) })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.array(step, { maxLength: 60 }), (total, steps) => {
      let pool: PoolState = emptyPool(total)
      for (const { move, fen } of steps) {
        const after = moves[move](pool, fen)
        if (!after) continue
        // Only a further row of the campaign changes what there is.
        expect(after.total).toBe(move === 'resize' ? fen : pool.total)
        expect(leftIn(after) + after.held + after.paid).toBe(after.total)
        expect(Math.min(leftIn(after), after.held, after.paid)).toBeGreaterThanOrEqual(0)
        if (move !== 'resize')
          expect(leftIn(pool) - leftIn(after)).toBe({ take: fen, giveBack: -fen }[move as string] ?? 0)
        pool = after
      }
    }),
  )
})

it.each([
  ['the last fen', take(emptyPool(800), 800), { total: 800, held: 800, paid: 0 }],
  ['one more', take(emptyPool(800), 801), undefined],
  ['a return of what was not won', giveBack(emptyPool(800), 1), undefined],
  ['a payment of what was not won', payOut(emptyPool(800), 1), undefined],
  ['a return of what is paid', giveBack({ total: 800, held: 0, paid: 800 }, 800), undefined],
  ['a bank’s return', takeBack({ total: 800, held: 0, paid: 800 }, 800), { total: 800, held: 800, paid: 0 }],
  ['a smaller pool than was won', resize({ total: 800, held: 300, paid: 200 }, 499), undefined],
  [
    'a pool of what was won',
    resize({ total: 800, held: 300, paid: 200 }, 500),
    { total: 500, held: 300, paid: 200 },
  ],
])('%s', (_, after, expected) => expect(after).toEqual(expected))

it.each([0, -1, 0.5, Number.NaN])('refuses %p as an amount of a prize', (fen) => {
  expect(() => take(emptyPool(800), fen)).toThrow(RangeError)
})

it.each([
  [null, 0, 1_000],
  [300, 0, 300],
  [300, 250, 50],
  [300, 350, 0],
  [5_000, 0, 1_000],
])('a share of %p with %i taken leaves %i of a thousand', (perPeriod, takenInPeriod, left) => {
  expect(leftForPeriod(emptyPool(1_000), { perPeriod, takenInPeriod })).toBe(left)
})

describe('prizes of a draw', () => {
  const surprise = { key: 'surprise', prize: 800, count: 2 }
  const rest = { key: 'random', prize: 20, count: null }
  const counts = (fen: number, entries: number) =>
    prizesOf([surprise, rest], { fen, entries }).map(({ count }) => count)

  it.each([
    ['the tier in front, then the rest', 2_000, 1_000, [2, 20]],
    ['no more than the money', 1_599, 1_000, [1, 39]],
    ['no more than there are entries', 2_000, 10, [2, 8]],
    ['nothing of nothing', 0, 1_000, [0, 0]],
    ['nothing without entries', 2_000, 0, [0, 0]],
  ])('%s', (_, fen, entries, expected) => expect(counts(fen, entries)).toEqual(expected))

  it('fit money and entries, whatever the tiers', () => {
    const tier = fc.record({
      key: fc.constant('t'),
      prize: fc.integer({ min: 1, max: 1_000 }),
      count: fc.option(fc.integer({ min: 1, max: 50 })),
    })
    const money = fc.integer({ min: 0, max: 10_000 })
    fc.assert(
      fc.property(fc.array(tier), money, fc.integer({ min: 0, max: 200 }), (tiers, fen, entries) => {
        const planned = prizesOf(tiers, { fen, entries })
        expect(planned.reduce((sum, { prize, count }) => sum + prize * count, 0)).toBeLessThanOrEqual(fen)
        expect(planned.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(entries)
        expect(planned.every(({ count }) => count >= 0)).toBe(true)
      }),
    )
  })
})
