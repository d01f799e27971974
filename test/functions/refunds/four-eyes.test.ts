/** Who may not decide: whoever acts for the taxpayer, now or in this case before; and what was approved once stays what it was. */
import type { Duty } from '../../../functions/core/pure/duties'
import {
  ACCOUNT,
  APPROVER,
  type CaseBody,
  CLAIMANT,
  decision,
  eachWorld,
  HALL,
  PAYER,
  REVIEWER,
  SECOND_APPROVER,
  submitted,
  type World,
} from './world'

const OTHER = '审核乙'
const LARGE = 80_000_000

let world: World
eachWorld((fresh) => (world = fresh))

const officer = (duties: readonly Duty[]) =>
  world.services.person(`demonstration:${OTHER}`, [{ role: 'officer', halls: [HALL], duties }])
const get = async (id: string): Promise<CaseBody['case']> =>
  (await world.must<CaseBody>('refunds/get', { id }, { as: CLAIMANT })).case
const aCase = async (claimed = 100_000): Promise<string> =>
  submitted(world, { voucherId: await world.voucher(90_000_000), claimed })
const proposal = (id: string, outcome: 'approve' | 'reject', approved: number) => ({
  id,
  outcome,
  approved,
  reasons: ['notOverpaid'],
})
const proposed = async (id: string, outcome: 'approve' | 'reject', approved: number): Promise<void> => {
  await world.must('refunds/accept', { id }, { as: REVIEWER })
  await world.must('refunds/startReview', { id }, { as: REVIEWER })
  await world.must('refunds/propose', proposal(id, outcome, approved), { as: REVIEWER })
}

/** The claimant lets somebody act in refunds. @returns how it ends */
const agentBecomes = async (agent: string): Promise<() => Promise<unknown>> => {
  const { taxpayers } = await world.must<{ taxpayers: { id: string; standing: string }[] }>(
    'accounts/me',
    {},
    { as: CLAIMANT },
  )
  const taxpayerId = taxpayers.find(({ standing }) => standing === 'verified')?.id
  const { authorisation } = await world.must<{ authorisation: { id: string } }>(
    'accounts/authorise',
    { taxpayerId, agent: await world.accountId(agent), scope: ['refunds'], days: 30 },
    { as: CLAIMANT },
  )
  await world.must('accounts/acceptAuthorisation', { authorisationId: authorisation.id }, { as: agent })
  return () => world.must('accounts/unbind', { taxpayerId }, { as: agent })
}

test('what was proposed cannot be changed under an approval that was given already', async () => {
  await officer(['review'])
  const id = await aCase(LARGE)
  await proposed(id, 'approve', 60_000_000)
  await world.must('refunds/decide', await decision(world, id), { as: APPROVER })
  expect(await world.refused('refunds/propose', proposal(id, 'approve', LARGE), { as: OTHER })).toBe(
    'CASE_STATE',
  )
  const list = [{ code: 'proofOfOverpayment', said: '请补充银行回单' }]
  expect(await world.refused('refunds/askCorrection', { id, list }, { as: OTHER })).toBe('CASE_STATE')
  await world.must('refunds/decide', await decision(world, id), { as: SECOND_APPROVER })
  expect(await get(id)).toMatchObject({ state: 'approved', money: { approved: 60_000_000 } })
})

test('a large claim is rejected by one approval, and the office is told that one is missing', async () => {
  const id = await aCase(LARGE)
  await proposed(id, 'reject', 0)
  expect(await world.must('refunds/review', { id }, { as: APPROVER })).toMatchObject({ approvalsLeft: 1 })
  await world.must('refunds/decide', await decision(world, id), { as: APPROVER })
  expect((await get(id)).state).toBe('rejected')
})

test('an officer who acts for the taxpayer decides nothing about it, takes nothing up, and is told why', async () => {
  await officer(['review', 'pay'])
  await agentBecomes(OTHER)
  const id = await aCase()
  expect(await world.refused('refunds/accept', { id }, { as: OTHER })).toBe('FOUR_EYES')
  expect(await world.refused('workbench/claim', { id }, { as: OTHER })).toBe('FOUR_EYES')
  expect(await world.must('refunds/review', { id }, { as: OTHER })).toMatchObject({
    work: { mayAct: false, bar: 'fourEyes' },
  })
  expect(await world.must('workbench/list', { hallId: HALL, view: 'open' }, { as: OTHER })).toMatchObject({
    items: [{ id, mayAct: false }],
  })
  const voucherId = await world.voucher(500_000)
  const found = { hallId: HALL, voucherId, amount: 1_000, said: '比对发现重复缴纳' }
  expect(await world.refused('refunds/openFound', found, { as: OTHER })).toBe('FOUR_EYES')
  await proposed(id, 'approve', 100_000)
  await world.must('refunds/decide', await decision(world, id), { as: APPROVER })
  expect(await world.refused('refunds/order', { ids: [id] }, { as: OTHER })).toBe('FOUR_EYES')
})

test('whoever named the account for the taxpayer does not pay to it, also once the authorisation has ended', async () => {
  await officer(['pay'])
  const { id } = await world.must<{ id: string }>(
    'refunds/openFound',
    { hallId: HALL, voucherId: await world.voucher(500_000), amount: 1_000, said: '比对发现重复缴纳' },
    { as: REVIEWER },
  )
  const ends = await agentBecomes(OTHER)
  await world.must('refunds/fixAccount', { id, account: ACCOUNT }, { as: OTHER })
  await ends()
  await world.must('refunds/startReview', { id }, { as: REVIEWER })
  await world.must('refunds/propose', proposal(id, 'approve', 1_000), { as: REVIEWER })
  await world.must('refunds/decide', await decision(world, id), { as: APPROVER })
  expect(await world.refused('refunds/order', { ids: [id] }, { as: OTHER })).toBe('FOUR_EYES')
  await world.must('refunds/order', { ids: [id] }, { as: PAYER })
})
