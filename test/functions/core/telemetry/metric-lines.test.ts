import { metricLines } from '../../../../functions/core/io/telemetry/metric-lines'
import { observedStore } from '../../../../functions/core/io/telemetry/observed-store'
import type { CommitOutcome, Store } from '../../../../functions/core/io/store/contract'

const lines: string[] = []
const told = (): Record<string, unknown>[] => lines.map((line) => JSON.parse(line) as Record<string, unknown>)
beforeEach(() => void lines.splice(0))

const facts = { procedure: 'appointments/book', traceId: 't', timer: false }
const committed: CommitOutcome = { outcome: 'committed', versions: [], patched: [] }
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Answers commits with the outcomes given, one after the other. */
const storeOf = (...outcomes: CommitOutcome[]): Store => ({
  read: async () => {
    await pause(5)
    return []
  },
  query: async () => ({ items: [] }),
  patch: async () => ({ outcome: 'busy' }),
  commit: async () => outcomes.shift() ?? committed,
  health: async () => ({ engine: 'x', durable: true, detail: {} }),
  close: async () => undefined,
})

it('tells one line a call: procedure, status, code, milliseconds, cold, and what it did through the store', async () => {
  const telemetry = metricLines((line) => lines.push(line))
  const store = observedStore(
    storeOf({ outcome: 'refused', index: 0, reason: 'stale' }, { outcome: 'busy' }),
    'sqlite',
    telemetry,
  )
  const work = async () => {
    await store.read('slots', ['a'])
    await store.commit([])
    await store.commit([])
    await store.commit([])
    return 'done'
  }
  expect(await telemetry.call(facts, work, () => ({ status: 200 }))).toBe('done')
  await telemetry.call(
    { ...facts, procedure: 'none' },
    async () => 1,
    () => ({ status: 404, code: 'NO_PROCEDURE' }),
  )
  expect(lines.every((line) => line.endsWith('}\n') && line.indexOf('\n') === line.length - 1)).toBe(true)
  expect(told()).toEqual([
    {
      metric: 'call',
      procedure: 'appointments/book',
      status: 200,
      ms: expect.any(Number),
      cold: true,
      store: { calls: 4, ms: expect.any(Number), retries: 2 },
    },
    {
      metric: 'call',
      procedure: 'none',
      status: 404,
      code: 'NO_PROCEDURE',
      ms: expect.any(Number),
      cold: false,
      store: { calls: 0, ms: 0, retries: 0 },
    },
  ])
})

it('keeps calls apart that run at once, and counts a failing operation', async () => {
  const telemetry = metricLines((line) => lines.push(line))
  const store = observedStore(
    { ...storeOf(), query: () => Promise.reject(new Error('gone')) },
    'sqlite',
    telemetry,
  )
  const reads = (count: number) => async () => {
    for (let done = 0; done < count; done += 1) await store.read('slots', ['a'])
    await store.query('slots', { index: 'id' }).catch(() => undefined)
  }
  await Promise.all(
    [1, 2, 3].map((count) =>
      telemetry.call({ ...facts, procedure: `p/${'x'.repeat(count)}` }, reads(count), () => ({
        status: 200,
      })),
    ),
  )
  expect(told().map(({ procedure, store: of }) => [procedure, (of as { calls: number }).calls])).toEqual([
    ['p/x', 2],
    ['p/xx', 3],
    ['p/xxx', 4],
  ])
})

it('tells nothing of what the store does outside a call, and changes nothing of it', async () => {
  const telemetry = metricLines((line) => lines.push(line))
  const store = observedStore(storeOf(), 'sqlite', telemetry)
  expect(await store.read('slots', ['a'])).toEqual([])
  expect(await store.patch({ collection: 'slots', id: 'a' })).toEqual({ outcome: 'busy' })
  expect(await store.health()).toEqual({ engine: 'x', durable: true, detail: {} })
  expect(lines).toEqual([])
})
