import { defineCollection } from '../../../../functions/core/io/store/collection'
import { allOf, eachOf, pageAnswer, pagesOf } from '../../../../functions/core/io/store/pages'
import { testServices, type TestServices } from '../../../harness/context'

type Row = { readonly v: 2; readonly of: string; readonly rank: number; readonly word: string }
const rows = defineCollection<Row>({
  name: 'pagedRows',
  v: 2,
  indexes: { of: ['of', 'rank'] },
  retention: { kind: 'forever', why: 'a test' },
  upcasters: { 1: (doc) => ({ ...doc, word: 'from before' }) },
})

let services: TestServices
beforeEach(async () => {
  services = await testServices({ collections: [rows] })
})
afterEach(() => services.close())

const fill = async (count: number): Promise<void> => {
  for (let from = 0; from < count; from += 40) {
    const changes = Array.from({ length: Math.min(40, count - from) }, (_, i) => ({
      op: 'insert' as const,
      collection: rows.name,
      id: `r${String(from + i).padStart(5, '0')}`,
      doc: { v: 1, of: (from + i) % 2 === 0 ? 'even' : 'odd', rank: from + i },
    }))
    expect((await services.store.commit(changes)).outcome).toBe('committed')
  }
}
const even = { index: 'of', where: { of: 'even' } } as const

it('reads every row that an index finds, in its order, in the shape of today', async () => {
  await fill(501)
  const seen: number[] = []
  for await (const { doc } of eachOf(services.store, rows, even)) {
    seen.push(doc.rank)
    expect(doc.word).toBe('from before')
  }
  expect(seen).toEqual(Array.from({ length: 251 }, (_, i) => i * 2))
  expect(await allOf(services.store, rows, { ...even, limit: 7 })).toHaveLength(251)
})

it('gives one empty page of what holds nothing', async () => {
  const pages = []
  for await (const page of pagesOf(services.store, rows, even)) pages.push(page)
  expect(pages).toEqual([[]])
})

it('begins where it is told to', async () => {
  await fill(30)
  const first = await services.store.query(rows.name, { ...even, limit: 10 })
  const rest = await allOf(services.store, rows, { ...even, after: first.next })
  expect(rest.map(({ doc }) => doc.rank)).toEqual([20, 22, 24, 26, 28])
})

it('stops reading when the loop does', async () => {
  await fill(300)
  let asked = 0
  const counting = {
    ...services.store,
    query: (...question: Parameters<typeof services.store.query>) => {
      asked += 1
      return services.store.query(...question)
    },
  } as typeof services.store
  for await (const { doc } of eachOf(counting, rows, { ...even, limit: 50 })) if (doc.rank >= 60) break
  expect(asked).toBe(1)
})

it('answers with a page as contracts declare it: no `next` on the last', () => {
  expect(pageAnswer({ items: [1, 2], next: 'c' }, String)).toEqual({ items: ['1', '2'], next: 'c' })
  expect(pageAnswer({ items: [1], next: undefined }, String)).toStrictEqual({ items: ['1'] })
})
