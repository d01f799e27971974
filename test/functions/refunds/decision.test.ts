/** What a decision tells whom: claimants nothing before it is one, its paper the reasons that stand, an office every difference. */
import { payoutLedger } from '../../../functions/core/io/payout/collections'
import type { PaperPart } from '../../../functions/core/io/papers/part'
import { transact } from '../../../functions/core/io/store/transact'
import { dayOf, DAY_MS } from '../../../functions/core/pure/time'
import { claimOnce } from '../../../functions/refunds/work/reserve'
import { copied, readPdf } from '../../harness/papers/read'
import {
  APPROVER,
  type CaseBody,
  CLAIMANT,
  decision,
  eachWorld,
  HALL,
  PAYER,
  REVIEWER,
  submitted,
  type World,
} from './world'

let world: World
eachWorld((fresh) => (world = fresh))

const history = async (id: string, as: 'claimant' | 'officer') =>
  (
    await world.must<CaseBody>(
      as === 'claimant' ? 'refunds/get' : 'refunds/review',
      { id },
      {
        as: as === 'claimant' ? CLAIMANT : APPROVER,
      },
    )
  ).case.history
const propose = (id: string, outcome: 'approve' | 'reject', said: string) =>
  world.must(
    'refunds/propose',
    outcome === 'reject'
      ? { id, outcome, approved: 0, reasons: ['untrue'], said }
      : { id, outcome, approved: 100_000, reasons: [], said },
    { as: REVIEWER },
  )
const decide = async (id: string, agree: boolean, said: string) =>
  world.must('refunds/decide', { ...(await decision(world, id, agree)), said }, { as: APPROVER })

/** In review, where a rejection was proposed and sent back. */
const sentBack = async (): Promise<string> => {
  const id = await submitted(world, { voucherId: await world.voucher(500_000), claimed: 100_000 })
  await world.must('refunds/accept', { id }, { as: REVIEWER })
  await world.must('refunds/startReview', { id }, { as: REVIEWER })
  await propose(id, 'reject', '与申报表不符')
  await decide(id, false, '请再核对一遍申报表')
  return id
}
const paperOf = async (id: string): Promise<string> => {
  const part = await world.must<PaperPart>('refunds/paper', { id, what: 'decision' }, { as: CLAIMANT })
  expect(part.parts).toBe(1)
  return readPdf(Buffer.from(part.bytes, 'base64')).pages.map(copied).join('')
}

test('what officers consider is told to a claimant once it is the decision, and what was sent back never is', async () => {
  const id = await sentBack()
  await propose(id, 'reject', '缴款书与申报表不符')
  const told = (rows: CaseBody['case']['history']) => JSON.stringify(rows)
  const before = told(await history(id, 'claimant'))
  for (const words of ['与申报表不符', '请再核对', '不符']) expect(before).not.toContain(words)
  expect(told(await history(id, 'officer'))).toContain('请再核对一遍申报表')
  await decide(id, true, '同意')
  const after = told(await history(id, 'claimant'))
  expect(after).toContain('缴款书与申报表不符')
  expect(after).toContain('税收征收管理法 第五十四条')
  expect(after).not.toContain('请再核对')
  expect((await history(id, 'claimant')).filter(({ said }) => said === '与申报表不符')).toEqual([])
})

test('a decision that grants gives no reasons of a rejection that was sent back', async () => {
  const id = await sentBack()
  await propose(id, 'approve', '核实无误')
  await decide(id, true, '同意')
  const text = await paperOf(id)
  expect(text).toContain('准予退税')
  expect(text).not.toContain('税务机关掌握的情况')
})

test('a decision that refuses gives the reasons that were agreed to', async () => {
  const id = await sentBack()
  await propose(id, 'reject', '缴款书与申报表不符')
  await decide(id, true, '同意')
  expect(await paperOf(id)).toContain('税务机关掌握的情况')
})

test('a payment that only the other side knows is shown to the office', async () => {
  const { services } = world
  const day = dayOf(services.time.now)
  await transact(services, async (tx) =>
    tx.insert(payoutLedger, 'po_unknown', {
      v: 1,
      state: 'paid',
      fen: 1_200,
      paidDay: day,
      at: tx.now,
      expiresAt: tx.now + 400 * DAY_MS,
    }),
  )
  services.time.now += DAY_MS
  await world.must('refunds/reconcile', {}, { timer: 'reconcile' })
  expect(await world.must('refunds/differences', { hallId: HALL, day }, { as: PAYER })).toMatchObject({
    more: 0,
    differences: [{ orderId: 'po_unknown', kind: 'onlyTheirs', ours: null, theirs: [1_200], caseId: null }],
  })
})

test('what was claimed before names its case to the taxpayer that has it, and to nobody else', async () => {
  const caseId = await submitted(world, { voucherId: await world.voucher(500_000), claimed: 1_000 })
  const { taxpayerId } = (
    await world.must<{ case: { taxpayerId: string } }>('refunds/get', { id: caseId }, { as: CLAIMANT })
  ).case
  const key = 'ck_period'
  const claim = (wish: { caseId: string; taxpayerId: string }) =>
    transact(world.services, (tx) => claimOnce(tx, key, wish))
  await claim({ caseId, taxpayerId })
  const again = { code: 'CLAIMED_BEFORE', data: { caseId } }
  await expect(claim({ caseId: 'rf_other', taxpayerId })).rejects.toMatchObject(again)
  await expect(claim({ caseId: 'rf_other', taxpayerId: 'tp_other' })).rejects.toMatchObject({
    code: 'CLAIMED_BEFORE',
    data: {},
  })
})
