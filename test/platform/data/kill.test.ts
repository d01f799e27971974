/** Exports and imports that are really killed, as processes of their own. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { allCollections } from '../../../functions/all-collections'
import { openKeyring } from '../../../functions/core/io/security/keyring'
import { openSqliteStore } from '../../../functions/core/io/store/sqlite'
import type { ExportManifest } from '../../../platform/data/manifest'
import { data, folder, removeFolders } from './data'

const COUNT = 6_000
const ATTEMPTS = 8
/** Inside the project, so that packages resolve. */
const command = resolve('.cache', 'run', `data-test-${process.pid}.mjs`)
const source = folder()
const keys = join(source, 'keys.json')
const exported = join(folder(), 'export')

beforeAll(async () => {
  await build({
    entryPoints: ['scripts/data.ts'],
    outfile: command,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'error',
  })
  openKeyring({ dir: source })
  const store = await openSqliteStore({ path: join(source, 'shuibang.db'), collections: allCollections })
  const ids = Array.from({ length: COUNT }, (_, i) => `sj_${String(i).padStart(6, '0')}`)
  for (let at = 0; at < COUNT; at += 40) {
    await store.commit(
      ids
        .slice(at, at + 40)
        .map((id) => ({ op: 'insert', collection: 'subjects', id, doc: { v: 1, pad: 'x'.repeat(1_000) } })),
    )
  }
  await store.close()
  expect(await data(['export', '--to', exported], { DATA_DIR: source })).toMatchObject({ code: 0 })
}, 60_000)
afterAll(() => {
  rmSync(command, { force: true })
  removeFolders()
})

const sizeOf = (path: string): number => (existsSync(path) ? statSync(path).size : 0)

/** Starts the command and kills it once the file has grown. @returns whether it was killed before it ended by itself */
const killed = async (
  words: readonly string[],
  dataDir: string,
  file: string,
  size: number,
): Promise<boolean> => {
  const child = spawn(process.execPath, [command, ...words], {
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: 'ignore',
  })
  const ended = new Promise<NodeJS.Signals | null>((done) => child.once('exit', (_, signal) => done(signal)))
  const watch = setInterval(() => {
    if (sizeOf(file) > size) child.kill('SIGKILL')
  }, 1)
  const signal = await ended
  clearInterval(watch)
  return signal === 'SIGKILL'
}

/** Places of the kill, until one met it under way. */
const until = async (attempt: (n: number) => Promise<boolean>): Promise<void> => {
  for (let n = 1; n <= ATTEMPTS; n += 1) if (await attempt(n)) return
  throw new Error('never killed under way')
}
const manifestOf = (path: string): ExportManifest =>
  JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as ExportManifest

it('a killed export goes on, to the same sums', async () => {
  let to = ''
  await until(async (n) => {
    to = join(folder(), 'export')
    const file = join(to, 'subjects.jsonl')
    const cut = await killed(['export', '--to', to], source, file, 200_000 * n)
    return cut && manifestOf(to).collections.every(({ name }) => name !== 'subjects') && sizeOf(file) > 0
  })
  expect(await data(['import', '--from', to, '--keys', keys], { DATA_DIR: folder() })).toMatchObject({
    code: 1,
    said: expect.stringContaining('cut short'),
  })
  expect(await data(['export', '--to', to], { DATA_DIR: source })).toMatchObject({
    code: 0,
    said: expect.stringContaining('subjects: goes on after'),
  })
  expect(manifestOf(to).collections).toEqual(manifestOf(exported).collections)
}, 60_000)

it('a killed import goes on with --resume, and is then complete', async () => {
  let home = ''
  await until(async (n) => {
    home = folder()
    const cut = await killed(
      ['import', '--from', exported, '--keys', keys],
      home,
      join(home, 'shuibang.db-wal'),
      1_000_000 * n,
    )
    // Tables and keys come first: it has begun with documents.
    const begun = cut && existsSync(join(home, 'keys.json'))
    return begun && (await data(['verify', '--with', exported], { DATA_DIR: home })).code === 1
  })
  expect(await data(['import', '--from', exported], { DATA_DIR: home })).toMatchObject({
    code: 1,
    said: expect.stringContaining('not empty (subjects)'),
  })
  expect(await data(['import', '--from', exported, '--resume'], { DATA_DIR: home })).toMatchObject({
    code: 0,
  })
  expect(await data(['verify', '--with', exported], { DATA_DIR: home })).toEqual({
    code: 0,
    said: expect.stringContaining(`${COUNT} documents, the same on both sides`),
  })
}, 60_000)
