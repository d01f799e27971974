/** Who may look at whom, and verify whom: those at whose hall, or in whose region, the person has something to do. */
import { businessRows } from '../../../functions/accounts/data/business'
import { reasonIn } from '../../../functions/accounts/rules/business'
import { allCollections } from '../../../functions/all-collections'
import { APPOINTMENT_STATES } from '../../../functions/appointments/rules/states'
import { defineCollection } from '../../../functions/core/io/store/collection'
import { personalOf } from '../../../functions/core/io/store/personal'
import { addDays, DAY_MS, dayOf } from '../../../functions/core/pure/time'
import { testServices, type TestServices } from '../../harness/context'
import { forgetVisit, visit } from '../../harness/visits'
import { as, cast, FIRM, hallAt, PERSON, verified, type Cast } from './people'

let services: TestServices
let people: Cast
let taxpayerId: string
beforeEach(async () => {
  services = await testServices()
  people = await cast(services)
  await hallAt(services, 'h1', '320102')
  await hallAt(services, 'h2', '320205')
  taxpayerId = (await as(services, people.wang)('bind', PERSON)).taxpayer.id
})
afterEach(() => services.close())

const code = (answer: Promise<unknown>) =>
  answer.then(
    () => 'answered',
    (error: { code: string }) => error.code,
  )
const look = (who = people.officer, id = taxpayerId) =>
  code(as(services, who)('reveal', { taxpayerId: id, field: 'name', purpose: '核对身份' }))
const check = (who = people.officer, id = taxpayerId) =>
  code(as(services, who)('verify', { taxpayerId: id, evidence: '身份证原件' }))
const today = () => dayOf(services.time.now)
const holding = (name: string, grants: Parameters<TestServices['person']>[1]) => services.person(name, grants)

describe('an officer', () => {
  it('neither sees nor verifies a person with no business at all, as if there were none', async () => {
    expect([await look(), await look(people.officer, 'tp_unknown')]).toEqual(['NOT_FOUND', 'NOT_FOUND'])
    expect([await check(), await check(people.officer, 'tp_unknown')]).toEqual(['NOT_FOUND', 'NOT_FOUND'])
    expect((await as(services, people.wang)('accessLog', { limit: 20 })).items).toEqual([])
    expect((await as(services, people.wang)('me', {})).taxpayers[0]?.standing).toBe('claimed')
  })
  it('nor one who is booked at another hall only', async () => {
    await visit(services, taxpayerId, { hallId: 'h2', day: addDays(today(), 1) })
    expect([await look(), await check()]).toEqual(['NOT_FOUND', 'NOT_FOUND'])
  })
  it.each([
    ['tomorrow', 1, 'answered'],
    ['today', 0, 'answered'],
    ['thirty days ago', -30, 'answered'],
    ['thirty-one days ago', -31, 'NOT_FOUND'],
  ])('does who is booked at the own hall: %s', async (_, days, answer) => {
    await visit(services, taxpayerId, { day: addDays(today(), days) })
    expect([await look(), await check()]).toEqual([answer, answer])
  })
  it.each(APPOINTMENT_STATES)('by an appointment that is %s', async (state) => {
    await visit(services, taxpayerId, { state })
    expect(await look()).toBe(state === 'booked' || state === 'cancelledByHall' ? 'answered' : 'NOT_FOUND')
  })
  it('finds an old friend among many newer visits elsewhere', async () => {
    await visit(services, taxpayerId, { day: today() })
    for (let i = 0; i < 120; i += 1) {
      services.time.now += 1
      await visit(services, taxpayerId, { hallId: 'h2' })
    }
    expect(await look()).toBe('answered')
  })
  it('is told of one’s own first when there is business, and not before', async () => {
    const own = await holding('both', [{ role: 'officer', halls: ['h1'] }])
    const { taxpayer } = await as(services, own)('bind', { ...PERSON, number: 'E12345678' })
    expect(await check(own, taxpayer.id)).toBe('NOT_FOUND')
    await visit(services, taxpayer.id)
    expect(await check(own, taxpayer.id)).toBe('FORBIDDEN')
  })
  it('sees no more once the business is gone', async () => {
    const seen = await visit(services, taxpayerId)
    expect(await look()).toBe('answered')
    await forgetVisit(services, seen)
    expect(await look()).toBe('NOT_FOUND')
  })
})

describe('a supervisor', () => {
  it.each([
    ['of the region', [{ role: 'supervisor' as const, regions: ['32'] }], 'answered'],
    ['of the district', [{ role: 'supervisor' as const, regions: ['320102'] }], 'answered'],
    ['of another', [{ role: 'supervisor' as const, regions: ['3202'] }], 'NOT_FOUND'],
    ['of the whole deployment', [{ role: 'supervisor' as const }], 'answered'],
    [
      'who is an officer elsewhere too',
      [
        { role: 'officer' as const, halls: ['h2'] },
        { role: 'supervisor' as const, regions: ['11'] },
      ],
      'NOT_FOUND',
    ],
  ])('%s', async (_, grants, answer) => {
    const who = await holding('supervisor', grants)
    await visit(services, taxpayerId)
    expect([await look(who), await check(who)]).toEqual([answer, answer])
  })
  it('of the whole deployment still needs business of the person’s somewhere', async () => {
    expect(await look(await holding('all', [{ role: 'supervisor' }]))).toBe('NOT_FOUND')
  })
})

describe('an auditor', () => {
  it('of the whole deployment audits it whole; one of a region what is, or was, done there', async () => {
    expect(await look(people.auditor)).toBe('answered')
    const local = await holding('local', [{ role: 'auditor', regions: ['3201'] }])
    expect(await look(local)).toBe('NOT_FOUND')
    await visit(services, taxpayerId, { day: addDays(today(), -200) })
    expect(await look(local)).toBe('answered')
    expect(await look(people.officer)).toBe('NOT_FOUND')
    expect(await look(await holding('far', [{ role: 'auditor', regions: ['11'] }]))).toBe('NOT_FOUND')
  })
})

it('is told by the grant that gave the reason, not by a stronger one that gave none', async () => {
  const both = await holding('both', [
    { role: 'supervisor', regions: ['11'] },
    { role: 'officer', halls: ['h1'] },
  ])
  await visit(services, taxpayerId)
  expect(await look(both)).toBe('answered')
  const [seen] = (await as(services, people.wang)('accessLog', { limit: 20 })).items
  expect(seen?.who).toMatch(/^officer@h1 #/)
})

it('a verified person is looked at by the same rule', async () => {
  const id = await verified(services, people, FIRM)
  expect(await look(people.officer, id)).toBe('NOT_FOUND')
  services.time.now += DAY_MS
  await visit(services, id)
  expect(await look(people.officer, id)).toBe('answered')
})

describe('the table', () => {
  it('has a row for every role that may look, each with its reason, from a day on', () => {
    expect(businessRows.flatMap(({ roles }) => roles).sort()).toEqual(['auditor', 'officer', 'supervisor'])
    for (const { why, basis, daysAfter, effectiveFrom } of businessRows) {
      expect([why.zh, why.en, basis.zh, basis.en].every((words) => words !== '')).toBe(true)
      expect(daysAfter).toBeGreaterThan(0)
      expect(effectiveFrom).toMatch(/^\d{4}-\d\d-\d\d$/)
    }
  })
  it('counts for nobody before it is in force, and for no other role', () => {
    const here = [{ hallId: 'h1', region: '320102', day: '2025-12-30' }]
    expect(reasonIn([{ role: 'officer', halls: ['h1'] }], here, '2025-12-31')).toBeUndefined()
    expect(reasonIn([{ role: 'officer', halls: ['h1'] }], here, '2026-01-02')).toBeDefined()
    expect(reasonIn([{ role: 'notary', halls: ['h1'] }], here, '2026-01-02')).toBeUndefined()
  })
})

describe('collections', () => {
  it('that are business say so of themselves: a function to come is asked without a line here', () => {
    const asked = allCollections.filter((spec) => personalOf(spec)?.business).map(({ name }) => name)
    expect(asked).toContain('appointments')
  })
  it('cannot say so without naming the taxpayer', () => {
    const declare = () =>
      defineCollection<{ readonly v: 1; readonly owner: string }>({
        name: 'things',
        v: 1,
        indexes: { owner: ['owner'] },
        retention: { kind: 'forever', why: 'test' },
        personal: {
          by: [{ index: 'owner', names: 'account' }],
          export: { nothing: 'test' },
          erase: 'remove',
          business: () => ({ hallId: 'h1', day: '2026-11-24' }),
        },
      })
    expect(declare).toThrow('taxpayer')
  })
})
