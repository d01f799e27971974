/** The pure rules of waiting: quiet hours, the time of an offer, the states, and a ballot as anybody recomputes it. */
import fc from 'fast-check'
import { HOUR, instantOf, MINUTE } from '../../../functions/core/pure/time'
import { rulesOf, termsOn } from '../../../functions/waitlist/data/terms'
import {
  ballotFaults,
  commitmentOf,
  digestOf,
  drawnOrder,
  type SlotEntries,
} from '../../../functions/waitlist/rules/ballot'
import { isQuiet, offerUntil } from '../../../functions/waitlist/rules/offering'
import { canMove, stands, WAIT_STATES } from '../../../functions/waitlist/rules/states'

const terms = termsOn('2026-11-24')
const at = (clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number)
  return instantOf('2026-11-24', hours * 60 + minutes)
}

describe('quiet hours', () => {
  test.each([
    ['20:59', false],
    ['21:00', true],
    ['23:59', true],
    ['0:00', true],
    ['7:59', true],
    ['8:00', false],
    ['12:00', false],
  ])('%s: %s', (clock, quiet) => {
    expect(isQuiet(terms.quiet, at(clock))).toBe(quiet)
  })

  test('within one day are quiet from the first minute, and not in the last', () => {
    const noon = { from: 12 * 60, to: 14 * 60 }
    expect(['11:59', '12:00', '13:59', '14:00'].map((clock) => isQuiet(noon, at(clock)))).toEqual([
      false,
      true,
      true,
      false,
    ])
  })
})

describe('an offer', () => {
  test('holds for twenty minutes, one of a ballot for four hours, as people are told', () => {
    expect([terms.offerMinutes, terms.ballotOfferMinutes]).toEqual([20, 240])
    const told = rulesOf(terms).map(({ rule }) => rule.en)
    expect(told[0]).toContain('for 20 minutes')
    expect(told[0]).toContain('for 4 hours')
    expect(told[1]).toContain('from 21:00 to 8:00')
    expect(rulesOf(terms).every(({ unconfirmed }) => unconfirmed)).toBe(true)
  })

  test('holds no longer than its time can be booked', () => {
    expect(offerUntil(at('10:00'), 20, at('18:00'))).toBe(at('10:20'))
    expect(offerUntil(at('10:00'), 240, at('10:05'))).toBe(at('10:05'))
  })
})

describe('states', () => {
  test('whoever is out of a line can only join it anew, and who stands in it is never booked but by an offer', () => {
    for (const state of WAIT_STATES) {
      const next = WAIT_STATES.filter((to) => canMove(state, to))
      if (stands(state)) expect(next).not.toContain(state)
      else expect(next.sort()).toEqual(['entered', 'waiting'])
      expect(canMove(state, 'booked')).toBe(state === 'offered')
    }
  })
})

const SLOT = 'hall.20261124.1000'
const hex = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'))
const entries = fc.uniqueArray(
  fc.integer({ min: 0, max: 9999 }).map((n) => `wt_${String(n).padStart(26, '0')}`),
  { maxLength: 30 },
)

describe('a ballot', () => {
  test('gives each entry one place, whatever order they are named in', () => {
    fc.assert(
      fc.property(hex, entries, (seed, all) => {
        const order = drawnOrder(seed, { slot: SLOT, entries: all })
        expect([...order].sort()).toEqual([...all].sort())
        expect(drawnOrder(seed, { slot: SLOT, entries: [...all].reverse() })).toEqual(order)
      }),
    )
  })

  test('orders two entries the same whoever else is in it: nobody is helped by entering or leaving', () => {
    fc.assert(
      fc.property(hex, entries, fc.nat(), (seed, all, drop) => {
        const gone = all[drop % Math.max(1, all.length)]
        const rest = all.filter((one) => one !== gone)
        expect(drawnOrder(seed, { slot: SLOT, entries: rest })).toEqual(
          drawnOrder(seed, { slot: SLOT, entries: all }).filter((one) => one !== gone),
        )
      }),
    )
  })

  test('gives everybody the same chance of the first place', () => {
    const all = Array.from({ length: 4 }, (_, n) => `wt_${String(n).padStart(26, '0')}`)
    const firsts = new Map<string, number>()
    for (let n = 0; n < 2000; n += 1) {
      const [first = ''] = drawnOrder(n.toString(16).padStart(64, '0'), { slot: SLOT, entries: all })
      firsts.set(first, (firsts.get(first) ?? 0) + 1)
    }
    // 500 each; five standard deviations are 97.
    for (const one of all) expect(Math.abs((firsts.get(one) ?? 0) - 500)).toBeLessThan(97)
  })

  test('orders another slot otherwise: a place in one says nothing of another', () => {
    const all = Array.from({ length: 12 }, (_, n) => `wt_${String(n).padStart(26, '0')}`)
    const seed = 'ab'.repeat(32)
    expect(drawnOrder(seed, { slot: SLOT, entries: all })).not.toEqual(
      drawnOrder(seed, { slot: 'hall.20261124.1030', entries: all }),
    )
  })

  test('holds when nothing was changed; any change of seed or entries is found', () => {
    fc.assert(
      fc.property(hex, hex, entries, entries, (seed, other, some, more) => {
        const lists: readonly SlotEntries[] = [
          { slot: SLOT, entries: some },
          { slot: 'hall.20261124.1030', entries: more },
        ]
        const published = { commitment: commitmentOf(seed), digest: digestOf(lists), seed, lists }
        expect(ballotFaults(published)).toEqual([])
        if (other !== seed) expect(ballotFaults({ ...published, seed: other })).toContain('seed')
        const moved = [
          { slot: SLOT, entries: [...some, ...more] },
          { slot: 'hall.20261124.1030', entries: [] },
        ]
        if (more.length > 0) expect(ballotFaults({ ...published, lists: moved })).toContain('entries')
        expect(ballotFaults({ ...published, lists: [...lists].reverse() })).toEqual([])
      }),
    )
  })

  test('is another domain than any other hash of the same bytes: a seed that is no seed is found', () => {
    const commitment = commitmentOf('zz')
    expect(ballotFaults({ commitment, digest: digestOf([]), seed: 'zz', lists: [] })).toEqual(['seed'])
  })

  // As an independent program has them: `printf 'shuibang.waitlist.ballot.1|commitment|<seed>' | sha256sum`.
  test('hashes as it is documented', () => {
    expect(commitmentOf('00'.repeat(32))).toBe(
      'e455f49247a1d798200fbc2dfdc5f68a26b716acb0c32a0256facc7d9aaaa9b6',
    )
  })
})

test('an hour is the least that a ballot takes entries', () => {
  expect(terms.ballotOpenMinutes * MINUTE).toBe(HOUR)
})
