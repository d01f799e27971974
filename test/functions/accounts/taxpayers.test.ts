import fc from 'fast-check'
import { actingFor, taxpayerNames } from '../../../functions/accounts/public'
import { taxpayers, type TaxpayerDoc } from '../../../functions/accounts/collections'
import { MOST_BINDINGS } from '../../../functions/accounts/rules/bindings'
import { allCollections } from '../../../functions/all-collections'
import { DAY_MS } from '../../../functions/core/pure/time'
import { visit } from '../../harness/visits'
import { testServices, type TestServices } from '../../harness/context'
import {
  as,
  cast,
  everything,
  FIRM,
  pending,
  PERSON,
  runEvents,
  verified,
  verifyAt,
  type Cast,
} from './people'

let services: TestServices
let people: Cast
beforeEach(async () => {
  services = await testServices()
  people = await cast(services)
})
afterEach(() => services.close())

const me = (who: string) => as(services, who)('me', {})
const acting = async (who: string, wish: Partial<Parameters<typeof actingFor>[1]> = {}) =>
  actingFor(await services.contextFor(who), { scope: 'appointments', ...wish })

describe('bind', () => {
  it('adds a claimed taxpayer, masked everywhere, the first one as default', async () => {
    const { taxpayer, warning } = await as(services, people.wang)('bind', PERSON)
    expect(taxpayer).toMatchObject({
      kind: 'person',
      standing: 'claimed',
      name: '王*明',
      number: '110105********002X',
      isDefault: true,
      through: 'own',
    })
    expect(warning).toBeUndefined()
    const firm = await as(services, people.wang)('bind', FIRM)
    expect(firm.taxpayer).toMatchObject({
      name: '城东**有限公司',
      number: '9111**********741K',
      isDefault: false,
    })
    expect((await me(people.wang)).taxpayers).toEqual([taxpayer, firm.taxpayer])
  })
  it('leaves no personal data readable anywhere in the store', async () => {
    await verified(services, people)
    const kept = await everything(services, allCollections)
    expect(kept.length).toBeGreaterThan(2000)
    for (const text of [PERSON.name, PERSON.number, PERSON.phone, '王*明', '身份证'])
      expect(kept).not.toContain(text)
  })
  it('warns of a check digit that does not fit, and adds it all the same', async () => {
    const { taxpayer, warning } = await as(services, people.wang)('bind', {
      ...FIRM,
      number: '91350211M0000XUF46',
    })
    expect(warning).toBe('CHECK_DIGIT')
    expect((await me(people.wang)).taxpayers).toEqual([taxpayer])
  })
  it('takes one subject once an account, however its number is written', async () => {
    await as(services, people.wang)('bind', PERSON)
    for (const number of [
      '11010519491231002x',
      ' 110105 19491231 002X',
      '１１０１０５１９４９１２３１００２Ｘ',
      '110105491231002',
    ]) {
      await expect(as(services, people.wang)('bind', { ...PERSON, number })).rejects.toMatchObject({
        code: 'ALREADY_BOUND',
      })
    }
    expect((await as(services, people.li)('bind', PERSON)).taxpayer.standing).toBe('claimed')
  })
  it('wins once when the same account asks twice at once', async () => {
    const both = await Promise.allSettled([1, 2].map(() => as(services, people.wang)('bind', PERSON)))
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    expect((await me(people.wang)).taxpayers).toHaveLength(1)
  })
  it('answers a repeat with the same key as the first time, and another input under it with KEY_REUSED', async () => {
    const first = await as(services, people.wang, { key: 'k' })('bind', PERSON)
    expect(await as(services, people.wang, { key: 'k' })('bind', PERSON)).toEqual(first)
    await expect(as(services, people.wang, { key: 'k' })('bind', FIRM)).rejects.toMatchObject({
      code: 'KEY_REUSED',
    })
  })
  it('keeps an account small', async () => {
    for (let i = 0; i < MOST_BINDINGS; i += 1) {
      if (i % 10 === 0) services.time.now += DAY_MS
      await as(services, people.wang)('bind', { ...FIRM, number: `TAX${100_000_000_000_000 + i}` })
    }
    services.time.now += DAY_MS
    await expect(as(services, people.wang)('bind', PERSON)).rejects.toMatchObject({ code: 'INVALID_INPUT' })
  })
})

describe('setDefault and unbind', () => {
  it('choose and end one of my own', async () => {
    const { taxpayer: person } = await as(services, people.wang)('bind', PERSON)
    const { taxpayer: firm } = await as(services, people.wang)('bind', FIRM)
    expect((await as(services, people.wang)('setDefault', { taxpayerId: firm.id })).taxpayer).toEqual({
      ...firm,
      isDefault: true,
    })
    expect((await acting(people.wang)).taxpayerId).toBe(firm.id)
    expect(await as(services, people.wang)('unbind', { taxpayerId: firm.id })).toEqual({ removed: true })
    expect((await me(people.wang)).taxpayers.map(({ id }) => id)).toEqual([person.id])
    expect((await acting(people.wang)).taxpayerId).toBe(person.id)
  })
  it('let it be bound again, as before', async () => {
    const { taxpayer } = await as(services, people.wang)('bind', PERSON)
    await as(services, people.wang)('unbind', { taxpayerId: taxpayer.id })
    expect((await as(services, people.wang)('bind', PERSON)).taxpayer).toEqual(taxpayer)
  })
  it('keep the name for past appointments, and forget it after 400 days unless bound again', async () => {
    const { taxpayer } = await as(services, people.wang)('bind', PERSON)
    await as(services, people.wang)('unbind', { taxpayerId: taxpayer.id })
    expect(await runEvents(services)).toContain('accounts.bindingEnded')
    expect((await taxpayerNames(services, [taxpayer.id])).get(taxpayer.id)).toEqual({
      name: '王*明',
      standing: 'claimed',
    })
    services.time.now += 400 * DAY_MS
    expect(await runEvents(services)).toContain('accounts.nameUnneeded')
    expect((await taxpayerNames(services, [taxpayer.id])).size).toBe(0)
  })
})

describe('verify', () => {
  it('makes the binding verified, moves its ledger, is audited, and tells others', async () => {
    const { taxpayer } = await as(services, people.wang)('bind', PERSON)
    const before = await acting(people.wang)
    await visit(services, taxpayer.id)
    expect(
      await as(services, people.officer)('verify', {
        taxpayerId: taxpayer.id,
        evidence: '身份证原件 13812345678',
      }),
    ).toEqual({ taxpayerId: taxpayer.id, standing: 'verified' })
    const after = await acting(people.wang)
    expect(after).toMatchObject({ standing: 'verified', taxpayerId: taxpayer.id })
    expect(after.ledgerKey).not.toBe(before.ledgerKey)
    const told = (await pending(services)).find(({ doc }) => doc.kind === 'accounts.verified')
    expect(told?.doc.payload).toEqual({
      accountId: people.wang,
      taxpayerId: taxpayer.id,
      from: before.ledgerKey,
      to: after.ledgerKey,
    })
    const audited = await services.store.query('auditEntries', {
      index: 'subject',
      where: { subject: taxpayer.id },
    })
    expect(audited.items).toHaveLength(1)
    expect(audited.items[0]?.doc).toMatchObject({ actor: people.officer, action: 'accounts/verify' })
  })
  it('displaces the claims of others at once, whose past appointments keep their names', async () => {
    const { taxpayer: claim } = await as(services, people.li)('bind', PERSON)
    const id = await verified(services, people)
    expect((await me(people.li)).taxpayers).toEqual([])
    await expect(acting(people.li)).rejects.toMatchObject({ code: 'NO_TAXPAYER' })
    await expect(acting(people.li, { taxpayerId: claim.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(as(services, people.li)('bind', PERSON)).rejects.toMatchObject({ code: 'ALREADY_VERIFIED' })
    await expect(verifyAt(services, people.officer, claim.id)).rejects.toMatchObject({ code: 'NOT_FOUND' })
    expect([...(await taxpayerNames(services, [claim.id, id])).values()].map(({ name }) => name)).toEqual([
      '王*明',
      '王*明',
    ])
  })
  it('finishes displacing by its event when the instance died in between', async () => {
    const { taxpayer: claim } = await as(services, people.li)('bind', PERSON)
    const { taxpayer } = await as(services, people.wang)('bind', PERSON)
    await visit(services, taxpayer.id)
    let dead = false
    const dying = await services.contextFor(people.officer, { procedure: 'accounts/verify' })
    const context = {
      ...dying,
      transact: async <R>(work: Parameters<typeof dying.transact<R>>[0]) => {
        const done = await dying.transact(work)
        dead = true
        return done
      },
      store: {
        ...dying.store,
        read: async (...given: Parameters<typeof dying.store.read>) => {
          if (dead) throw new Error('gone')
          return dying.store.read(...given)
        },
      } as typeof dying.store,
    }
    const { call } = await import('@orpc/server')
    const { router } = await import('../../../functions/accounts/router')
    await expect(
      call(router.verify, { taxpayerId: taxpayer.id, evidence: 'x y' }, { context }),
    ).rejects.toThrow()
    expect((await me(people.li)).taxpayers.map(({ id }) => id)).toEqual([claim.id])
    expect(await runEvents(services)).toContain('accounts.claimsDisplaced')
    expect((await me(people.li)).taxpayers).toEqual([])
    expect((await me(people.wang)).taxpayers.map(({ standing }) => standing)).toEqual(['verified'])
  })
  it('is won by one of two claims that two officers verify at once, every time', async () => {
    const other = await services.person('officer-2', [{ role: 'supervisor' }])
    for (let round = 0; round < 10; round += 1) {
      const subject = { ...FIRM, number: `TAXRACE${10_000_000 + round}` }
      const [one, two] = await Promise.all(
        [people.wang, people.li].map((who) => as(services, who)('bind', subject)),
      )
      const answers = await Promise.all(
        [
          { officer: people.officer, taxpayerId: one?.taxpayer.id ?? '' },
          { officer: other, taxpayerId: two?.taxpayer.id ?? '' },
        ].map(({ officer, taxpayerId }) =>
          verifyAt(services, officer, taxpayerId).then(
            () => 'verified',
            (error: { code: string }) => error.code,
          ),
        ),
      )
      expect(answers.filter((answer) => answer === 'verified')).toHaveLength(1)
      const holders = await Promise.all(
        [one, two].map(
          async (bound) =>
            (await services.store.read<TaxpayerDoc>(taxpayers.name, [bound?.taxpayer.id ?? '']))[0]?.doc,
        ),
      )
      expect(holders.filter((doc) => doc?.standing === 'verified' && doc.removedAt === null)).toHaveLength(1)
      expect(
        [...(await me(people.wang)).taxpayers, ...(await me(people.li)).taxpayers].filter(({ number }) =>
          number.endsWith(subject.number.slice(-3)),
        ),
      ).toHaveLength(1)
    }
  })
  it('leaves no claim standing when a claim and a verification of it meet', async () => {
    for (let round = 0; round < 10; round += 1) {
      const subject = { ...FIRM, number: `TAXMEET${10_000_000 + round}` }
      const { taxpayer } = await as(services, people.wang)('bind', subject)
      await Promise.allSettled([
        verifyAt(services, people.officer, taxpayer.id),
        as(services, people.li)('bind', subject),
      ])
      await runEvents(services)
      expect((await me(people.li)).taxpayers).toEqual([])
    }
  })
  it('is answered the same when it was done before, without a second entry', async () => {
    const id = await verified(services, people)
    expect(await verifyAt(services, people.officer, id)).toEqual({
      taxpayerId: id,
      standing: 'verified',
    })
    expect(
      (await services.store.query('auditEntries', { index: 'subject', where: { subject: id } })).items,
    ).toHaveLength(1)
  })
  it('is not for what is one’s own', async () => {
    const { taxpayer } = await as(services, people.officer)('bind', PERSON)
    await expect(verifyAt(services, people.officer, taxpayer.id)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })
  it('frees the subject when its owner lets it go', async () => {
    const id = await verified(services, people)
    await as(services, people.wang)('unbind', { taxpayerId: id })
    expect((await as(services, people.li)('bind', PERSON)).taxpayer.standing).toBe('claimed')
  })
})

describe('the ledger key', () => {
  it('of a claim differs by account, of a verified subject it is one', async () => {
    await as(services, people.wang)('bind', PERSON)
    await as(services, people.li)('bind', PERSON)
    const [a, b] = [await acting(people.wang), await acting(people.li)]
    expect(a.ledgerKey).not.toBe(b.ledgerKey)
    expect(a.ledgerKey).toMatch(/^lg_[a-z2-7]{26}$/)
  })
})

describe('actingFor', () => {
  it('takes the one named, the default, the only one, else none', async () => {
    await expect(acting(people.wang)).rejects.toMatchObject({ code: 'NO_TAXPAYER' })
    const { taxpayer } = await as(services, people.wang)('bind', PERSON)
    expect(await acting(people.wang)).toMatchObject({
      taxpayerId: taxpayer.id,
      accountId: people.wang,
      name: '王*明',
      standing: 'claimed',
    })
    expect(await acting(people.wang, { taxpayerId: taxpayer.id })).toMatchObject({ taxpayerId: taxpayer.id })
    await expect(
      actingFor(await services.contextFor(undefined), { scope: 'appointments' }),
    ).rejects.toMatchObject({ code: 'SIGN_IN' })
  })
  it('needs no read at all on the way of a booking', async () => {
    await as(services, people.wang)('bind', PERSON)
    const context = await services.contextFor(people.wang)
    const none = async (): Promise<never> => {
      throw new Error('read')
    }
    expect(
      await actingFor(
        { ...context, store: { ...context.store, read: none, query: none } },
        { scope: 'appointments' },
      ),
    ).toMatchObject({ name: '王*明' })
  })
})

describe("a stranger's taxpayer", () => {
  it('answers exactly as one that does not exist, to every procedure that takes its id', async () => {
    const mine = await verified(services, people)
    const unknown = 'tp_aaaaaaaaaaaaaaaaaaaaaaaaaa'
    const of = (taxpayerId: string) => [
      as(services, people.li)('setDefault', { taxpayerId }),
      as(services, people.li)('unbind', { taxpayerId }),
      as(services, people.li)('authorise', {
        taxpayerId,
        agent: people.admin,
        scope: ['appointments'],
        days: 3,
      }),
      acting(people.li, { taxpayerId }),
    ]
    const answers = async (id: string) =>
      Promise.all(
        of(id).map((answer) =>
          answer.then(
            () => 'answered',
            (error: { code: string; data?: unknown }) => JSON.stringify([error.code, error.data]),
          ),
        ),
      )
    const strangers = await answers(mine)
    expect(strangers).toEqual(await answers(unknown))
    expect(new Set(strangers)).toEqual(new Set([JSON.stringify(['NOT_FOUND', undefined])]))
    expect((await me(people.wang)).taxpayers).toHaveLength(1)
  })
})

describe('any order of binding, unbinding and verifying', () => {
  it('leaves at most one verified a subject, and no claim beside it', async () => {
    const step = fc.record({
      who: fc.constantFrom('wang' as const, 'li' as const),
      what: fc.constantFrom('bind' as const, 'unbind' as const, 'verify' as const),
    })
    let round = 0
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 8 }), async (steps) => {
        const subject = { ...FIRM, number: `TAXANY${(round += 1) + 10_000_000_000}` }
        services.time.now += DAY_MS
        const ids = new Map<string, string>()
        const refused = (error: { code?: string }): undefined => {
          expect(['ALREADY_BOUND', 'ALREADY_VERIFIED', 'NOT_FOUND']).toContain(error.code)
          return undefined
        }
        for (const { who, what } of steps) {
          const taxpayerId = ids.get(who) ?? 'tp_none'
          if (what === 'bind') {
            const bound = await as(services, people[who])('bind', subject).catch(refused)
            if (bound) ids.set(who, bound.taxpayer.id)
          } else if (what === 'unbind')
            await as(services, people[who])('unbind', { taxpayerId }).catch(refused)
          else await verifyAt(services, people.officer, taxpayerId).catch(refused)
        }
        const all = [...(await me(people.wang)).taxpayers, ...(await me(people.li)).taxpayers].filter(
          ({ id }) => [...ids.values()].includes(id),
        )
        const standing = all.filter((one) => one.standing === 'verified')
        expect(standing.length).toBeLessThanOrEqual(1)
        if (standing.length === 1) expect(all).toHaveLength(1)
        for (const [who, id] of ids)
          await as(services, people[who as 'wang' | 'li'])('unbind', { taxpayerId: id }).catch(refused)
      }),
      { numRuns: 25 },
    )
  })
})
