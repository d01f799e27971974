/** `npm run verify:cloudbase`: says plainly when it verified nothing; and what it would run on a real environment, on the emulator. */
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { startEmulator, type Emulator } from '../../../../harness/cloudbase/emulator'
import { realCloudbase } from '../../../../harness/store/engines/cloudbase-real'
import { cases } from '../cases'

const script = join(__dirname, '../../../../../scripts/verify-cloudbase.mjs')

test('without an environment and its key: nothing was verified, and the exit code says so', () => {
  const {
    TCB_ENV: _environment,
    TENCENTCLOUD_SECRETID: _id,
    TENCENTCLOUD_SECRETKEY: _key,
    ...rest
  } = process.env
  const { status, stdout } = spawnSync(process.execPath, [script], {
    env: { ...rest, TCB_ENV: 'env-1' },
    encoding: 'utf8',
  })
  expect(status).toBe(2)
  expect(stdout).toContain('Nothing was verified: TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY not set.')
})

test('an environment in use is refused before anything is made in it', async () => {
  const emulator = await startEmulator()
  emulator.createCollections([{ name: 'appointments' }, { name: 'verify_0a1b2c3d_slots' }])
  const { main, secretId, secretKey, serviceUrl, managementUrl } = emulator
  const child = spawn(process.execPath, [script], {
    env: {
      ...process.env,
      TCB_ENV: main.id,
      TENCENTCLOUD_SECRETID: secretId,
      TENCENTCLOUD_SECRETKEY: secretKey,
      TCB_SERVICE_URL: serviceUrl,
      TCB_MANAGEMENT_URL: managementUrl,
    },
  })
  let said = ''
  child.stdout.on('data', (chunk) => (said += String(chunk)))
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(2)
  expect(said).toContain(`Nothing was verified: ${main.id} holds other collections: appointments.`)
  expect(said).toContain(
    'Left by a run that was broken off; delete them in the console: verify_0a1b2c3d_slots',
  )
  expect(main.managed.map(({ action }) => action)).toEqual(['ListTables'])
  expect(emulator.calls()).toEqual([])
  await emulator.stop()
})

describe('with one', () => {
  let emulator: Emulator
  const before = { ...process.env }
  beforeAll(async () => {
    emulator = await startEmulator()
    emulator.createCollections([{ name: 'slots' }])
    const { main, secretId, secretKey, serviceUrl, managementUrl } = emulator
    Object.assign(process.env, {
      TCB_ENV: main.id,
      TENCENTCLOUD_SECRETID: secretId,
      TENCENTCLOUD_SECRETKEY: secretKey,
      TCB_SERVICE_URL: serviceUrl,
      TCB_MANAGEMENT_URL: managementUrl,
      SHUIBANG_VERIFY_RATE: '2000',
    })
  })
  afterAll(async () => {
    process.env = before
    await emulator.stop()
  })

  const tried = [
    'a repeat that finds its marker has succeeded; another holder of the marker is a guard',
    'busy: nothing was applied',
    'unknown: the reply was lost; the same commit with its receipt lands only once',
  ]

  test.each(cases.filter(({ sentence }) => tried.includes(sentence)))('$sentence', async ({ run }) => {
    const subject = await realCloudbase.open()
    try {
      await run(subject, realCloudbase)
    } finally {
      await subject.close()
    }
  })

  test('all stood in collections of its own, which are empty after each subject and gone at the end', async () => {
    const own = () => [...emulator.main.documents.collections.keys()].filter((name) => name !== 'slots')
    expect(
      own()
        .map((name) => name.replace(/^verify_[0-9a-f]{8}_/, ''))
        .sort(),
    ).toEqual(['notes', 'receipts', 'slots'])
    expect(own().flatMap((name) => emulator.main.contents(name))).toEqual([])
    await realCloudbase.stop()
    expect(own()).toEqual([])
    expect(emulator.main.contents('slots')).toEqual([])
  })
})
