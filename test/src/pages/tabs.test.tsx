import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { prefer } from '../../../src/client/preferences'
import { forgetQueries } from '../../../src/client/queries'
import { beginSession, signOutHere } from '../../../src/client/session'
import Help from '../../../src/pages/help'
import Home from '../../../src/pages/home'
import { soonest } from '../../../src/pages/home/next-card'
import MePage from '../../../src/pages/me'
import Services from '../../../src/pages/services'
import { findMatters } from '../../../src/pages/services/search'
import type { Appointment, Matter } from '../../../src/client/api'
import { NO_NETWORK, refuse, serve } from '../../harness/taro/server'
import Taro, { fireHook } from '../../harness/taro/taro'

const appointment = (change: Partial<Appointment> = {}): Appointment => ({
  id: `ap_${'0'.repeat(26)}`,
  state: 'booked',
  hallId: 'east',
  hallName: '城东厅',
  hallAddress: '',
  hallPosition: { latitude: 0, longitude: 0 },
  matter: 'FP01',
  matterName: '发票领用',
  bring: [],
  day: '2026-11-24',
  start: 570,
  end: 600,
  cancelUntil: 0,
  checkInFrom: 0,
  code: '123456',
  qr: 'q',
  taxpayer: { id: 't', name: '王*明' },
  canCancel: true,
  createdAt: 0,
  demonstration: true,
  ...change,
})
const matter = (code: string, name: string, change: Partial<Matter> = {}): Matter => ({
  code,
  name,
  group: '发票',
  minutes: 10,
  bring: [],
  basis: '',
  halls: [],
  ...change,
})
const me = {
  accountId: 'a',
  grants: [{ role: 'officer', halls: ['east'] }],
  createdAt: 0,
  demonstration: true,
  taxpayers: [
    {
      id: 't1',
      kind: 'person',
      standing: 'claimed',
      name: '王*明',
      number: '3201****1234',
      isDefault: true,
      through: 'own',
    },
    {
      id: 't2',
      kind: 'enterprise',
      standing: 'verified',
      name: '城东**公司',
      number: '9111****641K',
      isDefault: false,
      through: 'own',
    },
  ],
}

afterEach(() =>
  act(() => {
    signOutHere()
    forgetQueries('')
    prefer({ language: 'zh-CN' })
  }),
)

describe('home', () => {
  test('signed out: says what comes, offers to book and to sign in, asks nothing of the server', () => {
    const { asked } = serve({})
    render(<Home />)
    fireEvent.click(screen.getByRole('button', { name: '登录' }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: expect.stringContaining('/packages/account/signin/index') as string,
    })
    fireEvent.click(screen.getByRole('button', { name: '预约办税' }))
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/booking/hall/index' })
    expect(asked).toEqual([])
  })

  test('the next appointment is one tap away', async () => {
    beginSession({ token: 'T' })
    serve({
      'appointments/mine': {
        items: [appointment({ day: '2026-11-26' }), appointment({ id: `ap_${'1'.repeat(26)}` })],
      },
    })
    render(<Home />)
    expect(await screen.findByText('11月24日 周二 9:30–10:00')).toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: '查看凭证' }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: `/packages/booking/ticket/index?id=ap_${'1'.repeat(26)}`,
    })
  })

  test('without network the last appointment stays, with its time', async () => {
    beginSession({ token: 'T' })
    const server = serve({ 'appointments/mine': { items: [appointment()] } })
    render(<Home />)
    await screen.findByText('11月24日 周二 9:30–10:00')
    server.answers['appointments/mine'] = NO_NETWORK
    jest.useFakeTimers()
    act(() => void fireHook('didShow'))
    await act(() => jest.advanceTimersByTimeAsync(5000))
    jest.useRealTimers()
    expect(screen.getByText(/网络不通，显示的是/)).toBeInTheDocument()
    expect(screen.getByText('11月24日 周二 9:30–10:00')).toBeInTheDocument()
  })

  test('a refund that waits for me comes first, and nothing beside it says that nothing waits', async () => {
    beginSession({ token: 'T' })
    const waiting = {
      id: `rf_${'1'.repeat(26)}`,
      state: 'correctionAsked',
      kindName: '误收多缴退抵税',
      taxpayerName: '陈*国',
      correctionDue: '2026-12-20',
    }
    serve({
      'appointments/mine': { items: [] },
      'refunds/waiting': {
        items: [waiting, { ...waiting, id: `rf_${'2'.repeat(26)}`, state: 'bankRejected' }],
      },
    })
    render(<Home />)
    const card = (await screen.findByText('退税申请需要补正')).closest('#next-refund')
    expect(card).toHaveTextContent('请在2026年12月20日前补齐')
    expect(card).toHaveTextContent('还有 1 件退税等您处理')
    await screen.findByText('没有要去的预约')
    expect(screen.queryByText('没有等着您去做的事')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '去补正' }))
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: `/packages/refunds/case/index?id=rf_${'1'.repeat(26)}`,
    })
  })

  test.each([
    ['bankRejected', '退税款被银行退回', '更正收款账户'],
    ['accepted', '税务机关发现您多缴了税款', '填写收款账户'],
  ])('of a refund in the state %s it says what is to be done', async (state, title, way) => {
    beginSession({ token: 'T' })
    const waiting = {
      id: `rf_${'1'.repeat(26)}`,
      state,
      kindName: '退税',
      taxpayerName: '陈*国',
      correctionDue: null,
    }
    serve({ 'appointments/mine': { items: [] }, 'refunds/waiting': { items: [waiting] } })
    render(<Home />)
    expect(await screen.findByText(title)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: way })).toBeInTheDocument()
  })

  test('refunds have their door', () => {
    serve({})
    render(<Home />)
    fireEvent.click(screen.getByRole('link', { name: '我要退税' }))
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/refunds/home/index' })
  })

  test('each of the four doors leads somewhere', () => {
    serve({})
    render(<Home />)
    for (const [name, url] of [
      ['预约办税', '/packages/booking/hall/index'],
      ['我要退税', '/packages/refunds/home/index'],
      ['扫查发票', '/packages/invoices/home/index'],
    ] as const) {
      fireEvent.click(screen.getByRole('link', { name }))
      expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url })
    }
    fireEvent.click(screen.getByRole('link', { name: '大家互助' }))
    expect(Taro.switchTab).toHaveBeenLastCalledWith({ url: '/pages/help/index' })
  })

  test('is in English when asked', () => {
    serve({})
    act(() => prefer({ language: 'en' }))
    render(<Home />)
    expect(screen.getByText('Going to a tax hall? Book first.')).toBeInTheDocument()
  })

  test('can be shared into a chat', () => {
    serve({})
    render(<Home />)
    expect(fireHook('shareAppMessage')).toEqual([
      { title: expect.stringContaining('税帮') as string, path: '/pages/home/index' },
    ])
  })

  test('the soonest is the soonest of the day too, and cancelled ones do not count', () => {
    const late = appointment({ start: 1000 })
    const early = appointment({ start: 540 })
    expect(soonest([late, appointment({ start: 500, state: 'cancelled' }), early])).toBe(early)
    expect(soonest([])).toBeUndefined()
  })
})

describe('services', () => {
  const matters = {
    'halls/matters': {
      matters: [
        matter('FP01', '发票领用'),
        matter('ZM01', '开具完税证明', { group: '证明', online: { way: '电子税务局', url: 'x' } }),
      ],
    },
  }

  test('finds a matter as one types and leads to it', async () => {
    serve(matters)
    render(<Services />)
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '完税' } })
    expect(await screen.findByText('可以网上办')).toBeInTheDocument()
    expect(screen.queryByText('发票领用')).toBeNull()
    fireEvent.click(screen.getByRole('button', { name: '开具完税证明' }))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/guide/matter/index?matter=ZM01' })
  })

  test('nothing found says what to do', async () => {
    serve(matters)
    render(<Services />)
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '游泳' } })
    fireEvent.click(await screen.findByText('拨打 12366'))
    expect(Taro.makePhoneCall).toHaveBeenCalledWith({ phoneNumber: '12366' })
  })

  test('lists all twenty actions; one that is coming says so', async () => {
    serve(matters)
    render(<Services />)
    await screen.findByText(/2 个事项/)
    expect(screen.getAllByText('筹备中')).toHaveLength(12)
    expect(screen.getAllByText('部分可用')).toHaveLength(8)
    fireEvent.click(screen.getByText('自助申领'))
    expect(screen.getByRole('dialog', { name: '自助申领' })).toHaveTextContent('还在筹备')
  })

  test('the lottery is there, on top and among the twenty', async () => {
    serve(matters)
    render(<Services />)
    await screen.findByText(/2 个事项/)
    for (const id of ['now-lottery', 'a11']) {
      fireEvent.click(document.getElementById(id) as HTMLElement)
      expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/lottery/home/index' })
    }
  })

  test('refunds are there, on top and among the twenty', async () => {
    serve(matters)
    render(<Services />)
    await screen.findByText(/2 个事项/)
    for (const name of ['申请退税', '便捷退税']) {
      fireEvent.click(screen.getByText(name))
      expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/refunds/home/index' })
    }
    expect(document.getElementById('a6')).toHaveTextContent('部分可用')
  })

  test('invoices are there: scanned from the top, checked and kept among the twenty', async () => {
    serve(matters)
    render(<Services />)
    await screen.findByText(/2 个事项/)
    for (const [id, url] of [
      ['now-invoice', '/packages/invoices/home/index'],
      ['a10', '/packages/invoices/home/index'],
      ['a9', '/packages/invoices/wallet/index'],
    ] as const) {
      fireEvent.click(document.getElementById(id) ?? document.body)
      expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url })
    }
  })

  test('every word must match; names come first', () => {
    const [a, b, c] = [
      matter('A', '代开发票'),
      matter('B', '领用', { group: '登记', bring: [{ name: '发票领用簿', copies: '1', required: true }] }),
      matter('C', '注销', { group: '登记' }),
    ]
    expect(findMatters([b, a, c], '发票').map(({ code }) => code)).toEqual(['A', 'B'])
    expect(findMatters([a, b, c], '发票 代开').map(({ code }) => code)).toEqual(['A'])
    expect(findMatters([a], '  ')).toEqual([])
  })
})

describe('help', () => {
  test('says honestly what is not there, and opens answers', () => {
    render(<Help />)
    expect(screen.getByText(/还没有上线/)).toBeInTheDocument()
    fireEvent.click(screen.getByRole('button', { name: '来不了怎么办？' }))
    expect(screen.getByText(/请在开始前 2 小时取消/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: '来不了怎么办？' })).toHaveAttribute('aria-expanded', 'true')
  })
})

describe('me', () => {
  test('signed out: the way in, and what needs no sign-in', () => {
    serve({})
    render(<MePage />)
    expect(screen.getByText('未登录')).toBeInTheDocument()
    fireEvent.click(screen.getByText('设置'))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/account/settings/index' })
  })

  test('invoices are one tap from Home and from Me', () => {
    serve({})
    render(<Home />)
    fireEvent.click(document.getElementById('door-entryInvoice') ?? document.body)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/invoices/home/index' })
    render(<MePage />)
    fireEvent.click(document.getElementById('my-invoices') ?? document.body)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/invoices/home/index' })
  })

  test('an officer finds the day list of the hall', async () => {
    beginSession({ token: 'T' })
    serve({ 'accounts/me': me })
    render(<MePage />)
    fireEvent.click(await screen.findByText('今日预约名单'))
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/office/day/index?hallId=east' })
  })

  test('removing a taxpayer asks in words first', async () => {
    beginSession({ token: 'T' })
    const { asked } = serve({ 'accounts/me': me, 'accounts/unbind': { removed: true } })
    render(<MePage />)
    fireEvent.click(await screen.findByText('城东**公司'))
    fireEvent.click(screen.getByRole('button', { name: '移除' }))
    expect(asked.some(({ procedure }) => procedure === 'accounts/unbind')).toBe(false)
    fireEvent.click(screen.getByRole('dialog').querySelector('#remove-sheet-confirm') ?? document.body)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(asked.find(({ procedure }) => procedure === 'accounts/unbind')).toMatchObject({
      input: { taxpayerId: 't2' },
      headers: { 'Idempotency-Key': expect.any(String) as string },
    })
  })

  test('an ended session offers to sign in again', async () => {
    beginSession({ token: 'T' })
    serve({ 'accounts/me': refuse(401, 'SESSION_EXPIRED', '登录已过期，请重新登录。') })
    render(<MePage />)
    expect(await screen.findByText('未登录')).toBeInTheDocument()
  })
})
