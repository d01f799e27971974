/** Reminders: of what is due, to who wants them, on the days they chose; not of what was filed; each once, whatever happens. */
import { events, type EventDoc } from '../../../functions/core/io/events/collections'
import { allOf } from '../../../functions/core/io/store/pages'
import { reader } from '../../../functions/core/io/store/reader'
import { addDays, MINUTE } from '../../../functions/core/pure/time'
import { wordsOf } from '../../../functions/inbox/rules/words'
import { noticeKind } from '../../../functions/inbox/data/kinds'
import { profiles, runs, type ProfileDoc } from '../../../functions/deadlines/collections'
import { eventHandlers } from '../../../functions/deadlines/events'
import { dueOffsets } from '../../../functions/deadlines/rules/plan'
import { spreadOf } from '../../../functions/deadlines/work/profile'
import { died, mortal } from '../../harness/store/mortal'
import { openCalls, type Calls, type Person } from './parts'

let calls: Calls
let li: Person
beforeEach(async () => {
  calls = await openCalls()
  calls.nine('2026-04-01')
  li = await calls.person('李')
})
afterEach(() => calls.services.close())

const renewed = async (person: Person): Promise<Person> => ({
  ...person,
  token: await calls.services.tokenOf(person.accountId),
})

/** A company that files VAT and prepays income tax, both due on 2026-04-20, of which its person is reminded. */
const reminded = async (person: Person, offsets: readonly number[] = [7, 3, 1, 0]): Promise<string> => {
  const taxpayerId = await calls.company(person)
  await calls.must('setProfile', { taxpayerId, kind: 'general', taxes: ['vat', 'cit'], periods: {} }, person)
  await calls.must('reminders', { taxpayerId, offsets }, person)
  return taxpayerId
}

const on = async (...days: readonly string[]): Promise<void> => {
  for (const day of days) {
    calls.nine(day)
    await calls.remind()
  }
}

const APRIL = Array.from({ length: 30 }, (_, i) => `2026-04-${String(i + 1).padStart(2, '0')}`)

test('come seven days, three days and a day before, and on the day', async () => {
  await reminded(li)
  await on(...APRIL)
  expect((await calls.told(li)).map(({ kind, facts }) => [kind, facts])).toEqual([
    ['deadlines.soon', { taxes: 'vat,cit', day: '2026-04-20', left: 7 }],
    ['deadlines.soon', { taxes: 'vat,cit', day: '2026-04-20', left: 3 }],
    ['deadlines.tomorrow', { taxes: 'vat,cit', day: '2026-04-20', left: 1 }],
    ['deadlines.today', { taxes: 'vat,cit', day: '2026-04-20', left: 0 }],
  ])
})

test('come only on the days that were chosen, and to nobody who did not ask', async () => {
  const silent = await calls.person('王')
  const taxpayerId = await calls.company(silent)
  await calls.must('setProfile', { taxpayerId, kind: 'general', taxes: ['vat'], periods: {} }, silent)
  await reminded(li, [1])
  await on(...APRIL)
  expect((await calls.told(li)).map(({ facts }) => facts.left)).toEqual([1])
  expect(await calls.told(silent)).toEqual([])
})

test('are said in words, with the names of the taxes', async () => {
  await reminded(li, [3])
  await on('2026-04-17')
  const [notice] = await calls.told(li)
  const names = { hall: () => undefined, matter: () => undefined }
  const said = (language: 'zh-CN' | 'en') =>
    notice && wordsOf(noticeKind(notice.kind), notice.facts, { names, language })
  expect(said('zh-CN')).toEqual({
    title: '还有3天截止申报',
    body: '增值税及附加、企业所得税预缴，截止4月20日 周一。已经申报的，标记“已申报”后不再提醒。',
  })
  expect(said('en')?.body).toMatch(/^VAT and surcharges; Corporate income tax, prepayment: due Mon 20 Apr\./)
  expect(notice).toMatchObject({ about: '2026-04-20' })
})

test('are none of what was filed, and the rest of what was not', async () => {
  const taxpayerId = await reminded(li)
  await on('2026-04-13')
  const mark = async (id: string, filed: boolean): Promise<void> => {
    await calls.must('markFiled', { taxpayerId, id, filed }, await renewed(li))
  }
  await mark('vat.2026-03', true)
  await on('2026-04-17')
  await mark('cit.2026Q1', true)
  await on('2026-04-19')
  await mark('cit.2026Q1', false)
  await on('2026-04-20')
  expect((await calls.told(li)).map(({ facts }) => [facts.left, facts.taxes])).toEqual([
    [7, 'vat,cit'],
    [3, 'cit'],
    [0, 'cit'],
  ])
})

test('are none once the taxpayer was let go, and what was kept of it goes', async () => {
  const taxpayerId = await reminded(li)
  await calls.must('accounts/unbind', { taxpayerId }, li)
  // The event that says so has not been handled yet.
  calls.nine('2026-04-13')
  await calls.call('remind', {}, { timer: 'remind' })
  const ranges = await allOf(calls.services.store, runs, { index: 'id' })
  for (const { id } of ranges)
    await eventHandlers['deadlines.rangeDue']?.(
      { id, kind: '', at: 0, due: 0, attempts: 0, payload: { run: id } },
      calls.services,
    )
  expect(await reader(calls.services.store).get(profiles, taxpayerId)).toBeUndefined()
  await calls.work()
  expect(await calls.told(li)).toEqual([])
})

test('of oneself end when a person is added, whose own begin', async () => {
  await calls.must('reminders', { offsets: [3] }, li)
  const person = { kind: 'person', name: '演示人', number: '110101199001010015' }
  const { taxpayer } = await calls.must<{ taxpayer: { id: string } }>('accounts/bind', person, li)
  await calls.must('reminders', { taxpayerId: taxpayer.id, offsets: [1] }, li)
  await on('2026-06-27', '2026-06-29')
  expect((await calls.told(li)).map(({ facts }) => [facts.taxes, facts.left])).toEqual([['iitAnnual', 1]])
})

test('are planned without a look at any profile on a day of which nothing is due', async () => {
  await reminded(li)
  for (const day of ['2026-04-14', '2026-04-30']) {
    calls.nine(day)
    expect((await calls.call('remind', {}, { timer: 'remind' })).body).toEqual({ ranges: 0 })
  }
})

describe('many', () => {
  const COUNT = 300
  /** Beside one real company, so many that stand in the index and that nobody acts for but their accounts themselves. */
  const crowd = async (): Promise<readonly string[]> => {
    const taxpayerId = await reminded(li)
    const like = await reader(calls.services.store).get(profiles, taxpayerId)
    if (!like) throw new Error('the company has a profile')
    const ids: string[] = []
    for (let i = 0; i < COUNT; i += 1) {
      const accountId = await calls.services.person(`crowd-${i}`)
      const doc: ProfileDoc = {
        ...like,
        accountId,
        taxpayerId: null,
        watchers: [{ accountId, offsets: [7, 3, 1, 0] }],
        spread: spreadOf(accountId),
      }
      await calls.services.store.commit([{ op: 'insert', collection: profiles.name, id: accountId, doc }])
      ids.push(accountId)
    }
    return ids
  }
  const toldOf = async (ids: readonly string[]): Promise<readonly number[]> =>
    Promise.all(ids.map(async (accountId) => (await calls.told({ accountId, token: '' })).length))
  const everyoneOnce = (counts: readonly number[]): boolean => counts.every((count) => count === 1)

  test('are a few events, and each is told once', async () => {
    const ids = await crowd()
    calls.nine('2026-04-17')
    expect((await calls.call('remind', {}, { timer: 'remind' })).body).toEqual({ ranges: 4 })
    const waiting = (await allOf(calls.services.store, events, { index: 'id' })).filter(
      ({ doc }: { doc: EventDoc }) => doc.kind === 'deadlines.rangeDue',
    )
    expect(waiting).toHaveLength(4)
    await calls.work()
    expect(everyoneOnce(await toldOf(ids))).toBe(true)
    const walked = await allOf(calls.services.store, runs, { index: 'id' })
    expect(walked.every(({ doc }) => doc.done)).toBe(true)
    expect(walked.reduce((sum, { doc }) => sum + doc.told, 0)).toBe(COUNT + 1)
  })

  test('are told once though the job repeats, and ranges are walked by several at a time', async () => {
    const ids = await crowd()
    calls.nine('2026-04-17')
    await Promise.all([1, 2, 3].map(() => calls.call('remind', {}, { timer: 'remind' })))
    const ranges = await allOf(calls.services.store, runs, { index: 'id' })
    const walk = (id: string) =>
      eventHandlers['deadlines.rangeDue']?.(
        { id, kind: '', at: 0, due: 0, attempts: 0, payload: { run: id } },
        calls.services,
      )
    await Promise.all(ranges.flatMap(({ id }) => [walk(id), walk(id), walk(id)]))
    await calls.remind()
    expect(ranges).toHaveLength(4)
    expect(everyoneOnce(await toldOf(ids))).toBe(true)
  })

  test('whoever files between the look and the commit that would tell her is not told', async () => {
    const ids = await crowd()
    const late = ids[17] ?? ''
    calls.nine('2026-04-17')
    await calls.call('remind', {}, { timer: 'remind' })
    const { store } = calls.services
    const commit = store.commit.bind(store)
    const filed = ['vat.2026-03', 'cit.2026Q1'].map((id) => ({ id, at: 1, by: 'person' as const }))
    let filedAtLast = false
    store.commit = async (changes) => {
      const tells = JSON.stringify(changes).includes(`"accountId":"${late}"`)
      if (tells && !filedAtLast) {
        filedAtLast = true
        await store.patch({ collection: profiles.name, id: late, set: { filed } })
      }
      return commit(changes)
    }
    await calls.work()
    expect(filedAtLast).toBe(true)
    expect(await toldOf([late])).toEqual([0])
    expect(everyoneOnce(await toldOf(ids.filter((id) => id !== late)))).toBe(true)
  })
})

test('a death at any write tells nobody twice and leaves nobody out', async () => {
  const others = await Promise.all(['王', '赵', '钱'].map((name) => calls.person(name)))
  const people = [li, ...others]
  for (const person of people) await reminded(person)
  const [plan = ''] = (await allOf(calls.services.store, profiles, { index: 'id' })).map(
    ({ doc }) => doc.plan,
  )
  const days = Array.from({ length: 270 }, (_, i) => addDays('2026-04-02', i)).filter(
    (day) => dueOffsets(plan, day).length > 0,
  )
  const kill = mortal(calls.services.store)
  const day = async (): Promise<void> => {
    await calls.call('remind', {}, { timer: 'remind' })
    await calls.work()
  }
  for (const [i, when] of days.entries()) {
    calls.nine(when)
    // Each day at another of its first writes; every other one lands though nobody is told.
    kill({ after: i, lands: i % 2 === 0 })
    await day().catch(died)
    kill(undefined)
    // The lease of who died runs out, what failed is tried again, and the job comes by once more.
    for (let again = 0; again < 3; again += 1) {
      calls.services.time.now += 10 * MINUTE
      await day()
    }
  }
  expect(days.length).toBeGreaterThan(30)
  const notices = days.reduce((sum, when) => sum + dueOffsets(plan, when).length, 0)
  for (const person of people) expect(await calls.told(person)).toHaveLength(notices)
})
