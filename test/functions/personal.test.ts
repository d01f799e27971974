/**
 * Every collection says whom its documents name, what an export shows of them and what an erasure does. Held against the
 * documents that every procedure of the deployment writes, so that a new function is asked without a line here.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { personOf, type Person } from '../../functions/accounts/person'
import { allCollections } from '../../functions/all-collections'
import { accounts } from '../../functions/core/io/identity/collections'
import { BY_ID, defineCollection, type CollectionSpec } from '../../functions/core/io/store/collection'
import { openPayout } from '../../functions/core/io/payout/open'
import type { Stored } from '../../functions/core/io/store/contract'
import { personalOf, type Personal } from '../../functions/core/io/store/personal'
import { reader } from '../../functions/core/io/store/reader'
import { DAY_MS, MINUTE } from '../../functions/core/pure/time'
import { recipes } from '../harness/fuzz/recipes'
import { seededRandom } from '../harness/fuzz/random'
import { openWorld, procedures, type World } from '../harness/fuzz/world'
import { documentsIn, mentionsIn, stillNaming, undeclared } from '../harness/personal'
import { order } from './core/payout/orders'

let world: World

/** The officers stay: they do the recipes' work. */
const isStaff = (accountId: string): boolean =>
  [world.staff, world.strays].some((staff) => Object.values(staff).some((one) => one.accountId === accountId))

const upload = async (owner: string): Promise<void> => {
  const bytes = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')
  const { files } = world.services
  await files.ticket({
    owner,
    type: 'image/png',
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
}

const dispatchAll = async (): Promise<void> => {
  for (let round = 0; round < 6; round += 1) {
    world.services.time.now += 10 * MINUTE
    await world.must('timers/dispatch', { input: {}, timer: 'dispatch' })
  }
}

beforeAll(async () => {
  world = await openWorld(seededRandom(7), 7)
  // Jobs are the world's own; an erasure is each test's own.
  const calls = procedures.filter(({ name, meta }) => meta.effect === 'mutate' && name !== 'accounts/erase')
  for (let round = 0; round < 3; round += 1)
    for (const { name } of calls) {
      const wanted = await recipes[name]?.(world)
      if (wanted) await world.call(name, wanted)
    }
  const grant = { role: 'auditor', regions: ['320100'] }
  const { accountId } = await world.newcomer()
  const reason = 'waits for its second administrator'
  await world.must('accounts/grantRole', {
    input: { accountId, grant, reason },
    token: world.staff.admin.token,
  })
  const someone = await world.taxpayer()
  await upload(someone.accountId)
  await upload(someone.taxpayerId)
  for (const subject of [someone.accountId, someone.taxpayerId])
    await order(world.services, openPayout({ channel: 'ledger' }, world.services), { amount: 1200, subject })
  // What follows from what was done: tags from profiles.
  await world.must('timers/dispatch', { input: {}, timer: 'dispatch' })
}, 120_000)
afterAll(() => world.close())

const declaring = allCollections.flatMap((spec) => {
  const personal = personalOf(spec)
  return personal ? [{ spec, personal }] : []
})

test('every collection of the deployment says what it has to do with people', () => {
  expect(allCollections.filter(({ personal }) => personal === undefined).map(({ name }) => name)).toEqual([])
})

test('no document names an account or a taxpayer where its collection does not say so', async () => {
  expect(await undeclared(world.services.store, allCollections)).toEqual([])
})

test('there are documents to hold every declaration against', async () => {
  const empty: string[] = []
  for (const { spec, personal } of declaring)
    if (personal.by.length > 0 && (await documentsIn(world.services.store, spec).next()).done)
      empty.push(spec.name)
  expect(empty).toEqual([])
})

test('what names somebody and is declared to name nobody is found', async () => {
  const lying = (personal: Personal | undefined): CollectionSpec =>
    defineCollection({
      name: accounts.name,
      v: 1,
      indexes: {},
      retention: { kind: 'forever', why: 'a test' },
      ...(personal ? { personal } : {}),
    })
  for (const spec of [lying(undefined), lying({ none: 'so it says' })])
    expect(await undeclared(world.services.store, [spec])).toEqual(
      expect.arrayContaining(['accounts.id: account']),
    )
})

/** By their names, fields that hold an account or a taxpayer. */
const NAMING = /readonly (accountId|owner|taxpayerId|actor|who|agent|by)\??: string/

const collectionFiles = (): readonly string[] =>
  readdirSync('functions', { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|\/)collections\.ts$/.test(file))
    .map((file) => join('functions', file))

test('a document type with a field that is called as a person is, is declared to name one', () => {
  const types = collectionFiles().flatMap((file) => {
    const source = readFileSync(file, 'utf8')
    return [...source.matchAll(/defineCollection<(\w+)>\(\{\s*name: '(\w+)'/g)].map(([, type, name]) => ({
      name,
      body: new RegExp(`export type ${type} = \\{([\\s\\S]*?)\\n\\}`).exec(source)?.[1] ?? '',
    }))
  })
  expect(types.length).toBeGreaterThan(15)
  const naming = types.filter(({ body }) => NAMING.test(body)).map(({ name }) => name)
  expect(naming.length).toBeGreaterThan(5)
  expect(naming.filter((name) => !declaring.some(({ spec }) => spec.name === name))).toEqual([])
})

describe.each([
  ['an index that is not declared', { by: [{ index: 'nobody', names: 'account' }] }, {}],
  ['a name that an erasure has lost', { by: [{ index: BY_ID, names: 'ledger' }], erase: 'remove' }, {}],
  [
    'a hot document removed in a commit',
    { by: [{ index: BY_ID, names: 'account' }], erase: 'remove' },
    { hot: true },
  ],
] as const)('%s', (_, personal, spec) => {
  test('is no declaration', () => {
    expect(() =>
      defineCollection({
        name: 'refused',
        v: 1,
        indexes: {},
        retention: { kind: 'forever', why: 'a test' },
        personal: { export: { nothing: 'x' }, erase: 'event', ...personal },
        ...spec,
      }),
    ).toThrow(RangeError)
  })
})

/** By walking everything: what an export must show of a person. */
const shownByScan = async (person: Person): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>()
  for (const { spec, personal } of declaring) {
    if (!('show' in personal.export)) continue
    let count = 0
    for await (const { id, doc } of documentsIn(world.services.store, spec)) {
      const found = personal.by.some(({ index, names }) =>
        person.names[names].some(
          (name) => name === (index === BY_ID ? id : doc[spec.indexes[index]?.[0] ?? '']),
        ),
      )
      if (found) count += 1
    }
    counts.set(spec.name, count)
  }
  return counts
}

interface Exported {
  readonly sections: readonly { readonly name: string; readonly documents: readonly unknown[] }[]
  readonly complete: boolean
  readonly next?: string
}

const exported = async (token: string): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>()
  let after: string | undefined
  do {
    const page: Exported = await world.must('accounts/export', {
      input: after === undefined ? {} : { after },
      token,
    })
    for (const { name, documents } of page.sections)
      counts.set(name, (counts.get(name) ?? 0) + documents.length)
    expect(page.complete).toBe(page.next === undefined)
    after = page.next
  } while (after !== undefined)
  return counts
}

const everyone = async (): Promise<readonly Stored<NonNullable<typeof accounts.document>>[]> => {
  const found = []
  for await (const stored of documentsIn(world.services.store, accounts))
    found.push(stored as Stored<NonNullable<typeof accounts.document>>)
  return found
}

test('an export shows every document that names its person, and counts no other', async () => {
  for (const { id } of await everyone()) {
    const doc = await reader(world.services.store).get(accounts, id)
    if (!doc) throw new Error('an account that was listed is there')
    const person = await personOf(world.services, { id, doc })
    const expected = await shownByScan(person)
    const shown = await exported(await world.services.tokenOf(id))
    expect([id, Object.fromEntries(shown)]).toEqual([id, Object.fromEntries(expected)])
  }
}, 120_000)

test('after an erasure only those collections name the erased that say they keep something', async () => {
  const people = (await everyone()).filter(({ id }) => !isStaff(id))
  const ids: string[] = []
  for (const { id } of people) {
    const token = await world.services.tokenOf(id)
    for await (const { id: taxpayerId, doc } of documentsIn(world.services.store, taxpayerSpec))
      if (doc.owner === id) ids.push(taxpayerId)
    ids.push(id)
    await world.must('accounts/erase', { input: { confirm: 'ERASE' }, token })
  }
  expect(ids.length).toBeGreaterThan(60)
  await dispatchAll()
  world.services.time.now += 2 * DAY_MS
  for (let run = 0; run < 3; run += 1) await world.must('timers/sweep', { input: {}, timer: 'sweep' })
  const left = await stillNaming(world.services.store, allCollections, ids)
  const keeping = declaring
    .filter(({ personal: { erase } }) => typeof erase === 'object' && ('keep' in erase || 'expires' in erase))
    .map(({ spec }) => spec.name)
  expect(left.filter(({ collection }) => !keeping.includes(collection))).toEqual([])
  expect(left.length).toBeGreaterThan(0)
  // What is kept is under pseudonyms: nothing sealed for them opens any more.
  expect((await world.services.vault.keysOf(ids)).size).toBe(0)
}, 120_000)

const taxpayerSpec = allCollections.find(({ name }) => name === 'taxpayers') ?? accounts

test('what the machinery of this test calls a mention is one', () => {
  const [ac, tp] = [`ac_${'1'.repeat(26)}`, `tp_${'a'.repeat(26)}`]
  expect(mentionsIn({ a: [`x|${ac}`], [tp]: 1, c: 'tp_short', d: `bac_${'1'.repeat(26)}` })).toEqual([
    { id: ac, kind: 'account' },
    { id: tp, kind: 'taxpayer' },
  ])
})
