/** Tallies: each event counts once, whoever delivers it how often, side by side and through deaths. */
import fc from 'fast-check'
import { tallies, tallyMarks } from '../../../../functions/core/io/tallies/collections'
import { recount } from '../../../../functions/core/io/tallies/recount'
import {
  countEvent,
  MARK_KEPT,
  readTallies,
  SHARDS,
  TooLateToCount,
  type Counted,
  type TallySpec,
} from '../../../../functions/core/io/tallies/tallies'
import type { Store } from '../../../../functions/core/io/store/contract'
import { allOf } from '../../../../functions/core/io/store/pages'
import { DAY_MS } from '../../../../functions/core/pure/time'
import { TEST_NOW, testServices, type TestServices } from '../../../harness/context'

const spec: TallySpec = { name: 'test.things', counts: ['seen', 'gone'], keptMs: 400 * DAY_MS }
const ALL = { from: '!', to: '~' }

let services: TestServices
beforeEach(async () => {
  services = await testServices()
})
afterEach(() => services.close())

const event = (id: number | string) => ({ id: `ev_${id}`, at: TEST_NOW })
const seen = (key: string, many = 1): Counted => ({ key, add: { seen: many } })
const counted = async (): Promise<Record<string, unknown>> =>
  Object.fromEntries(await readTallies(services.store, spec, ALL))

it('counts by key, adds and takes back, and reads a range of keys', async () => {
  await countEvent(services, spec, event(1), seen('h1.20261124'))
  await countEvent(services, spec, event(2), { key: 'h1.20261124', add: { seen: 3, gone: 2 } })
  await countEvent(services, spec, event(3), { key: 'h1.20261124', add: { gone: -1 } })
  await countEvent(services, spec, event(4), seen('h1.20261125'))
  await countEvent(services, spec, event(5), seen('h2.20261124'))
  expect(await counted()).toEqual({
    'h1.20261124': { seen: 4, gone: 1 },
    'h1.20261125': { seen: 1, gone: 0 },
    'h2.20261124': { seen: 1, gone: 0 },
  })
  const range = { from: 'h1.20261125', to: 'h1.20261231' }
  expect([...(await readTallies(services.store, spec, range)).keys()]).toEqual(['h1.20261125'])
})

it('counts an event once, however often it comes', async () => {
  expect(await countEvent(services, spec, event(1), seen('a'))).toBe(true)
  expect(await countEvent(services, spec, event(1), seen('a'))).toBe(false)
  expect(await counted()).toEqual({ a: { seen: 1, gone: 0 } })
})

it('keeps the tallies of one name from another’s', async () => {
  await countEvent(services, spec, event(1), seen('a'))
  expect(await countEvent(services, { ...spec, name: 'test.others' }, event(1), seen('a'))).toBe(true)
  expect(await counted()).toEqual({ a: { seen: 1, gone: 0 } })
})

it('spreads one key over a few documents, so that none is everybody’s', async () => {
  const other = await services.beside()
  const both = [services, other]
  await Promise.all(
    Array.from({ length: 96 }, (_, i) => countEvent(both[i % 2] ?? services, spec, event(i), seen('a'))),
  )
  // And all of them once more.
  await Promise.all(
    Array.from({ length: 96 }, (_, i) =>
      countEvent(both[(i + 1) % 2] ?? services, spec, event(i), seen('a')),
    ),
  )
  expect(await counted()).toEqual({ a: { seen: 96, gone: 0 } })
  const shards = await allOf(services.store, tallies, { index: 'id' })
  expect(shards).toHaveLength(SHARDS)
  expect(Math.max(...shards.map(({ doc }) => doc.counts.seen ?? 0))).toBeLessThan(96 / 3)
})

it('counts once what two instances are given at the same moment', async () => {
  const other = await services.beside()
  for (let i = 0; i < 12; i += 1) {
    const both = [services, other].map((one) => countEvent(one, spec, event(i), seen('a')))
    expect((await Promise.all(both)).filter(Boolean)).toHaveLength(1)
  }
  expect(await counted()).toEqual({ a: { seen: 12, gone: 0 } })
})

it('takes up a count that is new to the tally, in shards that stand', async () => {
  const old: TallySpec = { ...spec, counts: ['seen'] }
  for (let i = 0; i < 20; i += 1) await countEvent(services, old, event(i), seen('a'))
  for (let i = 20; i < 40; i += 1) await countEvent(services, spec, event(i), { key: 'a', add: { gone: 1 } })
  expect(await counted()).toEqual({ a: { seen: 20, gone: 20 } })
})

it('does not count what comes when its mark may be gone', async () => {
  await countEvent(services, spec, event(1), seen('a'))
  services.time.now += MARK_KEPT - 1
  expect(await countEvent(services, spec, event(1), seen('a'))).toBe(false)
  const [mark] = await allOf(services.store, tallyMarks, { index: 'id' })
  expect(mark?.doc.expiresAt).toBeGreaterThan(services.time.now + DAY_MS / 2)
  services.time.now += 1
  await expect(countEvent(services, spec, event(1), seen('a'))).rejects.toThrow(TooLateToCount)
  expect(await counted()).toEqual({ a: { seen: 1, gone: 0 } })
})

it.each([
  ['a key of other letters', { key: '张三', add: { seen: 1 } }],
  ['a key too long', { key: 'x'.repeat(61), add: { seen: 1 } }],
  ['what the tally does not count', { key: 'a', add: { paid: 1 } }],
  ['a part of one', { key: 'a', add: { seen: 0.5 } }],
])('refuses %s', async (_, wrong) => {
  await expect(countEvent(services, spec, event(1), wrong)).rejects.toThrow(RangeError)
  expect(await counted()).toEqual({})
})

it('is recounted by key, and only within the range', async () => {
  async function* truth(): AsyncGenerator<Counted> {
    yield seen('a')
    yield seen('b', 2)
    yield seen('z')
  }
  await countEvent(services, spec, event(1), seen('a'))
  await countEvent(services, spec, event(2), seen('c'))
  expect(await recount(services.store, spec, { from: 'a', to: 'y' }, truth())).toEqual([
    { key: 'b', counted: { seen: 0, gone: 0 }, truth: { seen: 2, gone: 0 } },
    { key: 'c', counted: { seen: 1, gone: 0 }, truth: { seen: 0, gone: 0 } },
  ])
})

/** A commit now and then is not answered, whether or not it landed: the machine is gone. */
const failing = (store: Store, deaths: readonly ('before' | 'after' | 'none')[]): Store => {
  let commits = 0
  return {
    ...store,
    commit: async (changes) => {
      const death = deaths[commits++ % deaths.length]
      if (death === 'before') throw new Error('gone')
      const outcome = await store.commit(changes)
      if (death === 'after') throw new Error('gone')
      return outcome
    },
  }
}

it('equals the truth after any history of deliveries, repeats and deaths', async () => {
  const keys = fc.constantFrom('a', 'b', 'c')
  const delivery = fc.record({ event: fc.nat(12), times: fc.integer({ min: 1, max: 3 }) })
  const deaths = fc.array(
    fc.constantFrom('none' as const, 'none' as const, 'before' as const, 'after' as const),
    {
      minLength: 1,
      maxLength: 9,
    },
  )
  let run = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(keys, { minLength: 13, maxLength: 13 }),
      fc.array(delivery, { maxLength: 30 }),
      deaths,
      async (keyOf, deliveries, dying) => {
        const own: TallySpec = { ...spec, name: `test.run${(run += 1)}` }
        const what = (i: number): Counted => ({
          key: keyOf[i] ?? 'a',
          add: i % 3 === 0 ? { gone: 1 } : { seen: 1 + (i % 2) },
        })
        const mortal = { ...services, store: failing(services.store, dying) }
        await Promise.all(
          deliveries.flatMap(({ event: i, times }) =>
            Array.from({ length: times }, () =>
              countEvent(mortal, own, event(i), what(i)).catch(() => undefined),
            ),
          ),
        )
        // In the end every event is delivered.
        for (let i = 0; i < 13; i += 1) await countEvent(services, own, event(i), what(i))
        async function* truth(): AsyncGenerator<Counted> {
          for (let i = 0; i < 13; i += 1) yield what(i)
        }
        expect(await recount(services.store, own, ALL, truth())).toEqual([])
      },
    ),
    { numRuns: 40, seed: 20261127, endOnFailure: true },
  )
})
