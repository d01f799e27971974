/** The restore drill: served under load → backed up → the folder destroyed → restored with keys from elsewhere → served again. */
import { createHash } from 'node:crypto'
import { spawn } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { allCollections } from '../../../functions/all-collections'
import { subjects } from '../../../functions/accounts/collections'
import { ledgers } from '../../../functions/appointments/collections'
import { files as fileCollection } from '../../../functions/core/io/files/collections'
import { newKeyringText } from '../../../functions/core/io/security/keyring'
import type { CollectionSpec } from '../../../functions/core/io/store/collection'
import type { CommitOutcome, Store } from '../../../functions/core/io/store/contract'
import { openSqliteStore } from '../../../functions/core/io/store/sqlite'
import { connectLibsql } from '../../../functions/core/io/store/sqlite/connection'
import { documentsOf } from '../../../platform/data/walk'
import {
  data,
  folder,
  liveIn,
  mine,
  myName,
  PNG,
  removeFolders,
  serve,
  signInAs,
  uploadFor,
  type Lived,
} from './data'

const home = join(folder(), 'data')
const backup = join(folder(), 'monday')
const keysFolder = join(folder(), 'keys')
const keysFile = join(keysFolder, 'keys.json')

const npmRunData = (
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['scripts/run.mjs', 'scripts/data.ts', ...words], {
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('close', (code) => resolve({ code, said }))
  })

/** Commits of a pair and a count, over and over, until told to stop. */
const load = (store: Store) => {
  const acknowledged: string[] = []
  const others: CommitOutcome[] = []
  let going = true
  let next = 0
  const client = async (): Promise<void> => {
    while (going) {
      const id = `drill_${String((next += 1)).padStart(7, '0')}`
      const outcome = await store.commit([
        { op: 'insert', collection: 'subjects', id, doc: { v: 1, pad: 'x'.repeat(200) } },
        { op: 'patch', collection: 'leases', id: 'drill_count', add: { n: 1 } },
        { op: 'insert', collection: 'ledgers', id, doc: { v: 1 } },
      ])
      if (outcome.outcome === 'committed') acknowledged.push(id)
      else others.push(outcome)
      // some room for the server
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
  }
  const clients = Promise.all(Array.from({ length: 4 }, client))
  return {
    acknowledged,
    others,
    stop: async () => {
      going = false
      await clients
    },
  }
}

/** Uploads that come and go while the backup is made. */
const churn = ({ running, owner }: Lived) => {
  const { services } = running.server
  let going = true
  const client = async (): Promise<void> => {
    for (let n = 0; going; n += 1) {
      const id = await uploadFor(services, owner, PNG.subarray(0, 20_000))
      if (n % 3 > 0) await services.files.remove(id)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }
  const clients = Promise.all([client(), client()])
  return async (): Promise<void> => {
    going = false
    await clients
  }
}

let lived: Lived
let before: readonly string[]

beforeAll(async () => {
  lived = await liveIn(home)
  const { running } = lived
  const { store } = running.server.services
  await store.commit([{ op: 'insert', collection: 'leases', id: 'drill_count', doc: { v: 1, n: 0 } }])
  const writing = load(store)
  const endUploads = churn(lived)
  while (writing.acknowledged.length < 200) await new Promise((resolve) => setTimeout(resolve, 5))
  before = [...writing.acknowledged]
  const { code, said } = await npmRunData(['backup', '--to', backup, '--with-keys', keysFolder], {
    DATA_DIR: home,
  })
  const during = writing.acknowledged.length - before.length
  await writing.stop()
  await endUploads()
  expect([code, said]).toEqual([
    0,
    expect.stringMatching(/\d+ bytes of database, [1-9]\d* uploads[\s\S]*keys: /),
  ])
  // the server went on, and nobody was told to wait
  expect(during).toBeGreaterThan(0)
  expect(writing.others).toEqual([])
  expect((await running.post('/api/accounts/me', {}, lived.headers)).status).toBe(200)
  await running.close()
  rmSync(home, { recursive: true })
}, 120_000)
afterAll(removeFolders)

/** A copy of the backup that a test may damage. */
const copyOfBackup = (): string => {
  const path = join(folder(), 'copy')
  cpSync(backup, path, { recursive: true })
  return path
}
const refused = async (
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
  told: string | RegExp,
): Promise<void> => {
  const target = join(folder(), 'data')
  const { code, said } = await data(['restore', ...words], { DATA_DIR: target, ...environment })
  expect(code).toBe(1)
  expect(said).toMatch(told)
  expect(existsSync(target)).toBe(false)
}

describe('a backup made while serving', () => {
  it('holds every commit acknowledged before it began, and no half of one', async () => {
    const path = join(folder(), 'shuibang.db')
    cpSync(join(backup, 'shuibang.db'), path)
    const store = await openSqliteStore({ path, collections: allCollections })
    const ids = async (spec: CollectionSpec): Promise<string[]> => {
      const found: string[] = []
      for await (const { id } of documentsOf(store, spec)) if (id.startsWith('drill_')) found.push(id)
      return found
    }
    const [left, right] = [await ids(subjects), await ids(ledgers)]
    expect(before.filter((id) => !left.includes(id))).toEqual([])
    expect(right).toEqual(left)
    expect((await store.read('leases', ['drill_count']))[0]?.doc.n).toBe(left.length)
    await store.close()
  })

  it('holds no key, and is its owner’s alone', () => {
    const { root, keys } = JSON.parse(readFileSync(keysFile, 'utf8')) as {
      root: string
      keys: Record<string, string>
    }
    const files = readdirSync(backup, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
    expect(files.length).toBeGreaterThan(3)
    for (const path of files) {
      const bytes = readFileSync(path)
      for (const key of [root, ...Object.values(keys)])
        expect([path, bytes.includes(key), bytes.includes(Buffer.from(key, 'base64'))]).toEqual([
          path,
          false,
          false,
        ])
      expect([path, bytes.includes(PNG.subarray(0, 16))]).toEqual([path, false])
    }
    for (const path of [backup, keysFolder, keysFile, ...files])
      expect([path, statSync(path).mode & 0o077]).toEqual([path, 0])
  })
})

describe('a restore', () => {
  it('brings the service back: session, booking, personal data, upload and audit', async () => {
    const { code, said } = await data(['restore', '--from', backup, '--keys', keysFile], { DATA_DIR: home })
    expect([code, said]).toEqual([
      0,
      expect.stringMatching(/restored as of [\s\S]*the audit is sound: [1-9]\d* entries in [1-9]\d* blocks/),
    ])
    expect(statSync(join(home, 'keys.json')).mode & 0o777).toBe(0o600)
    const running = await serve(home)
    const { headers, appointment, name, fileId, owner } = lived
    expect(await mine(running, headers)).toEqual([appointment])
    expect(name).toEqual(expect.stringContaining('*'))
    expect(await myName(running, headers)).toBe(name)
    const { files, store } = running.server.services
    expect(Buffer.from((await files.read({ fileId, owner })).bytes).equals(PNG)).toBe(true)
    for await (const { id, doc } of documentsOf(store, fileCollection))
      if (doc.state === 'stored') await files.read({ fileId: id, owner })
    const named = readFileSync(join(backup, 'uploads.jsonl'), 'utf8').split('\n').length - 1
    expect(
      readdirSync(join(backup, 'uploads'), { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      ),
    ).toHaveLength(named)
    // the chain goes on from where it was
    const officer = await signInAs(running, '周敏')
    const day = new Date(running.clock.now + 8 * 3_600_000 + 3 * 86_400_000).toISOString().slice(0, 10)
    expect(
      (
        await running.post(
          '/api/appointments/closeDay',
          { hallId: 'chengdong-1', day, reason: '设备检修，暂停办理' },
          officer,
        )
      ).status,
    ).toBe(200)
    expect(
      (
        await running.server.handle({
          procedure: 'timers/seal',
          input: {},
          headers: {},
          source: { timer: 'seal' },
        })
      ).body,
    ).toMatchObject({ blocks: 1 })
    expect(running.lines.filter(({ level }) => level === 'error')).toEqual([])
    await running.close()
    // and what was restored can be backed up again
    expect(await data(['backup', '--to', join(folder(), 'again')], { DATA_DIR: home })).toMatchObject({
      code: 0,
      said: expect.stringContaining('the keys are not in it'),
    })
  }, 60_000)

  it('takes the keys from SHUIBANG_KEYS, or from the folder where they were put first', async () => {
    const keys = readFileSync(keysFile, 'utf8')
    const injected = join(folder(), 'data')
    expect(
      await data(['restore', '--from', backup], { DATA_DIR: injected, SHUIBANG_KEYS: keys }),
    ).toMatchObject({ code: 0 })
    expect(existsSync(join(injected, 'keys.json'))).toBe(false)
    const placed = join(folder(), 'data')
    mkdirSync(placed, { mode: 0o700 })
    writeFileSync(join(placed, 'keys.json'), keys, { mode: 0o600 })
    expect(await data(['restore', '--from', backup], { DATA_DIR: placed })).toMatchObject({ code: 0 })
    expect(
      readdirSync(placed)
        .filter((name) => !/^shuibang\.db-(wal|shm)$/.test(name))
        .sort(),
    ).toEqual(['files', 'keys.json', 'shuibang.db'])
  })

  it('takes the line of SHUIBANG_KEYS too, and keeps it as the file that a server reads', async () => {
    const keys = readFileSync(keysFile, 'utf8')
    const [line, placed, kept] = [join(folder(), 'line'), join(folder(), 'data'), folder()]
    const encoded = Buffer.from(keys).toString('base64')
    writeFileSync(line, `${encoded}\n`)
    expect(await data(['restore', '--from', backup, '--keys', line], { DATA_DIR: placed })).toMatchObject({
      code: 0,
    })
    expect(readFileSync(join(placed, 'keys.json'), 'utf8')).toBe(keys)
    expect(
      await data(['backup', '--to', join(folder(), 'again'), '--with-keys', kept], { DATA_DIR: placed }),
    ).toMatchObject({ code: 0 })
    rmSync(join(placed, 'keys.json'))
    expect(
      await data(['backup', '--to', join(folder(), 'again'), '--with-keys', kept], {
        DATA_DIR: placed,
        SHUIBANG_KEYS: encoded,
      }),
    ).toMatchObject({ code: 0 })
    expect(readFileSync(join(kept, 'keys.json'), 'utf8')).toBe(keys)
  })

  it('writes nothing without keys, or with others', async () => {
    const wrong = join(folder(), 'keys.json')
    writeFileSync(wrong, newKeyringText())
    const sameRoot = join(folder(), 'keys.json')
    const { root } = JSON.parse(readFileSync(keysFile, 'utf8')) as { root: string }
    writeFileSync(sameRoot, JSON.stringify({ ...(JSON.parse(newKeyringText()) as object), root }))
    await refused(['--from', backup], {}, 'there are no keys')
    await refused(['--from', backup, '--keys', wrong], {}, 'another root')
    await refused(['--from', backup, '--keys', sameRoot], {}, 'lack k1')
    await refused(['--from', backup], { SHUIBANG_KEYS: newKeyringText() }, 'another root')
    await refused(['--from', backup, '--keys', join(folder(), 'none')], {}, 'cannot be read')
    await refused(['--from', backup, '--keys', join(backup, 'manifest.json')], {}, 'not a keyring')
    await refused(['--from', backup, '--keys', keysFile], { SHUIBANG_KEYS: newKeyringText() }, 'is set')
  })

  it('writes nothing from a damaged or unfinished backup, nor into a folder that holds something', async () => {
    const keys = ['--keys', keysFile]
    const database = copyOfBackup()
    appendFileSync(join(database, 'shuibang.db'), 'x')
    await refused(['--from', database, ...keys], {}, 'shuibang.db is missing or not what was backed up')
    const unfinished = copyOfBackup()
    unlinkSync(join(unfinished, 'manifest.json'))
    await refused(['--from', unfinished, ...keys], {}, 'no finished backup')
    const withoutUpload = copyOfBackup()
    rmSync(join(withoutUpload, 'uploads', lived.fileId.slice(-2), lived.fileId))
    await refused(
      ['--from', withoutUpload, ...keys],
      {},
      new RegExp(`upload ${lived.fileId} in .* is missing`),
    )
    const list = copyOfBackup()
    appendFileSync(join(list, 'uploads.jsonl'), '{}\n')
    await refused(['--from', list, ...keys], {}, 'uploads.jsonl is missing or not what was written')
    await refused(
      ['--from', backup, ...keys],
      { STORE: 'postgres', DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' },
      'restore is for the embedded database',
    )

    const full = folder()
    writeFileSync(join(full, 'shuibang.db'), '')
    expect(await data(['restore', '--from', backup, ...keys], { DATA_DIR: full })).toMatchObject({
      code: 1,
      said: expect.stringContaining('is not empty (shuibang.db)'),
    })
    expect(readdirSync(full)).toEqual(['shuibang.db'])
  })

  it('says so when the audit does not hold, and restores for looking into it', async () => {
    const tampered = copyOfBackup()
    const path = join(tampered, 'shuibang.db')
    const connection = connectLibsql(path)
    connection.exec(
      "UPDATE c_auditEntries SET doc = json_set(doc, '$.actor', 'ac_nobody') WHERE id IN (SELECT id FROM c_auditEntries LIMIT 1)",
    )
    connection.close()
    const manifest = JSON.parse(readFileSync(join(tampered, 'manifest.json'), 'utf8')) as { database: object }
    const bytes = readFileSync(path)
    manifest.database = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }
    writeFileSync(join(tampered, 'manifest.json'), JSON.stringify(manifest))
    const target = join(folder(), 'data')
    expect(
      await data(['restore', '--from', tampered, '--keys', keysFile], { DATA_DIR: target }),
    ).toMatchObject({
      code: 1,
      said: expect.stringMatching(/restored as of[\s\S]*NOT sound \(entryAltered\)/),
    })
    expect(existsSync(join(target, 'shuibang.db'))).toBe(true)
  })
})
