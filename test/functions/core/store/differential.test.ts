/** The same random history on every engine: the same outcomes, the same documents, the same pages. */
import fc from 'fast-check'
import type { Change, Doc, Guard, Json, QuerySpec, Store } from '../../../../functions/core/io/store/contract'
import { engines } from '../../../harness/store/engines'
import type { Subject } from '../../../harness/store/subject'

jest.setTimeout(60_000)

/** Odd on purpose: what an engine could take for a path, an address, an operator or a number. */
const IDS = [
  'a',
  'a.b',
  'a/b?c#d',
  ' ',
  '"\'`',
  '$x',
  '%00',
  '0',
  '10',
  '2',
  '\\',
  '{}',
  '__proto__',
  '_id',
  '507f1f77bcf86cd799439011',
  '~'.repeat(120),
] as const
const id = fc.constantFrom(...IDS)
const collection = fc.constantFrom('slots', 'notes')
const key = fc.constantFrom(
  'n',
  'm',
  '0',
  '_id',
  '__v',
  '_bsontype',
  'length',
  'toJSON',
  'constructor',
  'holders',
  '_internalType',
)
const number = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: -2, max: 2 }) },
  fc.constantFrom(2 ** 31, -(2 ** 31) - 1, 2 ** 53 - 1, -(2 ** 53 - 1)),
)
const text = fc.constantFrom(
  '',
  'a',
  'B',
  'é',
  '\u{10000}',
  '\uffee',
  '2026-01-01T00:00:00.000Z',
  '\u007f',
  '$n',
  '\ud7ff',
)
const scalar = fc.oneof(fc.constant(null), fc.boolean(), number, text)
const value: fc.Arbitrary<Json> = fc.oneof(
  scalar,
  fc.constantFrom<Json>({}, [], [[]], [{}], { n: {} }, [null]),
)
const extra = fc.dictionary(key, value, { maxKeys: 3, noNullPrototype: true })
/** One type an indexed field, or null, or missing. */
const doc = fc
  .record(
    { hall: fc.option(text), day: fc.option(text), rank: fc.option(number), v: fc.constant(1), extra },
    { requiredKeys: ['v'] },
  )
  .map(({ extra: more = {}, ...own }) => ({ ...more, ...own }) as Doc)
const path = fc.oneof(
  key,
  fc.tuple(key, key).map(([one, other]) => `${one}.${other}`),
)
const guard: fc.Arbitrary<Guard> = fc.oneof(
  fc.record({ path, min: number }),
  fc.record({ path, max: number }),
  fc.record({ path, is: scalar }),
  fc.record({ path, absent: fc.constant(true as const) }),
)
const body = fc
  .record({
    at: path,
    how: fc.constantFrom('add', 'set', 'unset'),
    number,
    value,
    when: fc.array(guard, { maxLength: 1 }),
  })
  .map(({ at, how, number: amount, value: given, when }) => ({
    when,
    ...(how === 'add'
      ? { add: { [at]: amount } }
      : how === 'set'
        ? { set: { [at]: given } }
        : { unset: [at] }),
  }))

/** `fresh`: at the version that stands; else at one that never was. */
const change = fc.record({
  op: fc.constantFrom('insert', 'insert', 'replace', 'remove', 'check', 'patch'),
  collection,
  id,
  doc,
  body,
  fresh: fc.boolean(),
})
const query = fc.oneof(
  fc.record({
    index: fc.constant('byRank'),
    range: fc.record({ gte: fc.option(number), lt: number }, { requiredKeys: [] }),
    order: fc.constantFrom('asc', 'desc'),
    limit: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    index: fc.constant('byHall'),
    where: fc.record({ hall: fc.option(text) }),
    order: fc.constantFrom('asc', 'desc'),
    limit: fc.integer({ min: 1, max: 3 }),
  }),
  fc.record({
    index: fc.constant('byDay'),
    range: fc.record({ gt: fc.option(text), lte: text }, { requiredKeys: [] }),
    order: fc.constantFrom('asc', 'desc'),
    limit: fc.integer({ min: 1, max: 3 }),
  }),
) as fc.Arbitrary<QuerySpec>
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      commit: fc.uniqueArray(change, {
        minLength: 1,
        maxLength: 4,
        selector: ({ collection: where, id: own }) => `${where}|${own}`,
      }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ patch: fc.record({ collection, id, body }) }) },
  { weight: 1, arbitrary: fc.record({ query }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

const readAll = async (store: Store): Promise<(Doc | undefined)[]> =>
  (await Promise.all((['slots', 'notes'] as const).map((name) => store.read(name, IDS))))
    .flat()
    .map((stored) => stored?.doc)

const pages = async (store: Store, spec: QuerySpec): Promise<string[]> => {
  const found: string[] = []
  for (let after: string | undefined; ;) {
    const { items, next } = await store.query('slots', after === undefined ? spec : { ...spec, after })
    found.push(...items.map((item) => item.id))
    if (next === undefined) return found
    after = next
  }
}

/** What one engine tells of a step, in words that engines share: versions are each engine's own. */
const told = async (store: Store, given: Step): Promise<unknown> => {
  if ('query' in given) return pages(store, given.query)
  if ('patch' in given) {
    const outcome = await store.patch({
      collection: given.patch.collection,
      id: given.patch.id,
      ...given.patch.body,
    })
    return outcome.outcome === 'patched' ? outcome.stored.doc : outcome
  }
  const changes: Change[] = []
  for (const { op, collection: where, id: own, doc: content, body: patch, fresh } of given.commit) {
    const at = { collection: where, id: own }
    const version = (fresh ? (await store.read(where, [own]))[0]?.version : undefined) ?? 'never'
    if (op === 'insert') changes.push({ op, ...at, doc: content })
    else if (op === 'replace') changes.push({ op, ...at, version, doc: content })
    else if (op === 'patch') changes.push({ op, ...at, ...patch })
    else changes.push({ op: op as 'remove' | 'check', ...at, version })
  }
  const outcome = await store.commit(changes)
  return outcome.outcome === 'committed'
    ? {
        versions: outcome.versions.map((one) => one === null),
        patched: outcome.patched.map((one) => one?.doc ?? null),
      }
    : outcome
}

const subjects: Subject[] = []
afterAll(async () => {
  for (const subject of subjects) await subject.close()
  for (const engine of engines) await engine.stop()
})

test('every engine tells and keeps the same', async () => {
  for (const engine of engines) subjects.push(await engine.open())
  const stores = subjects.map(({ store }) => store)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      for (const given of steps) {
        const [first, ...others] = await Promise.all(stores.map((store) => told(store, given)))
        for (const other of others) expect(other).toEqual(first)
      }
      const [first, ...others] = await Promise.all(stores.map(readAll))
      for (const other of others) expect(other).toEqual(first)
    }),
    { numRuns: 20 },
  )
})
