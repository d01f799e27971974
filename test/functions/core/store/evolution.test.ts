/** While a new version is rolled out, old and new code write the same documents: neither undoes the other. */
import { defineCollection } from '../../../../functions/core/io/store/collection'
import type { Store } from '../../../../functions/core/io/store/contract'
import { reader } from '../../../../functions/core/io/store/reader'
import { transact } from '../../../../functions/core/io/store/transact'
import type { Tx } from '../../../../functions/core/io/store/transaction'
import { NOW, seeded } from '../../../harness/store/clock'
import { onEveryEngine } from '../../../harness/store/engines'
import type { Subject } from '../../../harness/store/subject'

type Old = { readonly v: 1; readonly visits: number; readonly place: string }
/** A place was given its region. */
type New = { readonly v: 2; readonly visits: number; readonly place: string; readonly region: string }

const retention = { kind: 'forever', why: 'a test' } as const
const oldPlaces = defineCollection<Old>({ name: 'places', v: 1, indexes: { place: ['place'] }, retention })
const newPlaces = defineCollection<New>({
  name: 'places',
  v: 2,
  indexes: { place: ['place'], region: ['region'] },
  retention,
  upcasters: { 1: (doc) => ({ ...doc, region: String(doc.place).slice(0, 2) }) },
})

onEveryEngine('old and new code side by side', (engine) => {
  let subject: Subject
  let before: Store
  let after: Store
  beforeEach(async () => {
    subject = await engine.open({ collections: [newPlaces] })
    after = subject.store
    before = await subject.another([oldPlaces])
  })
  afterEach(() => subject.close())

  const run = <R>(store: Store, seed: string, work: (tx: Tx) => Promise<R>): Promise<R> =>
    transact({ store, now: NOW, random: seeded(seed) }, work)

  const visitOld = (seed: string): Promise<void> =>
    run(before, seed, async (tx) => {
      const doc = await tx.get(oldPlaces, 'h')
      if (doc) tx.replace(oldPlaces, 'h', { ...doc, visits: doc.visits + 1 })
    })
  const visitNew = (seed: string): Promise<void> =>
    run(after, seed, async (tx) => {
      const doc = await tx.get(newPlaces, 'h')
      if (doc) tx.replace(newPlaces, 'h', { ...doc, visits: doc.visits + 1 })
    })

  test('every write of both counts, and what the new code added survives the old code’s writes', async () => {
    await run(before, 'first', async (tx) => tx.insert(oldPlaces, 'h', { v: 1, visits: 0, place: '99-1' }))
    for (let round = 0; round < 10; round += 1)
      await Promise.all([visitOld(`o${round}`), visitNew(`n${round}`), visitOld(`p${round}`)])
    await visitNew('last')
    await visitOld('very last')
    const [stored] = await after.read('places', ['h'])
    expect(stored?.doc).toEqual({ v: 2, visits: 32, place: '99-1', region: '99' })
    expect((await reader(before).get(oldPlaces, 'h'))?.visits).toBe(32)
  })

  test('what the old code still writes is found by the new code, in the new shape', async () => {
    await run(after, 'a', async (tx) =>
      tx.insert(newPlaces, 'n', { v: 2, visits: 0, place: '32-1', region: '32' }),
    )
    await run(before, 'b', async (tx) => tx.insert(oldPlaces, 'o', { v: 1, visits: 0, place: '32-2' }))
    const byPlace = await reader(after).query(newPlaces, { index: 'place', range: { gte: '32' } })
    expect(byPlace.items.map(({ id, doc }) => [id, doc.v, doc.region])).toEqual([
      ['n', 2, '32'],
      ['o', 2, '32'],
    ])
    // Not until it is written anew: a new index is for what the new code wrote.
    expect(
      (await reader(after).query(newPlaces, { index: 'region', where: { region: '32' } })).items.map(
        ({ id }) => id,
      ),
    ).toEqual(['n'])
    await run(after, 'c', async (tx) => {
      const doc = await tx.get(newPlaces, 'o')
      if (doc) tx.replace(newPlaces, 'o', doc)
    })
    expect(
      (await reader(after).query(newPlaces, { index: 'region', where: { region: '32' } })).items.map(
        ({ id }) => id,
      ),
    ).toEqual(['n', 'o'])
  })
})
