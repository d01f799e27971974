import { act, screen, waitFor } from '@testing-library/react'
import { prefer } from '../../../src/client/preferences'
import { signOutHere } from '../../../src/client/session'
import RefundsPage from '../../../src/packages/refunds/home'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import Taro, { fireHook } from '../../harness/taro/taro'
import { CASE, caseRow, DRAFT, draftRow } from './fixtures'
import { el, me, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()
const only = (place: number) => ({ 'accounts/me': { ...me, taxpayers: [me.taxpayers[place]] } })

it('shows every kind with its sentence, for whom it is and how long the office has; each opens its application', async () => {
  onStage(RefundsPage)
  const kinds = await seen('kinds')
  expect(kinds).toHaveTextContent('多缴了税，或者不该缴的税被收了')
  expect(el('kind-overpaid')).toHaveTextContent('个人和单位')
  expect(el('kind-overpaid')).toHaveTextContent('收到申请后 30 日内办结')
  expect(el('kind-exemption')).toHaveTextContent('受理后 10 日内办结')
  expect(namelessControls()).toEqual([])
  await tap('kind-incomeTax')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/packages/refunds/apply/index?kind=incomeTax&taxpayer=tp_1',
  })
})

it('tells which kinds a person cannot claim, and that travellers claim elsewhere', async () => {
  onStage(RefundsPage)
  const others = await seen('kinds-others')
  expect([...others.querySelectorAll('[id^="kind-"]')].map(({ id }) => id)).toEqual([
    'kind-vatCredit',
    'kind-export',
  ])
  expect(el('kind-vatCredit')).toHaveTextContent('仅限单位申请')
  expect(el('kind-vatCredit')).not.toHaveAttribute('role')
  expect(screen.getByText('境外旅客购物离境退税')).toBeInTheDocument()
})

it('is for the taxpayer chosen: an enterprise is shown its own kinds and its own cases', async () => {
  const { inputs } = onStage(RefundsPage)
  await tap('claimant-change')
  await tap('for-tp_2')
  await waitFor(() => expect(el('claimant')).toHaveTextContent('城东**有限公司'))
  expect(el('kinds').querySelector('#kind-vatCredit')).not.toBeNull()
  expect(el('kinds-others').querySelector('#kind-incomeTax')).not.toBeNull()
  await tap('refunds-view-cases')
  await waitFor(() => expect(inputs('refunds/mine')).toContainEqual({ taxpayerId: 'tp_2', limit: 20 }))
})

it('says to who was not verified why that matters and how it is done', async () => {
  onStage(RefundsPage, {}, only(2))
  expect(await seen('not-verified')).toHaveTextContent('林*雨 还没有核验身份')
  expect(el('not-verified')).toHaveTextContent('带上有效身份证件')
  await tap('verify-book')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/booking/hall/index' })
})

it('leads who acts for nobody to adding a taxpayer', async () => {
  onStage(RefundsPage, {}, { 'accounts/me': { ...me, taxpayers: [] } })
  expect(await screen.findByText('先添加纳税人')).toBeInTheDocument()
})

it('puts what waits for me on top, of whichever taxpayer', async () => {
  const asked = caseRow({ state: 'correctionAsked', next: 'claimant', correctionDue: '2026-12-20' })
  onStage(RefundsPage, {}, { 'refunds/waiting': { items: [asked] } })
  const card = await seen(`case-${CASE}`)
  expect(card).toHaveTextContent('待补正')
  expect(card).toHaveTextContent('请在2026年12月20日前补齐')
  expect(card.compareDocumentPosition(el('kinds'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
  await tap(`case-${CASE}`)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/refunds/case/index?id=${CASE}` })
})

it('offers drafts to go on with, with the days that are left, and throws one away only once asked', async () => {
  const { answers, inputs } = onStage(RefundsPage, {}, { 'refunds/drafts': { items: [draftRow()] } })
  expect(await seen(`draft-${DRAFT}`)).toHaveTextContent('还保留 3 天')
  await tap(`draft-${DRAFT}-go`)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/refunds/apply/index?draft=${DRAFT}` })
  await tap(`draft-${DRAFT}-drop`)
  expect(inputs('refunds/dropDraft')).toEqual([])
  answers['refunds/drafts'] = { items: [] }
  await tap('draft-gone-confirm')
  await waitFor(() => expect(document.getElementById('drafts')).toBeNull())
  expect(inputs('refunds/dropDraft')).toEqual([{ draftId: DRAFT }])
})

it('keeps a draft that could not be thrown away, and says so', async () => {
  onStage(
    RefundsPage,
    {},
    {
      'refunds/drafts': { items: [draftRow()] },
      'refunds/dropDraft': refuse(403, 'FORBIDDEN', '现在不行。'),
    },
  )
  await tap(`draft-${DRAFT}-drop`)
  await tap('draft-gone-confirm')
  expect(await screen.findByText('现在不行。')).toBeInTheDocument()
  expect(el(`draft-${DRAFT}`)).toBeInTheDocument()
})

it('lists my cases page by page: state, whose move it is, the date, the amount', async () => {
  onStage(
    RefundsPage,
    { view: 'cases' },
    {
      'refunds/mine': ({ after }: { after?: string }) =>
        after === 'c1'
          ? { items: [caseRow({ id: `rf_${'2'.repeat(26)}`, state: 'paid', next: null, payable: 300_137 })] }
          : { items: [caseRow()], next: 'c1' },
    },
  )
  const card = await seen(`case-${CASE}`)
  for (const words of ['已提交', '下一步：税务机关', '预计2026年12月20日前办结', '3,000.00 元'])
    expect(card).toHaveTextContent(words)
  await act(async () => {
    await Promise.all(fireHook('reachBottom'))
  })
  expect(await seen(`case-rf_${'2'.repeat(26)}`)).toHaveTextContent('应付 3,001.37 元')
})

it('says what to do when there is no case, and leads to what can be claimed', async () => {
  onStage(RefundsPage, { view: 'cases' })
  expect(await screen.findByText('还没有退税申请')).toBeInTheDocument()
  act(() => screen.getByText('看看能退什么').click())
  expect(await seen('kinds')).toBeInTheDocument()
})

it('keeps the last cases for times without network, with their time', async () => {
  const { answers } = onStage(RefundsPage, { view: 'cases' }, { 'refunds/mine': { items: [caseRow()] } })
  await seen(`case-${CASE}`)
  answers['refunds/mine'] = NO_NETWORK
  act(() => void fireHook('didShow'))
  expect(await screen.findByText(/网络不通，显示的是/, {}, { timeout: 8000 })).toBeInTheDocument()
  expect(el(`case-${CASE}`)).toBeInTheDocument()
}, 12_000)

it('asks to sign in first', () => {
  signOutHere()
  const { asked } = onStage(RefundsPage, {}, {}, { signedIn: false })
  expect(screen.getByText('登录后办理退税')).toBeInTheDocument()
  expect(asked).toEqual([])
})

it('is in English when asked', async () => {
  onStage(RefundsPage)
  act(() => prefer({ language: 'en' }))
  expect(await seen('kind-overpaid')).toHaveTextContent('Tax levied by mistake or overpaid')
  expect(el('kind-overpaid')).toHaveTextContent('Done within 30 days of receipt')
  expect(el('refunds').textContent).not.toMatch(/退税|办理/)
})
