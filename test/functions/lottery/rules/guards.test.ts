/** Patterns that a reviewer is shown: each where it begins, with the entries concerned; none blocks. */
import fc from 'fast-check'
import { instantOf, MINUTE } from '../../../../functions/core/pure/time'
import { guardRows } from '../../../../functions/lottery/data/guards'
import { bursts, runs } from '../../../../functions/lottery/rules/clusters'
import { flagsOf, type FlagCode, type GuardedEntry } from '../../../../functions/lottery/rules/guards'
import { gapsIn } from '../../../harness/dated'

const START = instantOf('2026-03-17', 720)
const LOOK = { day: '2026-03-17', floor: 10_000 }

/** Entries that have nothing to do with each other, but for what is said. */
const entries = (count: number, of: (n: number) => Partial<GuardedEntry>): readonly GuardedEntry[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `e${String(n).padStart(3, '0')}`,
    entrant: `p${n}`,
    issuer: `s${n}`,
    code: '',
    number: `2693200000${String(n * 1_000).padStart(10, '0')}`,
    total: 31_700 + n * 1_300,
    issuedOn: '2026-03-17',
    issuedAt: START + n * 1_000 * MINUTE,
    enteredAt: START + n * 1_000 * MINUTE,
    ...of(n),
  }))

const told = (list: readonly GuardedEntry[]) =>
  flagsOf(list, LOOK).map(({ code, entries: ids }): readonly [FlagCode, number] => [code, ids.length])

const samePair = { entrant: 'p', issuer: 's' } as const

describe('splitting', () => {
  const split = (count: number, gap: number, total: number) =>
    told(entries(count, (n) => ({ ...samePair, total, issuedAt: START + n * gap * MINUTE })))

  it.each([
    ['three of 100.00 within half an hour', 3, 15, 10_000, [['split', 3]]],
    ['three of 120.00', 3, 15, 12_000, [['split', 3]]],
    ['three of 120.01', 3, 15, 12_001, []],
    ['two', 2, 5, 10_000, []],
    ['three in more than half an hour', 3, 16, 10_000, []],
    ['seven, a quarter of an hour apart: one stretch, told once', 7, 15, 10_000, [['split', 7]]],
  ])('%s', (_, count, gap, total, expected) => expect(split(count, gap, total)).toEqual(expected))

  it('is of one buyer at one shop', () => {
    const just = { total: 10_100, issuedAt: START }
    expect(told(entries(3, () => ({ ...just, entrant: 'p' })))).toEqual([])
    expect(told(entries(3, () => ({ ...just, issuer: 's' })))).toEqual([])
    // Nobody knows the shop: nothing is said of it.
    expect(told(entries(3, () => ({ ...just, entrant: 'p', issuer: null })))).toEqual([])
  })

  it('says why, with figures and without names', () => {
    const [flag] = flagsOf(
      entries(3, (n) => ({ ...samePair, total: 10_100, issuedAt: START + n * 4 * MINUTE })),
      LOOK,
    )
    expect(flag?.reason).toEqual({
      zh: '同一人在同一商户 8 分钟内开具 3 张发票，每张都只略高于 100.00 元',
      en: 'One person has 3 invoices of one shop within 8 minutes, each just above CNY 100.00',
    })
    expect(flag?.entries).toEqual(['e000', 'e001', 'e002'])
    expect(flag?.unconfirmed).toBe(true)
  })
})

describe('numbers in a row', () => {
  const row = (numbers: readonly string[], codes: readonly string[] = []) =>
    told(entries(numbers.length, (n) => ({ ...samePair, number: numbers[n] ?? '', code: codes[n] ?? '' })))

  it.each([
    ['three', ['26932000000000000009', '26932000000000000010', '26932000000000000011'], [['inARow', 3]]],
    [
      'in whatever order',
      ['26932000000000000011', '26932000000000000009', '26932000000000000010'],
      [['inARow', 3]],
    ],
    ['two', ['26932000000000000009', '26932000000000000010'], []],
    ['with a gap', ['26932000000000000009', '26932000000000000010', '26932000000000000012'], []],
    ['of different channels', ['26932000000000000001', '26932000000000000002', '26937000000000000003'], []],
    ['of paper', ['00012345', '00012346', '00012347'], [['inARow', 3]]],
  ] as const)('%s', (_, numbers, expected) => expect(row(numbers)).toEqual(expected))

  it('of different codes are in no row', () => {
    expect(row(['00012345', '00012346', '00012347'], ['3502001130', '3502001130', '3502001131'])).toEqual([])
  })
})

describe('small amounts that come to one round purchase', () => {
  const sums = (totals: readonly number[], of: Partial<GuardedEntry> = {}) =>
    told(entries(totals.length, (n) => ({ ...samePair, total: totals[n] ?? null, ...of })))

  it.each([
    ['500.00 in three odd parts', [16_650, 16_650, 16_700], [['roundSum', 3]]],
    ['400.00, which is too little', [13_300, 13_300, 13_400], []],
    ['in parts that are round themselves', [20_000, 20_000, 20_000], []],
    ['a sum that is not round', [16_650, 16_650, 16_701], []],
    ['in two parts', [25_050, 24_950], []],
  ])('%s', (_, totals, expected) => expect(sums(totals)).toEqual(expected))

  it('are of one day', () => {
    const totals = [16_650, 16_650, 16_700]
    const days = ['2026-03-17', '2026-03-17', '2026-03-18']
    const list = entries(3, (n) => ({ ...samePair, total: totals[n] ?? null, issuedOn: days[n] ?? '' }))
    expect(told(list)).toEqual([])
  })
})

describe('bursts', () => {
  const rush = (people: number, seconds: number, entrant = (n: number) => `p${n}`) =>
    told(
      entries(people, (n) => ({ issuer: 's', entrant: entrant(n), enteredAt: START + n * seconds * 1_000 })),
    )

  it.each([
    ['thirty people in ten minutes', 30, 20, [['burst', 30]]],
    ['twenty-nine', 29, 20, []],
    ['thirty in a quarter of an hour', 30, 31, []],
    ['two hundred: told once', 200, 20, [['burst', 200]]],
  ])('of one shop: %s', (_, people, seconds, expected) => expect(rush(people, seconds)).toEqual(expected))

  it('count people, not invoices', () => expect(rush(60, 1, (n) => `p${n % 29}`)).toEqual([]))

  const shops = (count: number, minutes: number, of: Partial<GuardedEntry> = {}) =>
    told(entries(count, (n) => ({ entrant: 'p', issuedAt: START + n * minutes * MINUTE, ...of })))

  it.each([
    ['four shops in nine minutes', 4, 3, [['manyShops', 4]]],
    ['three', 3, 3, []],
    ['four in twelve minutes', 4, 4, []],
  ])('of one person: %s', (_, count, minutes, expected) => expect(shops(count, minutes)).toEqual(expected))

  it('say nothing where only the time of entering is known: a week’s invoices are entered in one go', () => {
    expect(shops(9, 1, { issuedAt: null, enteredAt: START })).toEqual([])
  })
})

describe('guards', () => {
  const one = fc.record({
    entrant: fc.constantFrom('a', 'b', 'c'),
    issuer: fc.constantFrom('x', 'y', null),
    number: fc.integer({ min: 0, max: 12 }).map((n) => `269320000000000000${String(n).padStart(2, '0')}`),
    total: fc.option(fc.constantFrom(10_000, 10_050, 16_650, 16_700, 50_000)),
    minute: fc.integer({ min: 0, max: 90 }),
  })
  const list = fc.array(one, { maxLength: 40 }).map((rows) =>
    entries(rows.length, (n) => {
      const { minute = 0, ...row } = rows[n] ?? {}
      return { ...row, issuedAt: START + minute * MINUTE, enteredAt: START + minute * MINUTE }
    }),
  )

  it('tell the same whatever the order of the entries', () => {
    fc.assert(
      fc.property(
        list.chain((rows) =>
          fc.tuple(fc.constant(rows), fc.shuffledSubarray([...rows], { minLength: rows.length })),
        ),
        ([rows, shuffled]) => expect(flagsOf(shuffled, LOOK)).toEqual(flagsOf(rows, LOOK)),
      ),
    )
  })

  it('name only entries that are there, each once, and enough of them', () => {
    fc.assert(
      fc.property(list, (rows) => {
        const ids = new Set(rows.map(({ id }) => id))
        for (const { entries: named } of flagsOf(rows, LOOK)) {
          expect(new Set(named).size).toBe(named.length)
          expect(named.every((id) => ids.has(id))).toBe(true)
          expect(named.length).toBeGreaterThanOrEqual(3)
        }
      }),
    )
  })

  it('find every stretch that a slow look finds', () => {
    const times = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 40 })
    fc.assert(
      fc.property(
        times,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 2, max: 6 }),
        (at, span, least) => {
          const items = at.map((time, n) => ({ time, n }))
          const found = bursts(items, { at: ({ time }) => time, nameOf: ({ n }) => String(n), span, least })
          const slow = items.filter(({ time }) =>
            items.some(({ time: first }) => {
              const near = items.filter((other) => other.time >= first && other.time <= first + span)
              return near.length >= least && time >= first && time <= first + span
            }),
          )
          const ids = (some: readonly { readonly n: number }[]) =>
            some.map(({ n }) => n).sort((a, b) => a - b)
          expect(ids(found.flat())).toEqual(ids(slow))
        },
      ),
    )
  })

  it('find runs of numbers as counting does', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 40 })),
        fc.integer({ min: 2, max: 5 }),
        (numbers, least) => {
          const have = new Set(numbers)
          const starts = numbers.filter((n) => !have.has(n - 1))
          const lengths = starts.map((n) => {
            let length = 0
            while (have.has(n + length)) length += 1
            return length
          })
          const found = runs(numbers, (n) => n, least).map(({ length }) => length)
          expect([...found].sort()).toEqual(lengths.filter((length) => length >= least).sort())
        },
      ),
    )
  })

  it('take 20 000 entries of one shop in their stride: a window slides, nothing is compared with everything', () => {
    let reads = 0
    const many = Array.from({ length: 20_000 }, (_, n) => n)
    const counted = (n: number): string => {
      reads += 1
      return String(n)
    }
    bursts(many, { at: (n) => n, nameOf: counted, span: 1_000, least: 30 })
    expect(reads).toBeLessThanOrEqual(2 * many.length)
  })

  it('have one row of thresholds for every day', () => expect(gapsIn(guardRows)).toEqual([]))
})
