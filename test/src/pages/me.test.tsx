import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { prefer } from '../../../src/client/preferences'
import { forgetQueries } from '../../../src/client/queries'
import { beginSession, signOutHere } from '../../../src/client/session'
import MePage from '../../../src/pages/me'
import { refuse, serve } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'

const me = (more: Readonly<Record<string, unknown>> = {}) => ({
  accountId: 'a',
  grants: [],
  taxpayers: [],
  createdAt: 0,
  demonstration: true,
  ...more,
})

beforeEach(() => beginSession({ token: 'T' }))
afterEach(() =>
  act(() => {
    signOutHere()
    forgetQueries('')
    prefer({ language: 'zh-CN' })
  }),
)

test('my refunds are one line of it, and lead to the list', async () => {
  serve({ 'accounts/me': me() })
  render(<MePage />)
  fireEvent.click(await screen.findByText('我的退税'))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/refunds/home/index?view=cases' })
})

describe('roles and duties', () => {
  const grants = [
    { role: 'officer', halls: ['east'], duties: ['review', 'moderate', 'a-later-one'] },
    { role: 'officer', halls: ['west'] },
  ]
  test('are shown in the language in use, each once; what this version does not know is left out', async () => {
    serve({ 'accounts/me': me({ grants }) })
    render(<MePage />)
    expect(await screen.findByText('审核')).toBeInTheDocument()
    expect(screen.getAllByText('税务人员')).toHaveLength(1)
    expect(screen.getByText('内容管理')).toBeInTheDocument()
    expect(screen.queryByText('审批')).toBeNull()
    expect(document.body).not.toHaveTextContent('a-later-one')
    act(() => prefer({ language: 'en' }))
    expect(await screen.findByText('Review')).toBeInTheDocument()
  })
})

const own = {
  id: 'tp_1',
  kind: 'enterprise',
  standing: 'verified',
  name: '城东**有限公司',
  number: '9111**********641K',
  isDefault: true,
  through: 'own',
}
const until = Date.parse('2026-12-24T02:00:00Z')
const offer = (more: Readonly<Record<string, unknown>> = {}) => ({
  id: 'az_1',
  kind: 'enterprise',
  name: '海州**商店',
  number: '9132**********001X',
  scope: ['appointments', 'invoices'],
  expiresAt: until,
  acceptBy: Date.parse('2026-12-01T02:00:00Z'),
  ...more,
})
const inputsOf = (asked: readonly { procedure: string; input: unknown }[], procedure: string) =>
  asked.filter((one) => one.procedure === procedure).map(({ input }) => input)

describe('somebody wants me to act for them', () => {
  test('it is said with its scope and its end; agreeing adds the taxpayer and says so', async () => {
    let items = [offer()]
    const { asked } = serve({
      'accounts/me': () =>
        me({ taxpayers: items.length === 0 ? [{ ...own, id: 'tp_9', name: '海州**商店' }] : [] }),
      'accounts/pendingAuthorisations': () => ({ items }),
      'accounts/acceptAuthorisation': () => {
        items = []
        return { authorisation: {} }
      },
    })
    render(<MePage />)
    fireEvent.click(await screen.findByRole('button', { name: /海州\*\*商店 请您代办/ }))
    const sheet = screen.getByRole('dialog', { name: '为“海州**商店”代办？' })
    expect(sheet).toHaveTextContent('同意后，您可以为对方办理：预约办税、发票查验，至 2026-12-24')
    expect(sheet).toHaveTextContent('请在 2026-12-01 前答复')
    expect(inputsOf(asked, 'accounts/acceptAuthorisation')).toEqual([])
    fireEvent.click(screen.getByRole('button', { name: '同意代办' }))
    expect(await screen.findByRole('status')).toHaveTextContent('已同意，现在可以为对方办理')
    expect(inputsOf(asked, 'accounts/acceptAuthorisation')).toEqual([{ authorisationId: 'az_1' }])
    await waitFor(() => expect(document.getElementById('offers')).toBeNull())
    expect(await screen.findByRole('button', { name: /海州\*\*商店/ })).toBeInTheDocument()
  })

  test('refusing leaves the account as it was', async () => {
    const { asked, answers } = serve({
      'accounts/me': me(),
      'accounts/pendingAuthorisations': { items: [offer()] },
      'accounts/declineAuthorisation': { authorisation: {} },
    })
    render(<MePage />)
    fireEvent.click(await screen.findByRole('button', { name: /请您代办/ }))
    answers['accounts/pendingAuthorisations'] = { items: [] }
    fireEvent.click(screen.getByRole('button', { name: '不同意' }))
    expect(await screen.findByRole('status')).toHaveTextContent('已告诉对方您不同意')
    expect(inputsOf(asked, 'accounts/declineAuthorisation')).toEqual([{ authorisationId: 'az_1' }])
    await waitFor(() => expect(document.getElementById('offers')).toBeNull())
  })

  test('an offer that was taken back meanwhile is told in words, and the sheet can be left', async () => {
    serve({
      'accounts/me': me(),
      'accounts/pendingAuthorisations': { items: [offer()] },
      'accounts/acceptAuthorisation': refuse(404, 'NOT_FOUND', '没有找到。'),
    })
    render(<MePage />)
    fireEvent.click(await screen.findByRole('button', { name: /请您代办/ }))
    fireEvent.click(screen.getByRole('button', { name: '同意代办' }))
    expect(await screen.findByText('没有找到。')).toBeInTheDocument()
    expect(screen.getByRole('dialog')).toBeInTheDocument()
  })

  test('in English, with what is left out said', async () => {
    act(() => prefer({ language: 'en' }))
    serve({ 'accounts/me': me(), 'accounts/pendingAuthorisations': { items: [offer()], next: 'c' } })
    render(<MePage />)
    expect(await screen.findByText('Waiting for your answer')).toBeInTheDocument()
    expect(screen.getByText('Appointments, Invoices, until 2026-12-24')).toBeInTheDocument()
    expect(screen.getByText('The rest will be shown once these are answered.')).toBeInTheDocument()
  })

  test('nobody asks: nothing is shown', async () => {
    const { asked } = serve({ 'accounts/me': me(), 'accounts/pendingAuthorisations': { items: [] } })
    render(<MePage />)
    expect(await screen.findByText('添加纳税人')).toBeInTheDocument()
    await waitFor(() => expect(inputsOf(asked, 'accounts/pendingAuthorisations')).toHaveLength(1))
    expect(screen.queryByText('等您答复')).toBeNull()
  })

  test('what could not be looked up is said, and can be tried again', async () => {
    const { answers } = serve({
      'accounts/me': me(),
      'accounts/pendingAuthorisations': refuse(400, 'MALFORMED', '请求内容无法读取。'),
    })
    render(<MePage />)
    expect(await screen.findByText('没能查到是否有人请您代办。')).toBeInTheDocument()
    answers['accounts/pendingAuthorisations'] = { items: [offer()] }
    fireEvent.click(screen.getByRole('button', { name: '再试一次' }))
    expect(await screen.findByText('等您答复')).toBeInTheDocument()
    expect(screen.queryByText('没能查到是否有人请您代办。')).toBeNull()
  })
})

describe('whom I authorised', () => {
  const given = (state: string, more: Readonly<Record<string, unknown>> = {}) => ({
    id: `az_${state}`,
    taxpayerId: own.id,
    agent: `ac_${state}0001`,
    scope: ['appointments'],
    expiresAt: until,
    state,
    ...more,
  })
  test('is shown with the taxpayer: who has not answered, who acts, who refused; each can be taken back', async () => {
    const items = [
      given('waiting'),
      given('accepted', { agent: 'ac_b0002' }),
      given('declined'),
      given('ended'),
    ]
    const { asked, answers } = serve({
      'accounts/me': me({ taxpayers: [own] }),
      'accounts/pendingAuthorisations': { items: [] },
      'accounts/authorisations': { items: [...items, given('waiting', { taxpayerId: 'tp_other' })] },
      'accounts/revoke': { authorisation: {} },
    })
    render(<MePage />)
    fireEvent.click(await screen.findByRole('button', { name: /城东/ }))
    expect(await screen.findByText('等对方同意')).toBeInTheDocument()
    expect(screen.getAllByText('已生效')).toHaveLength(1)
    expect(screen.getByText('对方没有同意')).toBeInTheDocument()
    expect(screen.getAllByRole('button', { name: '收回' })).toHaveLength(2)
    fireEvent.click(document.getElementById('withdraw-ac_b0002') ?? document.body)
    expect(screen.getByRole('dialog', { name: '收回这项授权？' })).toHaveTextContent(
      '对方不能再为此纳税人办理',
    )
    expect(inputsOf(asked, 'accounts/revoke')).toEqual([])
    answers['accounts/authorisations'] = { items: [given('waiting')] }
    fireEvent.click(screen.getByRole('button', { name: '收回授权' }))
    expect(await screen.findByText('等对方同意')).toBeInTheDocument()
    await waitFor(() => expect(screen.queryByText('已生效')).toBeNull())
    expect(inputsOf(asked, 'accounts/revoke')).toEqual([{ authorisationId: 'az_accepted' }])
  })
  test('is not asked about where nobody can be authorised: a claim, and somebody else’s taxpayer', async () => {
    const { asked } = serve({
      'accounts/me': me({ taxpayers: [{ ...own, standing: 'claimed' }] }),
      'accounts/pendingAuthorisations': { items: [] },
    })
    render(<MePage />)
    fireEvent.click(await screen.findByRole('button', { name: /城东/ }))
    expect(screen.getByRole('dialog')).toBeInTheDocument()
    expect(inputsOf(asked, 'accounts/authorisations')).toEqual([])
  })
})

describe('an officer', () => {
  const officer = () => me({ grants: [{ role: 'officer', halls: ['east'], duties: ['review'] }] })
  const work = (mayAct: boolean, assignee = 'nobody') => ({ mayAct, assignee })

  test('has the workbench, with how much of it is theirs to do', async () => {
    const { asked } = serve({
      'accounts/me': officer(),
      'workbench/list': {
        items: [work(true), work(false), work(true, 'other'), work(true, 'me')],
        next: 'n',
      },
    })
    render(<MePage />)
    expect(await screen.findByText('2+ 件待办')).toBeInTheDocument()
    expect(inputsOf(asked, 'workbench/list')).toEqual([{ hallId: 'east', view: 'open', limit: 20 }])
  })

  test('has it without a number where nothing is to be done', async () => {
    serve({ 'accounts/me': officer(), 'workbench/list': { items: [] } })
    render(<MePage />)
    expect(await screen.findByText('退税案件：受理、审核、审批、付款')).toBeInTheDocument()
    expect(document.body).not.toHaveTextContent('件待办')
  })
})
