/** What a bank says comes twice, late, and about orders of before: it is heard once, about the order that stands. */
import { outsideCalls } from '../../../functions/core/io/outside/collections'
import type { Payee } from '../../../functions/core/io/payout/contract'
import { allOf } from '../../../functions/core/io/store/pages'
import { reader } from '../../../functions/core/io/store/reader'
import type { PayoutReason } from '../../../functions/core/pure/payout-reasons'
import { refundCases } from '../../../functions/refunds/collections'
import { settlePayout } from '../../../functions/refunds/work/pay'
import { refundFaults } from '../../harness/refunds'
import { ACCOUNT, approved, CLAIMANT, openWorld, PAYER, submitted, type CaseBody, type World } from './world'

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

test('erased while the bank has the order: it is paid if it can be, and nothing is left that nobody can end', async () => {
  const id = await ordered()
  why = 'accountClosed'
  await world.must('accounts/erase', { confirm: 'ERASE' }, { as: CLAIMANT })
  await world.settle()
  const [call] = await callsOf(id)
  expect(call?.doc.state).toBe('refused')
  expect(await reader(world.services.store).get(refundCases, id)).toMatchObject({ state: 'withdrawn' })
})
