import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { prefer, preferences } from '../../../src/client/preferences'
import { forgetQueries } from '../../../src/client/queries'
import { beginSession, sessionToken, signOutHere } from '../../../src/client/session'
import ConfirmSignIn from '../../../src/packages/account/confirm'
import { ticketIn } from '../../../src/packages/account/confirm/ticket'
import Privacy from '../../../src/packages/account/privacy'
import Settings from '../../../src/packages/account/settings'
import SignIn from '../../../src/packages/account/signin'
import { safeReturn } from '../../../src/packages/account/signin/arrive'
import { readPeople } from '../../../src/packages/account/signin/people'
import TaxpayerPage from '../../../src/packages/account/taxpayer'
import { problemsOf, warnsOf } from '../../../src/packages/account/taxpayer/form'
import { refuse, serve } from '../../harness/taro/server'
import Taro, { setPages, setRouter, storage } from '../../harness/taro/taro'

const people = {
  people: [
    { person: '王小明', name: '王小明', roles: ['taxpayer'], title: '个体户' },
    { person: '李芳', name: '李芳', roles: ['officer'] },
  ],
}
const before = process.env['TARO_ENV']

afterEach(() => {
  if (before === undefined) delete process.env['TARO_ENV']
  else process.env['TARO_ENV'] = before
  act(() => {
    signOutHere()
    forgetQueries('')
    prefer({ language: 'zh-CN', themeChoice: 'system', large: false })
  })
})

describe('sign in', () => {
  test('a demonstration person signs in and comes back to the page that asked', async () => {
    setRouter({ params: { from: '/packages/booking/confirm/index?day=2026-11-24' } })
    setPages(['pages/home/index', 'packages/booking/confirm/index', 'packages/account/signin/index'])
    const { asked } = serve({
      'accounts/people': people,
      'accounts/signInAs': { token: 'T1', expiresAt: Date.now() + 1e9, accountId: 'a' },
    })
    render(<SignIn />)
    fireEvent.click(await screen.findByRole('button', { name: '选择 李芳' }))
    await waitFor(() => expect(sessionToken()).toBe('T1'))
    expect(asked.at(-1)).toMatchObject({ procedure: 'accounts/signInAs', input: { person: '李芳' } })
    expect(storage.get('sb:session')).toMatch(/"expiresAt":\d{13}/)
    await waitFor(() => expect(Taro.navigateBack).toHaveBeenCalledTimes(1))
  })

  test('someone new goes where they wanted when that page is not open', async () => {
    setRouter({ params: { from: '/packages/booking/mine/index' } })
    setPages(['packages/account/signin/index'])
    serve({ 'accounts/people': people, 'accounts/signInAs': { token: 'T2' } })
    render(<SignIn />)
    fireEvent.click(await screen.findByText('以新用户登录'))
    await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/packages/booking/mine/index' }))
  })

  test('where there are no demonstration people the code still works', async () => {
    jest.useFakeTimers()
    const server = serve({
      'accounts/qrStart': {
        ticket: 'tk_123456',
        secret: 's',
        qr: 'https://x/?ticket=tk_123456',
        expiresAt: Date.now() + 120_000,
      },
      'accounts/qrFinish': { state: 'waiting' },
    })
    render(<SignIn />)
    await act(() => jest.advanceTimersByTimeAsync(10))
    expect(screen.getByText(/此处没有演示身份/)).toBeInTheDocument()
    fireEvent.click(screen.getByText('显示二维码'))
    await act(() => jest.advanceTimersByTimeAsync(2100))
    expect(screen.getByRole('img', { name: '登录二维码' })).toBeInTheDocument()
    expect(sessionToken()).toBeUndefined()
    server.answers['accounts/qrFinish'] = {
      state: 'in',
      session: { token: 'QT', expiresAt: Date.now() + 1e9, accountId: 'a' },
    }
    await act(() => jest.advanceTimersByTimeAsync(2100))
    expect(sessionToken()).toBe('QT')
    const asks = server.asked.filter(({ procedure }) => procedure === 'accounts/qrFinish').length
    await act(() => jest.advanceTimersByTimeAsync(10_000))
    expect(server.asked.filter(({ procedure }) => procedure === 'accounts/qrFinish')).toHaveLength(asks)
    jest.useRealTimers()
  })

  test('a code that runs out is said to, and can be made again', async () => {
    jest.useFakeTimers()
    serve({
      'accounts/qrStart': { ticket: 'tk_123456', secret: 's', qr: 'q', expiresAt: Date.now() + 3000 },
      'accounts/qrFinish': { state: 'waiting' },
    })
    render(<SignIn />)
    fireEvent.click(screen.getByText('显示二维码'))
    await act(() => jest.advanceTimersByTimeAsync(100))
    expect(screen.getByRole('timer')).toHaveTextContent('00:03 后失效')
    await act(() => jest.advanceTimersByTimeAsync(5000))
    expect(screen.getByText('二维码已失效')).toBeInTheDocument()
    expect(screen.getByText('重新生成')).toBeInTheDocument()
    jest.useRealTimers()
  })

  test('inside WeChat it is one tap', async () => {
    process.env['TARO_ENV'] = 'weapp'
    Taro.login.mockResolvedValue({ code: 'wx-code' })
    Taro.cloud.callFunction.mockResolvedValue({
      result: { status: 200, body: { token: 'WX', expiresAt: Date.now() + 1e9, accountId: 'a' } },
    })
    render(<SignIn />)
    fireEvent.click(screen.getByText('微信一键登录'))
    await waitFor(() => expect(sessionToken()).toBe('WX'))
    expect(Taro.cloud.callFunction.mock.calls[0]?.[0]).toMatchObject({
      name: 'accounts',
      data: { procedure: 'signIn', input: { code: 'wx-code' } },
    })
  })

  test('only addresses of this application are followed back', () => {
    expect(safeReturn('/packages/booking/ticket/index?id=ap_1')).toBe(
      '/packages/booking/ticket/index?id=ap_1',
    )
    expect(safeReturn(encodeURIComponent('/pages/me/index'))).toBe('/pages/me/index')
    for (const bad of [
      undefined,
      '',
      'https://evil.test',
      '//evil.test',
      '/packages/account/signin/index',
      'javascript:alert(1)',
      '%E0%A4%A',
    ])
      expect(safeReturn(bad)).toBe('/pages/home/index')
  })

  test('the list of people is read with care', () => {
    expect(readPeople(people).map(({ person, roles }) => [person, roles])).toEqual([
      ['王小明', ['taxpayer']],
      ['李芳', ['officer']],
    ])
    expect(readPeople({ people: [{ nothing: 1 }, null, 'x', { person: 'A', roles: ['king'] }] })).toEqual([
      { person: 'A', name: 'A', note: '', roles: [] },
    ])
    expect(readPeople(undefined)).toEqual([])
  })
})

describe('confirm a browser', () => {
  test('shows place and device before letting it in', async () => {
    beginSession({ token: 'T' })
    setRouter({ params: { ticket: 'tk_123456' } })
    const { asked } = serve({
      'accounts/qrLook': { device: 'Chrome · Windows', address: '10.0.0.7', startedAt: 0, expiresAt: 1 },
      'accounts/qrConfirm': { done: true },
    })
    render(<ConfirmSignIn />)
    expect(await screen.findByText('Chrome · Windows')).toBeInTheDocument()
    fireEvent.click(screen.getByText('不允许'))
    expect(await screen.findByText(/已拒绝/)).toBeInTheDocument()
    expect(asked.at(-1)).toMatchObject({
      procedure: 'accounts/qrConfirm',
      input: { ticket: 'tk_123456', accept: false },
    })
  })

  test('reads a ticket bare or inside an address', () => {
    expect([
      ticketIn('tk_123456'),
      ticketIn('https://x.test/#/p?ticket=tk_123456&a=1'),
      ticketIn('shuibang:sign-in:tk_123456'),
      ticketIn('x'),
      ticketIn(''),
    ]).toEqual(['tk_123456', 'tk_123456', 'tk_123456', '', ''])
  })
})

describe('add a taxpayer', () => {
  beforeEach(() => {
    beginSession({ token: 'T' })
    setRouter({ params: {} })
  })
  const type = (label: RegExp, value: string): void => {
    fireEvent.change(screen.getByLabelText(label), { target: { value } })
  }

  test('lists every problem at once and sends nothing', () => {
    const { asked } = serve({})
    render(<TaxpayerPage />)
    type(/手机号/, '123')
    fireEvent.click(screen.getByText('添加'))
    expect(screen.getAllByText('请填写')).toHaveLength(2)
    expect(screen.getByText('请填写 11 位手机号')).toBeInTheDocument()
    expect(screen.getByText('有 3 处需要修改')).toBeInTheDocument()
    expect(asked).toEqual([])
  })

  test('a check digit warns and does not block; success says the next step', async () => {
    const { asked } = serve({ 'accounts/bind': { taxpayer: {}, warning: 'CHECK_DIGIT' } })
    render(<TaxpayerPage />)
    type(/姓名/, ' 王小明 ')
    type(/证件号码/, '11010519491231002 1')
    expect(screen.getByText(/校验位对不上，请再看一遍/)).toBeInTheDocument()
    fireEvent.click(screen.getByText('添加'))
    expect(await screen.findByText('已添加')).toBeInTheDocument()
    expect(asked.at(-1)?.input).toEqual({ kind: 'person', name: '王小明', number: '110105194912310021' })
  })

  test('the draft is there again, and gone once it was added or someone else signs in', async () => {
    serve({ 'accounts/bind': { taxpayer: {} } })
    const first = render(<TaxpayerPage />)
    type(/姓名/, '王小明')
    first.unmount()
    const second = render(<TaxpayerPage />)
    expect(screen.getByLabelText(/姓名/)).toHaveValue('王小明')
    type(/证件号码/, '11010519491231002X')
    fireEvent.click(screen.getByText('添加'))
    await screen.findByText('已添加')
    second.unmount()
    render(<TaxpayerPage />)
    expect(screen.getByLabelText(/姓名/)).toHaveValue('')
    type(/姓名/, '李')
    act(() => signOutHere())
    expect(JSON.stringify([...storage])).not.toContain('李')
  })

  test('a refusal is shown in its own words and can be tried again with another key', async () => {
    const { asked } = serve({ 'accounts/bind': refuse(409, 'ALREADY_BOUND', '您已添加过这位纳税人。') })
    render(<TaxpayerPage />)
    type(/姓名/, '王小明')
    type(/证件号码/, '11010519491231002X')
    fireEvent.click(screen.getByText('添加'))
    expect(await screen.findByText('您已添加过这位纳税人。')).toBeInTheDocument()
    fireEvent.click(screen.getByText('添加'))
    await waitFor(() =>
      expect(asked.filter(({ procedure }) => procedure === 'accounts/bind')).toHaveLength(2),
    )
    const keys = asked.map(({ headers }) => headers['Idempotency-Key'])
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('hidden characters are told as one types, in both languages, and nothing is sent', () => {
    const { asked } = serve({})
    render(<TaxpayerPage />)
    type(/姓名/, '\u202e王小明')
    expect(screen.getByText('含有改变文字方向的隐藏字符，请删去后重新输入')).toBeInTheDocument()
    expect(screen.getByText('有 1 处需要修改')).toBeInTheDocument()
    fireEvent.click(screen.getByText('添加'))
    expect(asked).toEqual([])
    type(/姓名/, '\u3164\u3164')
    expect(screen.getByText('没有看得见的文字')).toBeInTheDocument()
    act(() => prefer({ language: 'en' }))
    type(/^Name/, 'Wang\u0007')
    expect(
      screen.getByText('There are line breaks or control characters here. Please type it again'),
    ).toBeInTheDocument()
    type(/^Name/, 'Wang')
    expect(screen.queryByText(/control characters/)).toBeNull()
  })

  test('what has no width and joins nothing is tidied away before it is sent', async () => {
    const { asked } = serve({ 'accounts/bind': { taxpayer: {} } })
    render(<TaxpayerPage />)
    type(/姓名/, '\ufeff王小\u200b明 ')
    type(/证件号码/, '11010519491231002X')
    fireEvent.click(screen.getByText('添加'))
    await screen.findByText('已添加')
    expect(asked.at(-1)?.input).toMatchObject({ name: '王小明' })
  })

  test('the checks, by field', () => {
    expect(problemsOf({ kind: 'enterprise', name: '甲', number: '12345', phone: '' })).toEqual({
      name: 'short',
      number: 'short',
    })
    expect(
      problemsOf({ kind: 'person', name: '王'.repeat(61), number: '1'.repeat(25), phone: '13800000000' }),
    ).toEqual({ name: 'long', number: 'long' })
    expect(warnsOf({ kind: 'person', name: '', number: '11010519491231002X', phone: '' }, '2026-11-22')).toBe(
      false,
    )
    expect(
      warnsOf({ kind: 'enterprise', name: '', number: '91350100M000100Y44', phone: '' }, '2026-11-22'),
    ).toBe(true)
  })
})

describe('privacy', () => {
  test('shows who saw what, when and why, page by page', async () => {
    beginSession({ token: 'T' })
    const item = (who: string) => ({ id: `al_${who}`, at: 0, who, field: 'number', purpose: '窗口核对' })
    serve({
      'accounts/accessLog': ({ after }: { after?: string }) =>
        after === 'c1' ? { items: [item('赵')] } : { items: [item('李')], next: 'c1' },
    })
    render(<Privacy />)
    expect(await screen.findByText('李 查看了证件号码')).toBeInTheDocument()
    fireEvent.click(screen.getByText('加载更多'))
    expect(await screen.findByText('赵 查看了证件号码')).toBeInTheDocument()
    expect(screen.queryByText('加载更多')).toBeNull()
  })

  test('deleting is confirmed in words, then says what law keeps, then signs out', async () => {
    beginSession({ token: 'T' })
    const { asked } = serve({
      'accounts/accessLog': { items: [] },
      'accounts/erase': { erasedAt: 1, kept: [{ what: '预约记录', basis: '税收征管法' }] },
    })
    render(<Privacy />)
    await screen.findByText(/还没有人查看/)
    fireEvent.click(screen.getByText('删除我的全部资料'))
    fireEvent.click(screen.getByText('先不删除'))
    expect(asked.some(({ procedure }) => procedure === 'accounts/erase')).toBe(false)
    fireEvent.click(screen.getByText('删除我的全部资料'))
    expect(screen.getByRole('dialog')).toHaveTextContent('不能撤回')
    fireEvent.click(screen.getByText('永久删除'))
    expect(await screen.findByText('预约记录')).toBeInTheDocument()
    fireEvent.click(screen.getByText('回首页'))
    expect(sessionToken()).toBeUndefined()
    expect(asked.find(({ procedure }) => procedure === 'accounts/erase')?.input).toEqual({ confirm: 'ERASE' })
  })

  test('an export can be taken along', async () => {
    beginSession({ token: 'T' })
    serve({
      'accounts/accessLog': { items: [] },
      'accounts/export': {
        madeAt: 1,
        sections: [{ name: 'appointments', what: '您的预约', documents: [{ id: 1 }, { id: 2 }] }],
        kept: [],
        complete: true,
      },
    })
    render(<Privacy />)
    fireEvent.click(await screen.findByText('导出'))
    expect(await screen.findByText('共 2 份记录')).toBeInTheDocument()
    expect(screen.getByText('您的预约')).toBeInTheDocument()
    fireEvent.click(screen.getByText('复制全文'))
    expect(Taro.setClipboardData).toHaveBeenCalledWith({ data: expect.stringContaining('"id": 2') as string })
    await screen.findByText('已复制')
  })
})

describe('settings', () => {
  test('language, theme and type size take effect at once and are kept', () => {
    serve({})
    render(<Settings />)
    fireEvent.click(screen.getByRole('radio', { name: 'English' }))
    fireEvent.click(screen.getByRole('radio', { name: 'Dark' }))
    fireEvent.click(screen.getByRole('switch', { name: 'Large type' }))
    expect(preferences.getState()).toMatchObject({ language: 'en', themeChoice: 'dark', large: true })
    expect(storage.get('sb:preferences')).toBe('{"language":"en","themeChoice":"dark","large":true}')
  })

  test('signing out everywhere asks, tells the server, and forgets here', async () => {
    beginSession({ token: 'T' })
    const { asked } = serve({ 'accounts/signOutEverywhere': { since: 1 } })
    render(<Settings />)
    fireEvent.click(screen.getByText('在所有设备上退出'))
    fireEvent.click(screen.getByText('全部退出'))
    await waitFor(() => expect(sessionToken()).toBeUndefined())
    expect(asked[0]?.procedure).toBe('accounts/signOutEverywhere')
  })
})
