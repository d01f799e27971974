/** Reimbursement: an invoice is handed in once for all users, whoever hands it in and however many at once. */
import { digital, eachWorld, numberOf, type World } from './world'

interface ListAnswer {
  readonly list: { readonly id: string; readonly state: string; readonly count: number; readonly fen: number }
}

let world: World
eachWorld((fresh) => (world = fresh))

const listWith = async (numbers: readonly number[], as: string): Promise<string> => {
  const { list } = await world.must<ListAnswer>('invoices/makeList', { title: '差旅' }, { as })
  for (const n of numbers) {
    const { invoice } = await world.must<{ invoice: { id: string } }>(
      'invoices/keep',
      { facts: digital(numberOf(n), n * 100), source: 'scan', category: 'travel', note: '' },
      { as },
    )
    await world.must('invoices/putOnList', { id: list.id, on: true, invoices: [invoice.id] }, { as })
  }
  return list.id
}

test('a list counts what is on it, and is closed once it is handed in', async () => {
  const id = await listWith([1, 2], '甲')
  expect((await world.must<ListAnswer>('invoices/list', { id }, { as: '甲' })).list).toMatchObject({
    count: 2,
    fen: 300,
    state: 'open',
  })
  await world.must('invoices/handIn', { id }, { as: '甲' })
  expect(await world.refused('invoices/dropList', { id }, { as: '甲' })).toBe('LIST_CLOSED')
  expect(await world.refused('invoices/handIn', { id }, { as: '甲' })).toBe('LIST_CLOSED')
})

test('ten people hand in the same invoice at once: one does, and the others are told which one it is', async () => {
  const people = Array.from({ length: 10 }, (_, i) => `人${i}`)
  const lists = await Promise.all(people.map((as) => listWith([5], as)))
  const answers = await Promise.all(
    lists.map((id, i) => world.call<ListAnswer>('invoices/handIn', { id }, { as: people[i] ?? '' })),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  for (const { ok, code, data } of answers.filter((one) => !one.ok)) {
    expect(ok).toBe(false)
    expect(code).toBe('REIMBURSED_BEFORE')
    expect((data as { invoices: unknown[] }).invoices).toMatchObject([{ own: false }])
  }
})

test('one’s own invoice on two lists is told as one’s own; taken back, it is free for all', async () => {
  const first = await listWith([5], '甲')
  const other = await listWith([5, 6], '乙')
  await world.must('invoices/handIn', { id: first }, { as: '甲' })
  expect(await world.refused('invoices/handIn', { id: other }, { as: '乙' })).toBe('REIMBURSED_BEFORE')
  await world.must('invoices/takeBack', { id: first }, { as: '甲' })
  await world.must('invoices/handIn', { id: other }, { as: '乙' })
  expect(await world.refused('invoices/handIn', { id: first }, { as: '甲' })).toBe('REIMBURSED_BEFORE')
})

test('an invoice is on one open list of its owner; nobody puts another’s on theirs', async () => {
  const first = await listWith([5], '甲')
  const { items } = await world.must<{ items: { id: string }[] }>(
    'invoices/list',
    { id: first },
    { as: '甲' },
  )
  const invoices = items.map(({ id }) => id)
  const second = await listWith([], '甲')
  expect(await world.refused('invoices/putOnList', { id: second, on: true, invoices }, { as: '甲' })).toBe(
    'ON_A_LIST',
  )
  const theirs = await listWith([], '乙')
  expect(await world.refused('invoices/putOnList', { id: theirs, on: true, invoices }, { as: '乙' })).toBe(
    'NOT_FOUND',
  )
  expect(await world.refused('invoices/list', { id: first }, { as: '乙' })).toBe('NOT_FOUND')
  expect(await world.refused('invoices/handIn', { id: second }, { as: '甲' })).toBe('LIST_EMPTY')
})
