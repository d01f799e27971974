/** Any patch of any document: the engine's answer is that of the pure function, by the quick way and by the slow one. */
import fc from 'fast-check'
import { applyPatch } from '../../../../../functions/core/io/store/apply-patch'
import { contentOf, storedOf } from '../../../../../functions/core/io/store/cloudbase/row'
import {
  LIMITS,
  type Doc,
  type Guard,
  type Json,
  type PatchSpec,
} from '../../../../../functions/core/io/store/contract'
import { standing } from './changes'
import { open, type Opened } from './parts'

let opened: Opened
beforeAll(async () => {
  opened = await open()
})
afterAll(() => opened.close())

const SAFE = Number.MAX_SAFE_INTEGER
const key = fc.constantFrom('a', 'b', 'holders', '0', '_bsontype', 'constructor', '_id')
const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.constantFrom(2 ** 31, -(2 ** 31) - 1, 2 ** 40, SAFE, -SAFE, SAFE - 1),
)
const scalar = fc.oneof(fc.constant(null), fc.boolean(), number, fc.constantFrom('', 'x', '税', '$x', '%'))
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
}))
const doc = fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true }) as fc.Arbitrary<Doc>
const path = fc.array(key, { minLength: 1, maxLength: 3 }).map((keys) => keys.join('.'))
const guard: fc.Arbitrary<Guard> = fc.oneof(
  fc.record({ path, min: number }),
  fc.record({ path, max: number }),
  fc.record({ path, is: scalar }),
  fc.record({ path, absent: fc.constant(true as const) }),
)
type Body = Omit<PatchSpec, 'collection' | 'id'>

/** Paths that are disjoint, dealt out to add, set and unset. */
const body: fc.Arbitrary<Body> = fc
  .record({
    places: fc.array(fc.record({ path, how: fc.constantFrom('add', 'set', 'unset'), number, value }), {
      maxLength: 4,
    }),
    when: fc.array(guard, { maxLength: 2 }),
    marked: fc.boolean(),
  })
  .map(({ places, when, marked }) => {
    const chosen = places.filter((place, i) =>
      places.every(
        (other, j) =>
          j >= i ||
          !(`${place.path}.`.startsWith(`${other.path}.`) || `${other.path}.`.startsWith(`${place.path}.`)),
      ),
    )
    const of = (how: string) => chosen.filter((place) => place.how === how)
    const set = Object.fromEntries(of('set').map((place) => [place.path, place.value]))
    const [marker] = Object.keys(set)
    return {
      add: Object.fromEntries(of('add').map((place) => [place.path, place.number])),
      set,
      unset: of('unset').map((place) => place.path),
      when,
      ...(marked && marker !== undefined ? { marker } : {}),
    }
  })

let count = 0

/** The same patch by the store and by the pure function. */
const agrees = async (before: Doc, patch: Body, how: 'patch' | 'commit'): Promise<void> => {
  const id = `p${(count += 1)}`
  const outcome = await opened.store.commit([{ op: 'insert', collection: 'slots', id, doc: before }])
  expect(outcome.outcome).toBe('committed')
  const { marker: _, ...inside } = patch
  const expected = applyPatch(before, how === 'patch' ? patch : inside)
  const told =
    how === 'patch'
      ? await opened.store.patch({ collection: 'slots', id, ...patch })
      : await opened.store.commit([
          { op: 'insert', collection: 'notes', id, doc: { v: 1 } },
          { op: 'patch', collection: 'slots', id, ...inside },
        ])
  const after = await standing(opened.store, id)
  if (expected.outcome === 'guard') {
    expect(told).toEqual(
      how === 'patch'
        ? { outcome: 'refused', reason: 'guard' }
        : { outcome: 'refused', index: 1, reason: 'guard' },
    )
    expect(after).toEqual(before)
    return
  }
  expect(told.outcome).toBe(how === 'patch' ? 'patched' : 'committed')
  if (told.outcome === 'patched') expect(told.already).toBe(expected.outcome === 'already')
  const wanted = expected.outcome === 'already' ? before : (JSON.parse(expected.text) as Doc)
  expect(after).toEqual(wanted)
  const [row] = opened.emulator.main.contents('slots').filter((one) => one._id === id) as {
    b: number
    h: number
  }[]
  // bounds that were too low would let a document grow past its limits
  expect(row?.b).toBeGreaterThanOrEqual(Buffer.byteLength(JSON.stringify(wanted)))
  expect(row?.h).toBeGreaterThanOrEqual(
    Object.keys(typeof wanted.holders === 'object' && wanted.holders !== null ? wanted.holders : {}).length,
  )
}

test(
  'a patch alone',
  () =>
    fc.assert(
      fc.asyncProperty(doc, body, (before, patch) => agrees(before, patch, 'patch')),
      { numRuns: 200 },
    ),
  30_000,
)

test(
  'a patch inside a commit',
  () =>
    fc.assert(
      fc.asyncProperty(doc, body, (before, patch) => agrees(before, patch, 'commit')),
      { numRuns: 80 },
    ),
  30_000,
)

const through: readonly [Doc, Body][] = [
  [{ a: [1] }, { set: { 'a.b': 1 } }],
  [{ a: [1] }, { set: { 'a.0': 1 } }],
  [{ a: { b: [] } }, { set: { 'a.b.c.d': 1 } }],
  [{ a: [1] }, { set: { b: 1 }, unset: ['a.0'] }],
  [{ a: [1] }, { set: { b: 1 }, when: [{ path: 'a.0', absent: true }] }],
  [{ a: [1] }, { set: { b: 1 }, when: [{ path: 'a', is: 1 }] }],
  [{ a: [5] }, { set: { b: 1 }, when: [{ path: 'a', min: 1 }] }],
  [{ a: [5] }, { add: { 'a.0': 1 } }],
  [{ a: [[1], { b: 2 }] }, { set: { a: [3, [4]] } }],
  [{ a: 'text' }, { set: { 'a.b': 1 } }],
  [{ a: null }, { set: { 'a.b.c': 1 } }],
  [{ holders: [1, 2] }, { set: { 'holders.a': 1 } }],
]

test.each(through)('a path through what is no object: %j %j', async (before, patch) => {
  await agrees(before, patch, 'patch')
  await agrees(before, patch, 'commit')
})

const sum = fc.oneof(number, fc.constantFrom(9, 99, -9, -99, 999_999, -1_000_000))
test(
  'additions, at every length that a number can take',
  () =>
    fc.assert(
      fc.asyncProperty(sum, sum, (n, amount) => agrees({ n }, { add: { n: amount } }, 'patch')),
      {
        numRuns: 100,
        examples: [
          [9, 1],
          [0, -1],
          [0, -99],
          [-9, -1],
          [99, 9],
        ],
      },
    ),
  30_000,
)

test('any document is kept and read back the same', () => {
  fc.assert(
    fc.property(doc, (any) =>
      expect(storedOf({ _id: 'x', ...contentOf(JSON.stringify(any), 'v') }).doc).toEqual(
        JSON.parse(JSON.stringify(any)),
      ),
    ),
  )
})

test('a patch that only the bounds hold back is let through by a look, and they are exact again', async () => {
  const holders = (length: number): Doc => Object.fromEntries(Array.from({ length }, (_, i) => [`b${i}`, 1]))
  await opened.store.commit([
    { op: 'insert', collection: 'slots', id: 'full', doc: { v: 1, n: 0, holders: holders(LIMITS.holders) } },
  ])
  const swap = (i: number) =>
    opened.store.patch({
      collection: 'slots',
      id: 'full',
      unset: [`holders.b${i}`],
      set: { [`holders.c${i}`]: 1 },
    })
  opened.actions()
  expect((await swap(0)).outcome).toBe('patched')
  expect(opened.actions()).toEqual(['modifyAndReturnDoc', 'getDocument', 'modifyAndReturnDoc'])
  expect(await opened.store.patch({ collection: 'slots', id: 'full', set: { 'holders.more': 1 } })).toEqual({
    outcome: 'refused',
    reason: 'guard',
  })
  await opened.store.patch({ collection: 'slots', id: 'full', set: { holders: {} } })
  opened.actions()
  expect((await swap(1)).outcome).toBe('patched')
  expect(opened.actions()).toEqual(['modifyAndReturnDoc'])
})

test('a document grows to 64 kB and no further, in small steps and in a large one', async () => {
  const step = (i: number, bytes: number) =>
    opened.store.patch({ collection: 'slots', id: 'large', set: { [`part${i}`]: 'x'.repeat(bytes) } })
  await opened.store.commit([{ op: 'insert', collection: 'slots', id: 'large', doc: {} }])
  for (let i = 0; i < 6; i += 1) expect((await step(i, 10_000)).outcome).toBe('patched')
  const left = LIMITS.docBytes - Buffer.byteLength(JSON.stringify(await standing(opened.store, 'large')))
  const own = ',"part6":""'.length
  expect(await step(6, left - own + 1)).toEqual({ outcome: 'refused', reason: 'guard' })
  expect((await step(6, left - own)).outcome).toBe('patched')
  expect(Buffer.byteLength(JSON.stringify(await standing(opened.store, 'large')))).toBe(LIMITS.docBytes)
})
