/** Every entry has the same chance at every place: shown exactly for small draws, and counted over 100 000 of them. */
import fc from 'fast-check'
import { eightBytes } from '../../../../functions/core/pure/bytes'
import { sha256 } from '../../../../functions/core/pure/sha256'
import { belowOf, RANGE, streamOf } from '../../../../functions/lottery/rules/draw/stream'
import { shuffleOf, winnersOf } from '../../../../functions/lottery/rules/draw/winners'
import { slowShuffle } from './slow'

describe('no modulo bias', () => {
  it('gives each value exactly as many of the source’s numbers as every other, for every small range', () => {
    for (let range = 1; range <= 64; range += 1)
      for (let n = 1; n <= range; n += 1) {
        const counts = new Map<number, number>()
        let thrownAway = 0
        for (let number = 0; number < range; number += 1) {
          // A second number, 0, is only asked for when the first was thrown away.
          const source = [number, 0]
          const value = belowOf(() => source.shift() ?? 0, n, range)
          if (source.length === 0) thrownAway += 1
          else counts.set(value, (counts.get(value) ?? 0) + 1)
        }
        expect([...counts.values()]).toEqual(Array.from({ length: n }, () => Math.floor(range / n)))
        expect(thrownAway).toBe(range % n)
      }
  })

  it('throws away numbers past the last whole multiple, and takes the next', () => {
    const end = RANGE - (RANGE % 10)
    const source = [RANGE - 1, end, end - 1]
    expect(belowOf(() => source.shift() ?? -1, 10)).toBe(9)
    expect(source).toEqual([])
  })

  it.each([0, -1, 1.5, RANGE + 1, NaN])('refuses the range %p', (n) => {
    expect(() => streamOf(new Uint8Array(32)).below(n)).toThrow(RangeError)
  })
})

/** What the shuffle makes of given choices, and how large each choice's range was. */
const shuffled = (count: number, choices: readonly number[]): number[] => {
  const left = [...choices]
  const next = shuffleOf({ below: () => left.shift() ?? 0 }, count)
  return choices.map(() => next() ?? -1)
}

/** All sequences of choices for `many` of `count`. */
const allChoices = (count: number, many: number): number[][] =>
  many === 0
    ? [[]]
    : allChoices(count, many - 1).flatMap((before) =>
        Array.from({ length: count - many + 1 }, (_, choice) => [...before, choice]),
      )

test.each([
  [3, 3],
  [4, 2],
  [5, 5],
  [6, 3],
])('of %i, each ordered choice of %i comes of exactly one sequence of choices', (count, many) => {
  const choices = allChoices(count, many)
  const outcomes = new Set(choices.map((sequence) => shuffled(count, sequence).join()))
  expect(outcomes.size).toBe(choices.length)
  for (const outcome of outcomes) expect(new Set(outcome.split(',')).size).toBe(many)
})

/** Σ (found − expected)² / expected. */
const chiSquare = (counts: readonly number[], expected: number): number =>
  counts.reduce((sum, found) => sum + (found - expected) ** 2 / expected, 0)

const DRAWS = 100_000
const seedAt = (at: number): Uint8Array => sha256(eightBytes(at))

test('over 100 000 draws of 3 of 5 in two tiers, each ordered outcome comes as often as every other', () => {
  const counts = new Map<string, number>()
  const places = Array.from({ length: 4 }, () => new Array<number>(5).fill(0))
  for (let at = 0; at < DRAWS; at += 1) {
    const { tiers, replacements } = winnersOf({
      seed: seedAt(at),
      count: 5,
      tiers: [
        { tier: 'first', places: 1 },
        { tier: 'second', places: 2 },
      ],
      replacements: 1,
    })
    const order = [...tiers.flatMap(({ winners }) => winners), ...replacements]
    counts.set(order.slice(0, 3).join(), (counts.get(order.slice(0, 3).join()) ?? 0) + 1)
    order.forEach((index, place) => {
      const row = places[place]
      if (row) row[index] = (row[index] ?? 0) + 1
    })
  }
  // Critical values at 0.001 for 59 and 4 degrees of freedom; the seeds are fixed, so these either hold or do not.
  expect(counts.size).toBe(60)
  expect(chiSquare([...counts.values()], DRAWS / 60)).toBeLessThan(98.32)
  for (const row of places) expect(chiSquare(row, DRAWS / 5)).toBeLessThan(18.47)
}, 60_000)

test('the numbers of one seed fill a hundred stretches evenly', () => {
  const stream = streamOf(seedAt(0))
  const counts = new Array<number>(100).fill(0)
  for (let at = 0; at < DRAWS; at += 1) {
    const stretch = stream.below(100)
    counts[stretch] = (counts[stretch] ?? 0) + 1
  }
  // 0.001 for 99 degrees of freedom.
  expect(chiSquare(counts, DRAWS / 100)).toBeLessThan(148.23)
})

test('winners are distinct, in the list, and those of swapping in the whole list', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.integer({ min: 1, max: 300 }),
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }),
      fc.nat(40),
      (seed, count, places, replacements) => {
        const tiers = places.map((many, at) => ({ tier: `tier ${at}`, places: many }))
        const drawn = winnersOf({ seed, count, tiers, replacements })
        const order = [...drawn.tiers.flatMap(({ winners }) => winners), ...drawn.replacements]
        expect(new Set(order).size).toBe(order.length)
        const wanted = places.reduce((sum, many) => sum + many, replacements)
        expect(order).toEqual(slowShuffle(seed, count, Math.min(count, wanted)))
      },
    ),
  )
})

test('when entries run out, later tiers have fewer winners, and all have won', () => {
  const drawn = winnersOf({
    seed: seedAt(1),
    count: 4,
    tiers: [
      { tier: 'first', places: 3 },
      { tier: 'second', places: 3 },
      { tier: 'third', places: 3 },
    ],
    replacements: 2,
  })
  expect(drawn.tiers.map(({ winners }) => winners.length)).toEqual([3, 1, 0])
  expect(drawn.tiers.flatMap(({ winners }) => winners).sort()).toEqual([0, 1, 2, 3])
  expect(drawn.replacements).toEqual([])
})
