/** Many at once, at 10 ms a call. */
import { inserted, standing } from './changes'
import { open, type Opened } from './parts'
import { transact } from '../../../../../functions/core/io/store/transact'
import { NOW, seeded } from '../../../../harness/store/clock'
import { notes, slots } from '../../../../harness/store/subject'

let opened: Opened
beforeEach(async () => {
  opened = await open({ latency: 10 })
})
afterEach(() => opened.close())

test('200 clients claim the 60 seats of one slot: all are answered within 10 s, 60 hold a seat, nobody is told of a conflict', async () => {
  const { store } = opened
  await inserted(store, 's', { v: 1, left: 60, state: 'open', holders: {} })
  opened.actions()
  const start = performance.now()
  const outcomes = await Promise.all(
    Array.from({ length: 200 }, (_, i) =>
      store.patch({
        collection: 'slots',
        id: 's',
        add: { left: -1 },
        set: { [`holders.b${i}`]: 1 },
        marker: `holders.b${i}`,
        when: [
          { path: 'left', min: 0 },
          { path: 'state', is: 'open' },
        ],
      }),
    ),
  )
  expect(performance.now() - start).toBeLessThan(10_000)
  const told = outcomes.map((outcome) => (outcome.outcome === 'refused' ? outcome.reason : outcome.outcome))
  expect(told.filter((one) => one === 'patched')).toHaveLength(60)
  expect(told.filter((one) => one === 'guard')).toHaveLength(140)
  // a seat is one call; a refusal a look more
  expect(opened.actions()).toHaveLength(60 + 2 * 140)
  const doc = await standing(store, 's')
  expect(doc?.left).toBe(0)
  expect(Object.keys(doc?.holders ?? {}).sort()).toEqual(
    told.flatMap((one, i) => (one === 'patched' ? [`b${i}`] : [])).sort(),
  )
}, 30_000)

test('commits of several changes that meet in one document all come to an answer, each whole', async () => {
  const { store } = opened
  await inserted(store, 's', { v: 1, n: 0 })
  const outcomes = await Promise.all(
    Array.from({ length: 8 }, (_, i) =>
      transact({ store, now: NOW, random: seeded(String(i)) }, async (tx) => {
        const found = (await tx.get(slots, 's')) ?? {}
        tx.replace(slots, 's', { v: 1, n: Number(found.n) + 1 })
        tx.insert(notes, `note${i}`, { v: 1 })
        return i
      }).then(
        () => `note${i}`,
        (error: unknown) => (error as { code?: string }).code,
      ),
    ),
  )
  const landed = outcomes.filter((one) => one?.startsWith('note'))
  expect(outcomes.filter((one) => !one?.startsWith('note') && one !== 'BUSY')).toEqual([])
  expect(landed.length).toBeGreaterThan(0)
  expect((await standing(store, 's'))?.n).toBe(landed.length)
  const notesThere = (await store.query('notes', { index: 'id' })).items.map(({ id }) => id)
  expect(notesThere).toEqual([...landed].sort())
}, 30_000)
