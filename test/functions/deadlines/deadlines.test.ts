/** What people see, set and mark: through the real entry, on a real database. */
import { reader } from '../../../functions/core/io/store/reader'
import { transact } from '../../../functions/core/io/store/transact'
import { profiles } from '../../../functions/deadlines/collections'
import { filed } from '../../../functions/deadlines/public'
import { profiles as traits } from '../../../functions/profiles/collections'
import { openCalls, type Calls, type Person } from './parts'

interface Taxpayer {
  readonly taxpayerId: string | null
  readonly name: string | null
  readonly kind: string
  readonly taxes: readonly string[]
  readonly chosen: boolean
  readonly reminders: readonly number[]
}
interface Shown {
  readonly taxpayerId: string | null
  readonly id: string
  readonly due: string | null
  readonly base: string
  readonly filedAt: number | null
  readonly filedBy: string | null
}
interface Mine {
  readonly taxpayers: readonly Taxpayer[]
  readonly items: readonly Shown[]
}

let calls: Calls
let li: Person
beforeEach(async () => {
  calls = await openCalls()
  calls.nine('2026-04-01')
  li = await calls.person('李')
})
afterEach(() => calls.services.close())

const APRIL = { from: '2026-04-01', to: '2026-04-30' }
const mine = (person: Person, range = APRIL): Promise<Mine> => calls.must('mine', range, person)
const general = { kind: 'general', taxes: ['vat', 'cit'], periods: {} }
const setUp = async (person = li): Promise<string> => {
  const taxpayerId = await calls.company(person)
  await calls.must('setProfile', { taxpayerId, ...general }, person)
  return taxpayerId
}

test('who has said nothing sees what a person files', async () => {
  const { taxpayers, items } = await mine(li, { from: '2026-06-01', to: '2026-06-30' })
  expect(taxpayers).toEqual([
    expect.objectContaining({ taxpayerId: null, name: null, kind: 'person', chosen: true, reminders: [] }),
  ])
  expect(items).toMatchObject([{ id: 'iitAnnual.2025', due: '2026-06-30', filedAt: null }])
})

test('what an account said of its enterprise elsewhere is not asked for again, until it says otherwise here', async () => {
  const taxpayerId = await calls.company(li)
  const said = (kind: string) =>
    transact(calls.services, async (tx) => {
      await tx.get(traits, li.accountId)
      const own = { kind, taxes: [], industry: null, region: null, size: null }
      tx.put(traits, li.accountId, {
        v: 1,
        taxpayers: { [taxpayerId]: own },
        interests: [],
        hears: true,
        changedAt: tx.now,
      })
    })
  const shown = async (): Promise<unknown> => {
    const { taxpayers } = await mine(li)
    const { kind, chosen } = taxpayers.find((one) => one.taxpayerId === taxpayerId) ?? {}
    return [kind, chosen]
  }
  await said('general')
  expect(await shown()).toEqual(['general', true])
  // What no enterprise is, says nothing.
  await said('person')
  expect(await shown()).toEqual(['smallScale', false])
  await said('selfEmployed')
  await calls.must('reminders', { taxpayerId, offsets: [7] }, li)
  await said('general')
  expect(await shown()).toEqual(['selfEmployed', true])
})

test('an enterprise is shown as most are, and says that nobody has said what it is', async () => {
  const taxpayerId = await calls.company(li)
  const { taxpayers } = await mine(li)
  expect(taxpayers.map((one) => [one.taxpayerId, one.kind, one.chosen])).toEqual([
    [null, 'person', true],
    [taxpayerId, 'smallScale', false],
  ])
  expect(taxpayers[1]?.name).toMatch(/\*/)
})

test('files by what it is, and says why the day is not the plain one', async () => {
  const taxpayerId = await setUp()
  const { items } = await mine(li)
  expect(items).toMatchObject([
    { taxpayerId, id: 'vat.2026-03', name: '增值税及附加', periodName: '2026年3月', base: '2026-04-15' },
    {
      taxpayerId,
      id: 'cit.2026Q1',
      due: '2026-04-20',
      moved: '4月15日遇清明节假期（4月4–6日），顺延至4月20日',
    },
  ])
  const { deadline } = await calls.must<{ deadline: { name: string; moved: string } }>(
    'one',
    { taxpayerId, id: 'cit.2026Q1' },
    li,
    'en',
  )
  expect(deadline).toMatchObject({
    name: 'Corporate income tax, prepayment',
    moved: '15 Apr, moved to 20 Apr by Qingming (4–6 Apr)',
  })
})

test('a year that is not published has no day, and says the plain one', async () => {
  await setUp()
  const { items } = await mine(li, { from: '2027-01-01', to: '2027-01-31' })
  expect(items[0]).toMatchObject({ base: '2027-01-15', due: null, moved: null })
})

test('a person is no company, and nobody asks for more than a quarter at once', async () => {
  const taxpayerId = await setUp()
  for (const input of [{ taxpayerId, ...general, kind: 'person' }, general])
    expect(await calls.call('setProfile', input, { token: li.token })).toMatchObject({ status: 400 })
  const range = { from: '2026-01-01', to: '2026-12-31' }
  expect(await calls.call('mine', range, { token: li.token })).toMatchObject({ status: 400 })
})

test('what was filed is marked, and the mark can be taken back; twice is once', async () => {
  const taxpayerId = await setUp()
  const mark = (value: boolean): Promise<{ deadline: Shown }> =>
    calls.must('markFiled', { taxpayerId, id: 'vat.2026-03', filed: value }, li)
  const { deadline } = await mark(true)
  expect(deadline).toMatchObject({ filedBy: 'person' })
  calls.services.time.now += 60_000
  expect((await mark(true)).deadline.filedAt).toBe(deadline.filedAt)
  expect((await mine(li)).items.map(({ filedAt }) => filedAt !== null)).toEqual([true, false])
  expect((await mark(false)).deadline.filedAt).toBeNull()
  expect((await mark(false)).deadline.filedAt).toBeNull()
})

test('what was filed online is a fact: no word takes it back', async () => {
  const taxpayerId = await setUp()
  await calls.must('markFiled', { taxpayerId, id: 'vat.2026-03', filed: true }, li)
  const subject = { owner: li.accountId, taxpayerId, kind: 'enterprise' } as const
  await transact(calls.services, (tx) => filed(tx, subject, 'vat.2026-03'))
  expect((await mine(li)).items[0]).toMatchObject({ filedBy: 'online' })
  const undo = await calls.call(
    'markFiled',
    { taxpayerId, id: 'vat.2026-03', filed: false },
    { token: li.token },
  )
  expect(undo).toMatchObject({ status: 409, body: { code: 'FILED_ONLINE' } })
  await expect(transact(calls.services, (tx) => filed(tx, subject, 'vat'))).rejects.toThrow(RangeError)
})

test('marks are forgotten after two years and a bit, with the next change', async () => {
  const taxpayerId = await setUp()
  await calls.must('markFiled', { taxpayerId, id: 'vat.2026-03', filed: true }, li)
  calls.nine('2028-12-01')
  const token = await calls.services.tokenOf(li.accountId)
  await calls.must('reminders', { taxpayerId, offsets: [1] }, { ...li, token })
  expect((await reader(calls.services.store).get(profiles, taxpayerId))?.filed).toEqual([])
})

test('what one does not file is not found; a stranger’s taxpayer neither', async () => {
  const taxpayerId = await setUp()
  const wang = await calls.person('王')
  for (const [procedure, input] of [
    ['one', { taxpayerId, id: 'vat.2026-03' }],
    ['markFiled', { taxpayerId, id: 'vat.2026-03', filed: true }],
    ['setProfile', { taxpayerId, ...general }],
    ['reminders', { taxpayerId, offsets: [1] }],
  ] as const)
    expect(await calls.call(procedure, input, { token: wang.token })).toMatchObject({ status: 404 })
  for (const id of ['stamp.2026Q1', 'vat.2026Q1', 'citAnnual.9999'])
    expect(await calls.call('one', { taxpayerId, id }, { token: li.token })).toMatchObject({ status: 404 })
})

test('a taxpayer that was let go takes what it files with it, and one that was bound anew at once keeps it', async () => {
  const [gone, kept] = [await setUp(), await setUp()]
  const name = { kind: 'enterprise', name: '税帮演示有限公司', number: '91320105MA1MXXXX1Q' }
  await calls.must('accounts/unbind', { taxpayerId: gone }, li)
  await calls.must('accounts/unbind', { taxpayerId: kept }, li)
  await calls.must('accounts/bind', name, li)
  await calls.work()
  const [first, second] = await reader(calls.services.store).getMany(profiles, [gone, kept])
  expect(first).toBeUndefined()
  expect(second?.taxes).toEqual(['vat', 'cit'])
})
