/** Transactions through the real SDK: what they see, what they lock, how they end. */
import { codeOf, openForTests } from './sdk'

const opened = openForTests()
/** With limits that a test can wait for. */
const limited = openForTests({ limits: { transactionMs: 1000, transactionOperations: 5 } })
const impatient = openForTests({ limits: { lockWaitMs: 100 } })
const slots = () => opened().db.collection('slots')
type Transaction = Awaited<ReturnType<ReturnType<typeof opened>['db']['startTransaction']>>
const begin = () => opened().db.startTransaction()
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const left = async (id: string): Promise<unknown> =>
  ((await slots().doc(id).get()).data[0] as { left?: unknown } | undefined)?.left

let count = 0
const place = async (): Promise<string> => {
  const id = `t${(count += 1)}`
  await slots().add({ _id: id, left: 1 })
  return id
}

const CONFLICT = 'DATABASE_TRANSACTION_CONFLICT'
const FAILED = 'DATABASE_TRANSACTION_FAIL'

describe('a transaction', () => {
  it('sees the state of its start and its own writes; others see neither before its commit', async () => {
    const [a, b] = [await place(), await place()]
    const transaction = await begin()
    await slots().doc(a).update({ left: 9 })
    expect((await transaction.collection('slots').doc(a).get()).data).toMatchObject({ left: 1 })
    await transaction.collection('slots').doc(b).update({ left: 5 })
    await transaction.collection('slots').add({ _id: `${b}-new`, left: 7 })
    expect((await transaction.collection('slots').doc(b).get()).data).toMatchObject({ left: 5 })
    expect((await transaction.collection('slots').where({ left: 7 }).get()).data).toHaveLength(1)
    expect([await left(b), await left(`${b}-new`)]).toEqual([1, undefined])
    await transaction.commit()
    expect([await left(b), await left(`${b}-new`)]).toEqual([5, 7])
  })

  it('gives null for a document that is not there, where a read outside gives none', async () => {
    const transaction = await begin()
    expect((await transaction.collection('slots').doc('nobody').get()).data).toBeNull()
    await transaction.rollback()
  })

  it('leaves nothing when it is rolled back', async () => {
    const id = await place()
    const transaction = await begin()
    await transaction.collection('slots').doc(id).update({ left: 0 })
    await transaction.collection('slots').add({ _id: `${id}-new` })
    await transaction.rollback()
    expect(await left(id)).toBe(1)
    expect(await codeOf(slots().add({ _id: `${id}-new` }))).toBe('done')
  })

  it('fails at once on what another transaction has written, and is then gone', async () => {
    const id = await place()
    const [first, second] = [await begin(), await begin()]
    await first.collection('slots').doc(id).update({ left: 2 })
    expect(await codeOf(second.collection('slots').doc(id).update({ left: 3 }))).toBe(CONFLICT)
    expect(await codeOf(second.commit())).toBe(FAILED)
    await first.commit()
    expect(await left(id)).toBe(2)
  })

  it('fails on what was changed after its start, though nobody holds it', async () => {
    const id = await place()
    const transaction = await begin()
    await slots().doc(id).update({ left: 2 })
    expect(
      await codeOf(transaction.collection('slots').where({ _id: id, left: 1 }).updateAndReturn({ left: 0 })),
    ).toBe(CONFLICT)
    expect(await left(id)).toBe(2)
  })

  it('is refused an id that appeared after its start, as a duplicate', async () => {
    const id = await place()
    const transaction = await begin()
    await slots().add({ _id: `${id}-new` })
    expect((await transaction.collection('slots').doc(`${id}-new`).get()).data).toBeNull()
    expect(await codeOf(transaction.collection('slots').add({ _id: `${id}-new` }))).toBe(
      'DATABASE_DUPLICATE_WRITE',
    )
    expect(await codeOf(transaction.commit())).toBe(FAILED)
  })

  it('allows both halves of a write skew: what is only read is not protected', async () => {
    const [a, b] = [await place(), await place()]
    const [first, second] = [await begin(), await begin()]
    await first.collection('slots').doc(a).get()
    await second.collection('slots').doc(b).get()
    await first.collection('slots').doc(b).update({ left: 0 })
    await second.collection('slots').doc(a).update({ left: 0 })
    await first.commit()
    await second.commit()
    expect([await left(a), await left(b)]).toEqual([0, 0])
  })

  it('takes no lock by an update that changes nothing', async () => {
    const id = await place()
    const [first, second] = [await begin(), await begin()]
    expect((await first.collection('slots').doc(id).update({ left: 1 })).updated).toBe(0)
    expect((await second.collection('slots').doc(id).update({ left: 2 })).updated).toBe(1)
    await first.commit()
    await second.commit()
    expect(await left(id)).toBe(2)
  })

  it('takes one operation at a time', async () => {
    const id = await place()
    const transaction = await begin()
    const read = () => transaction.collection('slots').doc(id).get()
    opened().emulator.main.faults.add('database.getDocument', { kind: 'delay', ms: 300 }, 1)
    const settled = await Promise.allSettled([read(), read()])
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(settled).toContainEqual({
      status: 'rejected',
      reason: expect.objectContaining({
        code: FAILED,
        message: expect.stringContaining('TransactionBusy') as string,
      }) as unknown,
    })
    expect(await codeOf(transaction.commit())).toBe('done')
  })

  it('ends by itself after its time, and lets go', async () => {
    const { db, emulator } = limited()
    const documents = db.collection('slots')
    await documents.add({ _id: 'expiring', left: 1 })
    const transaction = await db.startTransaction()
    await transaction.collection('slots').doc('expiring').update({ left: 0 })
    // waits for the lock
    expect((await documents.doc('expiring').update({ left: 2 })).updated).toBe(1)
    expect(emulator.main.documents.openTransactions()).toBe(0)
    await expect(transaction.commit()).rejects.toMatchObject({
      code: FAILED,
      message: expect.stringContaining('TransactionNotExist') as string,
    })
    expect((await documents.doc('expiring').get()).data).toMatchObject([{ left: 2 }])
  })

  it('has a limited number of operations', async () => {
    const transaction = await limited().db.startTransaction()
    const read = () => transaction.collection('slots').doc('nobody').get()
    for (let i = 0; i < 5; i += 1) await read()
    expect(await codeOf(read())).toBe(FAILED)
    expect(await codeOf(transaction.commit())).toBe(FAILED)
  })
})

describe('where().update, remove and count of a transaction', () => {
  it('run outside it, silently', async () => {
    const id = await place()
    const transaction = await begin()
    const within = transaction.collection('slots').where({ _id: id })
    await within.update({ left: 8 })
    expect(await left(id)).toBe(8)
    await transaction.collection('slots').add({ _id: `${id}-new` })
    expect(
      (
        await transaction
          .collection('slots')
          .where({ _id: `${id}-new` })
          .count()
      ).total,
    ).toBe(0)
    await within.remove()
    await transaction.rollback()
    expect(await left(id)).toBeUndefined()
  })
})

describe('a write outside', () => {
  it('waits for the lock of a transaction, then finds what it left', async () => {
    const { command } = opened().db
    const id = await place()
    const transaction = await begin()
    await transaction.collection('slots').doc(id).update({ left: 5 })
    const landed: string[] = []
    const waiting = Promise.all([
      slots()
        .doc(id)
        .update({ left: command.inc(1) })
        .then(() => landed.push('update')),
      slots()
        .where({ _id: id, left: 1 })
        .updateAndReturn({ left: 0 })
        .then(({ updated }) => landed.push(`guarded ${updated}`)),
    ])
    await pause(40)
    expect(landed).toEqual([])
    await transaction.commit()
    await waiting
    expect(landed.sort()).toEqual(['guarded 0', 'update'])
    expect(await left(id)).toBe(6)
  })

  it('gives up after a while', async () => {
    const { db } = impatient()
    await db.collection('slots').add({ _id: 'held', left: 1 })
    const transaction = await db.startTransaction()
    await transaction.collection('slots').doc('held').update({ left: 5 })
    expect(await codeOf(db.collection('slots').doc('held').update({ left: 9 }))).toBe('DATABASE_TIMEOUT')
    await transaction.rollback()
    expect((await db.collection('slots').doc('held').get()).data).toMatchObject([{ left: 1 }])
  })

  it('of an id that a transaction is about to insert waits, and is then a duplicate', async () => {
    const id = await place()
    const transaction = await begin()
    await transaction.collection('slots').add({ _id: `${id}-new`, left: 1 })
    const other = codeOf(slots().add({ _id: `${id}-new`, left: 2 }))
    await pause(20)
    await transaction.commit()
    expect(await other).toBe('DATABASE_DUPLICATE_WRITE')
  })
})

describe('runTransaction of the SDK', () => {
  it('runs again after a conflict', async () => {
    const id = await place()
    let runs = 0
    await opened().db.runTransaction(async (transaction: Transaction) => {
      runs += 1
      if (runs === 1) await slots().doc(id).update({ left: 4 })
      await transaction
        .collection('slots')
        .doc(id)
        .update({ left: opened().db.command.inc(10) })
    })
    expect([runs, await left(id)]).toEqual([2, 14])
  })
})
