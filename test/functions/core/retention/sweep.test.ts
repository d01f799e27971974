/** Retention: what has expired goes, what lives longer stays, and no run is lost or in anybody's way. */
import { allCollections } from '../../../../functions/all-collections'
import { files } from '../../../../functions/core/io/files/collections'
import { withLease } from '../../../../functions/core/io/events/lease'
import { sweep, SWEEP_LEASE } from '../../../../functions/core/io/retention/sweep'
import { defineCollection } from '../../../../functions/core/io/store/collection'
import type { Store } from '../../../../functions/core/io/store/contract'
import { HOUR } from '../../../../functions/core/pure/time'
import { openParts, type Parts } from '../events/parts'

type Short = { readonly v: 1; readonly expiresAt: number | null }
const expiring = (name: string) =>
  defineCollection<Short>({
    name,
    v: 1,
    indexes: { expiry: ['expiresAt'] },
    retention: { kind: 'expiresAt' },
  })
const first = expiring('firstShort')
const second = expiring('secondShort')
const kept = defineCollection<Short>({
  name: 'keptForever',
  v: 1,
  indexes: {},
  retention: { kind: 'forever', why: 'a test' },
})
const ALL = [first, kept, second]

let parts: Parts
beforeEach(async () => {
  parts = await openParts(ALL)
})
afterEach(() => parts.close())

const fill = async (collection: { name: string }, many: number, expiresAt: number | null): Promise<void> => {
  for (let n = 0; n < many; n += 1) {
    await parts.store.commit([
      {
        op: 'insert',
        collection: collection.name,
        id: `${expiresAt ?? 'never'}_${n}`,
        doc: { v: 1, expiresAt },
      },
    ])
  }
}
const left = async (collection: { name: string }): Promise<number> =>
  (await parts.store.query(collection.name, { index: 'expiry' })).items.length

test('removes what has expired by now, and nothing else', async () => {
  const { services, clock } = parts
  await fill(first, 5, clock.now)
  await fill(first, 3, clock.now + 1)
  await fill(first, 2, null)
  await fill(second, 40, clock.now - HOUR)
  await fill(kept, 4, clock.now - HOUR)
  expect(await sweep(services, ALL)).toEqual({ removed: 45, finished: true })
  expect([await left(first), await left(second)]).toEqual([5, 0])
  expect(
    (
      await parts.store.read(
        kept.name,
        [0, 1, 2, 3].map((n) => `${clock.now - HOUR}_${n}`),
      )
    ).every(Boolean),
  ).toBe(true)
})

test('goes on in the next run with the collection where it stopped', async () => {
  const { services, clock } = parts
  await fill(first, 50, clock.now)
  await fill(second, 50, clock.now)
  expect(await sweep(services, ALL, { limit: 60 })).toEqual({ removed: 60, finished: false })
  expect([await left(first), await left(second)]).toEqual([0, 40])
  await fill(first, 90, clock.now - 1)
  expect(await sweep(services, ALL, { limit: 40 })).toEqual({ removed: 40, finished: false })
  expect([await left(first), await left(second)]).toEqual([90, 0])
  expect(await sweep(services, ALL)).toEqual({ removed: 90, finished: true })
})

test('starts no new batch when its time is up', async () => {
  const { services, clock } = parts
  await fill(first, 70, clock.now)
  expect(await sweep(services, ALL, { budget: 0 })).toEqual({ removed: 32, finished: false })
})

test('leaves a document that was given a longer life at the last moment, and removes the rest of its batch', async () => {
  const { services, clock, store } = parts
  await fill(first, 10, clock.now)
  const saved = `${clock.now}_4`
  let done = false
  const commit: Store['commit'] = async (changes) => {
    if (!done && changes.some((change) => change.op === 'remove')) {
      done = true
      await store.patch({ collection: first.name, id: saved, set: { expiresAt: clock.now + HOUR } })
    }
    return store.commit(changes)
  }
  expect(await sweep({ ...services, store: { ...store, commit } }, ALL)).toEqual({
    removed: 9,
    finished: true,
  })
  expect((await store.query(first.name, { index: 'expiry' })).items.map(({ id }) => id)).toEqual([saved])
})

test('two at once: one works', async () => {
  const { services, beside, clock } = parts
  const other = await beside()
  await fill(first, 40, clock.now)
  const runs = await Promise.all([services, other, services].map((each) => sweep(each, ALL)))
  expect(runs.map(({ removed }) => removed).sort((a, b) => a - b)).toEqual([0, 0, 40])
})

test('removes nothing once its lease was taken', async () => {
  const { services, beside, clock, store } = parts
  const thief = await beside()
  await fill(first, 40, clock.now)
  let stolen = false
  const commit: Store['commit'] = async (changes) => {
    if (!stolen && changes.some((change) => change.op === 'remove')) {
      stolen = true
      clock.now += HOUR
      await withLease(thief, SWEEP_LEASE, 60_000, async () => undefined)
    }
    return store.commit(changes)
  }
  expect(await sweep({ ...services, store: { ...store, commit } }, ALL)).toEqual({
    removed: 0,
    finished: false,
  })
  expect(await left(first)).toBe(40)
})

test('an answer that is lost or busy changes nothing in the end', async () => {
  const { services, clock, store } = parts
  await fill(first, 40, clock.now)
  let calls = 0
  const commit: Store['commit'] = async (changes) => {
    if (!changes.some((change) => change.op === 'remove')) return store.commit(changes)
    calls += 1
    if (calls === 1) return { outcome: 'busy' }
    const outcome = await store.commit(changes)
    return calls === 2 ? { outcome: 'unknown' } : outcome
  }
  await sweep({ ...services, store: { ...store, commit } }, ALL)
  expect(await left(first)).toBe(0)
})

test('every collection of the deployment says how long its documents live, and can be swept', async () => {
  expect(
    allCollections.every(({ retention }) => retention.kind === 'expiresAt' || retention.why.length > 10),
  ).toBe(true)
  expect(await sweep(parts.services, allCollections)).toMatchObject({ finished: true })
})

test('a file whose bytes cannot be removed holds up neither other files nor what comes after them', async () => {
  const { services, clock } = parts
  const open = () => services.files.openUpload({ owner: 'ac_1', type: 'image/png', size: 10, purpose: 'x.y' })
  const [broken, sound] = [await open(), await open()]
  await fill(second, 1, clock.now)
  clock.now += 3 * 24 * HOUR
  const remove = async (id: string): Promise<void> => {
    if (id === broken.fileId) throw new Error('storage is down')
    await services.files.remove(id)
  }
  const failing = { ...services, files: { ...services.files, remove } }
  for (let run = 0; run < 2; run += 1) await sweep(failing, [files, second])
  expect(await left(second)).toBe(0)
  const standing = await parts.store.read(files.name, [broken.fileId, sound.fileId])
  expect(standing.map((one) => one !== undefined)).toEqual([true, false])
  expect(parts.logged).toContainEqual(
    expect.objectContaining({ level: 'error', message: 'a file could not be removed' }),
  )
  await sweep(services, [files, second])
  expect(await left(files)).toBe(0)
})
