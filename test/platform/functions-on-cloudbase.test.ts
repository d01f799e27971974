/** A built function, alone in a folder, on CloudBase's emulator: its SDK is the real one, with the parts that nobody calls left out. */
import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allCollections } from '../../functions/all-collections'
import { builtFolder, buildFunctions } from '../harness/built'
import { startEmulator, type Emulator } from '../harness/cloudbase/emulator'
import { newKeyringText } from '../../functions/core/io/security/keyring'

const keys = newKeyringText()

let dir = ''
let emulator: Emulator
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'on-cloudbase-'))
  buildFunctions()
  cpSync(join(builtFolder, 'accounts'), join(dir, 'accounts'), { recursive: true })
  emulator = await startEmulator()
  emulator.createCollections(
    allCollections.map(({ name, indexes }) => ({
      name,
      indexes: Object.fromEntries(Object.entries(indexes).map(([index, fields]) => [index, [...fields]])),
    })),
  )
}, 60_000)
afterAll(async () => {
  await emulator.stop()
  rmSync(dir, { recursive: true, force: true })
})

/** Runs a script beside the function; what it writes is its answer. */
const run = (script: string): Promise<unknown> => {
  const { serviceUrl, secretId, secretKey, main } = emulator
  const cloud = {
    STORE: 'cloudbase',
    TCB_ENV: main.id,
    TCB_SERVICE_URL: serviceUrl,
    TENCENTCLOUD_SECRETID: secretId,
    TENCENTCLOUD_SECRETKEY: secretKey,
    TENCENTCLOUD: 'true',
    SILENCE: 'true',
  }
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: join(dir, 'data'),
    LOG_LEVEL: 'silent',
    METRICS: 'off',
    SHUIBANG_KEYS: keys,
    ...cloud,
  }
  return new Promise((resolve, reject) => {
    const text = `${script}\n.then((told) => process.stdout.write(JSON.stringify(told), () => process.exit(0)), (error) => { process.stderr.write(String(error.stack)); process.exit(1) })`
    execFile(process.execPath, ['-e', text], { cwd: join(dir, 'accounts'), env }, (error, stdout, stderr) =>
      error ? reject(new Error(stderr)) : resolve(JSON.parse(stdout)),
    )
  })
}

describe('a built function on CloudBase', () => {
  it('reads, and commits several documents at once', async () => {
    const replies = await run(`
      const { main } = require('./index.js')
      const context = { environment: JSON.stringify({ WX_OPENID: 'o-1', TCB_SOURCE: 'wx_client' }) }
      const bind = { procedure: 'bind', input: { kind: 'person', name: '王小明', number: '110105194912310021' }, headers: { 'Idempotency-Key': 'abcdefgh' } }
      ;(async () => [await main({ procedure: 'me', input: {} }, context), await main(bind, context), await main({ procedure: 'me', input: {} }, context)])()`)
    expect(replies).toMatchObject([
      { status: 200, body: { taxpayers: [] } },
      { status: 200, body: { taxpayer: { standing: 'claimed' } } },
      { status: 200, body: { taxpayers: [{ standing: 'claimed' }] } },
    ])
    expect(emulator.calls('database.commitTransaction')).not.toHaveLength(0)
  })

  it('keeps, reads and removes a file in the storage', async () => {
    const told = await run(`
      const { TCB_ENV: env, TCB_SERVICE_URL: serviceUrl, TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env
      const { openCloudbaseFiles } = require('./files-cloudbase.js')
      const files = openCloudbaseFiles(require('./sdk-cloudbase.js').init({ env, serviceUrl, secretId, secretKey }))
      ;(async () => {
        const name = 'fl_' + 'a'.repeat(32)
        await files.put(name, Buffer.from('sealed'))
        const kept = Buffer.from(await files.get(name)).toString()
        await files.remove(name)
        return [kept, (await files.get(name)) === undefined]
      })()`)
    expect(told).toEqual(['sealed', true])
  })
})
