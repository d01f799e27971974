/** Lost replies, resets, calls that arrive twice, quotas: what was applied is told, and nothing is applied twice. */
import { inserted, standing, standingAt } from './changes'
import { configurationOf, open, type Opened } from './parts'
import { startTwice } from './twice'
import { openCloudbaseStore } from '../../../../../functions/core/io/store/cloudbase'
import { openDatabase, type SdkTransaction } from '../../../../../functions/core/io/store/cloudbase/sdk'
import { landing, type Fault, type Match } from '../../../../harness/cloudbase/faults'
import { testCollections } from '../../../../harness/store/subject'
import type { Change, Store } from '../../../../../functions/core/io/store/contract'

let opened: Opened
let store: Store
beforeEach(async () => {
  opened = await open()
  store = opened.store
})
afterEach(() => opened.close())

const at = { collection: 'slots' } as const
const fail = (match: Match, fault: Fault, times = 1): void =>
  opened.emulator.main.faults.add(match, fault, times)
const LOST: Fault = { kind: 'loseReply' }
const RESET: Fault = { kind: 'reset' }
const insert = (id: string): Change => ({ op: 'insert', ...at, id, doc: { v: 1 } })
const many = (): Change[] => [insert('a'), { op: 'patch', ...at, id: 's', add: { n: 1 } }]

describe('a commit whose reply is lost', () => {
  test('one insert: its own version is found, it is committed', async () => {
    fail(landing, LOST)
    expect(await store.commit([insert('a')])).toMatchObject({
      outcome: 'committed',
      versions: [await standingAt(store, 'a')],
    })
    expect(await store.commit([insert('a')])).toEqual({ outcome: 'refused', index: 0, reason: 'duplicate' })
  })

  test('one replacement: the same', async () => {
    await inserted(store, 'r', { v: 1, n: 0 })
    fail(landing, LOST)
    expect(
      (
        await store.commit([
          { op: 'replace', ...at, id: 'r', version: await standingAt(store, 'r'), doc: { v: 1, n: 1 } },
        ])
      ).outcome,
    ).toBe('committed')
    expect((await standing(store, 'r'))?.n).toBe(1)
  })

  test('one removal: that it is gone does not say by whom', async () => {
    await inserted(store, 'r', { v: 1 })
    fail(landing, LOST)
    expect(
      await store.commit([{ op: 'remove', ...at, id: 'r', version: await standingAt(store, 'r') }]),
    ).toEqual({ outcome: 'unknown' })
  })

  test('several changes: a document that bears the version tells that all landed', async () => {
    await inserted(store, 's', { v: 1, n: 0 })
    fail(landing, LOST)
    expect(await store.commit(many())).toMatchObject({
      outcome: 'committed',
      patched: [null, { doc: { n: 1 } }],
    })
    expect((await standing(store, 's'))?.n).toBe(1)
  })

  test('several changes, and nothing of them is seen: unknown', async () => {
    await inserted(store, 's', { v: 1, n: 0 })
    fail('database.commitTransaction', RESET)
    expect(await store.commit(many())).toEqual({ outcome: 'unknown' })
    expect(await standing(store, 'a')).toBeUndefined()
  })

  test('inside the transaction: it is aborted and made again', async () => {
    await inserted(store, 's', { v: 1, n: 0 })
    for (const match of [
      'database.startTransaction',
      'database.insertDocument',
      'database.modifyAndReturnDoc',
    ]) {
      fail(match, LOST)
      fail(match, RESET)
    }
    expect((await store.commit(many())).outcome).toBe('committed')
    expect((await standing(store, 's'))?.n).toBe(1)
  })
})

describe('a patch whose reply is lost', () => {
  const patch = { ...at, id: 's', add: { left: -1 }, set: { 'holders.b': 1 } }

  beforeEach(() => inserted(store, 's', { v: 1, left: 5, holders: {} }))

  test.each([undefined, 'holders.b'])(
    'marker %s: it finds its own version and is patched, once',
    async (marker) => {
      fail(landing, LOST)
      expect(await store.patch(marker === undefined ? patch : { ...patch, marker })).toMatchObject({
        outcome: 'patched',
        already: false,
        stored: { doc: { left: 4 } },
      })
      expect((await standing(store, 's'))?.left).toBe(4)
    },
  )

  test('never applied, without a marker: unknown; with one it is sent again', async () => {
    fail(landing, RESET)
    expect(await store.patch(patch)).toEqual({ outcome: 'unknown' })
    expect((await standing(store, 's'))?.left).toBe(5)
    fail(landing, RESET)
    expect((await store.patch({ ...patch, marker: 'holders.b' })).outcome).toBe('patched')
    expect((await standing(store, 's'))?.left).toBe(4)
  })
})

test('every write that arrives twice is applied once, and told as if it had come once', async () => {
  const twice = await startTwice(
    opened.emulator.url,
    /insertDocument|modifyDocument|modifyAndReturnDoc|removeDocument/,
  )
  const own = await openCloudbaseStore({
    configuration: { ...configurationOf(opened.emulator), serviceUrl: twice.serviceUrl },
    collections: testCollections,
  })
  try {
    await inserted(own, 'a', { v: 1, n: 0 })
    expect((await own.patch({ ...at, id: 'a', add: { n: 1 } })).outcome).toBe('patched')
    expect(
      (
        await own.commit([
          { op: 'replace', ...at, id: 'a', version: await standingAt(own, 'a'), doc: { v: 1, n: 5 } },
        ])
      ).outcome,
    ).toBe('committed')
    await inserted(own, 'b', { v: 1, n: 0 })
    const changes: Change[] = [
      { op: 'replace', ...at, id: 'a', version: await standingAt(own, 'a'), doc: { v: 1, n: 6 } },
      { op: 'patch', ...at, id: 'b', add: { n: 1 } },
    ]
    expect(await own.commit(changes)).toMatchObject({
      outcome: 'committed',
      patched: [null, { doc: { n: 1 } }],
    })
    expect(await own.read('slots', ['a', 'b'])).toMatchObject([{ doc: { n: 6 } }, { doc: { n: 1 } }])
    expect(twice.count()).toBe(6)
  } finally {
    await twice.stop()
  }
})

describe('a COMMIT whose second delivery is the one that is heard', () => {
  const BUSY = '[ResourceUnavailable.TransactionBusy] Transaction is busy.'
  /** What the service would answer a resent COMMIT with; `first`: what became of the first. */
  const resending = (
    first: 'lands' | 'is dropped',
    answer: { code: string; message?: string },
  ): Promise<Store> =>
    openCloudbaseStore({
      configuration: configurationOf(opened.emulator),
      collections: testCollections,
      connect: async (given) => {
        const database = await openDatabase(given)
        let answered = false
        const commit = async (transaction: SdkTransaction): Promise<unknown> => {
          if (answered) return transaction.commit()
          answered = true
          if (first === 'lands') await transaction.commit()
          throw Object.assign(new Error(answer.message), answer)
        }
        const startTransaction = async (): Promise<SdkTransaction> => {
          const transaction = await database.startTransaction()
          return {
            collection: (name) => transaction.collection(name),
            rollback: () => transaction.rollback(),
            commit: () => commit(transaction),
          }
        }
        return { collection: (name) => database.collection(name), startTransaction }
      },
    })

  test.each([{ code: 'DATABASE_TRANSACTION_FAIL', message: BUSY }, { code: 'EXCEED_REQUEST_LIMIT' }])(
    'the first landed, and then $code: committed, once',
    async (answer) => {
      await inserted(store, 's', { v: 1, n: 0 })
      expect((await (await resending('lands', answer)).commit(many())).outcome).toBe('committed')
      expect((await standing(store, 's'))?.n).toBe(1)
    },
  )

  test('the first was dropped: tried again where the service knows no better, busy where a quota says so', async () => {
    await inserted(store, 's', { v: 1, n: 0 })
    expect(await (await resending('is dropped', { code: 'EXCEED_REQUEST_LIMIT' })).commit(many())).toEqual({
      outcome: 'busy',
    })
    expect(await standing(store, 'a')).toBeUndefined()
    expect(
      (
        await (
          await resending('is dropped', { code: 'DATABASE_TRANSACTION_FAIL', message: BUSY })
        ).commit(many())
      ).outcome,
    ).toBe('committed')
    expect((await standing(store, 's'))?.n).toBe(1)
  })
})

describe('a service that refuses', () => {
  test.each(['EXCEED_REQUEST_LIMIT', 'EXCEED_CONCURRENT_REQUEST_LIMIT'])(
    '%s: busy, and nothing was applied',
    async (code) => {
      await inserted(store, 's', { v: 1, n: 0 })
      const answer: Fault = { kind: 'answer', code }
      for (const match of [
        landing,
        'database.startTransaction',
        'database.insertDocument',
        'database.commitTransaction',
      ]) {
        fail(match, answer)
        expect(await store.commit(many())).toEqual({ outcome: 'busy' })
        opened.emulator.main.faults.clear()
      }
      fail(landing, answer)
      expect(await store.commit([insert('a')])).toEqual({ outcome: 'busy' })
      fail(landing, answer)
      expect(await store.patch({ ...at, id: 's', add: { n: 1 } })).toEqual({ outcome: 'busy' })
      expect(await store.read('slots', ['a', 's'])).toMatchObject([undefined, { doc: { n: 0 } }])
      expect((await store.commit(many())).outcome).toBe('committed')
    },
  )

  test('a quota of 30 requests a second: each of 60 additions is made or busy, and never both', async () => {
    const small = await open({ quota: { requests: 30 } })
    await inserted(small.store, 's', { v: 1, n: 0 })
    const told = await Promise.all(
      Array.from({ length: 60 }, () => small.store.patch({ ...at, id: 's', add: { n: 1 } })),
    )
    const made = told.filter(({ outcome }) => outcome === 'patched').length
    expect(told.filter(({ outcome }) => outcome === 'busy')).toHaveLength(60 - made)
    expect((await standing(small.store, 's'))?.n).toBe(made)
    await small.close()
  })

  test('a read over the quota waits and is asked again', async () => {
    await inserted(store, 's', { v: 1, n: 0 })
    fail('database.getDocument', { kind: 'answer', code: 'EXCEED_REQUEST_LIMIT' }, 2)
    expect(await standing(store, 's')).toEqual({ v: 1, n: 0 })
    fail('database.getDocument', RESET, 2)
    expect((await store.query('slots', { index: 'byRank' })).items).toHaveLength(1)
  })

  test('conflicts are tried again; one that does not end is busy', async () => {
    await inserted(store, 's', { v: 1, n: 0 })
    fail('database.modifyAndReturnDoc', { kind: 'answer', code: 'DATABASE_TRANSACTION_CONFLICT' }, 3)
    expect((await store.commit(many())).outcome).toBe('committed')
    fail('database.modifyAndReturnDoc', { kind: 'answer', code: 'DATABASE_TRANSACTION_CONFLICT' }, 1000)
    expect(await store.commit([insert('b'), { op: 'patch', ...at, id: 's', add: { n: 1 } }])).toEqual({
      outcome: 'busy',
    })
    opened.emulator.main.faults.clear()
    expect(await standing(store, 'b')).toBeUndefined()
  })

  test('nobody listens: reads are BUSY, writes busy', async () => {
    const gone = await open()
    await gone.close()
    expect(await gone.store.commit([insert('a')])).toEqual({ outcome: 'busy' })
    expect(await gone.store.commit(many())).toEqual({ outcome: 'busy' })
    expect(await gone.store.patch({ ...at, id: 'a', add: { n: 1 } })).toEqual({ outcome: 'busy' })
    await expect(gone.store.read('slots', ['a'])).rejects.toMatchObject({ code: 'BUSY' })
  })
})
