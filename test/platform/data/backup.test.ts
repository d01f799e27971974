import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FileEngine } from '../../../functions/core/io/files/engines/engine'
import { newKeyringText } from '../../../functions/core/io/security/keyring'
import { copyAll } from '../../../platform/data/backup-copy'
import { storedUploads } from '../../../platform/data/snapshot'
import { diskAt } from '../../../platform/data/uploads'
import { startServer, type RunningServer } from '../../../platform/server/server'
import { data, folder, removeFolders, uploadFor } from './data'

let home = ''
let server: RunningServer
beforeEach(async () => {
  home = folder()
  server = await startServer({
    port: 0,
    dataDir: home,
    schedules: false,
    environment: { LOG_LEVEL: 'silent' },
  })
  await server.services.vault.keyOf('ac_1')
})
afterEach(() => server.close())
afterAll(removeFolders)

const there = (): string => join(folder(), 'backup')
const backUp = (words: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  data(['backup', ...words], { DATA_DIR: home, ...environment })
const refused = async (
  words: readonly string[],
  told: string,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> => {
  expect(await backUp(words, environment)).toMatchObject({ code: 1, said: expect.stringContaining(told) })
}

it('goes into a folder of its own, outside the data', async () => {
  const full = folder()
  writeFileSync(join(full, 'x'), '')
  await refused(['--to', full], 'is not empty')
  expect(readdirSync(full)).toEqual(['x'])
  await refused(['--to', join(home, 'backup')], 'inside the data folder')
  await refused(['--to', home], 'inside the data folder')
  const to = there()
  expect((await backUp(['--to', to])).code).toBe(0)
  await refused(['--to', to], 'is not empty')
})

it('keeps keys only when asked, and never beside the data', async () => {
  const to = there()
  for (const keys of [to, join(to, 'keys'), join(to, '..'), home]) {
    await refused(['--to', to, '--with-keys', keys], 'keys beside the data')
    expect(existsSync(to)).toBe(false)
  }
  const keys = folder()
  expect(await backUp(['--to', to, '--with-keys', keys])).toMatchObject({
    code: 0,
    said: expect.stringContaining('keys.json'),
  })
  expect(readFileSync(join(keys, 'keys.json'), 'utf8')).toBe(readFileSync(join(home, 'keys.json'), 'utf8'))
})

it('brings kept keys up to date, and leaves another deployment’s alone', async () => {
  const keys = folder()
  expect((await backUp(['--to', there(), '--with-keys', keys])).code).toBe(0)
  expect(await data(['export', '--to', there()], { DATA_DIR: home })).toMatchObject({ code: 0 })
  const ring = JSON.parse(readFileSync(join(home, 'keys.json'), 'utf8')) as { keys: object }
  const rotated = JSON.stringify({
    ...ring,
    current: 'k2',
    keys: { ...ring.keys, k2: Buffer.alloc(32, 7).toString('base64') },
  })
  writeFileSync(join(home, 'keys.json'), rotated)
  expect((await backUp(['--to', there(), '--with-keys', keys])).code).toBe(0)
  expect(readFileSync(join(keys, 'keys.json'), 'utf8')).toBe(rotated)

  const others = folder()
  const text = newKeyringText()
  writeFileSync(join(others, 'keys.json'), text)
  const to = there()
  await refused(['--to', to, '--with-keys', others], 'holds keys that this deployment does not')
  expect(readFileSync(join(others, 'keys.json'), 'utf8')).toBe(text)
  expect(existsSync(to)).toBe(false)
})

it('needs the keys that open the database', async () => {
  const to = there()
  await refused(['--to', to], 'not this database’s keys', { SHUIBANG_KEYS: newKeyringText() })
  rmSync(join(home, 'keys.json'))
  await refused(['--to', to], 'there are no keys')
  await refused(['--to', to], 'there is no database', { DATA_DIR: folder() })
  await refused(['--to', to], 'backup is for the embedded database', {
    STORE: 'postgres',
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
  })
  expect(existsSync(to)).toBe(false)
})

it('is not finished when an upload that the database names is lost', async () => {
  const kept = await uploadFor(server.services, 'ac_1')
  const lost = await uploadFor(server.services, 'ac_1')
  rmSync(join(home, 'files', lost.slice(-2), lost))
  const to = there()
  await refused(['--to', to], `upload ${lost} is named by the database and not on the disk`)
  expect(existsSync(join(to, 'manifest.json'))).toBe(false)
  const target = join(folder(), 'data')
  expect(await data(['restore', '--from', to], { DATA_DIR: target })).toMatchObject({
    code: 1,
    said: expect.stringContaining('no finished backup'),
  })
  await server.services.files.remove(lost)
  const again = there()
  expect(await backUp(['--to', again])).toMatchObject({ code: 0, said: expect.stringContaining('1 uploads') })
  expect(existsSync(join(again, 'uploads', kept.slice(-2), kept))).toBe(true)
})

it('copies the database again when an upload that it names is removed before its turn', async () => {
  const { services } = server
  const ids: string[] = []
  for (let i = 0; i < 3; i += 1) ids.push(await uploadFor(services, 'ac_1'))
  const [copiedThenRemoved = '', removedBefore = '', kept = ''] = ids.sort()
  const disk = await diskAt(join(home, 'files'))
  let removed = false
  const from: FileEngine = {
    ...disk,
    get: async (id) => {
      if (id === removedBefore && !removed) {
        removed = true
        await services.files.remove(removedBefore)
        await services.files.remove(copiedThenRemoved)
      }
      return disk.get(id)
    },
  }
  const to = folder()
  expect(
    await copyAll({ folder: to, path: join(home, 'shuibang.db'), copy: join(to, 'shuibang.db'), from }),
  ).toMatchObject({ count: 1 })
  expect(removed).toBe(true)
  expect([...storedUploads(join(to, 'shuibang.db'))]).toEqual([kept])
  const files = readdirSync(join(to, 'uploads'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
  expect(files).toEqual([kept])
})

it('refuses a damaged database', async () => {
  const { store } = server.services
  for (let i = 0; i < 200; i += 1)
    await store.commit([
      { op: 'insert', collection: 'subjects', id: `sj_${i}`, doc: { v: 1, pad: 'x'.repeat(3_000) } },
    ])
  const whole = there()
  expect((await backUp(['--to', whole])).code).toBe(0)
  const damaged = folder()
  const bytes = readFileSync(join(whole, 'shuibang.db'))
  writeFileSync(join(damaged, 'shuibang.db'), bytes.fill(0xff, 300_000, 340_000))
  writeFileSync(join(damaged, 'keys.json'), readFileSync(join(home, 'keys.json')), { mode: 0o600 })
  const to = there()
  expect(await data(['backup', '--to', to], { DATA_DIR: damaged })).toMatchObject({
    code: 1,
    said: expect.stringMatching(/malformed|damaged/),
  })
  expect(existsSync(join(to, 'manifest.json'))).toBe(false)
})
