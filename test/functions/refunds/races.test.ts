/** The same moment, asked for by many: the store decides, once. */
import { payoutLedger } from '../../../functions/core/io/payout/collections'
import { allOf } from '../../../functions/core/io/store/pages'
import { reader } from '../../../functions/core/io/store/reader'
import { vouchers } from '../../../functions/refunds/collections'
import {
  approved,
  APPROVER,
  type CaseBody,
  CLAIMANT,
  decision,
  eachWorld,
  PAYER,
  readyDraft,
  REVIEWER,
  SECOND_APPROVER,
  submitted,
  type World,
} from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const paidOut = async (): Promise<number[]> =>
  (await allOf(world.services.store, payoutLedger, { index: 'id' }))
    .filter(({ doc }) => doc.state === 'paid')
    .map(({ doc }) => doc.fen)

test('of twelve claims at once on one voucher, as many are taken as it has room for', async () => {
  const voucherId = await world.voucher(1_000_000)
  const drafts = []
  for (let i = 0; i < 12; i += 1) drafts.push(await readyDraft(world, { voucherId, claimed: 300_000 }))
  const answers = await Promise.all(
    drafts.map((draftId) => world.call('refunds/submit', { draftId }, { as: CLAIMANT })),
  )
  expect(answers.filter(({ ok }) => ok)).toHaveLength(3)
  const codes = answers.flatMap((one) => (one.ok ? [] : [one.code]))
  expect(codes.filter((code) => code !== 'VOUCHER_SPENT' && code !== 'NOT_ELIGIBLE')).toEqual([])
  expect((await reader(world.services.store).get(vouchers, voucherId))?.left).toBe(100_000)
})

test('one draft handed in ten times at once, with and without the same key, is one case', async () => {
  const voucherId = await world.voucher(1_000_000)
  const draftId = await readyDraft(world, { voucherId, claimed: 100_000 })
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      world.call<{ id: string }>(
        'refunds/submit',
        { draftId },
        { as: CLAIMANT, ...(i < 5 ? { key: 'same-draft-1' } : {}) },
      ),
    ),
  )
  const ids = new Set(answers.flatMap((one) => (one.ok ? [one.body.id] : [])))
  expect(ids.size).toBe(1)
  // Whoever repeats a call under its key gets the answer of the first.
  expect(new Set(answers.slice(0, 5).map((one) => (one.ok ? one.body.id : one.code)))).toEqual(
    new Set(answers[0]?.ok ? ids : ['DRAFT_GONE']),
  )
  const { items } = await world.must<{ items: unknown[] }>('refunds/mine', {}, { as: CLAIMANT })
  expect(items).toHaveLength(1)
})

test('ordered by the payer ten times at once, the money moves once', async () => {
  const voucherId = await world.voucher(1_000_000)
  const id = await submitted(world, { voucherId, claimed: 400_000 })
  const { money } = await approved(world, id, 400_000)
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) =>
      world.call('refunds/order', { ids: [id] }, { as: PAYER, ...(i % 2 ? { key: 'again-order-1' } : {}) }),
    ),
  )
  expect(answers.some(({ ok }) => ok)).toBe(true)
  expect(new Set(answers.filter((_, i) => i % 2).map(({ ok }) => ok)).size).toBe(1)
  await Promise.all(Array.from({ length: 4 }, () => world.must('refunds/payOut', {}, { timer: 'payOut' })))
  await world.settle()
  await world.settle()
  expect(await paidOut()).toEqual([money?.payable])
})

test('withdrawn while it is being approved, it is one or the other', async () => {
  const voucherId = await world.voucher(1_000_000)
  for (let i = 0; i < 4; i += 1) {
    const id = await submitted(world, { voucherId, claimed: 100_000 })
    await world.must('refunds/accept', { id }, { as: REVIEWER })
    await world.must('refunds/startReview', { id }, { as: REVIEWER })
    await world.must(
      'refunds/propose',
      { id, outcome: 'approve', approved: 100_000, reasons: [] },
      { as: REVIEWER },
    )
    const wish = await decision(world, id)
    const [withdrawn, agreed] = await Promise.all([
      world.call('refunds/withdraw', { id }, { as: CLAIMANT }),
      world.call('refunds/decide', wish, { as: APPROVER }),
    ])
    expect([withdrawn.ok, agreed.ok].filter(Boolean)).toHaveLength(1)
  }
})

test('two approvers at once on a large amount are the two that it takes; neither counts twice', async () => {
  const voucherId = await world.voucher(200_000_000)
  const id = await submitted(world, { voucherId, claimed: 60_000_000 })
  await world.must('refunds/accept', { id }, { as: REVIEWER })
  await world.must('refunds/startReview', { id }, { as: REVIEWER })
  await world.must(
    'refunds/propose',
    { id, outcome: 'approve', approved: 60_000_000, reasons: [] },
    { as: REVIEWER },
  )
  const wish = await decision(world, id)
  const agree = (as: string) => world.call('refunds/decide', wish, { as })
  const answers = await Promise.all([agree(APPROVER), agree(SECOND_APPROVER), agree(APPROVER)])
  const { state } = (await world.must<CaseBody>('refunds/get', { id }, { as: CLAIMANT })).case
  if (state !== 'approved') {
    // Whoever came second met the first one's hold of it, and comes again.
    const next = answers[0]?.ok ? SECOND_APPROVER : APPROVER
    await world.must('refunds/decide', await decision(world, id), { as: next })
  }
  const after = (await world.must<CaseBody>('refunds/get', { id }, { as: CLAIMANT })).case
  expect(after.state).toBe('approved')
  expect(after.history.map(({ move }) => move).slice(-2)).toEqual(['endorse', 'approve'])
})
