/** Queries are walks of an index: what PostgreSQL itself says of their plans, and of the order of keys. */
import * as fc from 'fast-check'
import { Client } from 'pg'
import type { QuerySpec, Scalar } from '../../../../../functions/core/io/store/contract'
import { keyOf } from '../../../../../functions/core/io/store/postgres/names'
import { walkOf } from '../../../../../functions/core/io/store/postgres/walk'
import { planQuery } from '../../../../../functions/core/io/store/query-plan'
import { startPostgres, type PostgresServer } from '../../../../harness/postgres/server'
import { applyTo } from '../../../../harness/store/engines/postgres'
import { slots } from '../../../../harness/store/subject'

const ROWS = 20_000

let server: PostgresServer
let client: Client
beforeAll(async () => {
  server = await startPostgres()
  const database = await server.createDatabase()
  await applyTo(server.url(database), [slots])
  client = new Client({ connectionString: server.url(database) })
  await client.connect()
  await client.query(
    `INSERT INTO c_slots SELECT 's' || n, jsonb_build_object('v', 1, 'hall', 'h' || n % 20, 'day', nullif('d' || n / 20 % 5, 'd0'), 'rank', n % 1000), 'x' FROM generate_series(1, ${ROWS}) n`,
  )
  await client.query('ANALYZE c_slots')
}, 60_000)
afterAll(async () => {
  await client.end()
  await server.stop()
})

interface Node {
  readonly 'Node Type': string
  readonly 'Index Name'?: string
  readonly 'Actual Rows'?: number
  readonly 'Rows Removed by Filter'?: number
  readonly Plans?: readonly Node[]
}

const nodesOf = (node: Node): Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

const explained = async (
  spec: QuerySpec,
  after?: { readonly values: readonly Scalar[]; readonly id: string },
): Promise<Node[]> => {
  const plan = planQuery(slots, spec)
  const { text, values } = walkOf({ ...plan, ...(after && { after }) })
  const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ readonly Plan: Node }] }>(
    `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`,
    [...values],
  )
  return nodesOf(rows[0]?.['QUERY PLAN'][0].Plan as Node)
}

const specs: (QuerySpec & { readonly through: string })[] = [
  { through: 'i_slots_byRank_rank', index: 'byRank' },
  { through: 'i_slots_byRank_rank', index: 'byRank', order: 'desc' },
  { through: 'i_slots_byRank_rank', index: 'byRank', range: { gte: 5, lt: 900 } },
  { through: 'i_slots_byDay_hall_day', index: 'byDay', where: { hall: 'h3', day: 'd3' } },
  { through: 'i_slots_byDay_hall_day', index: 'byDay', where: { hall: 'h3', day: null } },
  {
    through: 'i_slots_byDay_hall_day',
    index: 'byDay',
    where: { hall: 'h3' },
    range: { gte: 'd1', lt: 'd3' },
    order: 'desc',
  },
  { through: 'i_slots_byHall_hall_day_rank', index: 'byHall', where: { hall: 'h3' } },
  { through: 'i_slots_byHall_hall_day_rank', index: 'byHall', order: 'desc' },
  { through: 'c_slots_pkey', index: 'id' },
  { through: 'c_slots_pkey', index: 'id', order: 'desc' },
]

test.each(
  specs.map((spec) => [spec.through, JSON.stringify({ ...spec, through: undefined }), spec] as const),
)(
  '%s gives %s in its order: no scan of the table, no sort, no row read in vain',
  async (through, _, { through: _index, ...spec }) => {
    const { rest } = planQuery(slots, spec)
    const places = [
      undefined,
      { values: rest.map(() => null), id: 's1' },
      { values: rest.map((field) => (field === 'rank' ? 500 : field === 'day' ? 'd2' : 'h5')), id: 's1' },
    ]
    for (const after of places) {
      const nodes = await explained({ ...spec, limit: 50 }, after)
      expect(nodes.map((node) => node['Node Type'])).toEqual(['Limit', 'Index Scan'])
      expect(nodes[1]?.['Index Name']).toBe(through)
      expect(nodes[1]?.['Rows Removed by Filter'] ?? 0).toBe(0)
      expect(nodes[1]?.['Actual Rows']).toBeLessThanOrEqual(51)
    }
  },
)

test('a handful of rows may be gathered and sorted, but by the index, and nothing else is read', async () => {
  const nodes = await explained({ index: 'byRank', where: { rank: 7 } })
  expect(nodes.map((node) => node['Index Name']).filter(Boolean)).toEqual(['i_slots_byRank_rank'])
  expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan')
  expect(Math.max(...nodes.map((node) => node['Actual Rows'] ?? 0))).toBe(ROWS / 1000)
})

test('a document is found by its id, not by looking at all', async () => {
  const { rows } = await client.query<{ 'QUERY PLAN': readonly [{ readonly Plan: Node }] }>(
    'EXPLAIN (FORMAT JSON) SELECT id, doc, version FROM "c_slots" WHERE id = ANY($1)',
    [['s1', 's2']],
  )
  expect(
    nodesOf(rows[0]?.['QUERY PLAN'][0].Plan as Node)
      .map((node) => node['Index Name'])
      .filter(Boolean),
  ).toEqual(['c_slots_pkey'])
})

const text = fc.oneof(
  fc.constantFrom('', 'a', 'B', '税', '😀', '\uffff', ' ', '~'),
  fc.string({ unit: 'binary', maxLength: 6 }).map((some) => some.replaceAll('\0', '')),
)
const ordered: readonly fc.Arbitrary<Scalar>[] = [
  fc.oneof(fc.maxSafeInteger(), fc.integer({ min: -20, max: 20 })),
  text,
  fc.boolean(),
]

const before = (a: Scalar, b: Scalar): number => {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null)
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(String(b)))
  return Number(a) - Number(b)
}

test.each(['numbers', 'texts', 'booleans'].map((kind, i) => [kind, ordered[i] ?? text] as const))(
  'keys of %s are the same in JavaScript and in PostgreSQL, and order as the contract says',
  async (_, values) => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.option(values), { minLength: 40, maxLength: 40 }), async (some) => {
        const { rows } = await client.query<{ value: Scalar; key: string }>(
          `SELECT value, shuibang_key_1(value) AS key FROM unnest($1::jsonb[]) value ORDER BY shuibang_key_1(value) COLLATE "C"`,
          [some.map((value) => JSON.stringify(value))],
        )
        expect(rows.map(({ key }) => key)).toEqual(rows.map(({ value }) => keyOf(value)))
        expect(rows.map(({ value }) => value)).toEqual([...some].sort(before))
      }),
      { numRuns: 15, seed: 20261122 },
    )
  },
)
