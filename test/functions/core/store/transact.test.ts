/** `transact`: read, buffer, confirm once; what was read is checked; tries end in BUSY. */
import { AppError } from '../../../../functions/core/pure/errors'
import { StoreInputError, type Doc, type Store } from '../../../../functions/core/io/store/contract'
import { transact } from '../../../../functions/core/io/store/transact'
import type { Work } from '../../../../functions/core/io/store/transaction'
import { broken } from '../../../harness/store/broken'
import { NOW, seeded } from '../../../harness/store/clock'
import { onEveryEngine } from '../../../harness/store/engines'
import { notes, slots } from '../../../harness/store/subject'
import { openTransacting, type Transacting } from '../../../harness/store/transacting'

onEveryEngine('transact', (engine) => {
  let t: Transacting
  beforeEach(async () => {
    t = await openTransacting(engine)
  })
  afterEach(() => t.subject.close())

  describe('reading and writing', () => {
    test('writes are buffered, seen by the work itself, and land in one commit', async () => {
      await t.put('a', { v: 1, n: 1 })
      await t.put('gone', { v: 1 })
      const seen = await t.run(async (tx) => {
        const a = await tx.get(slots, 'a')
        tx.replace(slots, 'a', { ...a, n: 2 })
        tx.insert(notes, 'new', { v: 1 })
        await tx.get(slots, 'gone')
        tx.remove(slots, 'gone')
        expect(await t.doc('a')).toEqual({ v: 1, n: 1 })
        return [
          await tx.get(slots, 'a'),
          await tx.get(notes, 'new'),
          await tx.get(slots, 'gone'),
          await tx.peek(slots, 'a'),
        ]
      })
      expect(seen).toEqual([{ v: 1, n: 2 }, { v: 1 }, undefined, { v: 1, n: 2 }])
      expect([await t.doc('a'), await t.doc('new', 'notes'), await t.doc('gone')]).toEqual([
        { v: 1, n: 2 },
        { v: 1 },
        undefined,
      ])
    })

    test('put inserts what was not found and replaces what was', async () => {
      const count = (): Promise<void> =>
        t.run(async (tx) => {
          const ledger = await tx.get(slots, 'ledger')
          tx.put(slots, 'ledger', { v: 1, n: Number(ledger?.n ?? 0) + 1 })
        })
      await count()
      await count()
      expect(await t.doc('ledger')).toEqual({ v: 1, n: 2 })
    })

    test('a document written twice is one change: insert and replace, replace and remove, remove and insert', async () => {
      await t.put('a', { v: 1, n: 1 })
      await t.put('b', { v: 1, n: 1 })
      await t.run(async (tx) => {
        tx.insert(notes, 'x', { v: 1, n: 1 })
        tx.replace(notes, 'x', { v: 1, n: 2 })
        tx.insert(notes, 'y', { v: 1 })
        tx.remove(notes, 'y')
        await tx.get(slots, 'a')
        tx.replace(slots, 'a', { v: 1, n: 2 })
        tx.remove(slots, 'a')
        await tx.get(slots, 'b')
        tx.remove(slots, 'b')
        tx.put(slots, 'b', { v: 1, n: 7 })
      })
      expect([
        await t.doc('x', 'notes'),
        await t.doc('y', 'notes'),
        await t.doc('a'),
        await t.doc('b'),
      ]).toEqual([{ v: 1, n: 2 }, undefined, undefined, { v: 1, n: 7 }])
    })

    test('a patch changes a document that was not read; one that is read becomes a replacement of that version', async () => {
      await t.put('a', { v: 1, n: 1 })
      await t.put('b', { v: 1, n: 1 })
      const seen = await t.run(async (tx) => {
        tx.patch(slots, 'a', { add: { n: 1 }, when: [{ path: 'n', max: 2 }] })
        tx.patch(slots, 'b', { add: { n: 1 } })
        const b = await tx.get(slots, 'b')
        await tx.get(slots, 'a')
        tx.insert(notes, 'x', { v: 1, n: 1 })
        tx.patch(notes, 'x', { add: { n: 4 } })
        return [b, await tx.get(notes, 'x')]
      })
      expect(seen).toEqual([
        { v: 1, n: 2 },
        { v: 1, n: 5 },
      ])
      expect([await t.doc('a'), await t.doc('b'), await t.doc('x', 'notes')]).toEqual([
        { v: 1, n: 2 },
        { v: 1, n: 2 },
        { v: 1, n: 5 },
      ])
    })

    test('programming errors are told as such: no retry, nothing written', async () => {
      await t.put('a', { v: 1 })
      const wrong: Work<void>[] = [
        async (tx) => tx.replace(slots, 'a', { v: 1 }),
        async (tx) => tx.put(slots, 'a', { v: 1 }),
        async (tx) => tx.remove(slots, 'a'),
        async (tx) => [1, 2].forEach(() => tx.insert(slots, 'new', { v: 1 })),
        async (tx) => [1, 2].forEach(() => tx.patch(slots, 'a', { add: { n: 1 } })),
        async (tx) => tx.insert(slots, 'new', { v: 1, half: 0.5 }),
      ]
      for (const work of wrong) await expect(t.run(work)).rejects.toThrow(StoreInputError)
      expect(t.slept).toEqual([])
      expect(await t.doc('new')).toBeUndefined()
    })

    test('old documents are read in the new shape', async () => {
      await t.put('old', { v: 1, n: 3 })
      const second = {
        ...slots,
        v: 2,
        upcasters: { 1: (old: Doc) => ({ ...old, v: 2, count: old.n, n: undefined }) },
      }
      expect(await t.run(async (tx) => tx.get(second, 'old'))).toEqual({ v: 2, count: 3, n: undefined })
      expect(await t.run(async (tx) => tx.peek(second, 'old'))).toEqual({ v: 2, count: 3, n: undefined })
    })
  })

  describe('what was read is checked', () => {
    test('a document that was get and not written is checked at commit: changed, and the work runs again', async () => {
      await t.put('gate', { v: 1, n: 0 })
      const seen: unknown[] = []
      await t.run(async (tx) => {
        seen.push((await tx.get(slots, 'gate'))?.n)
        if (seen.length === 1) await t.bump('gate')
        tx.put(notes, 'x', { v: 1, n: Number((await tx.get(notes, 'x'))?.n ?? 0) + 1 })
      })
      expect(seen).toEqual([0, 1])
      expect(await t.doc('x', 'notes')).toEqual({ v: 1, n: 1 })
    })

    test('this test fails on an engine whose check does nothing', async () => {
      await t.put('gate', { v: 1, n: 0 })
      let runs = 0
      await t.run(
        async (tx) => {
          runs += 1
          await tx.get(slots, 'gate')
          if (runs === 1) await t.bump('gate')
          tx.insert(notes, 'x', { v: 1 })
        },
        { store: broken('checkAsNoOp', t.subject).store },
      )
      expect(runs).toBe(1)
    })

    test('what was peeked is not checked', async () => {
      await t.put('hall', { v: 1, n: 0 })
      let runs = 0
      await t.run(async (tx) => {
        runs += 1
        await tx.peek(slots, 'hall')
        await t.bump('hall')
        tx.insert(notes, 'x', { v: 1 })
      })
      expect(runs).toBe(1)
    })

    test('reads alone, of several documents, are one state', async () => {
      await t.put('a', { v: 1, n: 0 })
      await t.put('b', { v: 1, n: 0 })
      let runs = 0
      const both = await t.run(async (tx) => {
        runs += 1
        const a = await tx.get(slots, 'a')
        if (runs === 1) {
          await t.bump('a')
          await t.bump('b')
        }
        return [a?.n, (await tx.get(slots, 'b'))?.n]
      })
      expect(both).toEqual([1, 1])
    })

    test('an error stands when what was read is unchanged, and is forgotten when it changed', async () => {
      await t.put('a', { v: 1, n: 0 })
      const refuse: Work<string> = async (tx) => {
        if ((await tx.get(slots, 'a'))?.n === 0) throw new AppError('SLOT_FULL')
        return 'in'
      }
      await expect(t.run(refuse)).rejects.toMatchObject({ code: 'SLOT_FULL' })
      let runs = 0
      const answer = await t.run(async (tx) => {
        runs += 1
        const a = await tx.get(slots, 'a')
        if (runs === 1) await t.bump('a')
        if (a?.n === 0) throw new AppError('SLOT_FULL')
        return 'in'
      })
      expect([answer, runs]).toEqual(['in', 2])
    })

    test('a refused write with an error of its own raises it; without one the work runs again', async () => {
      await t.put('s', { v: 1, left: 0 })
      await t.put('taken', { v: 1 })
      const full = { otherwise: () => new AppError('SLOT_FULL') }
      await expect(
        t.run(async (tx) =>
          tx.patch(slots, 's', { add: { left: -1 }, when: [{ path: 'left', min: 0 }], ...full }),
        ),
      ).rejects.toMatchObject({ code: 'SLOT_FULL' })
      await expect(
        t.run(async (tx) => tx.patch(slots, 'nowhere', { add: { left: -1 }, ...full })),
      ).rejects.toMatchObject({ code: 'SLOT_FULL' })
      await expect(t.run(async (tx) => tx.insert(slots, 'taken', { v: 1 }, full))).rejects.toMatchObject({
        code: 'SLOT_FULL',
      })
      expect(t.slept).toEqual([])
      await expect(t.run(async (tx) => tx.insert(slots, 'taken', { v: 1 }))).rejects.toMatchObject({
        code: 'BUSY',
      })
      expect(await t.store.query('receipts', { index: 'expiry' })).toEqual({ items: [] })
    })

    test('a patch of what was read meets its guard here, with the same answer', async () => {
      await t.put('s', { v: 1, left: 0 })
      const work: Work<void> = async (tx) => {
        await tx.get(slots, 's')
        tx.patch(slots, 's', {
          add: { left: -1 },
          when: [{ path: 'left', min: 0 }],
          otherwise: () => new AppError('SLOT_FULL'),
        })
      }
      await expect(t.run(work)).rejects.toMatchObject({ code: 'SLOT_FULL' })
    })
  })

  describe('tries', () => {
    test('at most 12 tries, later each time and never in step, then BUSY', async () => {
      let commits = 0
      const busy: Store = { ...t.store, commit: async () => ((commits += 1), { outcome: 'busy' }) }
      await expect(
        t.run(async (tx) => tx.insert(notes, 'x', { v: 1 }), { store: busy }),
      ).rejects.toMatchObject({ code: 'BUSY' })
      expect(commits).toBe(12)
      expect(t.slept).toHaveLength(11)
      expect(Math.max(...t.slept)).toBeLessThanOrEqual(250)
      expect(t.slept[8] ?? 0).toBeGreaterThan(t.slept[0] ?? 0)
    })

    test('at most 3 s, then BUSY', async () => {
      let elapsed = 0
      let commits = 0
      const slow: Store = {
        ...t.store,
        commit: async () => ((commits += 1), (elapsed += 1000), { outcome: 'busy' }),
      }
      await expect(
        t.run(async (tx) => tx.insert(notes, 'x', { v: 1 }), { store: slow, elapsed: () => elapsed }),
      ).rejects.toMatchObject({ code: 'BUSY' })
      expect(commits).toBe(3)
    })

    test('a race that is always lost ends in BUSY, never in a business refusal', async () => {
      await t.put('a', { v: 1, n: 0 })
      let runs = 0
      const work: Work<void> = async (tx) => {
        runs += 1
        await tx.get(slots, 'a')
        await t.bump('a')
        throw new AppError('SLOT_FULL')
      }
      await expect(t.run(work)).rejects.toMatchObject({ code: 'BUSY' })
      expect(runs).toBe(12)
    })

    test('now, ids and randomness are drawn once and survive the tries', async () => {
      await t.put('a', { v: 1, n: 0 })
      const drawn: unknown[] = []
      const ids = await t.run(async (tx) => {
        const ids = [tx.id('ap'), tx.id('ev')]
        drawn.push([tx.now, ...ids, [...tx.random(4)]])
        await tx.get(slots, 'a')
        if (drawn.length < 3) await t.bump('a')
        tx.insert(notes, ids[0] ?? '', { v: 1 })
        return ids
      })
      expect(drawn).toHaveLength(3)
      expect(new Set(drawn.map((one) => JSON.stringify(one))).size).toBe(1)
      expect(ids[0]).toMatch(/^ap_[0-9a-z]{26}$/)
      expect(ids[1]).toMatch(/^ev_[0-9a-z]{26}$/)
      expect(ids[0]?.slice(3)).not.toBe(ids[1]?.slice(3))
    })

    test('ids sort by time', async () => {
      const random = seeded('ids')
      const at = (now: number): Promise<string> =>
        transact({ store: t.store, now, random }, async (tx) => tx.id('ap'))
      const ids = [await at(NOW - 1), await at(NOW), await at(NOW + 1), await at(NOW + 3_000_000_000)]
      expect([...ids].sort()).toEqual(ids)
    })
  })
})
