/** Quota, latency, and the faults that a test orders, through the real SDK. */
import { startEmulator, type EmulatorOptions } from '../../../harness/cloudbase/emulator'
import { WRITES } from '../../../harness/cloudbase/faults'
import { appOf, codeOf, openForTests } from './sdk'

const opened = openForTests({ functions: { double: (event) => ({ n: (event as { n: number }).n * 2 }) } })
const slots = () => opened().db.collection('slots')
const lost = /^(ECONNRESET|EPIPE)$/

type Slots = ReturnType<typeof slots>

/** A collection on an emulator of its own. */
const limited = async (options: EmulatorOptions, use: (slots: Slots) => Promise<void>) => {
  const emulator = await startEmulator(options)
  emulator.createCollections([{ name: 'slots' }])
  try {
    await use(appOf(emulator, emulator.main).database().collection('slots'))
  } finally {
    await emulator.stop()
  }
}

describe('an ordered fault', () => {
  it('loses the reply of what was applied; the SDK of this version does not send it again', async () => {
    const { emulator } = opened()
    await slots().get()
    emulator.main.faults.add(WRITES, { kind: 'loseReply' })
    expect(String(await codeOf(slots().add({ _id: 'lost', n: 1 })))).toMatch(lost)
    expect(emulator.calls('database.insertDocument')).toHaveLength(1)
    expect((await slots().doc('lost').get()).data).toMatchObject([{ n: 1 }])
  })

  it('resets the connection before anything is applied', async () => {
    const { emulator } = opened()
    emulator.main.faults.add(/insert/, { kind: 'reset' })
    expect(String(await codeOf(slots().add({ _id: 'reset' })))).toMatch(lost)
    expect((await slots().doc('reset').get()).data).toEqual([])
  })

  it('answers a code, for the calls that match and as often as ordered', async () => {
    const { faults } = opened().emulator.main
    faults.add(
      (action, { query }) => action === 'database.getDocument' && String(query).includes('chosen'),
      { kind: 'answer', code: 'DATABASE_TIMEOUT' },
      2,
    )
    expect(await codeOf(slots().doc('other').get())).toBe('done')
    expect([
      await codeOf(slots().doc('chosen').get()),
      await codeOf(slots().doc('chosen').get()),
      await codeOf(slots().doc('chosen').get()),
    ]).toEqual(['DATABASE_TIMEOUT', 'DATABASE_TIMEOUT', 'done'])
  })

  it('delays', async () => {
    opened().emulator.main.faults.add('database.getDocument', { kind: 'delay', ms: 60 })
    const start = performance.now()
    await slots().doc('x').get()
    expect(performance.now() - start).toBeGreaterThanOrEqual(55)
  })
})

describe('calls', () => {
  it('are listed in order since the last forget, with the code of a refusal', async () => {
    const { emulator } = opened()
    await slots().add({ _id: 'called' })
    await codeOf(slots().add({ _id: 'called' }))
    await slots().doc('called').get()
    expect(emulator.calls().map(({ action, code }) => [action, code])).toEqual([
      ['database.insertDocument', undefined],
      ['database.insertDocument', 'DATABASE_DUPLICATE_WRITE'],
      ['database.getDocument', undefined],
    ])
    expect(emulator.calls(/get/)).toHaveLength(1)
    emulator.forget()
    expect(emulator.calls()).toEqual([])
  })

  it('of an environment of their own see nothing of another', async () => {
    const { emulator } = opened()
    const other = emulator.environment('other-env')
    other.createCollections([{ name: 'slots' }])
    await appOf(emulator, other).database().collection('slots').add({ _id: 'there' })
    expect((await slots().doc('there').get()).data).toEqual([])
    expect(other.contents('slots')).toEqual([{ _id: 'there' }])
    emulator.removeEnvironment('other-env')
    expect(await codeOf(appOf(emulator, other).database().collection('slots').get())).toBe('INVALID_ENV')
  })

  it('wait for the latency that is set', () =>
    limited({ latency: (action) => (action === 'database.getDocument' ? 50 : 0) }, async (collection) => {
      const start = performance.now()
      await collection.get()
      expect(performance.now() - start).toBeGreaterThanOrEqual(45)
    }))
})

describe('the quota', () => {
  it('refuses more requests a second than are allowed', () =>
    limited({ quota: { requests: 3 } }, async (collection) => {
      const codes: unknown[] = []
      for (let i = 0; i < 5; i += 1) codes.push(await codeOf(collection.get()))
      expect(codes).toEqual(['done', 'done', 'done', 'EXCEED_REQUEST_LIMIT', 'EXCEED_REQUEST_LIMIT'])
    }))

  it('refuses more at once than are allowed', () =>
    limited({ quota: { connections: 2 }, latency: 500 }, async (collection) => {
      const codes = await Promise.all([1, 2, 3].map(() => codeOf(collection.get())))
      expect(codes.sort()).toEqual(['EXCEED_CONCURRENT_REQUEST_LIMIT', 'done', 'done'])
    }))
})

describe('signatures', () => {
  it('are checked: another key is refused', async () => {
    const { emulator } = opened()
    for (const wrong of [{ secretKey: 'another' }, { secretId: 'another' }]) {
      expect(
        await codeOf(
          appOf({ ...emulator, ...wrong }, emulator.main)
            .database()
            .collection('slots')
            .get(),
        ),
      ).toBe('SIGN_PARAM_INVALID')
    }
  })
})

describe('functions', () => {
  it('are called by name, with at most 100 kB', async () => {
    const { app } = opened()
    expect((await app.callFunction({ name: 'double', data: { n: 21 } })).result).toEqual({ n: 42 })
    expect(await codeOf(app.callFunction({ name: 'triple', data: {} }))).toBe('FUNCTION_NOT_FOUND')
    expect(await codeOf(app.callFunction({ name: 'double', data: { text: 'x'.repeat(101 * 1024) } }))).toBe(
      'INVALID_PARAM',
    )
  })
})
