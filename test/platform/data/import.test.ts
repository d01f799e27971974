import { createHash } from 'node:crypto'
import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allCollections } from '../../../functions/all-collections'
import type { FileEngine } from '../../../functions/core/io/files/engines/engine'
import { newKeyringText, openKeyring } from '../../../functions/core/io/security/keyring'
import { LIMITS, type Change, type Store, type Stored } from '../../../functions/core/io/store/contract'
import { openSqliteStore } from '../../../functions/core/io/store/sqlite'
import { exportStore, fileOf } from '../../../platform/data/export'
import { importInto } from '../../../platform/data/import'
import { lineOf, type Document } from '../../../platform/data/lines'
import type { ExportManifest } from '../../../platform/data/manifest'
import { verifyStore } from '../../../platform/data/verify'
import { onEveryEngine } from '../../harness/store/engines'
import { folder, removeFolders } from './data'

const mark = '0'.repeat(32)
const keyring = openKeyring({ dir: '', injected: newKeyringText() })
afterAll(removeFolders)

/** An export of one collection, as `export` would have written it. */
const exportOf = (documents: readonly Document[]): { folder: string; manifest: ExportManifest } => {
  const path = folder()
  const text = documents.map(lineOf).join('')
  writeFileSync(fileOf(path, 'subjects'), text)
  const sum = {
    name: 'subjects',
    documents: documents.length,
    bytes: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
  }
  const at = new Date(0).toISOString()
  return {
    folder: path,
    manifest: {
      kind: 'export',
      format: 1,
      app: '0',
      keys: { root: mark, current: 'k1', ring: {} },
      engine: 'sqlite',
      source: mark,
      startedAt: at,
      finishedAt: at,
      collections: [sum],
      uploads: null,
    },
  }
}
const documents = (count: number, text = 'x'): Document[] =>
  Array.from({ length: count }, (_, i) => ({
    id: `sj_${String(i).padStart(6, '0')}`,
    doc: { v: 1, text, n: i, deep: { b: [1, { c: '税' }], a: null } },
  }))

const noUploads: FileEngine = {
  name: 'none',
  put: () => Promise.reject(new Error('unused')),
  get: async () => undefined,
  remove: async () => undefined,
  uploadTarget: () => Promise.reject(new Error('unused')),
}
const quiet = { say: () => undefined, pause: () => 1, uploads: noUploads }
const openHere = (): Promise<Store> =>
  openSqliteStore({ path: join(folder(), 'shuibang.db'), collections: allCollections })
const compared = async (store: Store, from: ReturnType<typeof exportOf>) => {
  const lines: string[] = []
  const { differences } = await verifyStore({
    ...from,
    store,
    collections: allCollections,
    say: (line) => void lines.push(line),
  })
  return { differences, lines }
}

onEveryEngine('an import', (engine) => {
  it('lands every document once, though replies are lost and the database is busy', async () => {
    const subject = await engine.open({ collections: allCollections })
    const from = exportOf(documents(170))
    subject.loseNextReply()
    let calls = 0
    const store: Store = {
      ...subject.store,
      commit: async (changes) => {
        calls += 1
        if (calls === 3) subject.failNextWrites(2)
        return subject.store.commit(changes)
      },
    }
    expect(await importInto({ ...from, ...quiet, store })).toBe(170)
    expect(calls).toBeGreaterThan(5)
    expect(await compared(subject.store, from)).toMatchObject({ differences: 0 })
    await subject.close()
  }, 60_000)
})

it('goes on after it was cut short, and overwrites nothing', async () => {
  const real = await openHere()
  const from = exportOf(documents(500))
  let left = 5
  const cut: Store = {
    ...real,
    commit: async (changes) => ((left -= 1) < 0 ? Promise.reject(new Error('cut')) : real.commit(changes)),
  }
  await expect(importInto({ ...from, ...quiet, store: cut })).rejects.toThrow('cut')
  const { differences, lines } = await compared(real, from)
  expect(differences).toBe(300)
  expect(lines.filter((line) => line.endsWith('only in the export'))).toHaveLength(20)
  expect(lines.at(-1)).toBe('… and 280 more')
  const versions = async (): Promise<(Stored | undefined)[]> =>
    real.read(
      'subjects',
      documents(100).map(({ id }) => id),
    )
  const before = await versions()
  expect(await importInto({ ...from, ...quiet, store: real })).toBe(500)
  expect((await compared(real, from)).differences).toBe(0)
  expect(await versions()).toEqual(before)
  await real.close()
})

it('stops at a document that stands otherwise, tells its id alone, and leaves it', async () => {
  const store = await openHere()
  await store.commit([{ op: 'insert', collection: 'subjects', id: 'sj_000007', doc: { v: 1, text: 'mine' } }])
  const from = exportOf(documents(20, 'secret'))
  const failure = await importInto({ ...from, ...quiet, store }).then(
    () => undefined,
    (error: Error) => error,
  )
  expect(failure?.message).toMatch(/nothing was overwritten:\n {2}subjects\/sj_000007$/)
  expect(failure?.message).not.toMatch(/secret|mine/)
  expect((await store.read('subjects', ['sj_000007']))[0]?.doc).toEqual({ v: 1, text: 'mine' })
  await store.close()
})

it('is told to be busy in the end, when the database stays so', async () => {
  const real = await openHere()
  const store: Store = { ...real, commit: async () => ({ outcome: 'busy' }) }
  await expect(importInto({ ...exportOf(documents(3)), ...quiet, store })).rejects.toThrow('--resume')
  await real.close()
})

it('keeps every commit within the store’s bounds, and few of them under way', async () => {
  const real = await openHere()
  const commits: (readonly Change[])[] = []
  let [now, most] = [0, 0]
  const store: Store = {
    ...real,
    commit: async (changes) => {
      commits.push(changes)
      now += 1
      most = Math.max(most, now)
      const outcome = await real.commit(changes)
      now -= 1
      return outcome
    },
  }
  const large = documents(60).map(({ id, doc }, i) => ({
    id,
    doc: { ...doc, text: 'x'.repeat(i % 3 === 0 ? 60_000 : 10) },
  }))
  await importInto({ ...exportOf(large), ...quiet, store })
  expect(commits.flat()).toHaveLength(60)
  for (const changes of commits) expect(changes.length).toBeLessThanOrEqual(LIMITS.changes)
  expect(commits.length).toBeGreaterThan(2)
  expect(most).toBeLessThanOrEqual(4)
  await real.close()
})

it('of an export writes each page before it reads the next but one: nothing is gathered', async () => {
  const real = await openHere()
  const all = documents(3_000, 'y'.repeat(200))
  await importInto({ ...exportOf(all), ...quiet, store: real })
  const to = join(folder(), 'export')
  let pages = 0
  const behind: number[] = []
  const store: Store = {
    ...real,
    query: async (collection, spec) => {
      if (collection === 'subjects') {
        const written = statSync(fileOf(to, 'subjects')).size
        behind.push(pages * LIMITS.page - Math.floor(written / lineOf(all[2_999] as Document).length))
        pages += 1
      }
      return real.query(collection, spec)
    },
  }
  const manifest = await exportStore({
    folder: to,
    store,
    configuration: { engine: 'sqlite', path: 'here' },
    collections: allCollections,
    keyring,
    app: '0',
    clock: Date.now,
    say: quiet.say,
  })
  expect(manifest.collections.find(({ name }) => name === 'subjects')).toMatchObject({ documents: 3_000 })
  expect(pages).toBe(30)
  expect(Math.max(...behind)).toBeLessThanOrEqual(LIMITS.page)
  await real.close()
})
