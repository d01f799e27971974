import fc from 'fast-check'
import {
  canonicalGrant,
  grantText,
  mayGrant,
  withGrant,
  withoutRole,
  type Grant,
} from '../../../functions/accounts/rules/grants'
import { auditEntries, type AuditEntryDoc } from '../../../functions/core/io/audit/collections'
import { resolveCaller } from '../../../functions/core/io/identity/caller'
import { ROLES } from '../../../functions/core/io/identity/roles'
import { testServices, type TestServices } from '../../harness/context'
import { as, cast, hallAt, REASON, type Cast } from './people'

let services: TestServices
let people: Cast
beforeEach(async () => {
  services = await testServices()
  people = await cast(services)
})
afterEach(() => services.close())

const code = (answer: Promise<unknown>) =>
  answer.then(
    () => 'answered',
    (error: { code: string }) => error.code,
  )
const grantsOf = async (id: string) => (await as(services, id)('me', {})).grants
const audited = async (subject: string): Promise<AuditEntryDoc[]> =>
  (
    await services.store.query<AuditEntryDoc>(auditEntries.name, { index: 'subject', where: { subject } })
  ).items.map(({ doc }) => doc)

describe('grantRole', () => {
  it('gives an officer a hall by one administrator, at once, for the session that is open', async () => {
    const token = await services.tokenOf(people.wang)
    const grant = { role: 'officer', halls: ['h2', 'h1', 'h2'] } as const
    const answer = await as(services, people.admin)('grantRole', {
      accountId: people.wang,
      grant: { ...grant, halls: [...grant.halls] },
      reason: REASON,
    })
    expect(answer).toEqual({
      accountId: people.wang,
      grants: [{ role: 'officer', halls: ['h1', 'h2'] }],
      pending: false,
    })
    expect(await resolveCaller({ services, headers: { authorization: `Bearer ${token}` } })).toMatchObject({
      grants: answer.grants,
    })
  })
  it.each(['supervisor', 'admin', 'auditor', 'notary'] as const)(
    'needs two people for a %s',
    async (role) => {
      const input = { accountId: people.wang, grant: { role, regions: ['32'] }, reason: REASON }
      expect(await as(services, people.admin)('grantRole', input)).toEqual({
        accountId: people.wang,
        grants: [],
        pending: true,
      })
      expect(await grantsOf(people.wang)).toEqual([])
      expect(await code(as(services, people.admin)('grantRole', input))).toBe('TWO_PEOPLE')
      services.time.now += 1000
      expect(await as(services, people.second)('grantRole', { ...input, reason: 'I agree' })).toEqual({
        accountId: people.wang,
        grants: [{ role, regions: ['32'] }],
        pending: false,
      })
      expect(
        (await audited(people.wang)).map(({ actor, action, detail }) => [actor, action, detail.first]),
      ).toEqual([
        [people.admin, 'accounts/requestRole', people.admin],
        [people.second, 'accounts/grantRole', people.admin],
      ])
    },
  )
  it('is confirmed for exactly what was asked', async () => {
    const ask = (who: string, regions: string[]) =>
      as(services, who)('grantRole', {
        accountId: people.wang,
        grant: { role: 'supervisor', regions },
        reason: REASON,
      })
    await ask(people.admin, ['3201', '3202'])
    expect((await ask(people.second, ['32'])).pending).toBe(true)
    expect((await ask(people.second, ['3202', '3201'])).pending).toBe(false)
  })
  it('is not confirmed by whom it is for', async () => {
    const input = { accountId: people.second, grant: { role: 'auditor' as const }, reason: REASON }
    await as(services, people.admin)('grantRole', input)
    expect(await code(as(services, people.second)('grantRole', input))).toBe('TWO_PEOPLE')
  })
  it('is given to nobody by themselves, one person’s grants too', async () => {
    const input = {
      accountId: people.admin,
      grant: { role: 'officer' as const, halls: ['nj-jianye'] },
      reason: REASON,
    }
    expect(await code(as(services, people.admin)('grantRole', input))).toBe('FORBIDDEN')
  })
  it('is asked anew after a week', async () => {
    const input = { accountId: people.wang, grant: { role: 'notary' as const }, reason: REASON }
    await as(services, people.admin)('grantRole', input)
    services.time.now += 7 * 86_400_000
    expect((await as(services, people.second)('grantRole', input)).pending).toBe(true)
    expect((await as(services, people.admin)('grantRole', input)).pending).toBe(false)
  })
  it('is confirmed once when two confirm at the same moment', async () => {
    const third = await services.person('third', [{ role: 'admin' }])
    const input = { accountId: people.wang, grant: { role: 'notary' as const }, reason: REASON }
    await as(services, people.admin)('grantRole', input)
    const answers = await Promise.all(
      [people.second, third].map((who) => as(services, who)('grantRole', input)),
    )
    expect(answers.map(({ pending }) => pending).sort()).toEqual([false, true])
  })
  it('keeps no reason readable: people write names into it', async () => {
    await as(services, people.admin)('grantRole', {
      accountId: people.wang,
      grant: { role: 'officer', halls: ['h1'] },
      reason: '接替王小明',
    })
    expect(JSON.stringify(await audited(people.wang))).not.toContain('王小明')
  })
  it("answers an unknown account and another region's the same", async () => {
    await hallAt(services, 'h1', '320104')
    await hallAt(services, 'h2', '320205')
    const local = await services.person('local', [{ role: 'admin', regions: ['3201'] }])
    const ask = (accountId: string, regions?: string[], halls = ['h1']) =>
      as(services, local)('grantRole', {
        accountId,
        grant: { role: 'officer', halls, ...(regions ? { regions } : {}) },
        reason: REASON,
      })
    expect(await code(ask('ac_unknown', ['3201']))).toBe('NOT_FOUND')
    expect(await code(ask(people.wang, ['3202']))).toBe('NOT_FOUND')
    expect(await code(ask(people.wang, ['32']))).toBe('NOT_FOUND')
    // A hall of another region, and one that nobody knows, whatever region is named beside it.
    expect(await code(ask(people.wang, ['320104'], ['h2']))).toBe('NOT_FOUND')
    expect(await code(ask(people.wang, undefined, ['h9']))).toBe('NOT_FOUND')
    expect(await code(ask(people.wang, undefined, []))).toBe('NOT_FOUND')
    expect(await code(ask(people.wang))).toBe('answered')
    expect(await code(ask(people.wang, ['320104']))).toBe('answered')
  })
})

describe('withdrawRole', () => {
  it('takes the role in all its places, at once, and is audited', async () => {
    expect(
      await as(services, people.admin)('withdrawRole', {
        accountId: people.officer,
        role: 'officer',
        reason: REASON,
      }),
    ).toEqual({ accountId: people.officer, grants: [] })
    expect(await grantsOf(people.officer)).toEqual([])
    expect((await audited(people.officer)).map(({ action }) => action)).toEqual(['accounts/withdrawRole'])
    expect(
      await code(
        as(services, people.admin)('withdrawRole', {
          accountId: 'ac_unknown',
          role: 'officer',
          reason: REASON,
        }),
      ),
    ).toBe('NOT_FOUND')
  })
  it("is not for another region's grants", async () => {
    const local = await services.person('local', [{ role: 'admin', regions: ['3201'] }])
    expect(
      await code(
        as(services, local)('withdrawRole', { accountId: people.auditor, role: 'auditor', reason: REASON }),
      ),
    ).toBe('NOT_FOUND')
    expect(await grantsOf(people.auditor)).toEqual([{ role: 'auditor' }])
  })
})

describe('sets of grants', () => {
  const places = fc.option(fc.uniqueArray(fc.constantFrom('32', '3201', '3202', '11'), { maxLength: 3 }), {
    nil: undefined,
  })
  const grant: fc.Arbitrary<Grant> = fc.record({
    role: fc.constantFrom(...ROLES),
    halls: places,
    regions: places,
    duties: fc.option(fc.uniqueArray(fc.constantFrom('review', 'pay'), { maxLength: 2 }), { nil: undefined }),
  })
  const kindOf = (one: Grant): string => `${one.role} ${[...(one.duties ?? [])].sort().join()}`
  it('hold a role with its duties once, and adding never takes a place away, nor gives a duty elsewhere', () => {
    fc.assert(
      fc.property(fc.array(grant, { maxLength: 8 }), (added) => {
        const held = added.reduce<Grant[]>((so, one) => withGrant(so, one), [])
        expect(new Set(held.map(kindOf)).size).toBe(held.length)
        for (const one of added) {
          const { halls = [], regions = [] } = one
          const now = held.find((other) => kindOf(other) === kindOf(one))
          const everywhere = !now?.halls && !now?.regions
          if (!everywhere) {
            expect(now?.halls ?? []).toEqual(expect.arrayContaining([...halls]))
            expect(now?.regions ?? []).toEqual(expect.arrayContaining([...regions]))
          }
        }
      }),
    )
  })
  it('are written one way', () => {
    fc.assert(
      fc.property(grant, (one) => {
        const turned = {
          ...one,
          halls: one.halls && [...one.halls].reverse(),
          regions: one.regions && [...one.regions].reverse(),
          duties: one.duties && [...one.duties].reverse(),
        }
        expect(grantText(turned)).toBe(grantText(one))
        expect(canonicalGrant(canonicalGrant(one))).toEqual(canonicalGrant(one))
        expect(withoutRole(withGrant([], one), one.role)).toEqual([])
      }),
    )
  })
  const regionOf = (hallId: string): string | undefined => ({ h1: '320102', h2: '110101' })[hallId]
  it('never let an administrator of a region or a hall grant beyond it', () => {
    fc.assert(
      fc.property(grant, fc.constantFrom('32', '3201'), (one, region) => {
        const { halls = [], regions = [] } = one
        const named = halls.length + regions.length > 0
        const within = (code: string | undefined): boolean => code?.startsWith(region) === true
        expect(mayGrant([{ role: 'admin', regions: [region] }], one, regionOf)).toBe(
          named && regions.every(within) && halls.every((hallId) => within(regionOf(hallId))),
        )
        expect(mayGrant([{ role: 'admin', halls: ['h1'] }], one, regionOf)).toBe(
          named && regions.length === 0 && halls.every((hallId) => hallId === 'h1'),
        )
        expect(mayGrant([{ role: 'supervisor' }], one, regionOf)).toBe(false)
        expect(mayGrant([{ role: 'admin' }], one, regionOf)).toBe(true)
      }),
    )
  })
})
