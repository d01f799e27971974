/** Whatever dies, runs twice or at the same time: whom an audience has is told once, and nobody is left out. */
import type { Services } from '../../../functions/core/io/context'
import { accounts } from '../../../functions/core/io/identity/collections'
import type { Change, Store } from '../../../functions/core/io/store/contract'
import { allOf } from '../../../functions/core/io/store/pages'
import { tagsOf } from '../../../functions/core/pure/tags'
import { notices } from '../../../functions/inbox/collections'
import { events } from '../../../functions/core/io/events/collections'
import {
  fanOutParts,
  policies,
  policyVersions,
  type FanOutPartDoc,
} from '../../../functions/policies/collections'
import { planFanOut, partId } from '../../../functions/policies/work/fan-out'
import { tellPart } from '../../../functions/policies/work/tell'
import { taggings } from '../../../functions/profiles/collections'
import { partsOf, peopleIn, reachOf } from '../../../functions/profiles/public'
import { placeOf } from '../../../functions/core/io/identity/place'
import { dyingAt } from '../../harness/dying'
import { testServices, type TestServices } from '../../harness/context'
import { HALL, written } from './world'

const POLICY = `po_${'0'.repeat(26)}`
let services: TestServices
beforeEach(async () => {
  services = await testServices()
})
afterEach(() => services.close())

const commitAll = async (store: Store, changes: readonly Change[]): Promise<void> => {
  for (let at = 0; at < changes.length; at += 40) await store.commit(changes.slice(at, at + 40))
}

const accountOf = (place: number): string => `ac_${place.toString(36).padStart(26, '0')}`

/** As far as a telling looks at it. */
const policyOf = (version: number) => ({
  v: 1,
  hallId: HALL,
  state: 'published',
  version,
  draft: null,
  draftWhy: null,
  savedBy: null,
  current: null,
  category: 'relief',
  changedAt: 0,
  publishedAt: 0,
})

/** So many people who sell in a small way, and as many who do not. */
const settleIn = async (people: number): Promise<void> => {
  const changes = Array.from({ length: people * 2 }, (_, place): readonly Change[] => {
    const accountId = accountOf(place)
    const kind = place < people ? 'smallScale' : 'general'
    const tags = tagsOf([{ kind, taxes: ['vat'], industry: null, region: null, size: null }], [])
    const doc = {
      v: 1,
      origin: accountId,
      createdAt: 0,
      sessionsSince: 0,
      grants: [],
      bindings: [],
      defaultTaxpayer: null,
    }
    return [
      { op: 'insert', collection: accounts.name, id: accountId, doc },
      ...tags.map((tag): Change => ({
        op: 'insert',
        collection: taggings.name,
        id: `${tag}|${accountId}`,
        doc: { v: 1, tag, place: placeOf(accountId), accountId, tags: [...tags] },
      })),
    ]
  })
  await commitAll(services.store, changes.flat())
  const text = { ...written(), audience: { kind: ['smallScale'] } }
  const version = { v: 1, policyId: POLICY, version: 1, change: 'published', why: null, text, at: 0 }
  await services.store.commit([
    { op: 'insert', collection: policyVersions.name, id: `${POLICY}.1`, doc: version },
    { op: 'insert', collection: policies.name, id: POLICY, doc: policyOf(1) },
  ])
}

const plan = (on: Services) => planFanOut(on, POLICY, 1)
const tell = (on: Services) => tellPart(on, partId(`${POLICY}.1`, 0, 0))

const faults = async (people: number): Promise<readonly string[]> => {
  const told = await allOf(services.store, notices, { index: 'about', where: { about: POLICY } })
  const who = told.map(({ doc }) => doc.accountId)
  const wanted = Array.from({ length: people }, (_, place) => accountOf(place))
  const counted = (
    await allOf(services.store, fanOutParts, { index: 'fanOut', where: { fanOut: `${POLICY}.1` } })
  )
    .map(({ doc }) => doc.told)
    .reduce((sum, one) => sum + one, 0)
  return [
    ...(new Set(who).size === who.length ? [] : ['somebody is told twice']),
    ...wanted.filter((one) => !who.includes(one)).map((one) => `${one} is left out`),
    ...who.filter((one) => !wanted.includes(one)).map((one) => `${one} is told of what is not for her`),
    ...(counted === people ? [] : [`${counted} are counted`]),
  ]
}

test('cut off at any commit, and run again, it tells each of its people once', async () => {
  const people = 530
  await settleIn(people)
  let deaths = 0
  for (let commits = 0; ; commits += 1) {
    const told = commits % 2 === 0
    const planning = await dyingAt(services, { commits: commits % 3, told }, plan)
    const telling = await dyingAt(services, { commits, told }, tell)
    deaths += Number(planning) + Number(telling)
    if (!planning && !telling) break
  }
  expect(deaths).toBeGreaterThan(5)
  expect(await faults(people)).toEqual([])
})

test('told by three at once, each of its people is told once', async () => {
  const people = 240
  await settleIn(people)
  const others = await Promise.all([services.beside(), services.beside()])
  await plan(services)
  await Promise.all([services, ...others].map((on) => tell(on)))
  await tell(services)
  expect(await faults(people)).toEqual([])
  for (const other of others) await other.close()
})

/** The policy is withdrawn while it is told: as `policies/withdraw` writes it. */
const withdraw = async (): Promise<void> => {
  const [standing] = await services.store.read(policies.name, [POLICY])
  const text = { ...written(), audience: { kind: ['smallScale'] } }
  const version = {
    v: 1,
    policyId: POLICY,
    version: 2,
    change: 'withdrawn',
    why: { zh: '错了', en: '' },
    text,
    at: 0,
  }
  const { outcome } = await services.store.commit([
    { op: 'insert', collection: policyVersions.name, id: `${POLICY}.2`, doc: version },
    {
      op: 'replace',
      collection: policies.name,
      id: POLICY,
      version: standing?.version ?? '',
      doc: { ...policyOf(2), state: 'withdrawn' },
    },
  ])
  expect(outcome).toBe('committed')
}

test.each([0, 1, 2, 3, 5, 8])(
  'withdrawn when %i commits have told of it, and told on by another: who hears of it hears of the withdrawal',
  async (commits) => {
    await settleIn(260)
    const other = await services.beside()
    await plan(services)
    await dyingAt(services, { commits, told: true }, tell)
    const telling = tell(other)
    await withdraw()
    await planFanOut(services, POLICY, 2)
    await Promise.all([telling, tellPart(services, partId(`${POLICY}.2`, 0, 0)), tell(services)])
    await tell(other)
    const told = await allOf(services.store, notices, { index: 'about', where: { about: POLICY } })
    const who = (kind: string): readonly string[] =>
      told.flatMap(({ doc }) => (doc.kind === kind ? [doc.accountId] : [])).sort()
    expect(who('policies.withdrawn')).toEqual(who('policies.published'))
    const [part] = await services.store.read<FanOutPartDoc>(fanOutParts.name, [partId(`${POLICY}.1`, 0, 0)])
    expect(part?.doc.done).toBe(true)
    await other.close()
  },
)

test('a plan made twice is one plan, and events are as many as its parts', async () => {
  await settleIn(50)
  await Promise.all([plan(services), plan(services)])
  await plan(services)
  const parts = await allOf(services.store, fanOutParts, {
    index: 'fanOut',
    where: { fanOut: `${POLICY}.1` },
  })
  const due = (await allOf(services.store, events, { index: 'id' })).filter(
    ({ doc }) => doc.kind === 'policies.tell',
  )
  expect([parts.length, due.length]).toEqual([1, 1])
})

test('parts of a walk have all of its people, each in one', async () => {
  await settleIn(300)
  const audience = { kind: ['smallScale'] }
  const { lead, walks } = await partsOf(services, audience, { each: 40, most: 64 })
  const [walk] = walks
  if (!walk) throw new Error('nothing is walked')
  expect(walk.parts).toBeGreaterThan(4)
  const met: string[] = []
  for (let part = 0; part < walk.parts; part += 1)
    for (let after: string | null | undefined; after !== null;) {
      const page = await peopleIn(services, { audience, lead }, { ...walk, part }, after ?? null)
      met.push(...page.accounts)
      after = page.next
    }
  expect([...met].sort()).toEqual(Array.from({ length: 300 }, (_, place) => accountOf(place)).sort())
  expect(await reachOf(services, audience)).toEqual({ reached: 300, exact: true })
})
