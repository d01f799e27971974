/** Receipts: a repeat is answered the same, a lost reply is cleared up, nothing is done twice. */
import { AppError } from '../../../../functions/core/pure/errors'
import { HOUR } from '../../../../functions/core/pure/time'
import type { Change } from '../../../../functions/core/io/store/contract'
import { receipts } from '../../../../functions/core/io/store/receipts'
import type { TransactOptions } from '../../../../functions/core/io/store/transact'
import type { Work } from '../../../../functions/core/io/store/transaction'
import { broken } from '../../../harness/store/broken'
import { NOW, seeded } from '../../../harness/store/clock'
import { onEveryEngine } from '../../../harness/store/engines'
import { notes, slots } from '../../../harness/store/subject'
import {
  lost,
  openTransacting,
  receiptOf,
  scripted,
  type Transacting,
} from '../../../harness/store/transacting'

onEveryEngine('receipts', (engine) => {
  let t: Transacting
  beforeEach(async () => {
    t = await openTransacting(engine)
  })
  afterEach(() => t.subject.close())

  describe('a repeat and a lost reply', () => {
    const book: Work<{ id: string }> = async (tx) => {
      const id = tx.id('ap')
      tx.patch(slots, 's', {
        add: { left: -1 },
        when: [{ path: 'left', min: 0 }],
        otherwise: () => new AppError('SLOT_FULL'),
      })
      tx.insert(notes, id, { v: 1 })
      return { id }
    }
    const once = (more: Partial<TransactOptions> = {}) =>
      t.run(book, { receipt: receiptOf('rc_1'), random: seeded(String(Math.random())), ...more })
    const left = async (): Promise<unknown> => (await t.doc('s'))?.left

    beforeEach(() => t.put('s', { v: 1, left: 1 }))

    test('the same key and input: the first output again, nothing done twice, even where the work would now refuse', async () => {
      const first = await once()
      expect(await once()).toEqual(first)
      expect(await left()).toBe(0)
      await expect(once({ receipt: receiptOf('rc_2') })).rejects.toMatchObject({ code: 'SLOT_FULL' })
    })

    test('the receipt answers even when the work throws before it writes', async () => {
      const first = await once()
      const refusing: Work<{ id: string }> = async () => {
        throw new AppError('LIMIT_SLOT')
      }
      expect(await t.run(refusing, { receipt: receiptOf('rc_1') })).toEqual(first)
      await expect(t.run(refusing, { receipt: receiptOf('rc_9') })).rejects.toMatchObject({
        code: 'LIMIT_SLOT',
      })
    })

    test('the same key and another input: KEY_REUSED', async () => {
      await once()
      await expect(once({ receipt: receiptOf('rc_1', 'other') })).rejects.toMatchObject({
        code: 'KEY_REUSED',
      })
      const refusing: Work<void> = async () => {
        throw new AppError('LIMIT_SLOT')
      }
      await expect(t.run(refusing, { receipt: receiptOf('rc_1', 'other') })).rejects.toMatchObject({
        code: 'KEY_REUSED',
      })
    })

    test('it is change 0, sealed, and kept 48 h', async () => {
      const seen: (readonly Change[])[] = []
      await once({
        store: scripted(t.store, async (changes, commit) => (seen.push(changes), commit(changes))),
      })
      expect(seen[0]?.map((change) => [change.op, change.collection])).toEqual([
        ['insert', 'receipts'],
        ['patch', 'slots'],
        ['insert', 'notes'],
      ])
      const stored = await t.doc('rc_1', receipts.name)
      expect(stored).toMatchObject({ v: 1, inputHash: 'in', expiresAt: NOW + 48 * HOUR })
      expect(String(stored?.output)).toMatch(/^\}"/)
    })

    test('refusals are not stored: the same key may succeed later', async () => {
      await t.store.patch({ collection: 'slots', id: 's', set: { left: 0 } })
      await expect(once()).rejects.toMatchObject({ code: 'SLOT_FULL' })
      await t.store.patch({ collection: 'slots', id: 's', set: { left: 1 } })
      expect((await once()).id).toMatch(/^ap_/)
    })

    test('a lost reply is cleared up by the receipt', async () => {
      const answer = await once({ store: scripted(t.store, lost) })
      expect(await left()).toBe(0)
      expect(await once()).toEqual(answer)
    })

    test('a lost reply of a commit that did not land: the very same commit again', async () => {
      const sent: (readonly Change[])[] = []
      const answer = await once({
        store: scripted(
          t.store,
          async (changes) => (sent.push(changes), { outcome: 'unknown' }),
          async (changes) => (sent.push(changes), { outcome: 'busy' }),
          async (changes, commit) => (sent.push(changes), commit(changes)),
        ),
      })
      expect(sent[1]).toBe(sent[0])
      expect(sent[2]).toBe(sent[0])
      expect(await left()).toBe(0)
      expect(await t.doc(answer.id, 'notes')).toEqual({ v: 1 })
    })

    test('a commit that lands late, after it was given up for lost, is not done twice', async () => {
      const late = scripted(
        t.store,
        async () => ({ outcome: 'unknown' }),
        async (changes, commit) => (await commit(changes), commit(changes)),
      )
      const answer = await once({ store: late })
      expect(await left()).toBe(0)
      expect(await t.doc(answer.id, 'notes')).toEqual({ v: 1 })
    })

    test('work without a key gets a receipt of its own: a lost reply does nothing twice', async () => {
      const answer = await t.run(book, { store: scripted(t.store, lost) })
      expect(await left()).toBe(0)
      expect(await t.doc(answer.id, 'notes')).toEqual({ v: 1 })
      // the same through the engine itself
      await t.store.patch({ collection: 'slots', id: 's', set: { left: 5 } })
      t.subject.loseNextReply()
      await t.run(book, { random: seeded('another') })
      expect(await left()).toBe(4)
    })

    test('an engine that resends blindly is found out: it tells a refusal of what it did', async () => {
      const blindAfterLoss = () =>
        broken('blindResend', { ...t.subject, store: scripted(t.store, lost) }).store
      // the receipt saves even this: the caller is given the output of what landed
      expect((await once({ store: blindAfterLoss() })).id).toMatch(/^ap_/)
      expect(await left()).toBe(0)
      // without a receipt nothing saves it
      await t.store.patch({ collection: 'slots', id: 's', set: { left: 5 } })
      await blindAfterLoss().commit([{ op: 'patch', collection: 'slots', id: 's', add: { left: -1 } }])
      expect(await left()).toBe(3)
    })

    test('a work that writes nothing still leaves its receipt: a repeat is answered the same', async () => {
      let answer = 'first'
      const say = (): Promise<string> => t.run(async () => answer, { receipt: receiptOf('rc_say') })
      expect(await say()).toBe('first')
      answer = 'second'
      expect(await say()).toBe('first')
    })

    test('no output is kept as no output', async () => {
      const nothing = (): Promise<void> =>
        t.run(async (tx) => tx.patch(slots, 's', { add: { left: 1 } }), { receipt: receiptOf('rc_none') })
      expect(await nothing()).toBeUndefined()
      expect(await nothing()).toBeUndefined()
      expect(await left()).toBe(2)
    })

    test('of 40 repeats of one key at once, one books and all are told the same', async () => {
      await t.store.patch({ collection: 'slots', id: 's', set: { left: 10 } })
      const answers = await Promise.all(Array.from({ length: 40 }, () => once()))
      expect(new Set(answers.map((answer) => answer.id)).size).toBe(1)
      expect(await left()).toBe(9)
    })
  })
})
