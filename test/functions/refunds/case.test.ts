/** A refund from its draft to the money, by everybody who has to do with it. */
import {
  approved,
  APPROVER,
  type CaseBody,
  CLAIMANT,
  decision,
  eachWorld,
  ELSEWHERE,
  PAYER,
  readyDraft,
  REVIEWER,
  submitted,
  type World,
} from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const get = async (id: string, as = CLAIMANT): Promise<CaseBody['case']> =>
  (await world.must<CaseBody>('refunds/get', { id }, { as })).case

it('goes from a draft to the money, each step told with who acts next and until when', async () => {
  const voucherId = await world.voucher(1_000_000)
  const id = await submitted(world, { voucherId, claimed: 300_000 })
  expect(await get(id)).toMatchObject({
    state: 'submitted',
    next: 'officer',
    target: '2026-12-24',
    outer: '2026-12-24',
    moves: ['withdraw'],
  })
  const decided = await approved(world, id, 300_000)
  expect(decided).toMatchObject({ state: 'approved', money: { approved: 300_000, offset: 0 } })
  await world.must('refunds/order', { ids: [id] }, { as: PAYER })
  expect((await get(id)).state).toBe('ordered')
  await world.settle()
  const paid = await get(id)
  expect(paid.state).toBe('paid')
  expect(paid.history.map(({ move, by }) => `${move} ${by}`)).toEqual([
    'submit claimant',
    'accept officer',
    'review officer',
    'propose officer',
    'approve officer',
    'order officer',
    'pay bank',
  ])
  const { items } = await world.must<{ items: { title: string; link: { page: string; id: string } }[] }>(
    'inbox/mine',
    {},
    { as: CLAIMANT },
  )
  expect(items.map(({ title }) => title).sort()).toEqual(
    ['退税款已支付', '退税申请已受理', '退税申请已批准'].sort(),
  )
  expect(items.every(({ link }) => link.page === 'refund' && link.id === id)).toBe(true)
})

it('refuses the reviewer as approver, the approver as payer, and officers of another hall', async () => {
  const voucherId = await world.voucher(1_000_000)
  const id = await submitted(world, { voucherId, claimed: 300_000 })
  expect(await world.refused('refunds/accept', { id }, { as: ELSEWHERE })).toBe('FORBIDDEN')
  expect(await world.refused('refunds/review', { id }, { as: ELSEWHERE })).toBe('NOT_FOUND')
  expect(await world.refused('refunds/decide', await decision(world, id), { as: REVIEWER })).toBe('FORBIDDEN')
  await approved(world, id, 300_000)
  expect(await world.refused('refunds/order', { ids: [id] }, { as: APPROVER })).toBe('FORBIDDEN')
})

it('says everything that is missing before it is handed in, and keeps the draft', async () => {
  const voucherId = await world.voucher(100_000)
  const id = await readyDraft(world, { voucherId, claimed: 100_001 })
  const answer = await world.call<never>('refunds/submit', { draftId: id }, { as: CLAIMANT })
  expect(answer).toMatchObject({ ok: false, code: 'NOT_ELIGIBLE' })
  expect(
    (await world.must<{ draft: { id: string } }>('refunds/draft', { draftId: id }, { as: CLAIMANT })).draft
      .id,
  ).toBe(id)
})

it('tells the office whether the account is the taxpayer’s own, and no name and no number', async () => {
  const voucherId = await world.voucher(1_000_000)
  const own = await submitted(world, { voucherId, claimed: 1_000 })
  const review = await world.must<{ case: { account: Record<string, unknown> } }>(
    'refunds/review',
    { id: own },
    { as: REVIEWER },
  )
  expect(review.case.account).toEqual({
    bank: '示范银行城东支行',
    holder: '陈*国',
    number: '**** 5678',
    own: true,
  })
})
