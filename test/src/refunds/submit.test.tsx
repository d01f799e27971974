import { act, screen, waitFor } from '@testing-library/react'
import { beginSession } from '../../../src/client/session'
import ApplyPage from '../../../src/packages/refunds/apply'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { CASE, check, DRAFT, draft, NOW } from './fixtures'
import { el, fill, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()
const PAST = { timeout: 4000 }
const review = (change: Readonly<Record<string, unknown>> = {}, of = draft()) =>
  onStage(
    ApplyPage,
    { draft: DRAFT },
    { 'refunds/draft': { draft: of }, ...change },
    { path: 'packages/refunds/apply/index' },
  )
const handIn = async (): Promise<void> => {
  await tap('form-declaration-declared')
  await tap('apply-next')
}
const stepName = (): string => el('steps-name').textContent ?? ''

it('shows everything on one page, each part with its way back, and what would be paid', async () => {
  review()
  await waitFor(() => expect(el('preview')).toHaveTextContent('3,001.37 元'), PAST)
  expect(el('review-claim')).toHaveTextContent('同一套房的契税缴了两次')
  expect(el('review-materials')).toHaveTextContent('契税完税证明.pdf')
  expect(el('review-account')).toHaveTextContent('**** 5678')
  await waitFor(() => expect(el('review-office')).toHaveTextContent('城东办税服务厅'))
  expect(namelessControls()).toEqual([])
  for (const part of ['voucher', 'check', 'claim', 'contact', 'materials', 'account', 'office'])
    expect(el(`edit-${part}`)).toBeInTheDocument()
  await tap('edit-contact')
  expect(stepName()).toBe('联系人')
})

it('tells before anything is handed in that arrears are taken off', async () => {
  const preview = { ...check().preview, claimed: 300_000, arrears: 50_000, offset: 50_000, interest: 137 }
  review({ 'refunds/check': { check: { ...check(), preview: { ...preview, payable: 250_137, lines: [] } } } })
  await waitFor(() => expect(el('preview')).toHaveTextContent('您有欠税 500.00 元'), PAST)
})

it('asks for the declaration, then saves and hands in, and opens the case', async () => {
  const { inputs } = review()
  await seen('preview')
  await tap('apply-next')
  expect(await seen('all-faults')).toHaveTextContent('请先阅读并同意')
  expect(inputs('refunds/submit')).toEqual([])
  await handIn()
  await waitFor(() =>
    expect(Taro.redirectTo).toHaveBeenLastCalledWith({
      url: `/packages/refunds/case/index?id=${CASE}&fresh=1`,
    }),
  )
  expect(inputs('refunds/saveDraft').slice(-1)).toMatchObject([
    { draftId: DRAFT, values: { declared: true } },
  ])
  expect(inputs('refunds/saveDraft').slice(-1)[0]).not.toHaveProperty('account')
  expect(inputs('refunds/submit')).toEqual([{ draftId: DRAFT }])
})

it('is one intention however often it is sent: a lost answer is asked for again with the same key, and nothing is saved anew', async () => {
  const { calls, answers } = review({ 'refunds/submit': NO_NETWORK })
  await seen('preview')
  await handIn()
  await waitFor(() => expect(el('refusal')).toHaveTextContent('网络'), { timeout: 10_000 })
  const saves = calls('refunds/saveDraft').length
  answers['refunds/submit'] = { id: CASE, state: 'submitted' }
  await tap('refusal-again')
  await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
  const keys = calls('refunds/submit').map(({ headers }) => headers['idempotency-key'])
  expect(keys.length).toBeGreaterThan(1)
  expect(new Set(keys).size).toBe(1)
  expect(calls('refunds/saveDraft')).toHaveLength(saves)
}, 15_000)

it('is not offered while the server says that it cannot be claimed, and every reason is listed', async () => {
  const no = {
    code: 'threeYears',
    ok: false,
    warning: false,
    rule: '已过三年',
    basis: '五十一条',
    unconfirmed: false,
  }
  review({ 'refunds/check': { check: check({ open: false, findings: [no] }) } })
  await waitFor(() => expect(el('not-open')).toHaveTextContent('已过三年'), PAST)
  expect(el('apply-next')).toHaveAttribute('aria-disabled', 'true')
  expect(el('ways-out')).toBeInTheDocument()
})

describe('a refusal has its way on:', () => {
  const refused = async (code: string, data?: unknown) => {
    const stage = review({ 'refunds/submit': refuse(409, code, '不能提交。', data) })
    await seen('preview')
    await handIn()
    await waitFor(() => expect(el('refusal')).toHaveTextContent('不能提交。'))
    return stage
  }

  it('faults of the form lead to the step of their field', async () => {
    await refused('FORM_FAULTS', {
      faults: [{ key: 'contactPhone', problem: 'code', words: '只能用字母、数字。' }],
    })
    expect(el('refusal')).toHaveTextContent('联系电话：只能用字母、数字。')
    await tap('refused-contactPhone')
    expect(stepName()).toBe('联系人')
  })

  it('conditions that are not met are listed with what can still be done', async () => {
    await refused('NOT_ELIGIBLE', {
      findings: [
        {
          code: 'threeYears',
          ok: false,
          warning: false,
          rule: '已过三年',
          basis: '五十一条',
          unconfirmed: false,
        },
      ],
    })
    expect(el('refused-findings')).toHaveTextContent('已过三年')
    expect(el('way-ask')).toBeInTheDocument()
  })

  it('an account that is another’s leads to its step, where the reason is asked for', async () => {
    await refused('EXPLANATION_MISSING')
    await tap('refusal-account')
    expect(stepName()).toBe('收款账户')
    expect(el('account-another')).toBeInTheDocument()
    expect(el('account-holder')).toHaveValue('陈建国')
    await tap('apply-next')
    expect(el('account-explanation-problem')).toBeInTheDocument()
  })

  it('an amount of nothing says so', async () => {
    await refused('NOT_ELIGIBLE', { findings: [] })
    expect(el('refusal')).toHaveTextContent('没有可以退的税款')
  })

  it('missing materials are named and lead there', async () => {
    await refused('MATERIALS_MISSING', { codes: ['proofOfOverpayment'] })
    expect(el('refusal')).toHaveTextContent('多缴税费证明资料')
    await tap('refusal-materials')
    expect(stepName()).toBe('材料')
  })

  it('a voucher that is spent says what is left, and lets amount or payment be changed', async () => {
    await refused('VOUCHER_SPENT', { left: 12_300 })
    expect(el('refusal')).toHaveTextContent('还可以退 123.00 元')
    expect(el('refusal-voucher')).toBeInTheDocument()
    await tap('refusal-amount')
    expect(stepName()).toBe('申请内容')
    await fill('form-claim-claimed', '123')
  })

  it('what was claimed before leads to that case', async () => {
    await refused('CLAIMED_BEFORE', { caseId: CASE })
    await tap('refusal-case')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/refunds/case/index?id=${CASE}` })
  })

  it('what was claimed before by whom one does not see leads to the list', async () => {
    await refused('CLAIMED_BEFORE', {})
    await tap('refusal-cases')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/refunds/home/index?view=cases' })
  })

  it.each([
    ['ACCOUNT_MISSING', 'account', '收款账户'],
    ['OFFICE_MISSING', 'office', '受理税务机关'],
  ])('%s leads to its step', async (code, id, name) => {
    await refused(code)
    await tap(`refusal-${id}`)
    expect(stepName()).toBe(name)
  })

  it('who is not verified any more is told where that is done', async () => {
    await refused('NOT_VERIFIED')
    await tap('refusal-verify')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/booking/hall/index' })
  })

  it('a draft that is gone may have been handed in: my cases say', async () => {
    await refused('NOT_FOUND')
    expect(el('refusal')).toHaveTextContent('可能已经提交成功')
    await tap('refusal-cases')
    expect(Taro.redirectTo).toHaveBeenLastCalledWith({ url: '/packages/refunds/home/index?view=cases' })
  })
})

it('goes on after the session ended by itself, with all that was typed and the same draft', async () => {
  const { inputs, answers } = review()
  await tap('edit-contact')
  await fill('form-contact-contactName', '陈建国的女儿')
  answers['refunds/saveDraft'] = refuse(401, 'SESSION_EXPIRED', '请重新登录。')
  await tap('apply-next')
  await screen.findByText('登录后办理退税')
  answers['refunds/saveDraft'] = { id: DRAFT, changedAt: NOW, expiresAt: NOW }
  act(() => beginSession({ token: 'token' }))
  await tap('apply-back')
  expect(await seen('form-contact-contactName')).toHaveValue('陈建国的女儿')
  await waitFor(() =>
    expect(inputs('refunds/saveDraft').slice(-1)).toMatchObject([
      { draftId: DRAFT, values: { contactName: '陈建国的女儿' } },
    ]),
  )
})
