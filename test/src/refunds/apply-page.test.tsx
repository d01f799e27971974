import { act, screen, waitFor } from '@testing-library/react'
import { prefer } from '../../../src/client/preferences'
import ApplyPage from '../../../src/packages/refunds/apply'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import Taro, { fireHook } from '../../harness/taro/taro'
import { check, DRAFT, draft, draftRow, NOW, oldVoucher, voucher } from './fixtures'
import { el, fill, me, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()
const KIND = { kind: 'overpaid', taxpayer: 'tp_1' }
const PAST = { timeout: 4000 }
const begin = (change: Readonly<Record<string, unknown>> = {}, params = KIND) =>
  onStage(ApplyPage, params, change, { path: 'packages/refunds/apply/index' })
const resume = (change: Readonly<Record<string, unknown>> = {}, of = draft()) =>
  onStage(
    ApplyPage,
    { draft: DRAFT },
    { 'refunds/draft': { draft: of }, ...change },
    { path: 'packages/refunds/apply/index' },
  )
const stepName = (): string => el('steps-name').textContent ?? ''
const choose = async (number = voucher().number): Promise<void> => {
  await tap(`voucher-${number}`)
  await tap('apply-next')
}

describe('the payment', () => {
  it('is chosen with tax, period, day, amount and what is left; one with nothing left cannot be', async () => {
    begin()
    const one = await seen(`voucher-${voucher().number}`)
    for (const words of ['契税', '所属期 2026年10月12日', '31,500.00 元', '还可以退 31,500.00 元'])
      expect(one).toHaveTextContent(words)
    expect(el('voucher-332026010100000001')).toHaveAttribute('aria-disabled', 'true')
    await tap('apply-next')
    expect(await seen('voucher-missing')).toHaveTextContent('请选择一笔税款。')
    expect(namelessControls()).toEqual([])
  })

  it('fills in its period, so that nothing is typed twice', async () => {
    begin()
    await choose()
    await tap('form-cause-cause-overpaid')
    await tap('apply-next')
    expect(await seen('form-tax-periodFrom')).toHaveTextContent('2026年10月')
    expect(el('form-tax-periodTo')).toHaveTextContent('2026年10月')
  })

  it('says what to do when there is none', async () => {
    begin({ 'refunds/vouchers': { items: [] } })
    expect(await screen.findByText('没有查到缴税记录')).toBeInTheDocument()
  })
})

describe('eligibility', () => {
  it('comes first: what stops it is told before anything is asked, with its rule, its basis and the ways left', async () => {
    begin()
    await choose(oldVoucher.number)
    const shut = await seen('shut')
    expect(shut).toHaveTextContent('有 1 项条件不符合')
    expect(shut).toHaveTextContent('三年内')
    expect(shut).toHaveTextContent('依据：《中华人民共和国税收征收管理法》第五十一条')
    expect(el('apply-next')).toHaveTextContent('仍要继续填写')
    await tap('way-hall')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/booking/hall/index' })
    await tap('way-voucher')
    expect(stepName()).toBe('哪一笔税')
  })

  it('follows the answers as they are given, and asks the server what is owed', async () => {
    const { inputs } = begin({
      'refunds/check': {
        check: check({
          findings: [
            {
              code: 'arrears',
              ok: false,
              warning: true,
              rule: '先抵缴欠税',
              basis: '细则第七十九条',
              unconfirmed: false,
            },
          ],
        }),
      },
    })
    await choose()
    await tap('form-cause-cause-houseReturned')
    await tap('form-cause-registered-yes')
    expect(await seen('findings-houseBeforeRegistration')).toHaveTextContent('不符合')
    await waitFor(() => expect(el('findings-arrears')).toHaveTextContent('先抵缴欠税'), PAST)
    expect(inputs('refunds/check').slice(-1)).toEqual([
      {
        kind: 'overpaid',
        taxpayerId: 'tp_1',
        voucherId: voucher().id,
        values: { cause: 'houseReturned', registered: true, periodFrom: '2026-10', periodTo: '2026-10' },
        unfinished: true,
      },
    ])
  })

  it('says that the server could not be asked, and asks again', async () => {
    const { answers } = begin({ 'refunds/check': refuse(403, 'FORBIDDEN', '现在不行。') })
    await choose()
    await waitFor(() => expect(el('eligibility')).toHaveTextContent('还没有与税务机关的记录核对'), PAST)
    answers['refunds/check'] = { check: check() }
    await tap('check-again')
    await waitFor(() => expect(el('eligibility')).toHaveTextContent('包括欠税情况'), PAST)
  })

  it('does not begin a kind that is not for such a taxpayer', async () => {
    begin({}, { kind: 'vatCredit', taxpayer: 'tp_1' })
    expect(await screen.findByText('当前纳税人不能申请“增值税期末留抵退税”')).toBeInTheDocument()
    expect(el('ways-out')).toBeInTheDocument()
  })

  it('asks who was not verified to become so first', async () => {
    begin({}, { kind: 'overpaid', taxpayer: 'tp_3' })
    expect(await seen('not-verified')).toHaveTextContent('林*雨')
  })
})

describe('the form', () => {
  it('tells every fault of a step at once before one goes on', async () => {
    begin()
    await choose()
    await tap('apply-next')
    expect(await seen('form-cause-faults')).toHaveTextContent('请修改下面 1 处')
    await tap('form-cause-cause-overpaid')
    await tap('apply-next')
    await tap('apply-next')
    expect(await seen('form-claim-faults')).toHaveTextContent('请修改下面 3 处')
    expect(stepName()).toBe('申请内容')
  })

  it('shows what comes of it, line by line, as one types: a year of income', async () => {
    begin({}, { kind: 'incomeTax', taxpayer: 'tp_1' })
    await tap('form-year-taxYear-2025')
    await tap('form-year-resident-yes')
    await tap('form-year-foreignIncome-no')
    await tap('form-year-filingPlace-employer')
    await tap('form-year-withheldProperly-yes')
    await tap('form-year-earlierYearsSettled-yes')
    await tap('apply-next')
    await seen('form-income-wages')
    expect(document.getElementById('result')).toBeNull()
    await fill('form-income-wages', '200000')
    await fill('form-income-prepaid', '20000')
    expect(el('result-lines-refund')).toHaveClass('total')
    const before = el('result-lines').textContent
    expect(before).toContain('20,000.00 元')
    await fill('form-income-wages', '100000')
    expect(el('result-lines').textContent).not.toBe(before)
  })
})

describe('the draft', () => {
  it('is saved whenever a step is left, shown with its time, and begun once', async () => {
    const { inputs } = begin()
    await choose()
    expect(await seen('saved')).toHaveTextContent('已保存 10:00')
    await tap('form-cause-cause-overpaid')
    await tap('apply-next')
    await waitFor(() => expect(inputs('refunds/saveDraft')).toHaveLength(2))
    expect(inputs('refunds/saveDraft')).toMatchObject([
      { kind: 'overpaid', taxpayerId: 'tp_1', voucherId: voucher().id, step: 'check' },
      { draftId: DRAFT, values: { cause: 'overpaid' }, step: 'claim' },
    ])
  })

  it('is saved when the page is left, and not when there is nothing in it', async () => {
    const { inputs } = begin()
    await seen('vouchers')
    act(() => void fireHook('didHide'))
    expect(inputs('refunds/saveDraft')).toEqual([])
    await tap(`voucher-${voucher().number}`)
    act(() => void fireHook('didHide'))
    await waitFor(() => expect(inputs('refunds/saveDraft')).toHaveLength(1))
  })

  it('that could not be saved says so, lets one go on, and is saved by trying again', async () => {
    const { answers } = begin({ 'refunds/saveDraft': refuse(409, 'TOO_MANY_DRAFTS', '最多保留 20 份。') })
    await choose()
    expect(await seen('save-failed')).toHaveTextContent('最多保留 20 份。')
    expect(stepName()).toBe('能不能退')
    await tap('save-drafts')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/refunds/home/index' })
    answers['refunds/saveDraft'] = refuse(403, 'FORBIDDEN', '现在不行。')
    await tap('apply-back')
    answers['refunds/saveDraft'] = { id: DRAFT, changedAt: NOW, expiresAt: NOW }
    await tap('save-again')
    expect(await seen('saved')).toHaveTextContent('已保存 10:00')
  })

  it('goes on at the step where one left off, with the account masked and another to be typed', async () => {
    resume({}, draft({ step: 'account' }))
    expect(await seen('account-kept')).toHaveTextContent('**** 5678')
    expect(stepName()).toBe('收款账户')
    await tap('account-other')
    expect(el('account-number')).toHaveValue('')
  })

  it('that is gone says why, and one that is gone while one fills it in is kept anew', async () => {
    const { unmount } = resume({ 'refunds/draft': refuse(404, 'NOT_FOUND', '没有找到。') })
    expect(await screen.findByText('找不到这份草稿')).toBeInTheDocument()
    unmount()
    const { inputs, answers } = resume({ 'refunds/saveDraft': refuse(404, 'NOT_FOUND', '没有找到。') })
    await tap('edit-office')
    await tap('office-west')
    await tap('apply-next')
    expect(await seen('save-failed')).toHaveTextContent('服务器上的草稿已经不在')
    answers['refunds/saveDraft'] = { id: `rd_${'2'.repeat(26)}`, changedAt: NOW, expiresAt: NOW }
    await tap('save-anew')
    await seen('saved')
    expect(inputs('refunds/saveDraft').slice(-1)[0]).not.toHaveProperty('draftId')
  })

  it('of the same kind from before is offered first', async () => {
    begin({ 'refunds/drafts': { items: [draftRow()] } })
    expect(await seen('begun')).toHaveTextContent('上次还没有填完')
    await tap('begun-go')
    expect(Taro.redirectTo).toHaveBeenLastCalledWith({ url: `/packages/refunds/apply/index?draft=${DRAFT}` })
    await tap('begun-anew')
    expect(await seen('vouchers')).toBeInTheDocument()
  })
})

describe('materials, account and office', () => {
  it('are all asked for before one goes on', async () => {
    resume({}, draft({ step: 'materials', materials: [], account: null, hallId: null }))
    await seen('materials')
    await tap('apply-next')
    expect(await seen('materials-missing')).toBeInTheDocument()
    expect(stepName()).toBe('材料')
    await tap('materials-proofOfOverpayment-use-mt_11111111111111111111111111')
    await tap('apply-next')
    await seen('account-bank')
    await tap('apply-next')
    expect(el('account-bank-problem')).toHaveTextContent('请填写')
    await fill('account-bank', '示范银行城东支行')
    await fill('account-holder', '李四')
    await fill('account-number', '6222 0202 0011 2345 678')
    expect(el('account-another')).toHaveTextContent('与纳税人 陈*国 不一致')
    expect(el('account-grouped')).toHaveTextContent('6222 0202 0011 2345 678')
    await tap('apply-next')
    expect(stepName()).toBe('收款账户')
    await fill('account-explanation', '本人账户已注销，由配偶代收')
    await tap('apply-next')
    await seen('offices')
    await tap('apply-next')
    expect(await seen('office-missing')).toBeInTheDocument()
    await tap('office-east')
    await tap('apply-next')
    expect(stepName()).toBe('核对并提交')
  })

  it('of an application that is kept against taxes to come ask for no account', async () => {
    resume({}, draft({ step: 'materials', values: { ...draft().values, direction: 'offset' } }))
    await seen('materials')
    await tap('apply-next')
    expect(await seen('offices')).toBeInTheDocument()
  })
})

it('is in English when asked', async () => {
  resume()
  act(() => prefer({ language: 'en' }))
  expect(await seen('preview')).toHaveTextContent('What you would get')
  expect(el('apply-next')).toHaveTextContent('Hand it in')
})

it('stays when the network is gone: what was typed is there, and the save is tried again', async () => {
  begin({ 'refunds/saveDraft': NO_NETWORK, 'accounts/me': me })
  await choose()
  await waitFor(() => expect(el('save-failed')).toHaveTextContent('网络'), { timeout: 8000 })
  expect(stepName()).toBe('能不能退')
}, 12_000)

it('leads a link without a kind to what can be claimed', async () => {
  onStage(ApplyPage, {})
  expect(await screen.findByText('没有找到这一种退税')).toBeInTheDocument()
})
