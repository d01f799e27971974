/** `patch`. */
import { StoreInputError, type Doc, type PatchSpec } from '../../../../../functions/core/io/store/contract'
import { found, insert, must, standing, type Case } from './case'

const claim = (booking: string, expiry = 1): PatchSpec => ({
  collection: 'slots',
  id: 's',
  add: { left: -1 },
  set: { [`holders.${booking}`]: expiry },
  when: [
    { path: `holders.${booking}`, absent: true },
    { path: 'left', min: 0 },
    { path: 'state', is: 'open' },
  ],
})

const slot = (left: number, more: Doc = {}): Doc => ({ v: 1, left, state: 'open', holders: {}, ...more })

export const patchCases: readonly Case[] = [
  {
    sentence: 'patch changes one document and returns it as it is afterwards',
    caughtBy: ['returnsBefore'],
    run: async ({ store }) => {
      await must(store, [insert('s', slot(2))])
      const outcome = await store.patch(claim('b1'))
      expect(outcome).toMatchObject({
        outcome: 'patched',
        already: false,
        stored: { id: 's', doc: slot(1, { holders: { b1: 1 } }) },
      })
      expect(outcome.outcome === 'patched' && outcome.stored.version).toBe((await found(store, 's')).version)
    },
  },
  {
    sentence: 'patch is atomic: of 200 claims at once, 20 seats are given, each once',
    caughtBy: ['addWithoutGuard', 'lostUpdate'],
    run: async ({ store }) => {
      await must(store, [insert('s', slot(20))])
      const outcomes = await Promise.all(Array.from({ length: 200 }, (_, i) => store.patch(claim(`b${i}`))))
      const given = outcomes.flatMap((outcome, i) => (outcome.outcome === 'patched' ? [`b${i}`] : []))
      const { doc } = await found(store, 's')
      expect(given).toHaveLength(20)
      expect(doc.left).toBe(0)
      expect(Object.keys(doc.holders as Doc).sort()).toEqual(given.sort())
      expect(
        outcomes.filter((outcome) => outcome.outcome === 'refused' && outcome.reason === 'guard'),
      ).toHaveLength(180)
    },
  },
  {
    sentence: 'a queue hands out each number once',
    caughtBy: ['lostUpdate', 'returnsBefore'],
    run: async ({ store }) => {
      await must(store, [insert('s', { v: 1, next: 0 })])
      const outcomes = await Promise.all(
        Array.from({ length: 60 }, () => store.patch({ collection: 'slots', id: 's', add: { next: 1 } })),
      )
      const numbers = outcomes.map((outcome) =>
        outcome.outcome === 'patched' ? outcome.stored.doc.next : outcome.outcome,
      )
      expect([...numbers].sort((a, b) => Number(a) - Number(b))).toEqual(
        Array.from({ length: 60 }, (_, i) => i + 1),
      )
    },
  },
  {
    sentence:
      'guards: minimum and maximum of a number after add, is, absent; a refused patch changes nothing',
    caughtBy: ['addWithoutGuard'],
    run: async ({ store }) => {
      const doc = slot(1, { n: 5, holders: { b1: 9 }, none: null })
      await must(store, [insert('s', doc)])
      const before = await found(store, 's')
      const refused: Omit<PatchSpec, 'collection' | 'id'>[] = [
        { add: { left: -2 }, when: [{ path: 'left', min: 0 }] },
        { add: { n: 1 }, when: [{ path: 'n', max: 5 }] },
        { set: { x: 1 }, when: [{ path: 'state', is: 'closed' }] },
        { set: { x: 1 }, when: [{ path: 'missing', is: null }] },
        { set: { x: 1 }, when: [{ path: 'holders.b1', absent: true }] },
        { set: { x: 1 }, when: [{ path: 'state', min: 0 }] },
        { set: { x: 1 }, when: [{ path: 'missing', max: 0 }] },
        { set: { x: 1 }, when: [{ path: 'none', absent: true }] },
      ]
      for (const body of refused)
        expect(await store.patch({ collection: 'slots', id: 's', ...body })).toEqual({
          outcome: 'refused',
          reason: 'guard',
        })
      expect(await found(store, 's')).toEqual(before)
      const held = await store.patch({
        collection: 'slots',
        id: 's',
        add: { left: -1, n: 0 },
        when: [
          { path: 'left', min: 0 },
          { path: 'n', max: 5 },
          { path: 'none', is: null },
          { path: 'holders.b2', absent: true },
        ],
      })
      expect(held.outcome).toBe('patched')
    },
  },
  {
    sentence: 'a missing document is `missing`, a missing number is `guard`',
    caughtBy: ['upserts'],
    run: async ({ store }) => {
      expect(await store.patch({ collection: 'slots', id: 'none', set: { a: 1 } })).toEqual({
        outcome: 'refused',
        reason: 'missing',
      })
      expect(await standing(store, 'none')).toBeUndefined()
      await must(store, [insert('s', { v: 1, text: 'x' })])
      expect(await store.patch({ collection: 'slots', id: 's', add: { left: 1 } })).toEqual({
        outcome: 'refused',
        reason: 'guard',
      })
      expect(await store.patch({ collection: 'slots', id: 's', add: { text: 1 } })).toEqual({
        outcome: 'refused',
        reason: 'guard',
      })
      expect(await store.patch({ collection: 'slots', id: 's', set: { 'text.inside': 1 } })).toEqual({
        outcome: 'refused',
        reason: 'guard',
      })
    },
  },
  {
    sentence: 'a patch adds, looks at the bounds, sets, then unsets',
    caughtBy: ['returnsBefore', 'upserts'],
    run: async ({ store }) => {
      await must(store, [insert('s', { v: 1, left: 1, holders: { b1: 1, b2: 2 }, old: 1 })])
      const outcome = await store.patch({
        collection: 'slots',
        id: 's',
        add: { left: 1, 'holders.b2': 5 },
        set: { 'new.way.down': { a: [1] } },
        unset: ['holders.b1', 'old', 'never.was'],
        when: [{ path: 'left', min: 2 }],
      })
      expect(outcome).toMatchObject({
        outcome: 'patched',
        stored: { doc: { v: 1, left: 2, holders: { b2: 7 }, new: { way: { down: { a: [1] } } } } },
      })
      expect((await found(store, 's')).doc).toEqual({
        v: 1,
        left: 2,
        holders: { b2: 7 },
        new: { way: { down: { a: [1] } } },
      })
      // a number added to a document that has none stays refused
      expect((await store.patch({ collection: 'slots', id: 's', add: { count: 1 } })).outcome).toBe('refused')
    },
  },
  {
    sentence: 'a repeat that finds its marker has succeeded; another holder of the marker is a guard',
    caughtBy: ['blindResend'],
    run: async ({ store, loseNextReply }) => {
      await must(store, [insert('s', slot(5))])
      const spec = { ...claim('b1', 7), marker: 'holders.b1' }
      loseNextReply()
      // an engine may find out by itself what became of it
      expect(['unknown', 'patched']).toContain((await store.patch(spec)).outcome)
      const again = await store.patch(spec)
      expect(again).toMatchObject({
        outcome: 'patched',
        already: true,
        stored: { doc: { left: 4, holders: { b1: 7 } } },
      })
      expect((await found(store, 's')).doc.left).toBe(4)
      expect(await store.patch({ ...claim('b1', 8), marker: 'holders.b1' })).toEqual({
        outcome: 'refused',
        reason: 'guard',
      })
    },
  },
  {
    sentence: 'at most 500 holders a document',
    caughtBy: ['unchecked'],
    run: async ({ store }) => {
      const holders = (count: number): Doc =>
        Object.fromEntries(Array.from({ length: count }, (_, i) => [`b${i}`, 1]))
      await expect(store.commit([insert('s', slot(5, { holders: holders(501) }))])).rejects.toThrow(
        StoreInputError,
      )
      await must(store, [insert('s', slot(5, { holders: holders(499) }))])
      expect((await store.patch(claim('last'))).outcome).toBe('patched')
      expect(await store.patch(claim('tooMany'))).toEqual({ outcome: 'refused', reason: 'guard' })
    },
  },
  {
    sentence: 'a patch that has no order, no path, no number or no marker of its own is refused',
    caughtBy: ['unchecked'],
    run: async ({ store }) => {
      await must(store, [insert('s', slot(5))])
      const wrong: unknown[] = [
        { add: { left: 1 }, set: { left: 1 } },
        { set: { a: 1, 'a.b': 1 } },
        { set: { 'a.b': 1 }, unset: ['a'] },
        { set: { 'a..b': 1 } },
        { set: { '__proto__.polluted': 1 } },
        { add: { left: 0.5 } },
        { set: { a: undefined } },
        { marker: 'holders.b1' },
        { when: [{ path: 'left' }] },
        { when: [{ path: 'left', min: 0, max: 1 }] },
        { when: [{ path: 'left', min: 0.5 }] },
        { when: [{ path: 'left', is: {} }] },
      ]
      for (const body of wrong)
        await expect(store.patch({ collection: 'slots', id: 's', ...(body as object) })).rejects.toThrow(
          StoreInputError,
        )
    },
  },
]
