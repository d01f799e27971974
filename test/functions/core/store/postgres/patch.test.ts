/** The stored function that patches gives exactly the answers of `applyPatch`. */
import * as fc from 'fast-check'
import { applyPatch, type PatchBody } from '../../../../../functions/core/io/store/apply-patch'
import type { Doc, Guard, Json } from '../../../../../functions/core/io/store/contract'
import { preparePatch } from '../../../../../functions/core/io/store/validate'
import { startPostgres, type PostgresServer } from '../../../../harness/postgres/server'
import { applyTo } from '../../../../harness/store/engines/postgres'
import { notes } from '../../../../harness/store/subject'
import { Client } from 'pg'

let server: PostgresServer
let client: Client
beforeAll(async () => {
  server = await startPostgres()
  const database = await server.createDatabase()
  await applyTo(server.url(database), [notes])
  client = new Client({ connectionString: server.url(database) })
  await client.connect()
}, 60_000)
afterAll(async () => {
  await client.end()
  await server.stop()
})

interface Pair {
  readonly doc: Doc
  readonly patch: PatchBody
}
type Answer = { readonly outcome: string; readonly doc?: unknown }

const inJavaScript = ({ doc, patch }: Pair): Answer => {
  const result = applyPatch(doc, patch)
  if (result.outcome === 'already') return { outcome: 'already', doc }
  return result.outcome === 'patched'
    ? { outcome: 'patched', doc: JSON.parse(result.text) as unknown }
    : { outcome: 'guard' }
}

/** All at once: what stands afterwards is read from the table, not from the answer. */
const inPostgres = async (pairs: readonly Pair[]): Promise<Answer[]> => {
  await client.query('TRUNCATE c_notes')
  const texts = pairs.map(({ doc }) => JSON.stringify(doc))
  await client.query(
    `INSERT INTO c_notes SELECT n::text, doc::jsonb, 'before' FROM unnest($1::text[]) WITH ORDINALITY AS given (doc, n)`,
    [texts],
  )
  const answers = await client.query<{ outcome: string; doc: unknown; version: string }>(
    `SELECT answer.* FROM unnest($1::text[]) WITH ORDINALITY AS given (patch, n)
     CROSS JOIN LATERAL shuibang_patch_1('c_notes', n::text, patch::jsonb, 'after') answer ORDER BY n`,
    [pairs.map(({ patch }) => JSON.stringify(patch))],
  )
  const standing = await client.query<{ doc: unknown; version: string }>(
    'SELECT doc, version FROM c_notes ORDER BY id::int',
  )
  return answers.rows.map(({ outcome, doc, version }, i) => {
    const { doc: left, version: now } = standing.rows[i] ?? { doc: undefined, version: '' }
    expect(now).toBe(outcome === 'patched' ? 'after' : 'before')
    if (outcome === 'guard') {
      expect(left).toEqual(JSON.parse(texts[i] ?? ''))
      return { outcome }
    }
    expect([left, now]).toEqual([doc, version])
    return { outcome, doc }
  })
}

const expectSame = async (pairs: readonly Pair[]): Promise<Answer[]> => {
  const wanted = pairs.map(inJavaScript)
  expect(await inPostgres(pairs)).toEqual(wanted)
  return wanted
}

// few keys, so that paths meet what is there; among them what lists and JavaScript's objects would take for theirs
const key = fc.constantFrom('a', 'b', '0', '1', 'length', 'constructor', 'holders')
const path = fc.array(key, { minLength: 1, maxLength: 4 }).map((keys) => keys.join('.'))
const number = fc.oneof(
  fc.integer({ min: -3, max: 3 }),
  fc.maxSafeInteger(),
  fc.constantFrom(Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER),
)
const text = fc.oneof(
  fc.constantFrom('', '0', '1', 'null', 'true', '"', '\\', '\u0001\n\u2028'),
  fc.string({ unit: 'binary', maxLength: 4 }).map((some) => some.replaceAll('\0', '')),
)
const scalar = fc.oneof(fc.constant(null), fc.boolean(), number, text)
const { value } = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    scalar,
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
  ),
}))
const doc = fc.dictionary(key, value, { minKeys: 1, maxKeys: 6 }) as fc.Arbitrary<Doc>
const guard: fc.Arbitrary<Guard> = fc.oneof(
  fc.record({ path, min: number }),
  fc.record({ path, max: number }),
  fc.record({ path, is: scalar }),
  fc.record({ path, absent: fc.constant(true as const) }),
)
const body = fc.record({
  add: fc.dictionary(path, number, { maxKeys: 1 }),
  set: fc.dictionary(path, value, { maxKeys: 2 }),
  unset: fc.array(path, { maxLength: 1 }),
  when: fc.array(guard, { maxLength: 1 }),
  marked: fc.boolean(),
})

/** Where a random path leads to nothing most of the time, some are made to hit. */
const pair = fc
  .tuple(doc, body, fc.boolean(), scalar)
  .map(([standing, { marked, ...given }, aimed, other]): Pair => {
    const [first = 'a'] = Object.keys(standing)
    const found = standing[first]
    const aim: Partial<PatchBody> =
      typeof found === 'number'
        ? { add: { [first]: 1 } }
        : { when: [{ path: first, is: typeof found === 'object' ? other : (found ?? null) }] }
    const set = marked && aimed ? { [first]: found ?? null } : given.set
    const marker = marked ? Object.keys(set)[0] : undefined
    return {
      doc: standing,
      patch: { ...given, ...(aimed && !marked ? { ...aim, set: {} } : { set }), marker },
    }
  })

/** Only what the store lets through. */
const allowed = ({ patch }: Pair): boolean => {
  try {
    preparePatch(new Map([[notes.name, notes]]), { collection: notes.name, id: 'x', ...patch })
    return true
  } catch {
    return false
  }
}

test('random patches of random documents are answered as in JavaScript', async () => {
  const seen = new Map<string, number>()
  await fc.assert(
    fc.asyncProperty(fc.array(pair.filter(allowed), { minLength: 60, maxLength: 60 }), async (pairs) => {
      for (const { outcome } of await expectSame(pairs)) seen.set(outcome, (seen.get(outcome) ?? 0) + 1)
    }),
    { numRuns: 40, seed: 20261122 },
  )
  // it would prove little if nearly all were refused
  expect([...seen.keys()].sort()).toEqual(['already', 'guard', 'patched'])
  expect(Math.min(...seen.values())).toBeGreaterThan(100)
}, 60_000)

test('the limit of 64 kB counts the bytes that JSON.stringify writes, to the byte', async () => {
  const parts: Json[] = [
    '税',
    'é',
    '😀',
    '"',
    '\\',
    '\n',
    '\u0001',
    '\u007f',
    '\u2028',
    'a, b: c',
    '"a": [',
    Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`k${i}`, [1, null, true, {}]])),
  ]
  const pairs = parts.flatMap((part) =>
    [-1, 0, 1, 300].map((over): Pair => {
      const many = Array.from({ length: 50 }, () => part)
      const bare = Buffer.byteLength(JSON.stringify({ many, pad: '', n: 1 }))
      return { doc: { many, pad: '' }, patch: { set: { pad: 'x'.repeat(65_536 - bare + over), n: 1 } } }
    }),
  )
  const answers = await expectSame(pairs)
  expect(answers.map(({ outcome }) => outcome)).toEqual(
    parts.flatMap(() => ['patched', 'patched', 'guard', 'guard']),
  )
})

test('more than 500 holders are a guard, whether as names or as a list', async () => {
  const names = (count: number): Doc =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`b${i}`, 1]))
  const list = (count: number): Json => Array.from({ length: count }, () => 1)
  const sets: Json[] = [names(500), names(501), list(500), list(501), { one: names(501) }, 'x'.repeat(600)]
  const answers = await expectSame(
    sets.map((holders): Pair => ({ doc: { v: 1 }, patch: { set: { holders } } })),
  )
  expect(answers.map(({ outcome }) => outcome)).toEqual([
    'patched',
    'guard',
    'patched',
    'guard',
    'patched',
    'patched',
  ])
  await expectSame([
    { doc: { holders: names(500) }, patch: { set: { 'holders.last': 1 } } },
    { doc: { holders: names(500) }, patch: { set: { 'holders.b1': 2 } } },
  ])
})

test('sums stay whole and safe, to the last number', async () => {
  const most = Number.MAX_SAFE_INTEGER
  const answers = await expectSame(
    [
      [most, 0],
      [most, 1],
      [most - 1, 1],
      [-most, -1],
      [-most, most],
      [most, most],
    ].map(([n = 0, add = 0]): Pair => ({ doc: { n }, patch: { add: { n: add } } })),
  )
  expect(answers.map(({ outcome }) => outcome)).toEqual([
    'patched',
    'guard',
    'patched',
    'guard',
    'patched',
    'guard',
  ])
})
