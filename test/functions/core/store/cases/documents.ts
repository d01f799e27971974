/** Document, order, version. */
import { StoreInputError, type Doc } from '../../../../../functions/core/io/store/contract'
import { found, insert, must, standing, type Case } from './case'

const refuses = (name: string, doc: unknown): Case => ({
  sentence: `a document is refused: ${name}`,
  caughtBy: ['unchecked'],
  run: async ({ store }) => {
    await expect(store.commit([insert('a', doc as Doc, 'notes')])).rejects.toThrow(StoreInputError)
    expect(await standing(store, 'a', 'notes')).toBeUndefined()
    // the same rules hold for what a patch sets
    await must(store, [insert('b', { v: 1 }, 'notes')])
    await expect(store.patch({ collection: 'notes', id: 'b', set: { x: doc as Doc } })).rejects.toThrow(
      StoreInputError,
    )
  },
})

const deep = (depth: number): Doc => (depth === 0 ? {} : { a: deep(depth - 1) })

export const documentCases: readonly Case[] = [
  refuses('U+0000', { a: 'x\0' }),
  refuses('a lone surrogate', { a: '\ud800' }),
  refuses('a number that is not whole', { a: 1.5 }),
  refuses('a number that is not safe', { a: 2 ** 53 }),
  refuses('not a number', { a: Number.NaN }),
  refuses('a date, which is not JSON', { a: new Date(0) }),
  refuses('a key with a dot', { 'a.b': 1 }),
  refuses('an empty key', { '': 1 }),
  refuses('a key of 65 characters', { ['k'.repeat(65)]: 1 }),
  refuses('the key __proto__', JSON.parse('{"__proto__": {"a": 1}}')),
  refuses('nesting without end', deep(40)),
  {
    sentence: 'a document is at most 64 kB, counted in UTF-8',
    caughtBy: ['unchecked'],
    run: async ({ store }) => {
      const filled = (bytes: number): Doc => ({ v: 1, a: '税'.repeat(Math.floor((bytes - 14) / 3)) })
      await must(store, [insert('a', filled(64 * 1024), 'notes')])
      await expect(store.commit([insert('b', filled(64 * 1024 + 6), 'notes')])).rejects.toThrow(
        StoreInputError,
      )
    },
  },
  {
    sentence: 'ids are ASCII, at most 120',
    caughtBy: ['unchecked'],
    run: async ({ store }) => {
      await must(store, [insert('i'.repeat(120), { v: 1 })])
      for (const id of ['', 'i'.repeat(121), '税', 'a\n']) {
        await expect(store.commit([insert(id, { v: 1 })])).rejects.toThrow(StoreInputError)
        await expect(store.read('slots', [id])).rejects.toThrow(StoreInputError)
      }
    },
  },
  {
    sentence: 'what was written is read back the same',
    caughtBy: ['halfApplied', 'staleRead'],
    run: async ({ store }) => {
      const doc = {
        v: 1,
        text: '税务 "quoted" \\ \u0001 🧾',
        zero: 0,
        low: -(2 ** 53 - 1),
        yes: true,
        none: null,
        list: [1, [], { a: null }],
        deep: { constructor: 'c', toString: 1 },
      }
      expect(await standing(store, 'a')).toBeUndefined()
      await must(store, [insert('a', doc)])
      expect((await found(store, 'a')).doc).toEqual(doc)
      // a second document that fails leaves nothing of the first
      await store.commit([insert('b', doc), insert('a', doc)])
      expect(await standing(store, 'b')).toBeUndefined()
    },
  },
  {
    sentence: 'order is bytewise UTF-8, null first, ties by id',
    caughtBy: ['wrongOrder'],
    run: async ({ store }) => {
      // in UTF-16 the emoji (surrogates, d83e…) would come before U+FFFD
      const days = [null, null, '', '10', '9', 'Z', 'a', 'é', '税', '\ufffd', '🧾']
      const rows = days.map((day, i) => insert(`r${String(i).padStart(2, '0')}`, { v: 1, hall: 'h', day }))
      await must(store, [...rows].reverse())
      const page = await store.query('slots', { index: 'byDay', where: { hall: 'h' } })
      expect(page.items.map((item) => item.id)).toEqual(rows.map((row) => row.id))
      const back = await store.query('slots', { index: 'byDay', where: { hall: 'h' }, order: 'desc' })
      expect(back.items.map((item) => item.id)).toEqual(rows.map((row) => row.id).reverse())
    },
  },
  {
    sentence: 'a missing indexed field orders as null; numbers order as numbers',
    caughtBy: ['wrongOrder', 'everyRow'],
    run: async ({ store }) => {
      await must(store, [
        insert('n10', { v: 1, rank: 10 }),
        insert('n9', { v: 1, rank: 9 }),
        insert('minus', { v: 1, rank: -1 }),
        insert('none', { v: 1 }),
      ])
      expect((await store.query('slots', { index: 'byRank' })).items.map((item) => item.id)).toEqual([
        'none',
        'minus',
        'n9',
        'n10',
      ])
      expect(
        (await store.query('slots', { index: 'byRank', where: { rank: null } })).items.map((item) => item.id),
      ).toEqual(['none'])
    },
  },
  {
    sentence: 'an indexed field holds a scalar',
    caughtBy: ['unchecked'],
    run: async ({ store }) => {
      await expect(store.commit([insert('a', { v: 1, day: ['2026'] })])).rejects.toThrow(StoreInputError)
      await must(store, [insert('a', { v: 1 })])
      await expect(store.patch({ collection: 'slots', id: 'a', set: { day: { x: 1 } } })).rejects.toThrow(
        StoreInputError,
      )
      await expect(store.patch({ collection: 'slots', id: 'a', set: { 'day.x': 1 } })).rejects.toThrow(
        StoreInputError,
      )
    },
  },
  {
    sentence: 'every write changes the version, and no version comes back',
    caughtBy: ['contentVersion'],
    run: async ({ store }) => {
      const seen = new Set<string>()
      const look = async (): Promise<string> => {
        const { version } = await found(store, 'a')
        seen.add(version)
        return version
      }
      const doc = { v: 1, a: 1 }
      const first = await must(store, [insert('a', doc)])
      expect(first.versions).toEqual([await look()])
      await must(store, [{ op: 'replace', collection: 'slots', id: 'a', version: await look(), doc }])
      await look()
      await store.patch({ collection: 'slots', id: 'a' })
      await look()
      await must(store, [{ op: 'patch', collection: 'slots', id: 'a', set: { a: 1 } }])
      const last = await look()
      await must(store, [{ op: 'remove', collection: 'slots', id: 'a', version: last }])
      await must(store, [insert('a', doc)])
      await look()
      expect(seen.size).toBe(5)
      expect(
        (await store.commit([{ op: 'replace', collection: 'slots', id: 'a', version: last, doc }])).outcome,
      ).toBe('refused')
    },
  },
]
