/** What somebody types is a value on every engine, never a part of its language: in ids, texts, guards and conditions. */
import { StoreInputError, type Json } from '../../../../functions/core/io/store/contract'
import { onEveryEngine } from '../../../harness/store/engines'

const HOSTILE = [
  "a'; DROP TABLE c_slots; --",
  "a' OR '1'='1",
  'a"b',
  'a\\b',
  '%',
  '_',
  '$where',
  '$$ROOT',
  '{"$gt":""}',
  '../../x',
  '__proto__',
  'constructor',
  'a.b.c',
  'a b',
]
const OPERATOR: Readonly<Record<string, Json>> = { $gt: '' }
const at = { collection: 'slots' } as const

onEveryEngine('hostile words', (engine) => {
  test('stand for themselves', async () => {
    const { store, close } = await engine.open()
    for (const [n, id] of HOSTILE.entries()) {
      expect([
        id,
        await store.commit([{ op: 'insert', ...at, id, doc: { v: 1, hall: id, day: id, n } }]),
      ]).toMatchObject([id, { outcome: 'committed' }])
    }
    for (const [n, id] of HOSTILE.entries()) {
      expect((await store.read('slots', [id]))[0]?.doc).toEqual({ v: 1, hall: id, day: id, n })
      expect(
        (
          await store.query('slots', { index: 'byDay', where: { hall: id }, range: { gte: id, lte: id } })
        ).items.map((found) => found.id),
      ).toEqual([id])
      expect(
        await store.patch({ ...at, id, set: { note: id }, when: [{ path: 'hall', is: `${id} ` }] }),
      ).toEqual({ outcome: 'refused', reason: 'guard' })
      expect(
        await store.patch({ ...at, id, set: { note: id }, when: [{ path: 'hall', is: id }] }),
      ).toMatchObject({ outcome: 'patched', stored: { doc: { note: id } } })
    }
    expect((await store.query('slots', { index: 'id' })).items.map(({ id }) => id)).toEqual(
      [...HOSTILE].sort(),
    )
    await close()
  })

  test('are refused where a name is wanted, and operators where a value is', async () => {
    const { store, close } = await engine.open()
    await store.commit([{ op: 'insert', ...at, id: 'a', doc: { v: 1, hall: 'h', day: 'd' } }])
    const refused = [
      () => store.read('slots; DROP TABLE c_slots', ['a']),
      () => store.patch({ ...at, id: 'a', set: { "x'; --": 1 } }),
      () => store.patch({ ...at, id: 'a', set: { $set: 1 } }),
      () => store.patch({ ...at, id: 'a', set: { x: OPERATOR } }),
      () =>
        store.patch({
          ...at,
          id: 'a',
          set: { x: 1 },
          when: [{ path: 'hall', is: OPERATOR as unknown as string }],
        }),
      () => store.query('slots', { index: 'byDay', where: { hall: OPERATOR as unknown as string } }),
      () => store.query("byDay' --", { index: 'byDay' }),
    ]
    for (const call of refused) await expect(call()).rejects.toThrow(StoreInputError)
    expect((await store.read('slots', ['a']))[0]?.doc).toEqual({ v: 1, hall: 'h', day: 'd' })
    await close()
  })
})
