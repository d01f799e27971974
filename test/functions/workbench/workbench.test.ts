/** The officers' workbench: one officer has a case at a time; what is kept apart is not taken up; every change is audited. */
import { auditEntries } from '../../../functions/core/io/audit/collections'
import { allOf } from '../../../functions/core/io/store/pages'
import { transact } from '../../../functions/core/io/store/transact'
import { DAY_MS } from '../../../functions/core/pure/time'
import { colleagues } from '../../../functions/workbench/collections'
import {
  APPROVER,
  approved,
  CLAIMANT,
  ELSEWHERE,
  HALL,
  eachWorld,
  PAYER,
  REVIEWER,
  SECOND_APPROVER,
  submitted,
  type World,
} from '../refunds/world'

interface Item {
  readonly id: string
  readonly duty: string
  readonly due: string
  readonly assignee: string
  readonly mayAct: boolean
  readonly taxpayerName: string
}

let world: World
eachWorld((fresh) => (world = fresh))

const list = async (as: string, view: string, more: Record<string, unknown> = {}): Promise<readonly Item[]> =>
  (await world.must<{ items: Item[] }>('workbench/list', { hallId: HALL, view, ...more }, { as })).items
const aCase = async (claimed = 100_000): Promise<string> =>
  submitted(world, { voucherId: await world.voucher(1_000_000), claimed })

test('open work is listed by its legal date, with a masked name and whether one may act', async () => {
  const first = await aCase()
  world.services.time.now += 3 * 86_400_000
  const second = await aCase()
  const items = await list(REVIEWER, 'open')
  expect(items.map(({ id }) => id)).toEqual([first, second])
  expect(items[0]).toMatchObject({ duty: 'review', assignee: 'nobody', mayAct: true, taxpayerName: '陈*国' })
  expect((await list(PAYER, 'open'))[0]).toMatchObject({ mayAct: false })
})

test('of ten officers and calls at once, one takes it up', async () => {
  const id = await aCase()
  const officers = await Promise.all(
    Array.from({ length: 5 }, async (_, i) => {
      const name = `审核${i}`
      await world.services.person(`demonstration:${name}`, [
        { role: 'officer', halls: [HALL], duties: ['review'] },
      ])
      return name
    }),
  )
  const answers = await Promise.all(
    [...officers, ...officers].map((as) =>
      world.call<{ assignee: string }>('workbench/claim', { id }, { as }),
    ),
  )
  const owners = new Set([...officers, ...officers].filter((_, i) => answers[i]?.ok))
  expect(owners.size).toBe(1)
  expect(answers.filter((one) => !one.ok).every((one) => !one.ok && one.code === 'CASE_TAKEN')).toBe(true)
})

test('what a colleague has taken up is left to the colleague, until it is let go or handed over', async () => {
  const id = await aCase()
  await world.services.person('demonstration:审核乙', [
    { role: 'officer', halls: [HALL], duties: ['review'] },
  ])
  await world.must('workbench/claim', { id }, { as: REVIEWER })
  expect(await world.refused('refunds/accept', { id }, { as: '审核乙' })).toBe('CASE_TAKEN')
  expect(await world.refused('workbench/release', { id }, { as: '审核乙' })).toBe('CASE_TAKEN')
  const other = await aCase()
  await world.must('workbench/claim', { id: other }, { as: '审核乙' })
  const { items } = await world.must<{ items: { id: string; name: string }[] }>(
    'workbench/colleagues',
    { hallId: HALL },
    { as: REVIEWER },
  )
  const to = await world.accountId('审核乙')
  expect(items).toMatchObject([{ id: to, name: `#${to.slice(-4).toUpperCase()}` }])
  await world.must('workbench/handOver', { id, to, reason: '休假，请接着办' }, { as: REVIEWER })
  expect(await list('审核乙', 'mine')).toHaveLength(2)
  await world.must('refunds/accept', { id }, { as: '审核乙' })
  // A supervisor frees anybody's.
  await world.must('workbench/release', { id: other }, { as: APPROVER })
  expect((await list(REVIEWER, 'open')).find((item) => item.id === other)).toMatchObject({
    assignee: 'nobody',
  })
})

/** Has taken something up at that hall before. */
const noted = (accountId: string): Promise<void> =>
  transact(world.services, (tx) => {
    const now = world.services.clock()
    tx.insert(colleagues, `${HALL}.${accountId}`, {
      v: 1,
      hallId: HALL,
      accountId,
      lastAt: now,
      expiresAt: now + DAY_MS,
    })
    return Promise.resolve()
  })

test('nobody is handed a case who has not worked at that hall, or who is kept apart from its next step', async () => {
  const id = await aCase()
  await world.must('workbench/claim', { id }, { as: REVIEWER })
  const to = await world.accountId(ELSEWHERE)
  expect(await world.refused('workbench/handOver', { id, to, reason: '请接着办' }, { as: REVIEWER })).toBe(
    'NOT_FOUND',
  )
  // Worked here, but not on what is next.
  const payer = await world.accountId(PAYER)
  await noted(payer)
  expect(
    await world.refused('workbench/handOver', { id, to: payer, reason: '请接着办' }, { as: REVIEWER }),
  ).toBe('DUTY_MISSING')
  await world.must('refunds/accept', { id }, { as: REVIEWER })
  await world.must('refunds/startReview', { id }, { as: REVIEWER })
  await world.must(
    'refunds/propose',
    { id, outcome: 'approve', approved: 100_000, reasons: [] },
    { as: REVIEWER },
  )
  expect(await world.refused('workbench/claim', { id }, { as: REVIEWER })).toBe('FOUR_EYES')
  await world.must('workbench/claim', { id }, { as: APPROVER })
  expect(await world.refused('workbench/claim', { id }, { as: SECOND_APPROVER })).toBe('CASE_TAKEN')
})

test('who lacks the duty of its next step takes nothing up, and who supervises elsewhere frees nothing here', async () => {
  const id = await aCase()
  expect(await world.refused('workbench/claim', { id }, { as: PAYER })).toBe('FORBIDDEN')
  await world.must('workbench/claim', { id }, { as: REVIEWER })
  await world.services.person('demonstration:两处', [
    { role: 'officer', halls: [HALL] },
    { role: 'supervisor', halls: ['chengxi-1'] },
  ])
  expect(await world.refused('workbench/release', { id }, { as: '两处' })).toBe('CASE_TAKEN')
})

test('what waits for somebody else is shown apart, and what is over is gone', async () => {
  const [waits, done] = [await aCase(), await aCase()]
  await world.must(
    'refunds/askCorrection',
    { id: waits, list: [{ code: 'proofOfOverpayment', said: '请补充回单' }] },
    { as: REVIEWER },
  )
  await approved(world, done, 100_000)
  expect((await list(PAYER, 'open', { duty: 'pay' })).map(({ id }) => id)).toEqual([done])
  expect((await list(REVIEWER, 'waiting')).map(({ id }) => id)).toEqual([waits])
  await world.must('refunds/order', { ids: [done] }, { as: PAYER })
  expect((await list(REVIEWER, 'waiting')).map(({ id }) => id).sort()).toEqual([waits, done].sort())
  await world.settle()
  await world.must('refunds/withdraw', { id: waits }, { as: CLAIMANT })
  expect([...(await list(REVIEWER, 'open')), ...(await list(REVIEWER, 'waiting'))]).toEqual([])
})

test('a long list goes to its end, page by page, with filters', async () => {
  const ids: string[] = []
  const voucherId = await world.voucher(90_000_000)
  for (let i = 0; i < 7; i += 1) ids.push(await submitted(world, { voucherId, claimed: 1_000 }))
  const seen: string[] = []
  let after: string | undefined
  do {
    const page: { items: Item[]; next?: string } = await world.must(
      'workbench/list',
      { hallId: HALL, view: 'open', kind: 'overpaid', limit: 3, ...(after === undefined ? {} : { after }) },
      { as: REVIEWER },
    )
    seen.push(...page.items.map(({ id }) => id))
    after = page.next
  } while (after !== undefined)
  expect([...seen].sort()).toEqual([...ids].sort())
  expect(await list(REVIEWER, 'open', { kind: 'export' })).toEqual([])
})

test('taking up, letting go and handing over stand in the audit', async () => {
  const id = await aCase()
  await world.must('workbench/claim', { id }, { as: REVIEWER })
  await world.must('workbench/release', { id }, { as: REVIEWER })
  const entries = await allOf(world.services.store, auditEntries, { index: 'id' })
  const actions = entries.filter(({ doc }) => doc.subject === id).map(({ doc }) => doc.action)
  expect([...actions].sort()).toEqual(['workbench/claim', 'workbench/release'])
})
