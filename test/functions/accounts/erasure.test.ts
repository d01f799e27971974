/** An erasure with more to do than one run does, cut short anywhere. */
import { eraseOn } from '../../../functions/accounts/erase-on'
import { finishErasure } from '../../../functions/accounts/erasing'
import { appointments } from '../../../functions/appointments/collections'
import { allCollections } from '../../../functions/all-collections'
import { files } from '../../../functions/core/io/files/collections'
import type { Store } from '../../../functions/core/io/store/contract'
import { allOf } from '../../../functions/core/io/store/pages'
import { testServices, type TestServices } from '../../harness/context'
import { documentsIn, stillNaming } from '../../harness/personal'
import { pastAppointments, uploads, waitingRoles } from './many'
import { as, authoriseAndAccept, cast, pending, verified, type Cast } from './people'

let services: TestServices
let people: Cast
let taxpayerId: string
let commits: { left: number; done: number }

/** A process that is killed after so many commits. */
const mortal = (store: Store): Store => ({
  ...store,
  commit: async (changes) => {
    if (commits.left <= 0) throw new Error('killed')
    commits.left -= 1
    commits.done += 1
    return store.commit(changes)
  },
})

beforeEach(async () => {
  commits = { left: Infinity, done: 0 }
  services = await testServices({ wrapStore: mortal })
  people = await cast(services)
  taxpayerId = await verified(services, people)
  await pastAppointments(services, { accountId: people.wang, taxpayerId }, 400)
  await waitingRoles(services, people.wang, 1010)
  await uploads(services, people.wang, 130)
  await authoriseAndAccept(services, people.wang, {
    taxpayerId,
    agent: people.li,
    scope: ['appointments'],
    days: 3,
  })
})
afterEach(() => services.close())

/** What must be gone, or marked for the sweep. */
const left = async (): Promise<readonly string[]> => {
  const naming = await stillNaming(services.store, allCollections, [people.wang, taxpayerId])
  const kept = new Set([
    'accounts',
    'keys',
    'auditEntries',
    'authorisations',
    'appointments',
    'accessLog',
    'events',
  ])
  const unread = await allOf(services.store, files, { index: 'owner', where: { owner: people.wang } })
  return [
    ...naming.filter(({ collection }) => !kept.has(collection) && collection !== 'files').map(({ id }) => id),
    ...unread.filter(({ doc }) => doc.state !== 'removing').map(({ id }) => id),
  ]
}

const count = async (): Promise<number> => {
  let rows = 0
  for (const spec of allCollections) for await (const _ of documentsIn(services.store, spec)) rows += 1
  return rows
}

it('is carried to its end by its event, killed however often on the way', async () => {
  commits.left = 3
  await as(services, people.wang)('erase', { confirm: 'ERASE' }).catch(() => undefined)
  expect((await left()).length).toBeGreaterThan(1000)
  expect((await services.vault.keysOf([people.wang])).size).toBe(0)
  let deaths = 0
  for (let run = 0; run < 100; run += 1) {
    commits.left = 11
    const done = await eraseOn(services, people.wang).then(
      () => true,
      () => false,
    )
    if (done) break
    deaths += 1
  }
  commits.left = Infinity
  expect(deaths).toBeGreaterThan(4)
  expect(await left()).toEqual([])
  // Its agent's binding ended with it, and the past appointments are nobody's that can be read.
  expect((await as(services, people.li)('me', {})).taxpayers).toEqual([])
  expect(
    await allOf(services.store, appointments, { index: 'account', where: { accountId: people.wang } }),
  ).toHaveLength(400)
})

it('told again when all is done, it changes nothing', async () => {
  await as(services, people.wang)('erase', { confirm: 'ERASE' })
  await eraseOn(services, people.wang)
  const before = await count()
  commits.done = 0
  await eraseOn(services, people.wang)
  expect(await count()).toBe(before)
  expect(commits.done).toBeLessThan(3)
})

it('leaves to the next run what one has no time for', async () => {
  await as(services, people.wang)('erase', { confirm: 'ERASE' })
  const hurried: TestServices = {
    ...services,
    clock: () => (services.time.now += 300),
  }
  expect(await finishErasure(hurried, allCollections, people.wang, 100)).toBe(false)
  expect(await finishErasure(services, allCollections, people.wang, 100)).toBe(true)
})

it('a run that was too short writes the event that goes on', async () => {
  const hurried: TestServices = { ...services, clock: () => (services.time.now += 900) }
  await eraseOn(hurried, people.wang)
  expect((await left()).length).toBeGreaterThan(0)
  const next = (await pending(services)).filter(({ doc }) => doc.kind === 'accounts.erasureUnderWay')
  expect(next.map(({ doc }) => doc.payload)).toEqual([{ accountId: people.wang }])
})

it('answers though its sweep fails, since the event finishes it; and tells the log', async () => {
  commits.left = 4
  const answer = await as(services, people.wang)('erase', { confirm: 'ERASE' })
  expect(answer.erasedAt).toBe(services.time.now)
  expect(services.logged.map(({ message }) => message)).toContain('an erasure was left to its event')
  commits.left = Infinity
  await eraseOn(services, people.wang)
  expect(await left()).toEqual([])
})
