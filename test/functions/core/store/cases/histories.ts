/** Histories that break naive stores. */
import type { Change, Stored } from '../../../../../functions/core/io/store/contract'
import { found, insert, must, standing, type Case } from './case'

const at = { collection: 'slots' } as const
const ROUNDS = 60

export const historyCases: readonly Case[] = [
  {
    sentence:
      'removed and inserted again with the same content, it is another document: what was read before is stale',
    caughtBy: ['contentVersion'],
    run: async ({ store }) => {
      await must(store, [insert('a', { v: 1, n: 1 })])
      const before = await found(store, 'a')
      await must(store, [{ op: 'remove', ...at, id: 'a', version: before.version }])
      await must(store, [insert('a', { v: 1, n: 1 })])
      for (const change of [
        { op: 'check', ...at, id: 'a', version: before.version },
        { op: 'replace', ...at, id: 'a', version: before.version, doc: { v: 1, n: 2 } },
        { op: 'remove', ...at, id: 'a', version: before.version },
      ] as const satisfies readonly Change[]) {
        expect(await store.commit([change, insert('x', { v: 1 })])).toEqual({
          outcome: 'refused',
          index: 0,
          reason: 'stale',
        })
      }
      expect(await standing(store, 'x')).toBeUndefined()
      expect((await found(store, 'a')).version).not.toBe(before.version)
    },
  },
  {
    sentence:
      'patches that add beside replacements of the same document: no addition is lost, none is made twice',
    caughtBy: ['noVersionCheck', 'lostUpdate'],
    run: async ({ store }) => {
      await must(store, [insert('a', { v: 1, n: 0, m: 0 })])
      const adding = async (): Promise<number> => {
        let added = 0
        for (let i = 0; i < 10; i += 1)
          if ((await store.patch({ ...at, id: 'a', add: { n: 1 } })).outcome === 'patched') added += 1
        return added
      }
      const replacing = async (): Promise<number> => {
        let replaced = 0
        for (let i = 0; i < 10; i += 1) {
          const { doc, version } = await found(store, 'a')
          const outcome = await store.commit([
            { op: 'replace', ...at, id: 'a', version, doc: { ...doc, m: Number(doc.m) + 1 } },
          ])
          if (outcome.outcome === 'committed') replaced += 1
        }
        return replaced
      }
      const [n1, n2, n3, m1, m2] = await Promise.all([adding(), adding(), adding(), replacing(), replacing()])
      expect((await found(store, 'a')).doc).toEqual({ v: 1, n: n1 + n2 + n3, m: m1 + m2 })
    },
  },
  {
    sentence: 'two who each found the same id absent and insert it beside their own writes: one lands, whole',
    caughtBy: ['upserts', 'halfApplied'],
    run: async ({ store }) => {
      for (let round = 0; round < 10; round += 1) {
        await must(store, [insert(`left${round}`, { v: 1, n: 0 }), insert(`right${round}`, { v: 1, n: 0 })])
        const [left, right] = [await found(store, `left${round}`), await found(store, `right${round}`)]
        const outcomes = await Promise.all([
          store.commit([
            { op: 'replace', ...at, id: left.id, version: left.version, doc: { v: 1, n: 1 } },
            insert(`lock${round}`, { v: 1, by: 'left' }),
          ]),
          store.commit([
            { op: 'replace', ...at, id: right.id, version: right.version, doc: { v: 1, n: 1 } },
            insert(`lock${round}`, { v: 1, by: 'right' }),
          ]),
        ])
        const landed = outcomes.map(({ outcome }) => outcome === 'committed')
        expect(landed.filter(Boolean).length).toBeLessThan(2)
        const after = await store.read('slots', [left.id, right.id, `lock${round}`])
        expect(after.map((one) => one?.doc.n ?? one?.doc.by)).toEqual([
          Number(landed[0]),
          Number(landed[1]),
          landed[0] ? 'left' : landed[1] ? 'right' : undefined,
        ])
      }
    },
  },
  {
    sentence: 'a patch whose reply was lost and is sent again changes its document once',
    caughtBy: ['blindResend'],
    run: async ({ store, loseNextReply }) => {
      await must(store, [insert('s', { v: 1, left: 5, holders: {} })])
      const claim = {
        ...at,
        id: 's',
        add: { left: -1 },
        set: { 'holders.me': 7 },
        when: [{ path: 'left', min: 0 }],
        marker: 'holders.me',
      } as const
      loseNextReply()
      const first = await store.patch(claim)
      expect(
        first.outcome === 'unknown' || (first.outcome === 'patched' && first.stored.doc.left === 4),
      ).toBe(true)
      expect(await store.patch(claim)).toMatchObject({
        outcome: 'patched',
        already: true,
        stored: { doc: { left: 4, holders: { me: 7 } } },
      })
    },
  },
  {
    sentence: 'two documents changed in one commit are never confirmed as read one before and one after',
    caughtBy: ['checkAsNoOp'],
    run: async ({ store, another }) => {
      await must(store, [insert('x', { v: 1, n: 0 }), insert('y', { v: 1, n: 0 })])
      const other = await another()
      const confirm = (x: Stored, y: Stored) =>
        store.commit([
          { op: 'check', ...at, id: 'x', version: x.version },
          { op: 'check', ...at, id: 'y', version: y.version },
        ])
      const write = async (n: number): Promise<void> => {
        const [x, y] = await other.read('slots', ['x', 'y'])
        await other.commit([
          { op: 'replace', ...at, id: 'x', version: x?.version ?? '', doc: { v: 1, n } },
          { op: 'replace', ...at, id: 'y', version: y?.version ?? '', doc: { v: 1, n } },
        ])
      }
      // torn for certain
      const before = await found(store, 'x')
      await write(1)
      const after = await found(store, 'y')
      expect(after.doc.n).not.toBe(before.doc.n)
      expect(await confirm(before, after)).toEqual({ outcome: 'refused', index: 0, reason: 'stale' })
      // and as it comes, beside a writer
      let rounds = 0
      const writer = (async () => {
        for (let n = 2; n <= 400 && rounds < ROUNDS; n += 1) {
          await write(n)
          // every few writes a pause, in which a reader can be confirmed
          if (n % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 30))
        }
      })()
      const tornAndConfirmed: unknown[] = []
      try {
        for (; rounds < ROUNDS; rounds += 1) {
          const x = await found(store, 'x')
          await new Promise((resolve) => setTimeout(resolve, rounds % 4))
          const y = await found(store, 'y')
          if ((await confirm(x, y)).outcome === 'committed' && x.doc.n !== y.doc.n)
            tornAndConfirmed.push([x, y])
        }
      } finally {
        rounds = ROUNDS
        await writer
      }
      expect(tornAndConfirmed).toEqual([])
      const [x, y] = [await found(store, 'x'), await found(store, 'y')]
      expect(await confirm(x, y)).toMatchObject({ outcome: 'committed' })
    },
  },
]
