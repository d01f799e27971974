/** What is refused never reaches an engine; cursors, patches and readers as pure parts. */
import * as fc from 'fast-check'
import { AppError } from '../../../../functions/core/pure/errors'
import { applyPatch, valueAt } from '../../../../functions/core/io/store/apply-patch'
import { defineCollection } from '../../../../functions/core/io/store/collection'
import {
  StoreInputError,
  type Doc,
  type PatchSpec,
  type QuerySpec,
  type Store,
} from '../../../../functions/core/io/store/contract'
import type { Engine } from '../../../../functions/core/io/store/engine'
import { catalogueOf, storeOver } from '../../../../functions/core/io/store/front'
import { reader, upcast } from '../../../../functions/core/io/store/reader'
import { sqlite } from '../../../harness/store/engines/sqlite'
import { openTransacting } from '../../../harness/store/transacting'
import { slots, testCollections } from '../../../harness/store/subject'

const spied = (): { readonly store: Store; readonly calls: string[] } => {
  const calls: string[] = []
  const engine: Engine = {
    read: async () => (calls.push('read'), []),
    query: async () => (calls.push('query'), []),
    patch: async () => (calls.push('patch'), { outcome: 'busy' }),
    commit: async () => (calls.push('commit'), { outcome: 'busy' }),
    health: async () => ({ engine: 'spy', durable: false, detail: {} }),
    close: async () => undefined,
  }
  return { store: storeOver(engine, catalogueOf(testCollections)), calls }
}

describe('before any engine', () => {
  const at = { collection: 'slots', id: 'a' }
  const wrong: [string, (store: Store) => Promise<unknown>][] = [
    ['a document that is none', (store) => store.commit([{ op: 'insert', ...at, doc: { a: 0.5 } }])],
    [
      'a good change beside a bad one',
      (store) =>
        store.commit([
          { op: 'insert', ...at, doc: { v: 1 } },
          { op: 'remove', collection: 'slots', id: 'b', version: '' },
        ]),
    ],
    ['an empty commit', (store) => store.commit([])],
    ['an id that is none', (store) => store.read('slots', ['a', '税'])],
    ['a patch through __proto__', (store) => store.patch({ ...at, set: { '__proto__.x': 1 } })],
    ['an index that is not declared', (store) => store.query('slots', { index: 'byTaste' })],
    ['a cursor that is none', (store) => store.query('slots', { index: 'byRank', after: 'x' })],
  ]
  test.each(wrong)('%s is refused', async (_name, ask) => {
    const { store, calls } = spied()
    await expect(ask(store)).rejects.toThrow(StoreInputError)
    expect(calls).toEqual([])
  })

  test('what is well formed reaches it', async () => {
    const { store, calls } = spied()
    await store.commit([{ op: 'insert', ...at, doc: { v: 1 } }])
    await store.patch({ ...at })
    await store.read('slots', ['a'])
    await store.query('slots', { index: 'byRank', where: {}, range: {} })
    expect(calls).toEqual(['commit', 'patch', 'read', 'query'])
  })
})

describe('patches', () => {
  const paths = fc.constantFrom('a', 'b', 'c.d', 'c.e', 'f.g.h')
  const docs = fc.record({
    a: fc.integer(),
    b: fc.option(fc.integer()),
    c: fc.record({ d: fc.integer() }),
  }) as fc.Arbitrary<Doc>
  const patches = fc.record({
    add: fc.dictionary(fc.constantFrom('a', 'c.d'), fc.integer()),
    unset: fc.uniqueArray(paths.filter((path) => !['a', 'c.d'].includes(path))),
  })

  test('never change the document they are given, and do exactly what they say', () => {
    fc.assert(
      fc.property(docs, patches, (doc, patch) => {
        const before = JSON.stringify(doc)
        const result = applyPatch(doc, patch)
        expect(JSON.stringify(doc)).toBe(before)
        if (result.outcome !== 'patched') throw new Error(result.outcome)
        for (const [path, amount] of Object.entries(patch.add))
          expect(valueAt(result.doc, path)).toBe(Number(valueAt(doc, path)) + amount)
        for (const path of patch.unset) expect(valueAt(result.doc, path)).toBeUndefined()
        expect(JSON.parse(result.text)).toEqual(JSON.parse(JSON.stringify(result.doc)))
      }),
      { seed: 7 },
    )
  })

  const refused: [string, Doc, Partial<PatchSpec>][] = [
    ['a sum that is not safe', { n: Number.MAX_SAFE_INTEGER }, { add: { n: 1 } }],
    ['a path into a list', { list: [1] }, { set: { 'list.0': 2 } }],
    ['a document that grows past 64 kB', { a: 'x'.repeat(60_000) }, { set: { b: 'x'.repeat(6_000) } }],
  ]
  test.each(refused)('%s is a guard', (_name, doc, patch) => {
    expect(applyPatch(doc, patch)).toEqual({ outcome: 'guard' })
  })

  test('a marker may be any value, compared by what it holds', () => {
    const patch = { set: { m: { b: [1, { c: null }], a: 1 } }, marker: 'm' }
    expect(applyPatch({}, patch).outcome).toBe('patched')
    expect(applyPatch({ m: { a: 1, b: [1, { c: null }] } }, patch)).toEqual({ outcome: 'already' })
    expect(applyPatch({ m: { a: 1, b: [1] } }, patch)).toEqual({ outcome: 'guard' })
    expect(applyPatch({ m: null }, patch)).toEqual({ outcome: 'guard' })
  })
})

describe('reader', () => {
  const second = defineCollection<Doc>({
    ...slots,
    v: 3,
    upcasters: { 1: (doc) => ({ ...doc, two: true }), 2: (doc) => ({ ...doc, three: true }) },
  })

  test('brings documents to the shape that this code writes, one version after the other', async () => {
    const t = await openTransacting(sqlite)
    await t.put('old', { v: 1, rank: 1 })
    await t.put('older', { rank: 2 })
    await t.put('new', { v: 3, rank: 3 })
    const read = reader(t.store)
    expect(await read.get(second, 'old')).toEqual({ v: 3, rank: 1, two: true, three: true })
    expect(await read.get(second, 'none')).toBeUndefined()
    expect(await read.getMany(second, ['new', 'none', 'older'])).toEqual([
      { v: 3, rank: 3 },
      undefined,
      { v: 3, rank: 2, two: true, three: true },
    ])
    const page = await read.query(second, { index: 'byRank', limit: 2 })
    expect(page.items.map((item) => [item.id, item.doc.three])).toEqual([
      ['old', true],
      ['older', true],
    ])
    expect(
      (await read.query(second, { index: 'byRank', limit: 2, after: page.next })).items.map(
        (item) => item.id,
      ),
    ).toEqual(['new'])
    await t.subject.close()
  })

  test('a version without an upcaster is an error, not a guess', () => {
    expect(() => upcast({ ...second, upcasters: {} }, { v: 2 })).toThrow(/no upcaster from version 2/)
  })

  test('a cursor that a client made up is INVALID_INPUT; a query that our code got wrong is not', async () => {
    const read = reader(spied().store)
    const ask = (spec: QuerySpec): Promise<unknown> =>
      read.query(slots, spec).catch((error: unknown) => error)
    expect(await ask({ index: 'byRank', after: 'made-up' })).toBeInstanceOf(AppError)
    expect(await ask({ index: 'byRank', after: 'made-up' })).toMatchObject({ code: 'INVALID_INPUT' })
    expect(await ask({ index: 'byTaste' })).toBeInstanceOf(StoreInputError)
  })
})
