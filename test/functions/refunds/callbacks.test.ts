/** What a bank says comes twice, late, and about orders of before: it is heard once, about the order that stands. */
import { workItems } from '../../../functions/core/io/cases/collections'
import { outsideCalls } from '../../../functions/core/io/outside/collections'
import type { Payee } from '../../../functions/core/io/payout/contract'
import { allOf } from '../../../functions/core/io/store/pages'
import { reader } from '../../../functions/core/io/store/reader'
import { instantOf } from '../../../functions/core/pure/time'
import type { PayoutReason } from '../../../functions/core/pure/payout-reasons'
import { subjectIdOf } from '../../../functions/accounts/public'
import { refundCases, taxAccounts, vouchers } from '../../../functions/refunds/collections'
import { settlePayout } from '../../../functions/refunds/work/pay'
import { refundFaults } from '../../harness/refunds'
import {
  ACCOUNT,
  approved,
  CLAIMANT,
  CLAIMANT_NUMBER,
  HALL,
  openWorld,
  owes,
  PAYER,
  REVIEWER,
  submitted,
  type CaseBody,
  type World,
} from './world'

let world: World
let why: PayoutReason | undefined
beforeEach(async () => {
  why = undefined
  const rejects = (_: Payee): PayoutReason | undefined => why
  world = await openWorld({ settings: { payout: { channel: 'ledger', rejects } } })
})
afterEach(async () => {
  expect(await refundFaults(world.services.store)).toEqual([])
  expect(world.services.logged.filter(({ level }) => level !== 'info')).toEqual([])
  await world.close()
})

const get = async (id: string): Promise<CaseBody['case']> =>
  (await world.must<CaseBody>('refunds/get', { id }, { as: CLAIMANT })).case
const ordered = async (): Promise<string> => {
  const id = await submitted(world, { voucherId: await world.voucher(500_000), claimed: 300_000 })
  await approved(world, id, 300_000)
  await world.must('refunds/order', { ids: [id] }, { as: PAYER })
  return id
}
const at = (day: string): void => void (world.services.time.now = instantOf(day, 600))
const work = (id: string) => reader(world.services.store).get(workItems, id)
const owed = async (): Promise<number | undefined> => {
  const { store, vault } = world.services
  return (await reader(store).get(taxAccounts, subjectIdOf(vault, 'person', CLAIMANT_NUMBER)))?.arrears
}
const callsOf = (id: string) =>
  allOf(world.services.store, outsideCalls, { index: 'about', where: { about: id } })

test('a bank’s refusal comes to the claimant with its reason and a way to fix the account; then it is paid', async () => {
  why = 'nameMismatch'
  const id = await ordered()
  await world.settle()
  const back = await get(id)
  expect(back).toMatchObject({ state: 'bankRejected', next: 'claimant', moves: ['fixAccount'] })
  expect(back.history.at(-1)?.said).toContain('户名与账号不符')
  why = undefined
  await world.must('refunds/fixAccount', { id, account: { ...ACCOUNT, holder: '陈建国' } }, { as: CLAIMANT })
  await world.must('refunds/order', { ids: [id] }, { as: PAYER })
  await world.settle()
  expect((await get(id)).state).toBe('paid')
})

test('an answer about the first order that comes again moves nothing of the second', async () => {
  why = 'accountClosed'
  const id = await ordered()
  await world.settle()
  const [first] = await callsOf(id)
  await world.must('refunds/fixAccount', { id, account: ACCOUNT }, { as: CLAIMANT })
  await world.must('refunds/order', { ids: [id] }, { as: PAYER })
  await settlePayout(world.services, { callId: first?.id ?? '', about: id })
  expect((await get(id)).state).toBe('ordered')
  why = undefined
  await world.settle()
  expect((await get(id)).state).toBe('paid')
})

test('told ten times at once that it is paid, the history has it once', async () => {
  const id = await ordered()
  await world.must('refunds/payOut', {}, { timer: 'payOut' })
  const [call] = await callsOf(id)
  await Promise.all(
    Array.from({ length: 10 }, () => settlePayout(world.services, { callId: call?.id ?? '', about: id })),
  )
  await settlePayout(world.services, { callId: call?.id ?? '', about: id })
  expect((await get(id)).history.filter(({ move }) => move === 'pay')).toHaveLength(1)
})

test('what is not the account’s fault goes back to the office, not to the claimant', async () => {
  why = 'payerLimited'
  const id = await ordered()
  await world.settle()
  expect(await get(id)).toMatchObject({ state: 'approved', next: 'officer' })
  why = undefined
  await world.must('refunds/order', { ids: [id] }, { as: PAYER })
  await world.settle()
  expect((await get(id)).state).toBe('paid')
})

test('what comes back from a bank after its target is raised: the clock runs on where the office has it again', async () => {
  const id = await ordered()
  at('2026-12-24')
  await world.must('timers/dispatch', { subscriber: 'refunds' }, { timer: 'dispatch' })
  expect(await work(id)).toMatchObject({ escalated: false, state: 'ordered' })
  why = 'payerLimited'
  await world.settle()
  expect(await work(id)).toMatchObject({ escalated: true, state: 'approved' })
})

test('what waited for another account past its target is raised once the claimant has named it', async () => {
  why = 'accountClosed'
  const id = await ordered()
  await world.settle()
  at('2026-12-24')
  await world.settle()
  expect(await work(id)).toMatchObject({ escalated: false, state: 'bankRejected' })
  await world.must('refunds/fixAccount', { id, account: ACCOUNT }, { as: CLAIMANT })
  await world.settle()
  expect(await work(id)).toMatchObject({ escalated: true, state: 'approved' })
})

test('erased before it is paid: the voucher has it again, and what it took for arrears is owed again', async () => {
  await owes(world, 400)
  const voucherId = await world.voucher(500_000)
  const id = await submitted(world, { voucherId, claimed: 300_000 })
  const { money } = await approved(world, id, 300_000)
  expect(money).toMatchObject({ offset: 400 })
  expect(await owed()).toBe(0)
  await world.must('accounts/erase', { confirm: 'ERASE' }, { as: CLAIMANT })
  await world.settle()
  const { store } = world.services
  expect(await reader(store).get(refundCases, id)).toMatchObject({ state: 'withdrawn' })
  expect(await reader(store).get(vouchers, voucherId)).toMatchObject({ left: 500_000, approved: 0 })
  expect(await owed()).toBe(400)
})

test('of two accounts named at once for what the office found, one stands', async () => {
  const voucherId = await world.voucher(500_000)
  const wish = { hallId: HALL, voucherId, amount: 1_000, said: '比对发现重复缴纳' }
  const { id } = await world.must<{ id: string }>('refunds/openFound', wish, { as: REVIEWER })
  const answers = await Promise.all(
    ['6222020200112345678', '6222020200112349999'].map((number) =>
      world.call('refunds/fixAccount', { id, account: { ...ACCOUNT, number } }, { as: CLAIMANT }),
    ),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ code: 'CASE_STATE' })
})

test('erased while the bank has the order: it is paid if it can be, and nothing is left that nobody can end', async () => {
  const id = await ordered()
  why = 'accountClosed'
  await world.must('accounts/erase', { confirm: 'ERASE' }, { as: CLAIMANT })
  await world.settle()
  const [call] = await callsOf(id)
  expect(call?.doc.state).toBe('refused')
  expect(await reader(world.services.store).get(refundCases, id)).toMatchObject({ state: 'withdrawn' })
})
