/** What lies on the disk is the server's own: found at start, mended where it is ours, refused in words where it is not. */
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createHash } from 'node:crypto'
import type { Log } from '../../functions/core/io/log/log'
import { startServer, type RunningServer } from '../../platform/server/server'
import { data } from './data/data'

let home = ''
let before = 0
beforeEach(() => {
  // As most systems have it: without it, files would be private by chance.
  before = process.umask(0o022)
  home = mkdtempSync(join(tmpdir(), 'modes-'))
})
afterEach(() => {
  jest.restoreAllMocks()
  process.umask(before)
  rmSync(home, { recursive: true, force: true })
})

const warned: (readonly [string, unknown])[] = []
const log: Log = {
  info: () => undefined,
  warn: (fields, message) => void warned.push([message, fields]),
  error: () => undefined,
}
const start = (dataDir: string): Promise<RunningServer> => {
  warned.length = 0
  return startServer({ port: 0, dataDir, schedules: false, log, environment: { LOG_LEVEL: 'silent' } })
}
const mode = (path: string): string => (statSync(path).mode & 0o777).toString(8)

/** Path under the folder → mode, of everything below it. */
const modesBelow = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => [
      name,
      mode(join(folder, name)),
    ]),
  )

const upload = async ({ services }: RunningServer): Promise<void> => {
  const bytes = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(64, 7)])
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const ticket = await services.files.ticket({ owner: 'ac_1', type: 'image/png', size: bytes.length, sha256 })
  await services.files.accept({ fileId: ticket.fileId, token: ticket.token, bytes })
}

const isPrivate = (folder: string): void => {
  for (const [name, found] of Object.entries(modesBelow(folder)))
    expect([name, found]).toEqual([name, statSync(join(folder, name)).isDirectory() ? '700' : '600'])
}

it('makes its folder, database, log of the database, keys and uploads for itself alone', async () => {
  const dataDir = join(home, 'data')
  const server = await start(dataDir)
  await upload(server)
  expect(mode(dataDir)).toBe('700')
  expect(Object.keys(modesBelow(dataDir))).toEqual(
    expect.arrayContaining(['shuibang.db', 'shuibang.db-wal', 'shuibang.db-shm', 'keys.json']),
  )
  isPrivate(dataDir)
  await server.close()
  expect(warned).toEqual([])
})

it('mends what others could read, and says so in the log', async () => {
  const dataDir = join(home, 'data')
  await (await start(dataDir)).close()
  const database = join(dataDir, 'shuibang.db')
  const uploads = join(dataDir, 'files')
  chmodSync(dataDir, 0o755)
  chmodSync(database, 0o644)
  chmodSync(uploads, 0o750)
  const server = await start(dataDir)
  isPrivate(dataDir)
  expect(mode(dataDir)).toBe('700')
  expect(warned).toEqual(
    expect.arrayContaining([
      ['could be read by others, and is mended', { path: dataDir, was: '0755' }],
      ['could be read by others, and is mended', { path: database, was: '0644' }],
      ['could be read by others, and is mended', { path: uploads, was: '0750' }],
    ]),
  )
  await server.close()
})

it('refuses a folder that belongs to another user, and tells the command', async () => {
  const dataDir = join(home, 'data')
  mkdirSync(dataDir, { mode: 0o755 })
  const us = process.getuid?.() ?? 0
  jest.spyOn(process, 'getuid').mockReturnValue(us + 1)
  await expect(start(dataDir)).rejects.toThrow(
    `${dataDir} can be read by others (mode 0755) and belongs to another user (${us}): make it this user's own and run: chmod 700 ${dataDir}`,
  )
  expect(mode(dataDir)).toBe('755')
})

it('refuses everybody’s folder, and leaves it as it is', async () => {
  chmodSync(home, 0o1777)
  await expect(start(home)).rejects.toThrow(`${home} can be read by others (mode 1777) and is everybody's`)
  expect(mode(home)).toBe('777')
})

it('backs up and restores for the operator alone', async () => {
  const dataDir = join(home, 'data')
  const server = await start(dataDir)
  await upload(server)
  await server.close()
  const [backup, keys, again] = ['backup', 'keys', 'again'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ]
  mkdirSync(backup, { mode: 0o755 })
  const made = await data(['backup', '--to', backup, '--with-keys', keys], { DATA_DIR: dataDir })
  expect(made).toMatchObject({ code: 0 })
  expect(mode(backup)).toBe('700')
  isPrivate(backup)
  // As it comes back from elsewhere.
  chmodSync(join(backup, 'shuibang.db'), 0o644)
  mkdirSync(again, { mode: 0o755 })
  const restored = await data(['restore', '--from', backup, '--keys', join(keys, 'keys.json')], {
    DATA_DIR: again,
  })
  expect(restored).toMatchObject({ code: 0 })
  expect(mode(again)).toBe('700')
  isPrivate(again)
})
