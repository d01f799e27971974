import { actingFor } from '../../../functions/accounts/public'
import { SCOPE_NAMES } from '../../../functions/accounts/data/scopes'
import { DAY_MS } from '../../../functions/core/pure/time'
import { testServices, type TestServices } from '../../harness/context'
import { as, authoriseAndAccept, cast, PERSON, runEvents, verified, type Cast } from './people'

let services: TestServices
let people: Cast
let taxpayerId: string
beforeEach(async () => {
  services = await testServices()
  people = await cast(services)
  taxpayerId = await verified(services, people)
})
afterEach(() => services.close())

const authorise = (
  more: Partial<{
    agent: string
    scope: ('appointments' | 'refunds')[]
    days: number
    taxpayerId: string
  }> = {},
) =>
  authoriseAndAccept(services, people.wang, {
    taxpayerId,
    agent: people.li,
    scope: ['appointments'],
    days: 30,
    ...more,
  })
const acting = async (who: string, wish: Partial<Parameters<typeof actingFor>[1]> = {}) =>
  actingFor(await services.contextFor(who), { scope: 'appointments', ...wish })
const code = (answer: Promise<unknown>) =>
  answer.then(
    () => 'answered',
    (error: { code: string }) => error.code,
  )

describe('an authorised agent', () => {
  it('acts for the taxpayer, on its ledger, and sees it masked', async () => {
    const { authorisation } = await authorise()
    expect(authorisation).toEqual({
      id: authorisation.id,
      taxpayerId,
      agent: people.li,
      scope: ['appointments'],
      expiresAt: services.time.now + 30 * DAY_MS,
      state: 'accepted',
    })
    const owner = await acting(people.wang)
    expect(await acting(people.li)).toEqual({ ...owner, accountId: people.li })
    const [seen] = (await as(services, people.li)('me', {})).taxpayers
    expect(seen).toMatchObject({
      id: taxpayerId,
      name: '王*明',
      standing: 'verified',
      through: 'authorisation',
      expiresAt: authorisation.expiresAt,
      isDefault: false,
    })
  })
  it('acts in its scope only', async () => {
    await authorise({ scope: ['refunds'] })
    expect(await code(acting(people.li, { taxpayerId }))).toBe('NOT_FOUND')
    expect(await acting(people.li, { taxpayerId, scope: 'refunds' })).toMatchObject({ taxpayerId })
  })
  it('for bookings alone is refused wherever another function asks for its own scope', async () => {
    await authorise({ scope: ['appointments'] })
    expect(await acting(people.li, { taxpayerId, scope: 'appointments' })).toMatchObject({ taxpayerId })
    for (const scope of SCOPE_NAMES.filter((name) => name !== 'appointments')) {
      expect([scope, await code(acting(people.li, { taxpayerId, scope }))]).toEqual([scope, 'NOT_FOUND'])
      expect([scope, await code(acting(people.li, { scope }))]).toEqual([scope, 'NO_TAXPAYER'])
      // Its owner needs no scope of anybody's.
      expect(await acting(people.wang, { scope })).toMatchObject({ taxpayerId })
    }
  })
  it('never acts without a scope: the type asks for one, and a handler that gets round it fails', async () => {
    const left: undefined extends Parameters<typeof actingFor>[1]['scope'] ? 'optional' : 'required' =
      'required'
    expect(left).toBe('required')
    expect(actingFor).toHaveLength(2)
    await authorise()
    const copied = { taxpayerId } as unknown as Parameters<typeof actingFor>[1]
    await expect(actingFor(await services.contextFor(people.li), copied)).rejects.toThrow(RangeError)
    const misspelt = { taxpayerId, scope: 'appointment' } as unknown as Parameters<typeof actingFor>[1]
    await expect(actingFor(await services.contextFor(people.li), misspelt)).rejects.toThrow(RangeError)
  })
  it('acts until its day, and not a moment longer', async () => {
    await authorise({ days: 1 })
    services.time.now += DAY_MS - 1
    expect(await code(acting(people.li, { taxpayerId }))).toBe('answered')
    services.time.now += 1
    expect(await code(acting(people.li, { taxpayerId }))).toBe('NOT_FOUND')
    expect((await as(services, people.li)('me', {})).taxpayers).toEqual([])
  })
  it('stops when it is revoked, which may be said twice', async () => {
    const { authorisation } = await authorise()
    const revoked = await as(services, people.wang)('revoke', { authorisationId: authorisation.id })
    expect(revoked.authorisation).toEqual({
      ...authorisation,
      state: 'ended',
      revokedAt: services.time.now,
    })
    expect(await code(acting(people.li, { taxpayerId }))).toBe('NOT_FOUND')
    services.time.now += 5
    expect(await as(services, people.wang)('revoke', { authorisationId: authorisation.id })).toEqual(revoked)
  })
  it('may be authorised again: the last word counts', async () => {
    const first = await authorise({ days: 30 })
    await as(services, people.wang)('revoke', { authorisationId: first.authorisation.id })
    const second = await authorise({ days: 2 })
    expect(second.authorisation.id).toBe(first.authorisation.id)
    expect((await as(services, people.li)('me', {})).taxpayers.map(({ expiresAt }) => expiresAt)).toEqual([
      services.time.now + 2 * DAY_MS,
    ])
  })
  it('may give it back, and then authorises nobody', async () => {
    await authorise()
    expect(
      await code(
        as(services, people.li)('authorise', {
          taxpayerId,
          agent: people.admin,
          scope: ['appointments'],
          days: 1,
        }),
      ),
    ).toBe('NOT_FOUND')
    expect(await as(services, people.li)('unbind', { taxpayerId })).toEqual({ removed: true })
    expect(await code(acting(people.li, { taxpayerId }))).toBe('NOT_FOUND')
    expect((await acting(people.wang)).taxpayerId).toBe(taxpayerId)
  })
  it('stops when the owner lets the taxpayer go, also by the event alone', async () => {
    await authorise()
    await as(services, people.wang)('unbind', { taxpayerId })
    expect((await as(services, people.li)('me', {})).taxpayers).toEqual([])
    await runEvents(services)
    expect((await as(services, people.li)('me', {})).taxpayers).toEqual([])
  })
})

describe('authorise', () => {
  it('takes a verified taxpayer of one’s own and a real agent that is not oneself', async () => {
    const { taxpayer } = await as(services, people.li)('bind', { ...PERSON, number: 'E12345678' })
    expect(
      await code(
        as(services, people.li)('authorise', {
          taxpayerId: taxpayer.id,
          agent: people.wang,
          scope: ['appointments'],
          days: 1,
        }),
      ),
    ).toBe('NOT_VERIFIED')
    expect(await code(authorise({ agent: 'ac_nobody' }))).toBe('NOT_FOUND')
    expect(await code(authorise({ agent: people.wang }))).toBe('NOT_FOUND')
    expect(await code(authorise({ taxpayerId: taxpayer.id }))).toBe('NOT_FOUND')
  })
})

describe("a stranger's authorisation", () => {
  it('answers as an unknown one, to the agent too', async () => {
    const { authorisation } = await authorise()
    for (const who of [people.admin, people.li]) {
      expect(await code(as(services, who)('revoke', { authorisationId: authorisation.id }))).toBe('NOT_FOUND')
      expect(await code(as(services, who)('revoke', { authorisationId: 'az_unknown' }))).toBe('NOT_FOUND')
    }
    expect(await code(acting(people.li, { taxpayerId }))).toBe('answered')
  })
})
