/** An authorisation waits for its agent: nothing is put into an account that has not said so. */
import fc from 'fast-check'
import { accounts, authorisations, type AuthorisationDoc } from '../../../functions/accounts/collections'
import { actingFor } from '../../../functions/accounts/public'
import {
  ACCEPT_MS,
  authorised,
  inForce,
  openOffer,
  stateOf,
  type Standing,
} from '../../../functions/accounts/rules/authorising'
import { transact } from '../../../functions/core/io/store/transact'
import { DAY_MS } from '../../../functions/core/pure/time'
import { testServices, type TestServices } from '../../harness/context'
import { as, authoriseAndAccept, cast, runEvents, verified, type Cast } from './people'

let services: TestServices
let people: Cast
let taxpayerId: string
beforeEach(async () => {
  services = await testServices()
  people = await cast(services)
  taxpayerId = await verified(services, people)
})
afterEach(() => services.close())

type Scope = 'appointments' | 'refunds' | 'invoices'
const offer = (more: { scope?: Scope[]; days?: number; agent?: string } = {}) =>
  as(services, people.wang)('authorise', {
    taxpayerId,
    agent: people.li,
    scope: ['appointments'],
    days: 30,
    ...more,
  })
const accept = (authorisationId: string, who = people.li) =>
  as(services, who)('acceptAuthorisation', { authorisationId })
const decline = (authorisationId: string, who = people.li) =>
  as(services, who)('declineAuthorisation', { authorisationId })
const waiting = async (who = people.li) => (await as(services, who)('pendingAuthorisations', {})).items
const given = async () => (await as(services, people.wang)('authorisations', {})).items
const bindings = async (who = people.li) => (await as(services, who)('me', {})).taxpayers
const acting = async (scope: Scope = 'appointments', who = people.li) =>
  actingFor(await services.contextFor(who), { scope, taxpayerId })
const code = (answer: Promise<unknown>) =>
  answer.then(
    () => 'answered',
    (error: { code: string }) => error.code,
  )

describe('an authorisation that waits', () => {
  it('binds nobody: the agent’s account is not touched until it says yes', async () => {
    const [before] = await services.store.read(accounts.name, [people.li])
    const { authorisation } = await offer()
    expect(authorisation).toMatchObject({ state: 'waiting', acceptBy: services.time.now + ACCEPT_MS })
    expect(await services.store.read(accounts.name, [people.li])).toEqual([before])
    expect(await bindings()).toEqual([])
    expect(await code(acting())).toBe('NOT_FOUND')
    expect(await waiting()).toEqual([
      {
        id: authorisation.id,
        kind: 'person',
        name: '王*明',
        number: '110105********002X',
        scope: ['appointments'],
        expiresAt: services.time.now + 30 * DAY_MS,
        acceptBy: services.time.now + ACCEPT_MS,
      },
    ])
    expect((await given()).map(({ state }) => state)).toEqual(['waiting'])
  })
  it('counts from the agent’s word on, until the day that its owner said', async () => {
    const { authorisation } = await offer()
    services.time.now += DAY_MS
    const accepted = await accept(authorisation.id)
    expect(accepted.authorisation).toMatchObject({ state: 'accepted', expiresAt: authorisation.expiresAt })
    expect(await acting()).toMatchObject({ taxpayerId, accountId: people.li })
    expect(await waiting()).toEqual([])
    expect((await given()).map(({ state }) => state)).toEqual(['accepted'])
  })
  it('may be accepted twice, and declined twice, with the same answer', async () => {
    const one = await offer()
    const first = await accept(one.authorisation.id)
    expect(await accept(one.authorisation.id)).toEqual(first)
    expect((await bindings()).length).toBe(1)
    const two = await offer({ agent: people.admin })
    const no = await decline(two.authorisation.id, people.admin)
    expect(no.authorisation.state).toBe('declined')
    expect(await decline(two.authorisation.id, people.admin)).toEqual(no)
    expect(await bindings(people.admin)).toEqual([])
  })
  it('that was declined cannot be accepted any more; its owner sees so, and may ask again', async () => {
    const { authorisation } = await offer()
    await decline(authorisation.id)
    expect(await code(accept(authorisation.id))).toBe('NOT_FOUND')
    expect(await waiting()).toEqual([])
    expect((await given()).map(({ state }) => state)).toEqual(['declined'])
    await offer()
    expect(await waiting()).toHaveLength(1)
    expect((await accept(authorisation.id)).authorisation.state).toBe('accepted')
  })
  it('lapses after seven days, or with the authorisation itself', async () => {
    const { authorisation } = await offer()
    services.time.now += ACCEPT_MS - 1
    expect(await waiting()).toHaveLength(1)
    services.time.now += 1
    expect(await waiting()).toEqual([])
    expect(await code(accept(authorisation.id))).toBe('NOT_FOUND')
    expect(await code(decline(authorisation.id))).toBe('NOT_FOUND')
    expect((await given()).map(({ state }) => state)).toEqual(['lapsed'])
    const short = await offer({ days: 1 })
    expect(short.authorisation.acceptBy).toBe(services.time.now + DAY_MS)
  })
  it('is its agent’s alone to answer: to others it is as good as unknown', async () => {
    const { authorisation } = await offer()
    for (const who of [people.wang, people.admin, people.officer]) {
      expect(await code(accept(authorisation.id, who))).toBe('NOT_FOUND')
      expect(await code(decline(authorisation.id, who))).toBe('NOT_FOUND')
    }
    expect(await code(accept('az_unknown'))).toBe('NOT_FOUND')
    expect(await waiting(people.admin)).toEqual([])
    expect(await as(services, people.li)('authorisations', {})).toEqual({ items: [] })
  })
  it('tells nobody how many an agent acts for: a full account is offered to, and told itself', async () => {
    await transact(services, async (tx) => {
      const account = await tx.get(accounts, people.li)
      const owner = await tx.get(accounts, people.wang)
      const [binding] = owner?.bindings ?? []
      if (!account || !binding) throw new Error('both are there')
      const full = Array.from({ length: 100 }, (_, i) => ({ ...binding, taxpayerId: `tp_${i}` }))
      tx.replace(accounts, people.li, { ...account, bindings: full })
    })
    const { authorisation } = await offer()
    expect(authorisation.state).toBe('waiting')
    expect(await code(accept(authorisation.id))).toBe('INVALID_INPUT')
  })
})

describe('an owner’s last word', () => {
  it('that takes away counts at once; the agent need not agree', async () => {
    await authoriseAndAccept(services, people.wang, {
      taxpayerId,
      agent: people.li,
      scope: ['appointments', 'refunds'],
      days: 30,
    })
    const less = await offer({ scope: ['refunds'], days: 5 })
    expect(less.authorisation).toMatchObject({
      state: 'accepted',
      scope: ['refunds'],
      expiresAt: services.time.now + 5 * DAY_MS,
    })
    expect(await code(acting('appointments'))).toBe('NOT_FOUND')
    expect(await code(acting('refunds'))).toBe('answered')
  })
  it('that gives more waits, while what both agree on goes on', async () => {
    await authoriseAndAccept(services, people.wang, {
      taxpayerId,
      agent: people.li,
      scope: ['appointments'],
      days: 30,
    })
    const more = await offer({ scope: ['appointments', 'refunds'], days: 60 })
    expect(more.authorisation).toMatchObject({
      state: 'waiting',
      scope: ['appointments', 'refunds'],
      inForce: { scope: ['appointments'], expiresAt: services.time.now + 30 * DAY_MS },
    })
    expect(await code(acting('appointments'))).toBe('answered')
    expect(await code(acting('refunds'))).toBe('NOT_FOUND')
    await accept(more.authorisation.id)
    expect(await code(acting('refunds'))).toBe('answered')
    expect((await bindings()).map(({ expiresAt }) => expiresAt)).toEqual([services.time.now + 60 * DAY_MS])
  })
  it('for something else ends what stood', async () => {
    await authoriseAndAccept(services, people.wang, {
      taxpayerId,
      agent: people.li,
      scope: ['appointments'],
      days: 30,
    })
    const { authorisation } = await offer({ scope: ['refunds'] })
    expect(authorisation.inForce).toBeUndefined()
    expect(await bindings()).toEqual([])
    expect(await code(decline(authorisation.id))).toBe('answered')
    expect(await bindings()).toEqual([])
  })
  it('declined, leaves what stood as it was', async () => {
    await authoriseAndAccept(services, people.wang, {
      taxpayerId,
      agent: people.li,
      scope: ['appointments'],
      days: 30,
    })
    const { authorisation } = await offer({ days: 90 })
    expect((await decline(authorisation.id)).authorisation.state).toBe('accepted')
    expect(await code(acting())).toBe('answered')
    services.time.now += 30 * DAY_MS
    expect(await code(acting())).toBe('NOT_FOUND')
  })
})

describe('races', () => {
  it('accepting and taking back at once: whichever is later counts, and never a binding without its authorisation', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { authorisation } = await offer()
      await Promise.allSettled([
        accept(authorisation.id),
        as(services, people.wang)('revoke', { authorisationId: authorisation.id }),
      ])
      expect(await bindings()).toEqual([])
      expect((await given()).map(({ state }) => state)).toEqual(['ended'])
    }
  })
  it('accepting and declining at once: one of them stands', async () => {
    for (let round = 0; round < 8; round += 1) {
      const { authorisation } = await offer({ days: 30 + round })
      const answers = await Promise.all([code(accept(authorisation.id)), code(decline(authorisation.id))])
      const held = await bindings()
      const [state] = (await given()).map((one) => one.state)
      expect([answers.includes('answered'), held.length]).toEqual([true, state === 'accepted' ? 1 : 0])
      await as(services, people.wang)('revoke', { authorisationId: authorisation.id })
    }
  })
  it('accepted by two phones of one agent at once: one binding', async () => {
    const { authorisation } = await offer()
    await Promise.all(Array.from({ length: 6 }, () => accept(authorisation.id)))
    expect(await bindings()).toHaveLength(1)
  })
  it.each([
    ['lets the taxpayer go', () => as(services, people.wang)('unbind', { taxpayerId })],
    ['is erased', () => as(services, people.wang)('erase', { confirm: 'ERASE' })],
  ])('accepting while the owner %s: nothing is left', async (_, end: () => Promise<unknown>) => {
    const { authorisation } = await offer()
    await Promise.allSettled([accept(authorisation.id), end()])
    await runEvents(services)
    expect(await bindings()).toEqual([])
    expect(await waiting()).toEqual([])
    expect(await code(accept(authorisation.id))).toBe('NOT_FOUND')
  })
  it('an agent who is erased leaves nothing that waits, and takes nothing any more', async () => {
    const { authorisation } = await offer()
    const context = await services.contextFor(people.li)
    await as(services, people.li)('erase', { confirm: 'ERASE' })
    await expect(
      as(services, context.caller as never)('acceptAuthorisation', { authorisationId: authorisation.id }),
    ).rejects.toThrow()
    const [doc] = await services.store.read<AuthorisationDoc>(authorisations.name, [authorisation.id])
    expect(doc?.doc).toMatchObject({ offer: null, revokedAt: services.time.now })
    expect(await code(offer())).toBe('NOT_FOUND')
  })
})

it('authorisations of before, which nobody had to accept, stand as they were', async () => {
  const { authorisation } = await authoriseAndAccept(services, people.wang, {
    taxpayerId,
    agent: people.li,
    scope: ['appointments'],
    days: 30,
  })
  await transact(services, async (tx) => {
    const doc = await tx.get(authorisations, authorisation.id)
    if (!doc) throw new Error('accepted a moment ago')
    const { endsAt: _endsAt, acceptedAt: _acceptedAt, offer: _offer, ...old } = doc
    tx.replace(authorisations, authorisation.id, old)
  })
  expect((await given())[0]).toEqual(authorisation)
  expect(await code(acting())).toBe('answered')
  expect((await accept(authorisation.id)).authorisation.state).toBe('accepted')
})

describe('the rule', () => {
  const NOW = 1_000 * DAY_MS
  const scopes = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 })
  const terms = fc.record({ scope: scopes, endsAt: fc.integer({ min: NOW + 1, max: NOW + 90 * DAY_MS }) })
  const standing = fc.option(
    fc.record({
      scope: scopes,
      expiresAt: fc.integer({ min: NOW - DAY_MS, max: NOW + 90 * DAY_MS }),
      revokedAt: fc.constantFrom(null, NOW - 5),
      acceptedAt: fc.constantFrom(undefined, null, NOW - 9),
    }),
    { nil: undefined },
  )
  it('never lets an agent do more than it accepted, nor more than the owner last said', () => {
    fc.assert(
      fc.property(standing, terms, (before: Standing | undefined, wanted) => {
        const old = before && inForce(before, NOW)
        const { standing: now, offer: open } = authorised(before, wanted, NOW)
        for (const name of now?.scope ?? []) {
          expect(wanted.scope).toContain(name)
          expect(old?.scope).toContain(name)
        }
        if (now) {
          expect(now.endsAt).toBeLessThanOrEqual(wanted.endsAt)
          expect(now.endsAt).toBeLessThanOrEqual(old?.endsAt ?? 0)
        }
        if (open) expect(open.acceptBy).toBeLessThanOrEqual(Math.min(wanted.endsAt, NOW + ACCEPT_MS))
        else expect(now).toEqual(wanted)
      }),
    )
  })
  it('has one word for every document', () => {
    const doc: Standing = { scope: ['a'], expiresAt: NOW + 9, revokedAt: null, acceptedAt: null }
    const waits = { scope: ['a'], endsAt: NOW + 9, acceptBy: NOW + 9, state: 'waiting' as const }
    expect(stateOf({ ...doc, offer: waits }, NOW)).toBe('waiting')
    expect(openOffer({ ...doc, offer: waits }, NOW + 9)).toBeUndefined()
    expect(stateOf({ ...doc, offer: waits }, NOW + 9)).toBe('lapsed')
    expect(stateOf({ ...doc, offer: { ...waits, state: 'declined' } }, NOW)).toBe('declined')
    expect(stateOf({ ...doc, acceptedAt: NOW }, NOW)).toBe('accepted')
    expect(stateOf({ ...doc, acceptedAt: NOW }, NOW + 9)).toBe('ended')
    expect(stateOf({ ...doc, acceptedAt: NOW, revokedAt: NOW }, NOW)).toBe('ended')
  })
})
