/** Documents through the real SDK: queries, updates, limits. */
import { codeOf, openForTests } from './sdk'

const opened = openForTests()
let count = 0
/** A document of its own for each test. */
const place = async (document: object): Promise<string> => {
  const id = `d${(count += 1)}`
  await opened()
    .db.collection('slots')
    .add({ _id: id, ...document })
  return id
}
const read = async (id: string): Promise<Record<string, unknown> | undefined> => {
  const { data } = await opened().db.collection('slots').doc(id).get()
  return data[0] as Record<string, unknown> | undefined
}

describe('documents', () => {
  it('are read back as they were written, and get an id where none is given', async () => {
    const { db } = opened()
    const document = {
      text: '税\u{1F600}',
      list: [1, { a: null }],
      at: new Date(5),
      big: Number.MAX_SAFE_INTEGER,
      no: false,
    }
    expect(await read(await place(document))).toMatchObject(document)
    const added = await db.collection('slots').add({ n: 1 })
    expect(added.id).toMatch(/^[0-9a-f]{32}$/)
    expect(await read('nobody')).toBeUndefined()
  })

  it('refuse an id that is there, with MongoDB’s words', async () => {
    const id = await place({})
    await expect(opened().db.collection('slots').add({ _id: id })).rejects.toMatchObject({
      code: 'DATABASE_DUPLICATE_WRITE',
      message: expect.stringContaining('E11000') as string,
    })
  })

  it('refuse a collection that nobody made, and what is larger than 16 MB', async () => {
    const { db } = opened()
    expect(await codeOf(db.collection('nowhere').get())).toBe('DATABASE_COLLECTION_NOT_EXIST')
    expect(await codeOf(db.collection('slots').add({ text: 'x'.repeat(16 * 1024 * 1024) }))).toBe(
      'DATABASE_REQUEST_FAILED',
    )
  })

  it('count as updated only when they change', async () => {
    const { db } = opened()
    const id = await place({ n: 1 })
    const slots = db.collection('slots')
    expect((await slots.doc(id).update({ n: 1 })).updated).toBe(0)
    expect((await slots.doc(id).update({ n: 2 })).updated).toBe(1)
    expect((await slots.where({ _id: 'nobody' }).update({ n: 2 })).updated).toBe(0)
  })

  it('are replaced or made by set, and removed', async () => {
    const { db } = opened()
    const id = await place({ n: 1, left: 3 })
    const slots = db.collection('slots')
    await slots.doc(id).set({ n: 2 })
    expect(await read(id)).toEqual({ _id: id, n: 2 })
    expect(await slots.doc(`${id}-new`).set({ n: 3 })).toMatchObject({ updated: 0, upsertedId: `${id}-new` })
    expect((await slots.doc(id).remove()).deleted).toBe(1)
    expect(await read(id)).toBeUndefined()
  })

  it('take the server’s time', async () => {
    const id = await place({ at: opened().db.serverDate({ offset: 60_000 }) })
    const { at } = (await read(id)) as { at: Date }
    expect(Math.abs(at.getTime() - Date.now() - 60_000)).toBeLessThan(5_000)
  })
})

describe('updates', () => {
  it.each([
    [
      'set makes the way',
      { a: { b: 1 } },
      (c: Command) => ({ 'a.c.d': c.set({ e: 1 }) }),
      { a: { b: 1, c: { d: { e: 1 } } } },
    ],
    [
      'remove',
      { a: { b: 1 }, n: 1 },
      (c: Command) => ({ 'a.b': c.remove(), 'x.y': c.remove() }),
      { a: {}, n: 1 },
    ],
    [
      'inc and mul, missing as 0',
      { n: 2 },
      (c: Command) => ({ n: c.inc(-3), m: c.inc(4), k: c.mul(9) }),
      { n: -1, m: 4, k: 0 },
    ],
    [
      'min and max',
      { n: 2, m: 2 },
      (c: Command) => ({ n: c.min(1), m: c.max(1), k: c.max('x') }),
      { n: 1, m: 2, k: 'x' },
    ],
    [
      'push, unshift',
      { l: [2], m: [2] },
      (c: Command) => ({ l: c.push([3, 4]), m: c.unshift([1]) }),
      { l: [2, 3, 4], m: [1, 2] },
    ],
    [
      'push with position, order and length',
      { l: [5, 1] },
      (c: Command) => ({ l: c.push({ each: [3], sort: 1, slice: -2 }) }),
      { l: [3, 5] },
    ],
    [
      'pop, shift',
      { l: [1, 2, 3], m: [1, 2, 3] },
      (c: Command) => ({ l: c.pop(), m: c.shift() }),
      { l: [1, 2], m: [2, 3] },
    ],
    [
      'addToSet',
      { l: [1], m: [1] },
      (c: Command) => ({ l: c.addToSet(1), m: c.addToSet(2) }),
      { l: [1], m: [1, 2] },
    ],
    [
      'pull a value or what a condition finds',
      { l: [1, 2, 1], m: [1, 5, 9] },
      (c: Command) => ({ l: c.pull(1), m: c.pull(c.gt(4)) }),
      { l: [2], m: [1] },
    ],
    ['rename', { a: 1 }, (c: Command) => ({ a: c.rename('b') }), { b: 1 }],
    [
      'a position of an array',
      { l: [{ n: 1 }, { n: 2 }] },
      (c: Command) => ({ 'l.1.n': c.inc(5), 'l.3': c.set(0) }),
      { l: [{ n: 1 }, { n: 7 }, null, 0] },
    ],
    ['a nested object as its fields', { a: { b: 1, c: 1 } }, () => ({ a: { b: 2 } }), { a: { b: 2, c: 1 } }],
  ])('%s', async (_name, before, change, after) => {
    const { db } = opened()
    const id = await place(before)
    await db.collection('slots').doc(id).update(change(db.command))
    expect(await read(id)).toEqual({ _id: id, ...after })
  })

  it.each([
    [
      'a field inside a number',
      (c: Command) => ({ 'n.x': c.set(1) }),
      "Cannot create field 'x' in element {n: 1}",
    ],
    ['a field inside null', (c: Command) => ({ 'none.x': c.set(1) }), 'Cannot create field'],
    ['a name inside an array', (c: Command) => ({ 'l.x': c.set(1) }), 'Cannot create field'],
    [
      'adding to a text',
      (c: Command) => ({ text: c.inc(1) }),
      'Cannot apply $inc to a value of non-numeric type',
    ],
    ['pushing to a number', (c: Command) => ({ n: c.push([1]) }), 'must be an array'],
    [
      'two changes of one place',
      (c: Command) => ({ o: c.set({}), 'o.x': c.inc(1) }),
      'would create a conflict',
    ],
  ])('refuse %s, and change nothing', async (_name, change, message) => {
    const { db } = opened()
    const before = { n: 1, none: null, l: [1], text: 'x' }
    const id = await place(before)
    await expect(db.collection('slots').doc(id).update(change(db.command))).rejects.toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
      message: expect.stringContaining(message) as string,
    })
    expect(await read(id)).toEqual({ _id: id, ...before })
  })
})

type Command = ReturnType<typeof opened>['db']['command']

describe('queries', () => {
  const rows = [
    { k: 'a', v: 1 },
    { k: 'b', v: 5 },
    { k: 'c', v: null },
    { k: 'd' },
    { k: 'e', v: 'text' },
    { k: 'f', v: [1, 9] },
    { k: 'g', v: { x: 1, y: [{ z: 1 }, { z: 2 }] } },
    { k: 'h', v: true },
    { k: 'i', v: '\uFFEE' },
    { k: 'j', v: '\u{1F600}' },
  ]
  beforeAll(async () => {
    const { emulator, db } = opened()
    emulator.createCollections([{ name: 'rows' }])
    await db.collection('rows').add(rows)
  })
  const keys = async (query: object): Promise<string> => {
    const { data } = await opened().db.collection('rows').where(query).orderBy('k', 'asc').get()
    return (data as { k: string }[]).map(({ k }) => k).join('')
  }

  it.each([
    ['null matches what is missing', (c: Command) => ({ v: c.eq(null) }), 'cd'],
    ['neq', (c: Command) => ({ v: c.neq(1) }), 'bcdeghij'],
    ['a number is compared with numbers, in arrays too', (c: Command) => ({ v: c.gt(1) }), 'bf'],
    ['gte null', (c: Command) => ({ v: c.gte(null) }), 'cd'],
    ['texts in the order of their bytes', (c: Command) => ({ v: c.gt('\uFFEE') }), 'j'],
    ['in and nin', (c: Command) => ({ v: c.in([1, null]) }), 'acdf'],
    ['nin', (c: Command) => ({ v: c.nin([1, null, true]) }), 'begij'],
    ['exists', (c: Command) => ({ v: c.exists(false) }), 'd'],
    ['a path through arrays', () => ({ 'v.y.z': 2 }), 'g'],
    ['a position', () => ({ 'v.1': 9 }), 'f'],
    ['and, or', (c: Command) => ({ v: c.and(c.gte(1), c.lt(5)) }), 'af'],
    ['or of fields', (c: Command) => c.or([{ v: 5 }, { k: 'h' }]), 'bh'],
    ['nor', (c: Command) => c.nor([{ v: c.exists(true) }, { k: 'z' }]), 'd'],
    ['not', (c: Command) => ({ v: c.not(c.gt(1)) }), 'acdeghij'],
    ['mod, size, all', (c: Command) => ({ v: c.and(c.size(2), c.all([9, 1])) }), 'f'],
    ['mod', (c: Command) => ({ v: (c.mod as (...of: number[]) => unknown)(2, 1) }), 'abf'],
    ['elemMatch', (c: Command) => ({ 'v.y': c.elemMatch({ z: c.gt(1) }) }), 'g'],
    ['a regular expression', () => ({ v: /^te/ }), 'e'],
    ['expr', (c: Command) => c.expr({ $eq: ['$v', 5] }) as object, 'b'],
  ])('%s', async (_name, query, expected) => {
    expect(await keys((query as (command: Command) => object)(opened().db.command))).toBe(expected)
  })

  it('sort null and missing first, then numbers, texts by bytes, objects, arrays by their least element, booleans', async () => {
    const { data } = await opened().db.collection('rows').orderBy('v', 'asc').orderBy('k', 'asc').get()
    expect((data as { k: string }[]).map(({ k }) => k).join('')).toBe('cdafbeijgh')
  })

  it('give 100 rows unless told, and 1000 at most', async () => {
    const { emulator, db } = opened()
    emulator.createCollections([{ name: 'many' }])
    await db.collection('many').add(Array.from({ length: 1100 }, (_, n) => ({ n })))
    const many = db.collection('many')
    expect((await many.get()).data).toHaveLength(100)
    expect((await many.limit(5000).get()).data).toHaveLength(1000)
    expect((await many.count()).total).toBe(1100)
    expect(
      (
        await many
          .where({ n: db.command.lt(50) })
          .skip(45)
          .field({ n: true, _id: false })
          .get()
      ).data,
    ).toEqual([45, 46, 47, 48, 49].map((n) => ({ n })))
    expect((await many.where({ n: db.command.lt(50) }).remove()).deleted).toBe(50)
    expect(
      (
        await many
          .aggregate()
          .group({ _id: null, least: db.command.aggregate.min('$n') })
          .end()
      ).data,
    ).toEqual([{ _id: null, least: 50 }])
  })

  it('tell which index they could walk', async () => {
    const { emulator, db } = opened()
    const { command } = db
    const slots = db.collection('slots')
    await slots
      .where({ hall: 'h', day: command.gt('2026') })
      .orderBy('day', 'desc')
      .orderBy('_id', 'desc')
      .get()
    await slots.where({ _id: 'x' }).get()
    await slots
      .where({ _id: command.gt('x') })
      .orderBy('_id', 'asc')
      .get()
    await slots.where(command.or([{ hall: 'h', day: 'x' }, { hall: 'i' }])).get()
    expect(emulator.unindexed()).toEqual([])
    await slots.where({ day: 'x' }).get()
    await slots.where({ hall: 'x' }).orderBy('left', 'asc').get()
    expect(emulator.unindexed().map(({ plan }) => [plan?.index, plan?.sorts])).toEqual([
      [undefined, false],
      ['byDay', true],
    ])
  })
})

describe('unique indexes', () => {
  it('refuse a second document with the same values', async () => {
    const { emulator, db } = opened()
    emulator.createCollections([{ name: 'people', indexes: { byNumber: ['number'] }, unique: ['byNumber'] }])
    const people = db.collection('people')
    await people.add({ _id: 'a', number: 1 })
    await people.add({ _id: 'b', number: 2 })
    expect(await codeOf(people.add({ _id: 'c', number: 1 }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect(await codeOf(people.doc('b').update({ number: 1 }))).toBe('DATABASE_DUPLICATE_WRITE')
    expect(await codeOf(people.doc('a').update({ number: 1, name: 'x' }))).toBe('done')
  })
})
