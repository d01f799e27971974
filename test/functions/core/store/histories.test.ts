/** Random histories of several clients are serialisable by id; a history on an engine whose check does nothing is not. */
import * as fc from 'fast-check'
import type { Doc, Store } from '../../../../functions/core/io/store/contract'
import { transact } from '../../../../functions/core/io/store/transact'
import { broken } from '../../../harness/store/broken'
import { NOW, seeded, turn } from '../../../harness/store/clock'
import { onEveryEngine } from '../../../harness/store/engines'
import { sqlite } from '../../../harness/store/engines/sqlite'
import { slots, type EngineUnderTest, type Subject } from '../../../harness/store/subject'

/** Each run of a program is some hundred calls: fewer where a call is a round trip. */
const RUNS: Readonly<Record<string, number>> = { sqlite: 80, postgres: 30, cloudbase: 10 }
const KEYS = ['a', 'b', 'c'] as const
type Key = (typeof KEYS)[number]
interface Step {
  readonly key: Key
  readonly write: boolean
  /** Turns of the event loop before it. */
  readonly wait: number
}
type Program = readonly (readonly Step[])[]
/** What one transaction saw and left: values are the names of the transactions that wrote them. */
interface Trace {
  readonly name: string
  readonly reads: Map<Key, string>
  readonly writes: Map<Key, string>
}

const step = fc.record({ key: fc.constantFrom(...KEYS), write: fc.boolean(), wait: fc.nat({ max: 3 }) })
const programs = fc.array(
  fc.array(fc.array(step, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
  { minLength: 2, maxLength: 5 },
)

/** One transaction: reads each key it names, writes some of them with its own name over the value it saw. */
const runOne = (store: Store, name: string, steps: readonly Step[]): Promise<Trace> =>
  transact({ store, now: NOW, random: seeded(name), sleep: turn, elapsed: () => 0 }, async (tx) => {
    const trace: Trace = { name, reads: new Map(), writes: new Map() }
    for (const { key, write, wait } of steps) {
      for (let i = 0; i < wait; i += 1) await turn()
      const seen = await tx.get(slots, key)
      if (!trace.writes.has(key)) trace.reads.set(key, String(seen?.by))
      if (!write || trace.writes.has(key)) continue
      trace.writes.set(key, String(seen?.by))
      tx.replace(slots, key, { v: 1, by: name, over: String(seen?.by) })
    }
    return trace
  })

const runAll = async (store: Store, clients: readonly Program[]): Promise<Trace[]> => {
  const traces = await Promise.all(
    clients.map(async (program, client) => {
      const done: Trace[] = []
      for (const [i, steps] of program.entries()) {
        const trace = await runOne(store, `t${client}.${i}`, steps).catch((error: unknown) => {
          if (error instanceof Error && error.message === 'BUSY') return undefined // given up: nothing was applied
          throw error
        })
        if (trace) done.push(trace)
      }
      return done
    }),
  )
  return traces.flat()
}

/** Who must come before whom; a value overwritten twice is a lost update. */
const precedence = (traces: readonly Trace[]): Map<string, Set<string>> => {
  const after = new Map<string, Set<string>>(traces.map((trace) => [trace.name, new Set<string>()]))
  const before = (first: string | undefined, then: string | undefined): void => {
    if (first !== undefined && then !== undefined && first !== then) after.get(first)?.add(then)
  }
  for (const key of KEYS) {
    const overwriter = new Map<string, string>()
    for (const { name, writes } of traces) {
      const over = writes.get(key)
      if (over === undefined) continue
      if (overwriter.has(over)) throw new Error(`${key}: ${over} was overwritten twice`)
      overwriter.set(over, name)
      before(over, name)
    }
    for (const { name, reads } of traces) {
      const seen = reads.get(key)
      if (seen === undefined) continue
      before(seen, name)
      before(name, overwriter.get(seen))
    }
  }
  return after
}

const hasCycle = (after: Map<string, Set<string>>): boolean => {
  const left = new Map([...after].map(([name, next]) => [name, new Set(next)]))
  for (;;) {
    const last = [...left].find(([, next]) => next.size === 0)
    if (!last) return left.size > 0
    left.delete(last[0])
    left.forEach((next) => next.delete(last[0]))
  }
}

const history = async (
  engine: EngineUnderTest,
  clients: readonly Program[],
  store: (subject: Subject) => Store,
): Promise<{ traces: Trace[]; last: Map<Key, string> }> => {
  const subject = await engine.open()
  try {
    await subject.store.commit(
      KEYS.map((key) => ({ op: 'insert', collection: 'slots', id: key, doc: { v: 1, by: 'start' } as Doc })),
    )
    const traces = await runAll(store(subject), clients)
    const docs = await subject.store.read('slots', KEYS)
    return { traces, last: new Map(KEYS.map((key, i) => [key, String(docs[i]?.doc.by)])) }
  } finally {
    await subject.close()
  }
}

/** Every value that stands at the end was written by a transaction that was told it had landed. */
const endsInAcknowledged = (traces: readonly Trace[], last: Map<Key, string>): boolean =>
  [...last].every(
    ([key, by]) => by === 'start' || traces.some((trace) => trace.name === by && trace.writes.has(key)),
  )

onEveryEngine('random histories of 2–5 clients', (engine) => {
  test('are serialisable by id', async () => {
    await fc.assert(
      fc.asyncProperty(programs, async (clients) => {
        const { traces, last } = await history(engine, clients, (subject) => subject.store)
        expect(hasCycle(precedence(traces))).toBe(false)
        expect(endsInAcknowledged(traces, last)).toBe(true)
      }),
      { numRuns: RUNS[engine.name] ?? 10, seed: 20261122 },
    )
  }, 120_000)
})

test.each(['checkAsNoOp', 'noVersionCheck'] as const)(
  'the same property finds %s',
  async (name) => {
    const outcome = await fc.check(
      fc.asyncProperty(programs, async (clients) => {
        const { traces } = await history(sqlite, clients, (subject) => broken(name, subject).store)
        return !hasCycle(precedence(traces))
      }),
      { numRuns: 200, seed: 20261122, endOnFailure: true },
    )
    expect(outcome.failed).toBe(true)
  },
  60_000,
)
