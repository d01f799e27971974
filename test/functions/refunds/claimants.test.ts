/** What claimants may do and are told: accounts in another's name, an account named in time, agents whose time is over. */
import type { World } from './world'
import {
  ACCOUNT,
  CLAIMANT,
  eachWorld,
  HALL,
  material,
  readyDraft,
  REVIEWER,
  submitted,
  type CaseBody,
} from './world'
import { overpaidValues } from './values'

const AGENT = '赵明理'
const ANOTHERS = { ...ACCOUNT, holder: '路人甲' }

let world: World
eachWorld((fresh) => (world = fresh))

const found = async (): Promise<string> => {
  const input = {
    hallId: HALL,
    voucherId: await world.voucher(500_000),
    amount: 1_000,
    said: '比对发现重复缴纳',
  }
  return (await world.must<{ id: string }>('refunds/openFound', input, { as: REVIEWER })).id
}

const caseOf = async (id: string) =>
  (await world.must<CaseBody>('refunds/get', { id }, { as: CLAIMANT })).case

describe('an account in another name', () => {
  const drafted = async (account: object): Promise<string> => {
    const wish = {
      kind: 'overpaid',
      hallId: HALL,
      voucherId: await world.voucher(500_000),
      values: overpaidValues(1_000, world.services.time.now),
      account,
      materials: [{ code: 'proofOfOverpayment', id: await material(world, 'proofOfOverpayment') }],
      step: 'review',
    }
    return (await world.must<{ id: string }>('refunds/saveDraft', wish, { as: CLAIMANT })).id
  }

  test('is not taken without a word why, and is taken with one; the draft is not lost', async () => {
    const draftId = await drafted(ANOTHERS)
    expect(await world.refused('refunds/submit', { draftId }, { as: CLAIMANT })).toBe('EXPLANATION_MISSING')
    await world.must('refunds/draft', { draftId }, { as: CLAIMANT })
    const explained = await drafted({ ...ANOTHERS, explanation: '公司基本户已注销' })
    await world.must('refunds/submit', { draftId: explained }, { as: CLAIMANT })
  })

  test('nor when it is named later', async () => {
    const id = await found()
    expect(await world.refused('refunds/fixAccount', { id, account: ANOTHERS }, { as: CLAIMANT })).toBe(
      'EXPLANATION_MISSING',
    )
    await world.must(
      'refunds/fixAccount',
      { id, account: { ...ANOTHERS, explanation: '公司基本户已注销' } },
      { as: CLAIMANT },
    )
  })

  test('width, spaces and capitals make no other name', async () => {
    const me = await world.must<{ taxpayers: { id: string; standing: string }[] }>(
      'accounts/me',
      {},
      { as: CLAIMANT },
    )
    expect(me.taxpayers.length).toBeGreaterThan(0)
    const draftId = await drafted({ ...ACCOUNT, holder: [...ACCOUNT.holder].join('　') })
    await world.must('refunds/submit', { draftId }, { as: CLAIMANT })
  })
})

test('an account may be named as soon as the office has found it, also while something is asked for, and once', async () => {
  const id = await found()
  await world.must(
    'refunds/askCorrection',
    { id, list: [{ code: 'account', said: '请填写收款账户' }] },
    { as: REVIEWER },
  )
  expect((await caseOf(id)).moves).toContain('nameAccount')
  await world.must('refunds/fixAccount', { id, account: ACCOUNT }, { as: CLAIMANT })
  const { state, moves } = await caseOf(id)
  expect(state).toBe('correctionAsked')
  expect(moves).not.toContain('nameAccount')
  expect(await world.refused('refunds/fixAccount', { id, account: ACCOUNT }, { as: CLAIMANT })).toBe(
    'CASE_STATE',
  )
})

test('a claim that names its account is not asked for one', async () => {
  const id = await submitted(world, { voucherId: await world.voucher(500_000), claimed: 1_000 })
  expect((await caseOf(id)).moves).not.toContain('nameAccount')
})

describe('an agent who filed', () => {
  const filed = async (): Promise<{ readonly id: string; readonly taxpayerId: string }> => {
    const me = await world.must<{ taxpayers: { id: string; standing: string }[] }>(
      'accounts/me',
      {},
      { as: CLAIMANT },
    )
    const taxpayerId = me.taxpayers.find(({ standing }) => standing === 'verified')?.id ?? ''
    const { authorisation } = await world.must<{ authorisation: { id: string } }>(
      'accounts/authorise',
      { taxpayerId, agent: await world.accountId(AGENT), scope: ['refunds'], days: 30 },
      { as: CLAIMANT },
    )
    await world.must('accounts/acceptAuthorisation', { authorisationId: authorisation.id }, { as: AGENT })
    const draftId = await readyDraft(world, { voucherId: await world.voucher(500_000), claimed: 1_000 })
    const { id } = await world.must<{ id: string }>('refunds/submit', { draftId }, { as: AGENT })
    return { id, taxpayerId }
  }
  const toldOf = async (as: string, id: string): Promise<number> => {
    await world.settle()
    const { items } = await world.must<{ items: { link?: { id: string } }[] }>('inbox/mine', {}, { as })
    return items.filter(({ link }) => link?.id === id).length
  }

  test('is told, beside the owner, while the authorisation lasts', async () => {
    const { id } = await filed()
    await world.must('refunds/accept', { id }, { as: REVIEWER })
    expect(await toldOf(AGENT, id)).toBe(1)
    expect(await toldOf(CLAIMANT, id)).toBe(1)
  })

  test('is told nothing once it has ended', async () => {
    const { id, taxpayerId } = await filed()
    await world.must('accounts/unbind', { taxpayerId }, { as: AGENT })
    await world.must('refunds/accept', { id }, { as: REVIEWER })
    expect(await toldOf(AGENT, id)).toBe(0)
    expect(await toldOf(CLAIMANT, id)).toBe(1)
  })
})
