/** Duties: granted with a role by hall or region, shown by `me`, taken back alone; those of two people by two administrators. */
import { contract } from '../../../functions/accounts/contract'
import { router } from '../../../functions/accounts/router'
import { auditEntries, type AuditEntryDoc } from '../../../functions/core/io/audit/collections'
import { createEntry } from '../../../functions/core/io/entry/entry'
import { identify } from '../../../functions/core/io/identity/caller'
import { mayAct, type Duty } from '../../../functions/core/pure/duties'
import { testServices, type TestServices } from '../../harness/context'
import { as, cast, hallAt, REASON, type Cast } from './people'

let services: TestServices
let people: Cast
beforeEach(async () => {
  services = await testServices()
  people = await cast(services)
})
afterEach(() => services.close())

const grantsOf = async (id: string) => (await as(services, id)('me', {})).grants
const grant = (by: string, wanted: { role: 'officer'; halls: string[]; duties?: Duty[] }) =>
  as(services, by)('grantRole', { accountId: people.wang, grant: wanted, reason: REASON })

it('review at one hall is no review at another, though the role is held at both', async () => {
  await grant(people.admin, { role: 'officer', halls: ['h1'], duties: ['review'] })
  await grant(people.admin, { role: 'officer', halls: ['h2'] })
  const grants = await grantsOf(people.wang)
  expect(grants).toEqual([
    { role: 'officer', halls: ['h1'], duties: ['review'] },
    { role: 'officer', halls: ['h2'] },
  ])
  expect(mayAct({ grants, duty: 'review', place: { hallId: 'h1', region: '320102' } })).toBe(true)
  expect(mayAct({ grants, duty: 'review', place: { hallId: 'h2', region: '320102' } })).toBe(false)
})

it('a duty that takes two people is granted by two administrators, also to an officer', async () => {
  const wanted = { role: 'officer' as const, halls: ['h1'], duties: ['pay' as const] }
  expect(await grant(people.admin, wanted)).toMatchObject({ pending: true, grants: [] })
  await expect(grant(people.admin, wanted)).rejects.toMatchObject({ code: 'TWO_PEOPLE' })
  expect(await grant(people.second, wanted)).toMatchObject({ pending: false, grants: [wanted] })
  // What was confirmed is what was asked: another set of duties is another request.
  expect(await grant(people.second, { ...wanted, duties: ['pay', 'review'] })).toMatchObject({
    pending: true,
  })
})

it('is audited with its duties', async () => {
  await grant(people.admin, { role: 'officer', halls: ['h1'], duties: ['review'] })
  const { items } = await services.store.query<AuditEntryDoc>(auditEntries.name, {
    index: 'subject',
    where: { subject: people.wang },
  })
  expect(items.at(-1)?.doc.detail).toMatchObject({ role: 'officer', halls: ['h1'], duties: ['review'] })
})

it('is refused where the role may not hold it, and said so on its field', async () => {
  const entry = createEntry({
    functions: { accounts: { contract, router } },
    services,
    identify,
    strict: true,
  })
  const post = async (wanted: unknown) =>
    entry.handle({
      procedure: 'accounts/grantRole',
      input: { accountId: people.wang, grant: wanted, reason: REASON },
      headers: { authorization: `Bearer ${await services.tokenOf(people.admin)}` },
    })
  expect(await post({ role: 'officer', halls: ['h1'], duties: ['approve'] })).toMatchObject({
    status: 400,
    body: { data: { issues: [{ path: 'grant.duties', message: '这个角色不能担任此职责。' }] } },
  })
  expect(await post({ role: 'officer', halls: ['h1'], duties: ['fly'] })).toMatchObject({ status: 400 })
})

it('can be taken back alone: the role stays', async () => {
  await grant(people.admin, { role: 'officer', halls: ['h1'], duties: ['review', 'moderate'] })
  await grant(people.admin, { role: 'officer', halls: ['h2'] })
  const withdraw = (duties?: ('review' | 'moderate')[]) =>
    as(services, people.admin)('withdrawRole', {
      accountId: people.wang,
      role: 'officer',
      ...(duties ? { duties } : {}),
      reason: REASON,
    })
  expect((await withdraw(['review'])).grants).toEqual([
    { role: 'officer', halls: ['h1'], duties: ['moderate'] },
    { role: 'officer', halls: ['h2'] },
  ])
  expect((await withdraw(['moderate'])).grants).toEqual([{ role: 'officer', halls: ['h1', 'h2'] }])
  expect((await withdraw()).grants).toEqual([])
})

it('an administrator of a region gives them at its halls only', async () => {
  await hallAt(services, 'h1', '320102')
  await hallAt(services, 'h2', '110101')
  const local = await services.person('local', [{ role: 'admin', regions: ['32'] }])
  await expect(grant(local, { role: 'officer', halls: ['h2'], duties: ['review'] })).rejects.toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(await grant(local, { role: 'officer', halls: ['h1'], duties: ['review'] })).toMatchObject({
    pending: false,
  })
})
