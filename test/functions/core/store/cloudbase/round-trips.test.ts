/** What each operation costs in calls: 1 for one change, n + 2 for n, one more for each collection that loses documents. */
import { inserted, patched, standingAt } from './changes'
import { open, type Opened } from './parts'
import type { Change, Doc, QuerySpec } from '../../../../../functions/core/io/store/contract'

let opened: Opened
beforeAll(async () => {
  opened = await open()
})
afterAll(() => opened.close())

const at = { collection: 'slots' } as const

/** Inserts the ids, one commit each, and forgets the calls. */
const given = async (...ids: string[]): Promise<void> => {
  for (const id of ids) await inserted(opened.store, id, { v: 1, n: 0, hall: 'h', day: id })
  opened.actions()
}

test('a commit of one change is one call', async () => {
  await given()
  await opened.store.commit([{ op: 'insert', ...at, id: 'one', doc: { v: 1, n: 0 } }])
  expect(opened.actions()).toEqual(['insertDocument'])
  const first = await standingAt(opened.store, 'one')
  opened.actions()
  await opened.store.commit([{ op: 'check', ...at, id: 'one', version: first }])
  expect(opened.actions()).toEqual(['getDocument'])
  await opened.store.commit([{ op: 'replace', ...at, id: 'one', version: first, doc: { v: 1, n: 1 } }])
  expect(opened.actions()).toEqual(['modifyDocument'])
  await opened.store.commit([{ op: 'patch', ...at, id: 'one', add: { n: 1 } }])
  expect(opened.actions()).toEqual(['modifyAndReturnDoc'])
  const last = await standingAt(opened.store, 'one')
  opened.actions()
  await opened.store.commit([{ op: 'remove', ...at, id: 'one', version: last }])
  expect(opened.actions()).toEqual(['removeDocument'])
})

test('a patch is one call outside any transaction, guards, bounds, marker and all', async () => {
  await inserted(opened.store, 'patched', { v: 1, left: 9, holders: {}, state: 'open' })
  opened.actions()
  const outcome = await opened.store.patch({
    ...at,
    id: 'patched',
    add: { left: -1 },
    set: { 'holders.b': 1 },
    unset: ['old'],
    marker: 'holders.b',
    when: [
      { path: 'left', min: 0 },
      { path: 'state', is: 'open' },
    ],
  })
  expect(outcome.outcome).toBe('patched')
  const calls = opened.emulator.calls()
  expect(opened.actions()).toEqual(['modifyAndReturnDoc'])
  expect(calls[0]?.parameters.transactionId).toBeUndefined()
  // refused: one look more
  expect(
    await opened.store.patch({ ...at, id: 'patched', add: { left: -9 }, when: [{ path: 'left', min: 0 }] }),
  ).toEqual({ outcome: 'refused', reason: 'guard' })
  expect(opened.actions()).toEqual(['modifyAndReturnDoc', 'getDocument'])
})

test('a commit of n changes is n + 2 calls, one after the other', async () => {
  await given('r', 'c', 'p')
  const changes: Change[] = [
    { op: 'insert', collection: 'notes', id: 'new', doc: { v: 1 } },
    { op: 'replace', ...at, id: 'r', version: await standingAt(opened.store, 'r'), doc: { v: 1 } },
    { op: 'check', ...at, id: 'c', version: await standingAt(opened.store, 'c') },
    { op: 'patch', ...at, id: 'p', add: { n: 1 } },
  ]
  opened.actions()
  expect((await opened.store.commit(changes)).outcome).toBe('committed')
  expect(opened.actions()).toEqual([
    'startTransaction',
    'insertDocument',
    'modifyAndReturnDoc',
    'modifyAndReturnDoc',
    'modifyAndReturnDoc',
    'commitTransaction',
  ])
  expect((await opened.store.commit(patched(40))).outcome).toBe('refused')
  for (let i = 0; i < 40; i += 1) await inserted(opened.store, `m${i}`, { v: 1, n: 0 })
  opened.actions()
  expect((await opened.store.commit(patched(40))).outcome).toBe('committed')
  expect(opened.actions()).toHaveLength(42)
})

test('a commit that removes looks at the versions first: one call more for each collection', async () => {
  await given('g1', 'g2', 'g3')
  const removals = await Promise.all(
    ['g1', 'g2', 'g3'].map(async (id): Promise<Change> => ({
      op: 'remove',
      ...at,
      id,
      version: await standingAt(opened.store, id),
    })),
  )
  opened.actions()
  expect((await opened.store.commit(removals)).outcome).toBe('committed')
  expect(opened.actions()).toEqual([
    'startTransaction',
    'getDocument',
    'removeDocument',
    'removeDocument',
    'removeDocument',
    'commitTransaction',
  ])
})

test('a hundred ids are one call; a page of a query is one call that an index gives in order', async () => {
  await given('q1', 'q2', 'q3', 'q4')
  await opened.store.read(
    'slots',
    Array.from({ length: 100 }, (_, i) => `q${i}`),
  )
  expect(opened.actions()).toEqual(['getDocument'])
  await opened.store.read(
    'slots',
    Array.from({ length: 101 }, (_, i) => `q${i}`),
  )
  expect(opened.actions()).toHaveLength(2)
  const spec = { index: 'byDay', where: { hall: 'h' }, range: { gte: 'q1', lte: 'q9' }, limit: 2 } as const
  const first = await opened.store.query('slots', spec)
  expect(opened.actions()).toEqual(['getDocument'])
  const second = await opened.store.query('slots', { ...spec, after: first.next })
  expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(['q1', 'q2', 'q3', 'q4'])
  expect(opened.emulator.unindexed()).toEqual([])
  expect(opened.actions()).toEqual(['getDocument'])
})

const orders = ['asc', 'desc'] as const
const queries: readonly QuerySpec[] = [
  { index: 'id' },
  { index: 'byRank' },
  { index: 'byRank', range: { lt: 5 } },
  { index: 'byRank', range: { gt: null } },
  { index: 'byRank', range: { gte: null, lte: 3 } },
  { index: 'byHall' },
  { index: 'byHall', where: { hall: 'h1' }, range: { lt: 'b' } },
  { index: 'byHall', where: { hall: null } },
  { index: 'byHall', where: { hall: 'h1', day: null }, range: { gt: 1 } },
]

test.each(queries.flatMap((spec) => orders.map((order) => ({ ...spec, order }))))(
  'pages of two of %j: each one call, in an index’s order, nothing twice and nothing left out',
  async (spec) => {
    const { store, emulator } = opened
    const halls = [undefined, null, 'h1', 'h2']
    const docs = Array.from({ length: 24 }, (_, i): Doc => ({
      v: 1,
      hall: halls[i % 4],
      day: [null, 'a', 'b'][i % 3],
      rank: i % 5 === 0 ? null : i % 5,
    }))
    const there = new Set(
      (await store.query('slots', { index: 'id', range: {}, limit: 100 })).items.map(({ id }) => id),
    )
    if (!there.has('w0')) for (const [i, doc] of docs.entries()) await inserted(store, `w${i}`, doc)
    opened.actions()
    const whole = (await store.query('slots', { ...spec, limit: 100 })).items.map(({ id }) => id)
    const found: string[] = []
    let after: string | undefined
    do {
      const page = await store.query('slots', {
        ...spec,
        limit: 2,
        ...(after === undefined ? {} : { after }),
      })
      found.push(...page.items.map(({ id }) => id))
      after = page.next
    } while (after !== undefined)
    expect(found).toEqual(whole)
    expect(emulator.unindexed()).toEqual([])
    expect(opened.actions()).toHaveLength(1 + Math.max(1, Math.ceil(whole.length / 2)))
  },
)
