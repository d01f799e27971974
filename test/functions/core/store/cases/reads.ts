/** `read` and `query`. */
import { StoreInputError, type Store } from '../../../../../functions/core/io/store/contract'
import { found, insert, must, type Case } from './case'

const ids = (page: { readonly items: readonly { readonly id: string }[] }): string[] =>
  page.items.map((item) => item.id)

/** Twelve slots of one hall, four a day, two of the same rank each. */
const fill = (store: Store) =>
  must(
    store,
    Array.from({ length: 12 }, (_, i) =>
      insert(`s${String(i).padStart(2, '0')}`, {
        v: 1,
        hall: i === 11 ? 'other' : 'h',
        day: `2026-11-2${Math.floor(i / 4)}`,
        rank: i % 2 === 0 ? i : null,
      }),
    ),
  )

export const readCases: readonly Case[] = [
  {
    sentence:
      'read gives the latest committed state of each id, in the order asked, all acknowledged commits included',
    caughtBy: ['staleRead'],
    run: async ({ store }) => {
      await must(store, [insert('a', { v: 1, n: 1 }), insert('b', { v: 1, n: 2 })])
      expect((await store.read('slots', ['b', 'none', 'a', 'b'])).map((one) => one?.doc.n)).toEqual([
        2,
        undefined,
        1,
        2,
      ])
      await must(store, [
        {
          op: 'replace',
          collection: 'slots',
          id: 'a',
          version: (await found(store, 'a')).version,
          doc: { v: 1, n: 3 },
        },
      ])
      expect((await found(store, 'a')).doc.n).toBe(3)
      expect(await store.read('slots', [])).toEqual([])
    },
  },
  {
    sentence: 'read and query know only declared collections',
    caughtBy: ['unchecked'],
    run: async ({ store }) => {
      await expect(store.read('nowhere', ['a'])).rejects.toThrow(StoreInputError)
      await expect(store.query('nowhere', { index: 'x' })).rejects.toThrow(StoreInputError)
      await expect(store.commit([insert('a', { v: 1 }, 'nowhere')])).rejects.toThrow(StoreInputError)
    },
  },
  {
    sentence: 'query walks a declared index, with equality on its leading fields and bounds on the next',
    caughtBy: ['everyRow', 'wrongOrder'],
    run: async ({ store }) => {
      await fill(store)
      const ask = async (spec: Parameters<Store['query']>[1]): Promise<string[]> =>
        ids(await store.query('slots', spec))
      expect(await ask({ index: 'byDay', where: { hall: 'h', day: '2026-11-21' } })).toEqual([
        's04',
        's05',
        's06',
        's07',
      ])
      expect(await ask({ index: 'byDay', where: { hall: 'h' }, range: { gte: '2026-11-22' } })).toEqual([
        's08',
        's09',
        's10',
      ])
      expect(
        await ask({
          index: 'byDay',
          where: { hall: 'h' },
          range: { gt: '2026-11-20', lt: '2026-11-22' },
          order: 'desc',
        }),
      ).toEqual(['s07', 's06', 's05', 's04'])
      expect(await ask({ index: 'byHall', where: { hall: 'h', day: '2026-11-21' } })).toEqual([
        's05',
        's07',
        's04',
        's06',
      ])
      expect(
        await ask({ index: 'byHall', where: { hall: 'h', day: '2026-11-21' }, range: { lte: 4 } }),
      ).toEqual(['s05', 's07', 's04'])
      expect(
        await ask({ index: 'byHall', where: { hall: 'h', day: '2026-11-21' }, range: { gt: null } }),
      ).toEqual(['s04', 's06'])
      expect(
        await ask({ index: 'byHall', where: { hall: 'h', day: '2026-11-21' }, range: { lt: null } }),
      ).toEqual([])
      expect(await ask({ index: 'byDay', where: { hall: 'nowhere' } })).toEqual([])
    },
  },
  {
    sentence:
      'query refuses an index that is not declared, equality elsewhere than on the leading fields, and more than 100 rows',
    caughtBy: ['unchecked'],
    run: async ({ store }) => {
      await fill(store)
      const wrong: unknown[] = [
        { index: 'byNothing' },
        { index: 'toString' },
        { index: 'byDay', where: { day: '2026-11-21' } },
        { index: 'byDay', where: { hall: 'h', rank: 1 } },
        { index: 'byDay', where: { hall: ['h'] } },
        { index: 'byDay', where: { hall: 'h', day: 'x' }, range: { gt: 'a' } },
        { index: 'byDay', range: { gt: 'a', gte: 'b' } },
        { index: 'byDay', range: { gt: 'a', lt: 1 } },
        { index: 'byRank', range: { gt: 1.5 } },
        { index: 'byDay', limit: 101 },
        { index: 'byDay', limit: 0 },
        { index: 'byDay', order: 'random' },
      ]
      for (const spec of wrong)
        await expect(store.query('slots', spec as Parameters<Store['query']>[1])).rejects.toThrow(
          StoreInputError,
        )
    },
  },
  {
    sentence: 'the index `id` walks every document of a collection in the order of their ids',
    caughtBy: ['wrongOrder', 'countedPages'],
    run: async ({ store }) => {
      const names = ['Z', 'a', '1', 'b.c', '_', '~']
      await must(
        store,
        names.map((name, i) => insert(name, { v: 1, rank: -i })),
      )
      await must(
        store,
        names.map((name) => insert(name, { v: 1 }, 'notes')),
      )
      const sorted = ['1', 'Z', '_', 'a', 'b.c', '~']
      expect(ids(await store.query('notes', { index: 'id' }))).toEqual(sorted)
      expect(ids(await store.query('slots', { index: 'id', order: 'desc' }))).toEqual([...sorted].reverse())
      const first = await store.query('slots', { index: 'id', limit: 2 })
      await must(store, [insert('0', { v: 1 })])
      const rest = await store.query('slots', { index: 'id', after: first.next })
      expect([...ids(first), ...ids(rest)]).toEqual(sorted)
      await expect(store.query('slots', { index: 'id', where: { id: 'a' } })).rejects.toThrow(StoreInputError)
    },
  },
  {
    sentence:
      'a document whose matched and ordering fields stay unchanged during a scan appears exactly once',
    caughtBy: ['countedPages'],
    run: async ({ store }) => {
      await fill(store)
      for (const order of ['asc', 'desc'] as const) {
        const seen: string[] = []
        for (let after: string | undefined, round = 0; ; round += 1) {
          const page = await store.query('slots', { index: 'byHall', order, limit: 3, after })
          seen.push(...ids(page))
          // before and behind the place, documents come and go
          await must(store, [
            insert(`a${order}${round}`, { v: 1, hall: order === 'asc' ? 'a' : 'z', day: '2020-01-01' }),
          ])
          await store.patch({ collection: 'slots', id: 's03', set: { note: round } })
          if (page.next === undefined) break
          after = page.next
        }
        expect(seen.filter((id) => id.startsWith('s')).sort()).toEqual(
          Array.from({ length: 12 }, (_, i) => `s${String(i).padStart(2, '0')}`),
        )
      }
    },
  },
  {
    sentence: 'cursors end in the id: equal rows are neither repeated nor left out, whatever the page size',
    caughtBy: ['wrongOrder', 'everyRow'],
    run: async ({ store }) => {
      await must(
        store,
        Array.from({ length: 10 }, (_, i) =>
          insert(`t${i}`, { v: 1, hall: 'h', day: i < 5 ? null : 'd', rank: i < 7 ? null : 1 }),
        ),
      )
      const whole = ids(await store.query('slots', { index: 'byHall', where: { hall: 'h' } }))
      expect(whole).toEqual(['t0', 't1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9'])
      for (const order of ['asc', 'desc'] as const) {
        for (const limit of [1, 2, 3, 9, 10, 11]) {
          const seen: string[] = []
          for (let after: string | undefined; ;) {
            const page = await store.query('slots', {
              index: 'byHall',
              where: { hall: 'h' },
              limit,
              order,
              after,
            })
            expect(page.items.length).toBeLessThanOrEqual(limit)
            seen.push(...ids(page))
            if (page.next === undefined) break
            after = page.next
          }
          expect(seen).toEqual(order === 'asc' ? whole : [...whole].reverse())
        }
      }
    },
  },
  {
    sentence: 'a cursor is bound to its query',
    caughtBy: ['countedPages'],
    run: async ({ store }) => {
      await fill(store)
      const { next } = await store.query('slots', { index: 'byDay', where: { hall: 'h' }, limit: 2 })
      expect(next).toBeDefined()
      await expect(
        store.query('slots', { index: 'byDay', where: { hall: 'other' }, after: next }),
      ).rejects.toThrow(StoreInputError)
      await expect(
        store.query('slots', { index: 'byDay', where: { hall: 'h' }, order: 'desc', after: next }),
      ).rejects.toThrow(StoreInputError)
      await expect(
        store.query('slots', { index: 'byDay', where: { hall: 'h' }, range: { gt: 'a' }, after: next }),
      ).rejects.toThrow(StoreInputError)
      for (const after of ['', 'x', `${next ?? ''}A`, 'bnVsbA', Buffer.from('["a"]').toString('base64url')]) {
        await expect(store.query('slots', { index: 'byDay', where: { hall: 'h' }, after })).rejects.toThrow(
          StoreInputError,
        )
      }
    },
  },
]
