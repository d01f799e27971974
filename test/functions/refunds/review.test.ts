/** What an officer sees of a case: why the next step is not theirs, who has it, and what would be paid by what is proposed. */
import {
  APPROVER,
  decision,
  eachWorld,
  PAYER,
  REVIEWER,
  SECOND_APPROVER,
  submitted,
  type World,
} from './world'

let world: World
eachWorld((fresh) => (world = fresh))

interface Reviewed {
  readonly work: { readonly bar: string | null; readonly mayAct: boolean; readonly holder: string }
}
const work = async (id: string, as: string): Promise<Reviewed['work']> =>
  (await world.must<Reviewed>('refunds/review', { id }, { as })).work
const begun = async (claimed = 300_000): Promise<string> =>
  submitted(world, { voucherId: await world.voucher(100_000_000), claimed })

it('says that a step takes a duty one lacks, that a colleague has the case, and with which mark', async () => {
  const id = await begun()
  expect(await work(id, REVIEWER)).toMatchObject({ bar: null, mayAct: true, holder: '' })
  expect(await work(id, PAYER)).toMatchObject({ bar: 'duty', mayAct: false })
  const colleague = '审核乙'
  await world.services.person(`demonstration:${colleague}`, [
    { role: 'officer', halls: ['chengdong-1'], duties: ['review'] },
  ])
  await world.must('workbench/claim', { id }, { as: colleague })
  const mark = `#${(await world.accountId(colleague)).slice(-4).toUpperCase()}`
  expect(await work(id, REVIEWER)).toMatchObject({ bar: 'taken', mayAct: false, holder: mark })
  const listed = await world.must<{ items: { holder: string; assignee: string }[] }>(
    'workbench/list',
    { hallId: 'chengdong-1', view: 'open' },
    { as: REVIEWER },
  )
  expect(listed.items).toEqual([expect.objectContaining({ assignee: 'other', holder: mark })])
})

it('says that another person has to approve, and that it is the claimant’s move', async () => {
  const id = await begun(60_000_000)
  await world.must('refunds/accept', { id }, { as: REVIEWER })
  await world.must('refunds/startReview', { id }, { as: REVIEWER })
  await world.must(
    'refunds/propose',
    { id, outcome: 'approve', approved: 60_000_000, reasons: [] },
    { as: REVIEWER },
  )
  await world.must('refunds/decide', await decision(world, id), { as: APPROVER })
  expect(await work(id, APPROVER)).toMatchObject({ bar: 'fourEyes', mayAct: false })
  expect(await work(id, SECOND_APPROVER)).toMatchObject({ bar: null, mayAct: true })
  const other = await begun()
  const list = [{ code: 'proofOfOverpayment', said: '请提供完税证明' }]
  await world.must('refunds/askCorrection', { id: other, list }, { as: REVIEWER })
  expect(await work(other, REVIEWER)).toMatchObject({ bar: 'waiting', mayAct: false })
})

interface Previewed {
  readonly check: {
    readonly preview?: { readonly claimed: number; readonly interest: number; readonly payable: number }
  }
}
const preview = async (id: string): Promise<Previewed['check']['preview']> =>
  (await world.must<Previewed>('refunds/review', { id }, { as: APPROVER })).check.preview

it('reckons what would be paid by today and by what is proposed: none of a refusal, no interest on what the office found', async () => {
  const id = await begun(300_000)
  const whole = await preview(id)
  expect(whole).toMatchObject({ claimed: 300_000 })
  expect(whole?.payable).toBe(300_000 + (whole?.interest ?? 0))
  world.services.time.now += 10 * 86_400_000
  expect((await preview(id))?.interest).toBeGreaterThan(whole?.interest ?? 0)
  await world.must('refunds/accept', { id }, { as: REVIEWER })
  await world.must('refunds/startReview', { id }, { as: REVIEWER })
  const propose = (proposal: object) =>
    world.must('refunds/propose', { id, reasons: ['lessOverpaid'], ...proposal }, { as: REVIEWER })
  await propose({ outcome: 'approve', approved: 100_000 })
  expect(await preview(id)).toMatchObject({ claimed: 100_000 })
  await world.must(
    'refunds/decide',
    { ...(await decision(world, id, false)), said: '请再核一次' },
    { as: APPROVER },
  )
  await propose({ outcome: 'reject', approved: 0 })
  expect(await preview(id)).toBeUndefined()
  const voucherId = await world.voucher(1_000_000)
  const found = await world.must<{ id: string }>(
    'refunds/openFound',
    { hallId: 'chengdong-1', voucherId, amount: 40_000, said: '系统比对发现重复入库' },
    { as: REVIEWER },
  )
  expect(await preview(found.id)).toMatchObject({ claimed: 40_000, interest: 0, payable: 40_000 })
})

test('a proposal that was sent back and made anew is not decided unseen', async () => {
  const id = await submitted(world, { voucherId: await world.voucher(500_000), claimed: 2_000 })
  const propose = (amount: number) =>
    world.must(
      'refunds/propose',
      { id, outcome: 'approve', approved: amount, reasons: ['lessOverpaid'] },
      { as: REVIEWER },
    )
  await world.must('refunds/accept', { id }, { as: REVIEWER })
  await world.must('refunds/startReview', { id }, { as: REVIEWER })
  await propose(1_000)
  const seen = await decision(world, id)
  await world.must('refunds/decide', await decision(world, id, false), { as: SECOND_APPROVER })
  await propose(2_000)
  for (const agree of [true, false])
    expect(await world.refused('refunds/decide', { ...seen, agree }, { as: APPROVER })).toBe('CASE_STATE')
  await world.must('refunds/decide', await decision(world, id), { as: APPROVER })
})
