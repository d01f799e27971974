/** The wallet: an invoice is there once, its sums are those of what is there, and it is its owner's alone. */
import fc from 'fast-check'
import { CATEGORY_CODES } from '../../../functions/invoices/data/categories'
import { digital, eachWorld, numberOf, openWorld, type World } from './world'

interface Kept {
  readonly invoice: {
    readonly id: string
    readonly category: string
    readonly note: string
    readonly fen: number
  }
  readonly again: boolean
}
interface Sums {
  readonly sums: readonly { month: string; category: string; count: number; fen: number }[]
}

let world: World
eachWorld((fresh) => (world = fresh))

const keep = (facts: object, more: object = {}, as = '甲'): Promise<Kept> =>
  world.must<Kept>('invoices/keep', { facts, source: 'scan', category: 'dining', note: '', ...more }, { as })

test('an invoice is in a wallet once, however often it is scanned and by how many phones at once', async () => {
  const facts = digital(numberOf(1))
  const all = await Promise.all(Array.from({ length: 8 }, () => keep(facts)))
  expect(new Set(all.map(({ invoice }) => invoice.id)).size).toBe(1)
  expect(all.filter(({ again }) => !again)).toHaveLength(1)
  const { items } = await world.must<{ items: unknown[] }>('invoices/mine', {})
  expect(items).toHaveLength(1)
  expect(await world.must<Sums>('invoices/months', { year: '2026' })).toEqual({
    sums: [{ month: '2026-11', category: 'dining', count: 1, fen: 12_800 }],
  })
})

test('two people may keep the same invoice, and neither sees the other’s', async () => {
  const facts = digital(numberOf(1))
  const { invoice } = await keep(facts, { note: '部门聚餐' })
  const other = await keep(facts, {}, '乙')
  expect(other.again).toBe(false)
  expect(other.invoice.id).not.toBe(invoice.id)
  for (const procedure of ['get', 'remove'])
    expect(await world.refused(`invoices/${procedure}`, { id: invoice.id }, { as: '乙' })).toBe('NOT_FOUND')
})

test('category and note change, and the sums with them; what is on a list is not removed', async () => {
  const { invoice } = await keep(digital(numberOf(1)))
  await world.must('invoices/change', { id: invoice.id, category: 'office', note: '墨盒' })
  expect((await world.must<Sums>('invoices/months', { year: '2026' })).sums).toMatchObject([
    { category: 'office', count: 1 },
  ])
  const { list } = await world.must<{ list: { id: string } }>('invoices/makeList', { title: '11 月报销' })
  await world.must('invoices/putOnList', { id: list.id, on: true, invoices: [invoice.id] })
  expect(await world.refused('invoices/remove', { id: invoice.id })).toBe('ON_A_LIST')
  await world.must('invoices/putOnList', { id: list.id, on: false, invoices: [invoice.id] })
  await world.must('invoices/remove', { id: invoice.id })
  expect(await world.must<Sums>('invoices/months', { year: '2026' })).toEqual({ sums: [] })
})

test('a list shows a month or a category, the newest first', async () => {
  await keep(digital(numberOf(1), 100, '2026-10-31'))
  await keep(digital(numberOf(2), 200, '2026-11-01'))
  await keep(digital(numberOf(3), 300, '2026-11-20'), { category: 'travel' })
  const amounts = async (wanted: object) =>
    (await world.must<{ items: { fen: number }[] }>('invoices/mine', wanted)).items.map(({ fen }) => fen)
  expect(await amounts({})).toEqual([300, 200, 100])
  expect(await amounts({ month: '2026-11' })).toEqual([300, 200])
  expect(await amounts({ category: 'travel' })).toEqual([300])
  expect(await amounts({ category: 'dining', month: '2026-11' })).toEqual([200])
})

test('sums are those of the wallet after any history', async () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant('keep' as const),
      n: fc.integer({ min: 1, max: 6 }),
      category: fc.constantFrom(...CATEGORY_CODES),
    }),
    fc.record({
      do: fc.constant('change' as const),
      n: fc.integer({ min: 1, max: 6 }),
      category: fc.constantFrom(...CATEGORY_CODES),
    }),
    fc.record({
      do: fc.constant('remove' as const),
      n: fc.integer({ min: 1, max: 6 }),
      category: fc.constantFrom(...CATEGORY_CODES),
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const here = await openWorld()
      const factsOf = (n: number) => digital(numberOf(n), n * 1_000, n % 2 ? '2026-11-02' : '2026-10-05')
      const ids = new Map<number, string>()
      for (const one of steps) {
        const id = ids.get(one.n)
        if (one.do === 'keep') {
          const { invoice } = await here.must<Kept>('invoices/keep', {
            facts: factsOf(one.n),
            source: 'typed',
            category: one.category,
            note: '',
          })
          ids.set(one.n, invoice.id)
        } else if (id !== undefined && one.do === 'change')
          await here.must('invoices/change', { id, category: one.category, note: '' })
        else if (id !== undefined) {
          await here.must('invoices/remove', { id })
          ids.delete(one.n)
        }
      }
      const { items } = await here.must<{
        items: { facts: { issuedOn: string }; category: string; fen: number }[]
      }>('invoices/mine', {})
      const truth = new Map<string, { count: number; fen: number }>()
      for (const { facts, category, fen } of items) {
        const key = `${facts.issuedOn.slice(0, 7)}.${category}`
        const { count, fen: all } = truth.get(key) ?? { count: 0, fen: 0 }
        truth.set(key, { count: count + 1, fen: all + fen })
      }
      const { sums } = await here.must<Sums>('invoices/months', { year: '2026' })
      expect(new Map(sums.map(({ month, category, ...sum }) => [`${month}.${category}`, sum]))).toEqual(truth)
      await here.services.close()
    }),
    { numRuns: 15 },
  )
}, 60_000)

test('whoever keeps a number with other figures than the confirmed ones is told neither its state nor its seller', async () => {
  const facts = await world.register({ total: 13_000 })
  await world.must('invoices/check', facts)
  interface Shown {
    readonly invoice: { readonly state: string; readonly sellerName: string | null; readonly fen: number }
  }
  const guessed = await world.must<Shown>(
    'invoices/keep',
    { facts: { ...facts, amount: 1 }, source: 'typed', category: 'other', note: '' },
    { as: '乙' },
  )
  expect(guessed.invoice).toMatchObject({ state: 'unknown', sellerName: null, fen: 1 })
  const known = await world.must<Shown>(
    'invoices/keep',
    { facts, source: 'scan', category: 'dining', note: '' },
    { as: '丙' },
  )
  expect(known.invoice).toMatchObject({ state: 'normal', sellerName: '示范市城东餐饮店', fen: 13_000 })
})
