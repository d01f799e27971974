/** Random interleavings of writers, dispatchers and sealers, with crashes and stolen leases: the invariants hold in each. */
import fc from 'fast-check'
import { seal } from '../../../../functions/core/io/audit/seal'
import type { Services } from '../../../../functions/core/io/context'
import type { EventHandlers } from '../../../../functions/core/io/events/contract'
import type { Store } from '../../../../functions/core/io/store/contract'
import { HOUR, MINUTE } from '../../../../functions/core/pure/time'
import { decide, verify } from '../audit/parts'
import { effects } from './effects'
import { dispatch, emitted, eventOf, openParts, type Parts } from './parts'

class Crash extends Error {
  override readonly name = 'Crash'
}

/** A store whose process dies at its nth write: before it was applied, or after, when nobody hears the answer. */
const mortal = (
  store: Store,
  dies: { readonly at: number; readonly applied: boolean } | undefined,
): Store => {
  let writes = 0
  const dead = (): boolean => dies !== undefined && writes > dies.at
  const guarded =
    <A extends unknown[], R>(write: boolean, run: (...given: A) => Promise<R>) =>
    async (...given: A): Promise<R> => {
      if (write) writes += 1
      if (!dead()) return run(...given)
      if (write && dies?.applied && writes === dies.at + 1) await run(...given)
      throw new Crash()
    }
  return {
    ...store,
    read: guarded(false, store.read) as Store['read'],
    query: guarded(false, store.query) as Store['query'],
    patch: guarded(true, store.patch),
    commit: guarded(true, store.commit),
  }
}

const handlersOf = (failing: ReadonlySet<string>): EventHandlers => ({
  'test.happened': async ({ id, attempts }, { store }) => {
    if (failing.has(id) && attempts < 2) throw new Error('not yet')
    const { outcome } = await store.commit([{ op: 'insert', collection: effects.name, id, doc: { v: 1 } }])
    if (outcome !== 'committed' && outcome !== 'refused') throw new Error(outcome)
  },
})

const death = fc.option(fc.record({ at: fc.nat(12), applied: fc.boolean() }), { nil: undefined, freq: 2 })
const step = fc.oneof(
  fc.record({ do: fc.constant('emit' as const), early: fc.nat(3), failing: fc.boolean() }),
  fc.record({ do: fc.constant('decide' as const), many: fc.integer({ min: 1, max: 45 }) }),
  fc.record({ do: fc.constant('dispatch' as const), death }),
  fc.record({ do: fc.constant('seal' as const), death }),
  fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 20 }) }),
)

const survive = async (work: Promise<unknown>): Promise<void> => {
  await work.catch((error: unknown) => {
    if (!(error instanceof Crash)) throw error
  })
}

/** Everything has been handled and sealed, once. */
const settles = async (
  { services, clock }: Parts,
  handlers: EventHandlers,
  ids: readonly string[],
  decisions: number,
): Promise<void> => {
  for (let round = 0; round < 4; round += 1) {
    clock.now += HOUR
    await dispatch(services, handlers, { limit: 1_000 })
    await seal(services)
  }
  for (const id of ids)
    expect(await eventOf(services.store, id)).toMatchObject({ due: null, doneAt: expect.any(Number) })
  if (ids.length > 0)
    expect((await services.store.read(effects.name, ids)).every((effect) => effect !== undefined)).toBe(true)
  expect(await verify(services)).toMatchObject({ sound: true, entries: decisions, pending: 0 })
}

const inParts = async (work: (parts: Parts) => Promise<void>): Promise<void> => {
  const parts = await openParts([effects])
  try {
    await work(parts)
  } finally {
    await parts.close()
  }
}

test('one after the other, with crashes anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 25 }), (steps) =>
      inParts(async (parts) => {
        const { services, clock } = parts
        const ids: string[] = []
        const failing = new Set<string>()
        let decisions = 0
        for (const each of steps) {
          const process = (): Services => ({
            ...services,
            store: mortal(services.store, 'death' in each ? each.death : undefined),
          })
          if (each.do === 'wait') clock.now += each.minutes * MINUTE
          if (each.do === 'dispatch')
            await survive(dispatch(process(), handlersOf(failing), { limit: 1_000 }))
          if (each.do === 'seal') await survive(seal(process()))
          if (each.do === 'emit') {
            const id = await emitted({ ...services, clock: () => clock.now - each.early * HOUR })
            ids.push(id)
            if (each.failing) failing.add(id)
          }
          if (each.do === 'decide')
            for (let n = 0; n < each.many; n += 1, decisions += 1) await decide(services, { detail: { n } })
        }
        await settles(parts, handlersOf(failing), ids, decisions)
      }),
    ),
    { numRuns: 25, seed: 20261124 },
  )
}, 120_000)

test('at the same time, in any order of their reads and writes, with leases that expire at any moment', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      fc.array(fc.nat(40), { minLength: 2, maxLength: 5 }),
      (scheduler, thefts) =>
        inParts(async (parts) => {
          const { services, clock } = parts
          const scheduled = (): Services => {
            const { store } = services
            return {
              ...services,
              store: {
                ...store,
                read: scheduler.scheduleFunction(store.read) as Store['read'],
                query: scheduler.scheduleFunction(store.query) as Store['query'],
                patch: scheduler.scheduleFunction(store.patch),
                commit: scheduler.scheduleFunction(store.commit),
              },
            }
          }
          const ids: string[] = []
          for (let n = 0; n < 20; n += 1) ids.push(await emitted(services))
          for (let n = 0; n < 40; n += 1) await decide(services, { detail: { n } })
          const handlers = handlersOf(new Set(ids.slice(0, 3)))
          // The clock jumps past every lease after so many operations of the store.
          const steal = async (operations: number): Promise<void> => {
            for (let n = 0; n < operations; n += 1) await scheduler.schedule(Promise.resolve())
            clock.now += 3 * MINUTE
          }
          await scheduler.waitFor(
            Promise.all([
              ...thefts.map(steal),
              ...[1, 2, 3].map(() => dispatch(scheduled(), handlers, { limit: 100 })),
              ...[1, 2].map(() => seal(scheduled())),
            ]),
          )
          await settles(parts, handlers, ids, 40)
        }),
    ),
    { numRuns: 20, seed: 20261125 },
  )
}, 120_000)
