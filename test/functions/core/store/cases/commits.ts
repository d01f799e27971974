/** `commit`. */
import {
  StoreInputError,
  type Change,
  type CommitOutcome,
} from '../../../../../functions/core/io/store/contract'
import { found, insert, must, standing, type Case } from './case'

const at = { collection: 'slots' } as const
const refused = (index: number, reason: string): unknown => ({ outcome: 'refused', index, reason })

export const commitCases: readonly Case[] = [
  {
    sentence: 'a commit applies all its changes or none',
    caughtBy: ['halfApplied'],
    run: async ({ store }) => {
      await must(store, [insert('a', { v: 1, n: 1 }), insert('b', { v: 1, n: 1 })])
      const a = await found(store, 'a')
      const changes: Change[] = [
        { op: 'replace', ...at, id: 'a', version: a.version, doc: { v: 1, n: 2 } },
        insert('c', { v: 1 }),
        { op: 'patch', ...at, id: 'b', add: { n: 1 } },
        insert('a1', { v: 1 }, 'notes'),
        { op: 'patch', ...at, id: 'none', add: { n: 1 } },
      ]
      expect(await store.commit(changes)).toEqual(refused(4, 'missing'))
      expect(await store.read('slots', ['a', 'b', 'c'])).toMatchObject([a, { doc: { n: 1 } }, undefined])
      expect(await standing(store, 'a1', 'notes')).toBeUndefined()
      await must(store, changes.slice(0, 4))
      expect((await store.read('slots', ['a', 'b', 'c'])).map((one) => one?.doc.n)).toEqual([2, 2, undefined])
    },
  },
  {
    sentence: 'insert: the id must be absent',
    caughtBy: ['upserts'],
    run: async ({ store }) => {
      await must(store, [insert('a', { v: 1, n: 1 })])
      expect(await store.commit([insert('a', { v: 1, n: 2 })])).toEqual(refused(0, 'duplicate'))
      expect((await found(store, 'a')).doc.n).toBe(1)
    },
  },
  {
    sentence: 'absence is relied on by inserting: of many inserts of one id at once, one lands',
    caughtBy: ['upserts'],
    run: async ({ store }) => {
      const outcomes = await Promise.all(
        Array.from({ length: 30 }, (_, i) =>
          store.commit([insert('one', { v: 1, n: i }), insert(`own${i}`, { v: 1 }, 'notes')]),
        ),
      )
      const landed = outcomes.flatMap((outcome, i) => (outcome.outcome === 'committed' ? [i] : []))
      expect(landed).toHaveLength(1)
      expect((await found(store, 'one')).doc.n).toBe(landed[0])
      expect(
        (
          await store.read(
            'notes',
            outcomes.map((_, i) => `own${i}`),
          )
        ).filter(Boolean),
      ).toHaveLength(1)
    },
  },
  {
    sentence: 'replace and remove: the version must match; what is gone is stale',
    caughtBy: ['noVersionCheck'],
    run: async ({ store }) => {
      await must(store, [insert('a', { v: 1, n: 1 })])
      const { version } = await found(store, 'a')
      await must(store, [{ op: 'replace', ...at, id: 'a', version, doc: { v: 1, n: 2 } }])
      expect(await store.commit([{ op: 'replace', ...at, id: 'a', version, doc: { v: 1, n: 3 } }])).toEqual(
        refused(0, 'stale'),
      )
      expect(await store.commit([{ op: 'remove', ...at, id: 'a', version }])).toEqual(refused(0, 'stale'))
      expect((await found(store, 'a')).doc.n).toBe(2)
      await must(store, [{ op: 'remove', ...at, id: 'a', version: (await found(store, 'a')).version }])
      expect(await standing(store, 'a')).toBeUndefined()
      expect(await store.commit([{ op: 'replace', ...at, id: 'a', version, doc: { v: 1 } }])).toEqual(
        refused(0, 'stale'),
      )
    },
  },
  {
    sentence: 'of many replacements of one version at once, one lands',
    caughtBy: ['noVersionCheck'],
    run: async ({ store }) => {
      await must(store, [insert('a', { v: 1, n: -1 })])
      const { version } = await found(store, 'a')
      const outcomes = await Promise.all(
        Array.from({ length: 30 }, (_, i) =>
          store.commit([{ op: 'replace', ...at, id: 'a', version, doc: { v: 1, n: i } }]),
        ),
      )
      expect(outcomes.filter((outcome) => outcome.outcome === 'committed')).toHaveLength(1)
    },
  },
  {
    sentence: 'check: the version must match, and the document stays as it is',
    caughtBy: ['checkAsNoOp'],
    run: async ({ store }) => {
      await must(store, [insert('a', { v: 1, n: 1 })])
      const a = await found(store, 'a')
      await must(store, [{ op: 'check', ...at, id: 'a', version: a.version }, insert('b', { v: 1 })])
      expect((await found(store, 'a')).doc).toEqual(a.doc)
      await store.patch({ ...at, id: 'a', add: { n: 1 } })
      expect(
        await store.commit([{ op: 'check', ...at, id: 'a', version: a.version }, insert('c', { v: 1 })]),
      ).toEqual(refused(0, 'stale'))
      expect(await standing(store, 'c')).toBeUndefined()
    },
  },
  {
    sentence: 'check serialises with every writer of that document: no write skew',
    caughtBy: ['checkAsNoOp'],
    run: async ({ store }) => {
      for (let round = 0; round < 20; round += 1) {
        const [x, y] = [`x${round}`, `y${round}`]
        await must(store, [insert(x, { v: 1, on: true }), insert(y, { v: 1, on: true })])
        const [vx, vy] = [(await found(store, x)).version, (await found(store, y)).version]
        const off = { v: 1, on: false }
        const outcomes = await Promise.all([
          store.commit([
            { op: 'check', ...at, id: x, version: vx },
            { op: 'replace', ...at, id: y, version: vy, doc: off },
          ]),
          store.commit([
            { op: 'check', ...at, id: y, version: vy },
            { op: 'replace', ...at, id: x, version: vx, doc: off },
          ]),
        ])
        expect(outcomes.filter((outcome) => outcome.outcome === 'committed').length).toBeLessThan(2)
        expect((await store.read('slots', [x, y])).some((one) => one?.doc.on === true)).toBe(true)
      }
    },
  },
  {
    sentence: 'patch inside a commit: its guards must hold, or nothing is applied',
    caughtBy: ['addWithoutGuard'],
    run: async ({ store }) => {
      await must(store, [insert('s', { v: 1, left: 1 })])
      const book = (id: string): Change[] => [
        insert(id, { v: 1 }, 'notes'),
        { op: 'patch', ...at, id: 's', add: { left: -1 }, when: [{ path: 'left', min: 0 }] },
      ]
      await must(store, book('b1'))
      expect(await store.commit(book('b2'))).toEqual(refused(1, 'guard'))
      expect(await standing(store, 'b2', 'notes')).toBeUndefined()
      expect((await found(store, 's')).doc.left).toBe(0)
    },
  },
  {
    sentence: 'committed tells versions and patched documents, each at its change',
    caughtBy: ['returnsBefore'],
    run: async ({ store }) => {
      await must(store, [insert('a', { v: 1 }), insert('b', { v: 1, n: 1 }), insert('c', { v: 1 })])
      const [a, , c] = await store.read('slots', ['a', 'b', 'c'])
      const outcome = await must(store, [
        { op: 'check', ...at, id: 'a', version: a?.version ?? '' },
        { op: 'patch', ...at, id: 'b', add: { n: 1 } },
        { op: 'remove', ...at, id: 'c', version: c?.version ?? '' },
        insert('d', { v: 1 }),
      ])
      const [nowA, nowB, , nowD] = await store.read('slots', ['a', 'b', 'c', 'd'])
      expect(outcome.versions).toEqual([nowA?.version, nowB?.version, null, nowD?.version])
      expect(outcome.patched).toEqual([null, nowB, null, null])
      expect(outcome.patched[1]?.doc.n).toBe(2)
    },
  },
  {
    sentence: 'refused tells the first change that fails, in the given order',
    caughtBy: ['wrongIndex'],
    run: async ({ store }) => {
      await must(store, [insert('a', { v: 1, n: 1 })])
      const failures: [Change, string][] = [
        [insert('a', { v: 1 }), 'duplicate'],
        [{ op: 'check', ...at, id: 'none', version: 'x' }, 'stale'],
        [{ op: 'patch', ...at, id: 'nobody', add: { n: 1 } }, 'missing'],
      ]
      for (const [change, reason] of failures) {
        const others = failures.map(([other]) => other).filter((other) => other !== change)
        expect(await store.commit([insert('ok', { v: 1 }), change, ...others])).toEqual(refused(1, reason))
      }
      expect(
        await store.commit([
          insert('ok', { v: 1 }),
          { op: 'patch', ...at, id: 'a', add: { n: 1 }, when: [{ path: 'n', max: 1 }] },
          insert('z', { v: 1 }),
        ]),
      ).toEqual(refused(1, 'guard'))
    },
  },
  {
    sentence: 'a refusal is told against committed state: what was never committed refuses nobody',
    caughtBy: ['refusalBeforeCommit'],
    run: async ({ store, failNextWrites }, { groups }) => {
      // in a group the shared write fails, then the first alone; the other finds the id free
      failNextWrites(groups ? 2 : 1)
      const outcomes = await Promise.all([1, 2].map((n) => store.commit([insert('a', { v: 1, n })])))
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['busy', 'committed'])
      expect((await found(store, 'a')).doc.n).toBe(outcomes[0]?.outcome === 'committed' ? 1 : 2)
    },
  },
  {
    sentence: 'busy: nothing was applied',
    caughtBy: ['halfApplied'],
    run: async ({ store, failNextWrites }) => {
      await must(store, [insert('s', { v: 1, left: 1 })])
      const changes: Change[] = [insert('a', { v: 1 }), { op: 'patch', ...at, id: 's', add: { left: -1 } }]
      failNextWrites(1)
      expect(await store.commit(changes)).toEqual({ outcome: 'busy' })
      expect(await standing(store, 'a')).toBeUndefined()
      expect((await found(store, 's')).doc.left).toBe(1)
      await must(store, changes)
      // and a commit whose last change is refused was not applied in part either
      await store.commit([insert('b', { v: 1 }), insert('a', { v: 1 })])
      expect(await standing(store, 'b')).toBeUndefined()
    },
  },
  {
    sentence: 'unknown: the reply was lost; the same commit with its receipt lands only once',
    caughtBy: ['blindResend'],
    run: async ({ store, loseNextReply }) => {
      await must(store, [insert('s', { v: 1, left: 5 })])
      const changes: Change[] = [
        insert('rc_1', { v: 1, inputHash: 'h', output: '', expiresAt: 1 }, 'receipts'),
        { op: 'patch', ...at, id: 's', add: { left: -1 } },
      ]
      loseNextReply()
      // an engine may find out by itself what became of it
      expect(['unknown', 'committed']).toContain((await store.commit(changes)).outcome)
      expect(await store.commit(changes)).toEqual(refused(0, 'duplicate'))
      expect((await found(store, 's')).doc.left).toBe(4)
    },
  },
  {
    sentence: 'a commit has 1–40 changes, at most one a document, at most 512 kB',
    caughtBy: ['unchecked'],
    run: async ({ store }) => {
      const many = (count: number): Change[] =>
        Array.from({ length: count }, (_, i) => insert(`m${i}`, { v: 1 }))
      await must(store, many(40))
      const kilobytes = (count: number): Change[] =>
        Array.from({ length: count }, (_, i) => insert(`k${i}`, { v: 1, a: 'x'.repeat(60 * 1024) }))
      await must(store, kilobytes(8))
      for (const changes of [
        [],
        many(41),
        kilobytes(9),
        [insert('d', { v: 1 }), { op: 'patch', ...at, id: 'd', add: { v: 1 } } as const],
      ]) {
        await expect(store.commit(changes)).rejects.toThrow(StoreInputError)
      }
      await expect(store.commit([{ op: 'increment', ...at, id: 'a' } as unknown as Change])).rejects.toThrow(
        StoreInputError,
      )
    },
  },
  {
    sentence: 'commits of many clients on the same documents are applied one after the other',
    caughtBy: ['noVersionCheck', 'halfApplied'],
    run: async ({ store }) => {
      await must(store, [insert('a', { v: 1, n: 0 }), insert('b', { v: 1, n: 0 })])
      const client = async (): Promise<number> => {
        let landed = 0
        for (let i = 0; i < 8; i += 1) {
          const [a, b] = await store.read('slots', ['a', 'b'])
          if (!a || !b) throw new Error('gone')
          const outcome: CommitOutcome = await store.commit([
            { op: 'replace', ...at, id: 'a', version: a.version, doc: { v: 1, n: Number(a.doc.n) + 1 } },
            { op: 'replace', ...at, id: 'b', version: b.version, doc: { v: 1, n: Number(b.doc.n) + 1 } },
          ])
          if (outcome.outcome === 'committed') landed += 1
        }
        return landed
      }
      const landed = (await Promise.all(Array.from({ length: 10 }, client))).reduce(
        (sum, one) => sum + one,
        0,
      )
      expect((await store.read('slots', ['a', 'b'])).map((one) => one?.doc.n)).toEqual([landed, landed])
    },
  },
]
