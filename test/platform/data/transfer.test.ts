import { cpSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { allCollections } from '../../../functions/all-collections'
import { newKeyringText } from '../../../functions/core/io/security/keyring'
import type { ExportManifest } from '../../../platform/data/manifest'
import { engines } from '../../harness/store/engines'
import { data, folder, liveIn, mine, myName, PNG, removeFolders, serve, type Lived } from './data'

const source = folder()
const exported = join(folder(), 'export')
let lived: Lived

beforeAll(async () => {
  lived = await liveIn(source)
  await lived.running.close()
  expect(await data(['export', '--to', exported], { DATA_DIR: source })).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^\d+ documents in /m),
  })
}, 60_000)
afterAll(async () => {
  for (const engine of engines) await engine.stop()
  removeFolders()
})

const keysOf = (dir: string): string => join(dir, 'keys.json')
const manifestOf = (path: string): ExportManifest =>
  JSON.parse(readFileSync(join(path, 'manifest.json'), 'utf8')) as ExportManifest
const sumsOf = (path: string) => manifestOf(path).collections
/** An export that a test may damage. */
const copyOfExport = (): string => {
  const path = folder()
  cpSync(exported, path, { recursive: true })
  return path
}

describe('an export', () => {
  it('holds every collection with its count and sum, and no key', () => {
    const manifest = manifestOf(exported)
    expect(manifest).toMatchObject({
      kind: 'export',
      format: 1,
      engine: 'sqlite',
      finishedAt: expect.any(String),
    })
    expect(manifest.collections.map(({ name }) => name)).toEqual(allCollections.map(({ name }) => name))
    expect(manifest.collections.find(({ name }) => name === 'appointments')?.documents).toBeGreaterThan(0)
    const { root, keys } = JSON.parse(readFileSync(keysOf(source), 'utf8')) as {
      root: string
      keys: Record<string, string>
    }
    const names = readdirSync(exported, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
    const everything = names.map((name) => readFileSync(name, 'latin1')).join('')
    expect(everything).not.toContain(PNG.toString('latin1', 0, 16))
    for (const key of [root, ...Object.values(keys)]) {
      expect(everything).not.toContain(key)
      expect(everything).not.toContain(Buffer.from(key, 'base64').toString('hex'))
    }
    expect(everything).not.toContain(Buffer.from('林小雨').toString('latin1'))
    for (const name of names) expect([name, statSync(name).mode & 0o077]).toEqual([name, 0])
  })

  it('cut short anywhere goes on after the last whole line, to the same sums', async () => {
    const whole = readFileSync(join(exported, 'slots.jsonl'))
    const at = manifestOf(exported).collections.findIndex(({ name }) => name === 'slots')
    const lineEnd = whole.indexOf(10, Math.floor(whole.length / 2)) + 1
    for (const bytes of [0, 1, lineEnd - 1, lineEnd, lineEnd + 1, lineEnd + 7, whole.length - 1]) {
      const path = copyOfExport()
      const manifest = manifestOf(path)
      writeFileSync(
        join(path, 'manifest.json'),
        JSON.stringify({ ...manifest, finishedAt: null, collections: manifest.collections.slice(0, at) }),
      )
      truncateSync(join(path, 'slots.jsonl'), bytes)
      const { code, said } = await data(['export', '--to', path], { DATA_DIR: source })
      expect([bytes, code]).toEqual([bytes, 0])
      expect(said.includes('slots: goes on after')).toBe(bytes >= lineEnd - 1)
      expect(sumsOf(path)).toEqual(sumsOf(exported))
      expect(readFileSync(join(path, 'slots.jsonl')).equals(whole)).toBe(true)
    }
  })

  it('leaves uploads out when told so', async () => {
    const to = join(folder(), 'x')
    expect(await data(['export', '--to', to, '--without-uploads'], { DATA_DIR: source })).toMatchObject({
      code: 0,
    })
    expect(manifestOf(to).uploads).toBeNull()
    expect(sumsOf(to)).toEqual(sumsOf(exported))
    expect(readdirSync(to)).not.toContain('uploads')
  })

  it('does not go on with another database’s, nor into a folder that holds something else', async () => {
    const path = copyOfExport()
    writeFileSync(
      join(path, 'manifest.json'),
      JSON.stringify({ ...manifestOf(path), finishedAt: null, source: '0'.repeat(32) }),
    )
    expect(await data(['export', '--to', path], { DATA_DIR: source })).toMatchObject({
      code: 1,
      said: expect.stringContaining('another database’s'),
    })
    expect(await data(['export', '--to', exported], { DATA_DIR: source })).toMatchObject({
      code: 1,
      said: expect.stringContaining('holds an export finished at'),
    })
    expect(await data(['export', '--to', source], { DATA_DIR: source })).toMatchObject({
      code: 1,
      said: expect.stringContaining('holds something else'),
    })
  })

  it('needs this database’s keys, and makes none', async () => {
    const to = join(folder(), 'x')
    expect(
      await data(['export', '--to', to], { DATA_DIR: source, SHUIBANG_KEYS: newKeyringText() }),
    ).toMatchObject({ code: 1, said: expect.stringContaining('not this database’s keys') })
    const empty = folder()
    const keyless = folder()
    cpSync(join(source, 'shuibang.db'), join(keyless, 'shuibang.db'))
    expect(await data(['export', '--to', to], { DATA_DIR: keyless })).toMatchObject({
      code: 1,
      said: expect.stringContaining('there are no keys'),
    })
    expect(readdirSync(keyless)).toEqual(['shuibang.db'])
    expect(
      await data(['export', '--to', to], { DATA_DIR: empty, SHUIBANG_KEYS: newKeyringText() }),
    ).toMatchObject({ code: 1, said: expect.stringContaining('there is no database') })
    expect(readdirSync(empty)).toEqual([])
  })
})

describe('an import', () => {
  it('is refused before anything is written: keys', async () => {
    const empty = folder()
    const wrong = join(folder(), 'keys.json')
    writeFileSync(wrong, newKeyringText())
    expect(await data(['import', '--from', exported], { DATA_DIR: empty })).toMatchObject({
      code: 1,
      said: expect.stringContaining('there are no keys'),
    })
    expect(await data(['import', '--from', exported, '--keys', wrong], { DATA_DIR: empty })).toMatchObject({
      code: 1,
      said: expect.stringContaining('another root'),
    })
    expect(readdirSync(empty)).toEqual([])
    expect(
      await data(['import', '--from', exported], { DATA_DIR: empty, SHUIBANG_KEYS: newKeyringText() }),
    ).toMatchObject({ code: 1 })
    expect(readdirSync(empty)).toEqual([])
  })

  it('is refused before anything is written: damage', async () => {
    const empty = folder()
    const keys = keysOf(source)
    const damaged = copyOfExport()
    const text = readFileSync(join(damaged, 'halls.jsonl'), 'utf8')
    writeFileSync(join(damaged, 'halls.jsonl'), text.replace('"v":1', '"v":2'))
    expect(await data(['import', '--from', damaged, '--keys', keys], { DATA_DIR: empty })).toMatchObject({
      code: 1,
      said: expect.stringMatching(/halls\.jsonl is not what was exported/),
    })
    const withoutUpload = copyOfExport()
    rmSync(join(withoutUpload, 'uploads', lived.fileId.slice(-2), lived.fileId))
    expect(
      await data(['import', '--from', withoutUpload, '--keys', keys], { DATA_DIR: empty }),
    ).toMatchObject({ code: 1, said: expect.stringMatching(/upload \S+ in \S+ is missing/) })
    const unfinished = copyOfExport()
    writeFileSync(
      join(unfinished, 'manifest.json'),
      JSON.stringify({ ...manifestOf(unfinished), finishedAt: null }),
    )
    expect(await data(['import', '--from', unfinished, '--keys', keys], { DATA_DIR: empty })).toMatchObject({
      code: 1,
      said: expect.stringContaining('cut short'),
    })
    expect(readdirSync(empty)).toEqual([])
  })

  it('is refused into a database that holds something', async () => {
    expect(await data(['import', '--from', exported], { DATA_DIR: source })).toMatchObject({
      code: 1,
      said: expect.stringMatching(/not empty \(.*appointments/),
    })
  })
})

it('carries a deployment through every engine and back, and it serves on', async () => {
  let last = exported
  const keys = readFileSync(keysOf(source), 'utf8')
  for (const engine of engines) {
    const subject = await engine.open({ collections: allCollections })
    const environment = { ...subject.environment, SHUIBANG_KEYS: keys }
    expect([engine.name, await data(['import', '--from', last], environment)]).toEqual([
      engine.name,
      { code: 0, said: expect.stringContaining('documents imported') },
    ])
    expect([engine.name, await data(['verify', '--with', exported], environment)]).toEqual([
      engine.name,
      { code: 0, said: expect.stringContaining('the same on both sides') },
    ])
    last = join(folder(), 'next')
    expect(await data(['export', '--to', last], environment)).toMatchObject({ code: 0 })
    expect(manifestOf(last).engine).toBe(subject.environment.STORE)
    // every engine gives the very same bytes
    expect(sumsOf(last)).toEqual(sumsOf(exported))
    expect(manifestOf(last).uploads).toEqual({ ...manifestOf(exported).uploads, count: 1 })
    await subject.close()
  }

  const home = folder()
  expect(await data(['import', '--from', last, '--keys', keysOf(source)], { DATA_DIR: home })).toMatchObject({
    code: 0,
  })
  expect(statSync(keysOf(home)).mode & 0o777).toBe(0o600)
  expect(await data(['verify', '--with', exported], { DATA_DIR: home })).toMatchObject({ code: 0 })
  const running = await serve(home)
  const { headers, appointment, name, fileId, owner } = lived
  expect(await mine(running, headers)).toEqual([appointment])
  expect(name).toEqual(expect.stringContaining('*'))
  expect(await myName(running, headers)).toBe(name)
  expect(Buffer.from((await running.server.services.files.read({ fileId, owner })).bytes).equals(PNG)).toBe(
    true,
  )
  expect((await running.post('/api/appointments/cancel', { id: appointment }, headers)).status).toBe(200)
  await running.close()
  const { code, said } = await data(['verify', '--with', exported], { DATA_DIR: home })
  expect(code).toBe(1)
  expect(said).toContain(`appointments/${appointment}: differs`)
  expect(said).toMatch(/^receipts\/rc_\S+: only in the store$/m)
}, 120_000)

describe('what is typed', () => {
  it.each([
    [[], 'which command?'],
    [['rubbish'], 'no such command'],
    [['toString'], 'no such command'],
    [['export'], '--to FOLDER is wanted'],
    [['export', '--to', ' '], '--to FOLDER is wanted'],
    [['import', '--to', 'x'], '--to'],
    [['export', 'x'], 'x'],
    [['verify'], '--with FOLDER'],
    [['backup'], '--to FOLDER'],
    [['restore', '--from'], '--from'],
  ])('%j is explained', async (words, told) => {
    const { code, said } = await data(words, { DATA_DIR: source })
    expect(code).toBe(2)
    expect(said).toContain(told)
    expect(said).toContain('npm run data -- <command>')
  })
  it('into a folder that is no export is refused', async () => {
    expect(await data(['verify', '--with', folder()], { DATA_DIR: source })).toMatchObject({
      code: 1,
      said: expect.stringContaining('no finished export'),
    })
    const path = folder()
    writeFileSync(join(path, 'manifest.json'), '{"kind":"backup"}')
    expect(await data(['import', '--from', path], { DATA_DIR: source })).toMatchObject({
      code: 1,
      said: expect.stringContaining('not the manifest of an export'),
    })
  })
  it('with a configuration that is none lists its problems', async () => {
    expect(await data(['export', '--to', 'x'], { STORE: 'abacus' })).toMatchObject({
      code: 1,
      said: expect.stringContaining('STORE: abacus'),
    })
  })
})
