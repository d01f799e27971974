/** What a claimant learns before and between the steps: of a form half filled in, of a draft, of what waits for an answer. */
import { DAY_MS } from '../../../functions/core/pure/time'
import { incomeTaxRule } from '../../../functions/refunds/rules/kinds/income-tax'
import {
  ACCOUNT,
  AGENT,
  CLAIMANT,
  HALL,
  openWorld,
  owes,
  PAYER,
  REVIEWER,
  readyDraft,
  submitted,
  type World,
} from './world'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(async () => {
  expect(world.services.logged.filter(({ level }) => level === 'error')).toEqual([])
  await world.close()
})

interface Checked {
  readonly check: {
    readonly open: boolean
    readonly findings: readonly { readonly code: string; readonly ok: boolean }[]
    readonly result?: { readonly claimable: number }
  }
}
const codesOf = ({ check }: Checked): readonly string[] => check.findings.map(({ code }) => code)

it('says of a form not filled in yet what the voucher and the arrears alone tell, when it is asked so', async () => {
  const voucherId = await world.voucher(1_000_000)
  await owes(world, 70_000)
  const wish = { kind: 'overpaid', voucherId, values: {} }
  expect(await world.refused('refunds/check', wish, { as: CLAIMANT })).toBe('FORM_FAULTS')
  const early = await world.must<Checked>('refunds/check', { ...wish, unfinished: true }, { as: CLAIMANT })
  expect(codesOf(early)).toEqual(expect.arrayContaining(['voucher', 'threeYears', 'voucherLeft', 'arrears']))
  expect(early.check).toMatchObject({ open: true, result: { claimable: 1_000_000 } })
})

it('still refuses what is filled in wrongly while the form is unfinished', async () => {
  const voucherId = await world.voucher(1_000_000)
  const answer = await world.call(
    'refunds/check',
    { kind: 'overpaid', voucherId, values: { cause: 'nothingOfThat' }, unfinished: true },
    { as: CLAIMANT },
  )
  expect(answer).toMatchObject({
    ok: false,
    code: 'FORM_FAULTS',
    data: { faults: [{ key: 'cause', problem: 'choice' }] },
  })
})

it('says nothing of a year of income that has no figure yet, and all of it once the form is complete', () => {
  const beside = { today: '2026-11-22', taxpayer: 'person' } as const
  const year = { taxYear: '2025', resident: false, foreignIncome: true, filingPlace: 'employer' }
  const failed = (values: Parameters<typeof incomeTaxRule.check>[0], unfinished?: true) =>
    incomeTaxRule
      .check(values, { ...beside, ...(unfinished && { unfinished }) })
      .findings.filter(({ ok, warning }) => !ok && !warning)
      .map(({ code }) => code)
  expect(failed({}, true)).toEqual([])
  expect(failed(year, true)).toEqual(['resident', 'foreignIncome'])
  expect(failed(year)).toEqual(expect.arrayContaining(['resident', 'foreignIncome', 'refundDue']))
  expect(failed({ ...year, wages: 10_000_000 }, true)).toContain('refundDue')
})

it('opens a draft with its voucher, so that nobody looks it up again', async () => {
  const voucherId = await world.voucher(1_000_000)
  const draftId = await readyDraft(world, { voucherId, claimed: 300_000 })
  await submitted(world, { voucherId, claimed: 200_000 })
  const { draft } = await world.must<{ draft: { voucher: unknown } }>(
    'refunds/draft',
    { draftId },
    { as: CLAIMANT },
  )
  expect(draft.voucher).toMatchObject({ id: voucherId, tax: 'deed', paid: 1_000_000, left: 800_000 })
})

it('names what waits for the claimant, what runs out first on top, and to nobody else', async () => {
  const waiting = async (as: string): Promise<readonly { id: string; state: string }[]> =>
    (await world.must<{ items: { id: string; state: string }[] }>('refunds/waiting', {}, { as })).items
  const voucherId = await world.voucher(1_000_000)
  const other = await submitted(world, { voucherId, claimed: 100_000 })
  const asked = await submitted(world, { voucherId, claimed: 200_000 })
  expect(await waiting(CLAIMANT)).toEqual([])
  await world.must(
    'refunds/askCorrection',
    { id: asked, list: [{ code: 'bankReceipt', said: '请补充银行回单' }] },
    { as: REVIEWER },
  )
  expect(await waiting(CLAIMANT)).toMatchObject([{ id: asked, state: 'correctionAsked', next: 'claimant' }])
  expect(other).not.toBe(asked)
  for (const stranger of [AGENT, REVIEWER, PAYER]) expect(await waiting(stranger)).toEqual([])
})

it('waits for an account to be named where the office found it, until there is one', async () => {
  const voucherId = await world.voucher(1_000_000)
  const { id } = await world.must<{ id: string }>(
    'refunds/openFound',
    { hallId: HALL, voucherId, amount: 50_000, said: '申报比对发现多缴' },
    { as: REVIEWER },
  )
  const waiting = async (): Promise<readonly { id: string }[]> =>
    (await world.must<{ items: { id: string }[] }>('refunds/waiting', {}, { as: CLAIMANT })).items
  expect(await waiting()).toMatchObject([{ id, state: 'accepted', next: 'officer' }])
  await world.must('refunds/fixAccount', { id, account: ACCOUNT }, { as: CLAIMANT })
  expect(await waiting()).toEqual([])
})

it('forgets drafts past their fortnight: they leave room for new ones, and are not taken up again', async () => {
  const voucherId = await world.voucher(500_000)
  const wish = { kind: 'overpaid', voucherId, values: {}, materials: [], step: 'claim' }
  const save = (more: Record<string, unknown> = {}) =>
    world.call<{ id: string }>('refunds/saveDraft', { ...wish, ...more }, { as: CLAIMANT })
  const first = await save()
  for (let one = 1; one < 20; one += 1) await save()
  expect(await save()).toMatchObject({ code: 'TOO_MANY_DRAFTS' })
  world.services.time.now += 15 * DAY_MS
  expect(await save({ draftId: first.ok ? first.body.id : '' })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await save()).toMatchObject({ ok: true })
})
