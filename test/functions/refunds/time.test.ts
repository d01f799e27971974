/** The legal clock of cases: dates, pauses, who is told before it runs out, and what ends by itself. */
import { workItems } from '../../../functions/core/io/cases/collections'
import { reader } from '../../../functions/core/io/store/reader'
import { DAY_MS, instantOf } from '../../../functions/core/pure/time'
import {
  ACCOUNT,
  approved,
  APPROVER,
  type CaseBody,
  CLAIMANT,
  decision,
  eachWorld,
  HALL,
  material,
  owes,
  PAYER,
  REVIEWER,
  SECOND_APPROVER,
  submitted,
  type World,
} from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const get = async (id: string): Promise<CaseBody['case']> =>
  (await world.must<CaseBody>('refunds/get', { id }, { as: CLAIMANT })).case
const at = (day: string): void => void (world.services.time.now = instantOf(day, 600))
const work = (id: string) => reader(world.services.store).get(workItems, id)
const moves = async (id: string): Promise<string[]> => (await get(id)).history.map(({ move }) => move)
const asked = async (id: string): Promise<unknown> =>
  world.must(
    'refunds/askCorrection',
    { id, list: [{ code: 'proofOfOverpayment', said: '请补充银行回单' }] },
    { as: REVIEWER },
  )

test('an application received on a Tuesday is due thirty days later; nobody is told before', async () => {
  const id = await submitted(world, { voucherId: await world.voucher(500_000), claimed: 100_000 })
  expect(await get(id)).toMatchObject({ receivedOn: '2026-11-24', target: '2026-12-24', outer: '2026-12-24' })
  at('2026-12-23')
  await world.settle()
  expect(await work(id)).toMatchObject({ escalated: false, due: '2026-12-24' })
})

test('on its target day the supervisor sees it first, once, and the history says so', async () => {
  const id = await submitted(world, { voucherId: await world.voucher(500_000), claimed: 100_000 })
  at('2026-12-24')
  await world.settle()
  await world.settle()
  expect(await work(id)).toMatchObject({ escalated: true })
  expect((await moves(id)).filter((move) => move === 'escalate')).toHaveLength(1)
  const { items } = await world.must<{ items: { id: string }[] }>(
    'workbench/list',
    { hallId: HALL, view: 'escalated' },
    { as: APPROVER },
  )
  expect(items.map((item) => item.id)).toEqual([id])
})

test('while it waits for its claimant the clock stands still, and what was asked for once cannot be asked again', async () => {
  const id = await submitted(world, { voucherId: await world.voucher(500_000), claimed: 100_000 })
  at('2026-11-26')
  await asked(id)
  at('2026-12-06')
  expect(await get(id)).toMatchObject({ state: 'correctionAsked', paused: true, correctionDue: '2026-12-26' })
  const receipt = await material(world, 'bankReceipt')
  await world.must(
    'refunds/supply',
    { id, materials: [{ code: 'bankReceipt', id: receipt }], said: '已补充' },
    { as: CLAIMANT },
  )
  // Ten days later than 24 December: those from 27 November to 6 December do not count.
  expect(await get(id)).toMatchObject({ state: 'submitted', paused: false, target: '2027-01-03' })
  expect((await get(id)).materials.map(({ code }) => code)).toEqual(['proofOfOverpayment', 'bankReceipt'])
  const again = await world.refused(
    'refunds/askCorrection',
    { id, list: [{ code: 'x', said: '再补一次' }] },
    { as: REVIEWER },
  )
  expect(again).toBe('CASE_STATE')
  at('2026-12-24')
  await world.settle()
  expect(await work(id)).toMatchObject({ escalated: false })
})

test('a holiday table that is not published leaves the outer date unknown, and that day is raised', async () => {
  at('2026-12-10')
  const voucherId = await world.voucher(500_000)
  const id = await submitted(world, { voucherId, claimed: 100_000 })
  expect(await get(id)).toMatchObject({ target: '2027-01-09', outer: null })
})

test('what is never supplied ends by itself after its day, is told, and gives the voucher back', async () => {
  const voucherId = await world.voucher(500_000)
  const id = await submitted(world, { voucherId, claimed: 500_000 })
  await asked(id)
  world.services.time.now += 29 * DAY_MS
  await world.settle()
  expect((await get(id)).state).toBe('correctionAsked')
  world.services.time.now += 3 * DAY_MS
  await world.settle()
  expect(await get(id)).toMatchObject({ state: 'notAccepted', next: null })
  expect((await moves(id)).at(-1)).toBe('lapse')
  await submitted(world, { voucherId, claimed: 500_000 })
})

test('interest runs to the day of the decision, and what is owed is taken off first', async () => {
  const voucherId = await world.voucher(36_500_000, { paidOn: '2025-11-24' })
  await owes(world, 40_000)
  const values = { periodFrom: '2025-11', periodTo: '2025-11' }
  const id = await submitted(world, { voucherId, claimed: 36_500_000, values })
  const { money } = await approved(world, id, 36_500_000)
  // 365 000.00 × 0.35 % × 365 ÷ 360 = 1 295.24…
  expect(money).toEqual({
    approved: 36_500_000,
    interest: 129_524,
    offset: 40_000,
    credited: 0,
    payable: 36_500_000 + 129_524 - 40_000,
  })
})

test('kept as credit, nothing is paid, and it is over with the payer’s word', async () => {
  const voucherId = await world.voucher(500_000)
  const values = { direction: 'offset' }
  const id = await submitted(world, { voucherId, claimed: 100_000, values })
  const { money } = await approved(world, id, 100_000)
  expect(money).toMatchObject({ payable: 0, credited: 100_000 + (money?.interest ?? 0) })
  await world.must('refunds/order', { ids: [id] }, { as: PAYER })
  expect(await get(id)).toMatchObject({ state: 'paid' })
  expect((await moves(id)).at(-1)).toBe('settle')
})

test('above half a million two people approve, and sending it back takes both words away', async () => {
  const voucherId = await world.voucher(90_000_000)
  const id = await submitted(world, { voucherId, claimed: 50_000_001 })
  const propose = () =>
    world.must(
      'refunds/propose',
      { id, outcome: 'approve', approved: 50_000_001, reasons: [] },
      { as: REVIEWER },
    )
  const decide = async (as: string, agree: boolean) =>
    world.must('refunds/decide', await decision(world, id, agree), { as })
  await world.must('refunds/accept', { id }, { as: REVIEWER })
  await world.must('refunds/startReview', { id }, { as: REVIEWER })
  await propose()
  await decide(APPROVER, true)
  expect((await get(id)).state).toBe('reviewing')
  expect(await world.refused('refunds/decide', await decision(world, id), { as: APPROVER })).toBe('FOUR_EYES')
  await decide(SECOND_APPROVER, false)
  await propose()
  await decide(SECOND_APPROVER, true)
  await decide(APPROVER, true)
  expect((await get(id)).state).toBe('approved')
})

test('exactly half a million takes one approval', async () => {
  const voucherId = await world.voucher(90_000_000)
  const id = await submitted(world, { voucherId, claimed: 50_000_000 })
  expect((await approved(world, id, 50_000_000)).state).toBe('approved')
})

test('what the office found itself is due in ten days, bears no interest, and is paid once an account is named', async () => {
  const voucherId = await world.voucher(500_000, { paidOn: '2025-11-24' })
  const { id } = await world.must<{ id: string }>(
    'refunds/openFound',
    { hallId: HALL, voucherId, amount: 200_000, said: '比对发现契税重复缴纳' },
    { as: REVIEWER },
  )
  expect(await get(id)).toMatchObject({ state: 'accepted', foundBy: 'authority', target: '2026-12-04' })
  await world.must('refunds/startReview', { id }, { as: REVIEWER })
  await world.must(
    'refunds/propose',
    { id, outcome: 'approve', approved: 200_000, reasons: [] },
    { as: REVIEWER },
  )
  await world.must('refunds/decide', await decision(world, id), { as: APPROVER })
  expect(await world.refused('refunds/order', { ids: [id] }, { as: PAYER })).toBe('CASE_STATE')
  expect((await get(id)).moves).toEqual(['nameAccount'])
  await world.must('refunds/fixAccount', { id, account: ACCOUNT }, { as: CLAIMANT })
  expect(await world.refused('refunds/fixAccount', { id, account: ACCOUNT }, { as: CLAIMANT })).toBe(
    'CASE_STATE',
  )
  await world.must('refunds/order', { ids: [id] }, { as: PAYER })
  await world.settle()
  expect(await get(id)).toMatchObject({
    state: 'paid',
    money: { approved: 200_000, interest: 0, payable: 200_000 },
  })
})
