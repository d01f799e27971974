import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { prefer, preferences } from '../../../src/client/preferences'
import Taro from '../../harness/taro/taro'
import SubscriptionsPage from '../../../src/packages/subscriptions/settings'
import { capsWith, wantedOf } from '../../../src/packages/subscriptions/model/wanted'
import { clockOf, minuteIn } from '../../../src/ui/minute-input'
import { refuse } from '../../harness/taro/server'
import { choices, consents, NOW } from './fixtures'
import { el, inWechat, namelessControls, onStage, seen, standStill, tap, typeInto } from './stage'

standStill()
afterEach(() => act(() => prefer({ language: 'zh-CN' })))

const saved = (over: Readonly<Record<string, unknown>> = {}) => ({ ...wantedOf(choices() as never), ...over })
const isOn = (id: string): boolean => el(id).getAttribute('aria-checked') === 'true'

it('signed out, it asks for nothing; failed, it has a way out', async () => {
  const { asked } = onStage(SubscriptionsPage, {}, { signedIn: false })
  await seen('signed-out')
  expect(asked).toEqual([])
  onStage(SubscriptionsPage, { 'subscriptions/choices': refuse(403, 'FORBIDDEN', '现在不行。') })
  expect(await screen.findByText('现在不行。')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '再试一次' })).toBeInTheDocument()
})

it('while the choices are on their way it says so, then shows what was chosen, each control with a name', async () => {
  onStage(SubscriptionsPage)
  expect(screen.getAllByLabelText('正在加载').length).toBeGreaterThan(0)
  await seen('on-wechat')
  expect([isOn('on-wechat'), isOn('on-sms'), isOn('quiet'), isOn('digest')]).toEqual([
    true,
    false,
    true,
    false,
  ])
  expect(el('channel-sms')).toHaveTextContent('138****0021')
  // E-mail leads nowhere yet: it cannot be turned on, and says what to do first.
  expect(document.getElementById('on-email')).toBeNull()
  expect(el('channel-email')).toHaveTextContent('先添加并确认')
  expect(namelessControls()).toEqual([])
})

it('a change is seen at once and saved with all the rest', async () => {
  const { inputs } = onStage(SubscriptionsPage)
  await tap('on-sms')
  expect(isOn('on-sms')).toBe(true)
  await tap('topic-lottery')
  await tap('cap-5')
  await waitFor(() => expect(el('saved')).toHaveTextContent(''))
  const sent = inputs('setChoices')
  expect(sent[0]).toEqual(saved({ channels: { wechat: true, sms: true, email: false } }))
  expect(sent[sent.length - 1]).toEqual(
    saved({ channels: { wechat: true, sms: true, email: false }, stopped: ['lottery'], cap: 5 }),
  )
})

it('changes made while one is being saved are saved next, none is lost', async () => {
  let go: (answer: unknown) => void = () => undefined
  const first = new Promise((resolve) => (go = resolve))
  let sent = 0
  const { inputs } = onStage(SubscriptionsPage)
  await seen('topic-lottery')
  const serving = Taro.request.getMockImplementation() as (call: { url: string }) => Promise<unknown>
  Taro.request.mockImplementation(async (call: { url: string }) => {
    const answer = serving(call)
    if (call.url.endsWith('setChoices') && (sent += 1) === 1) await first
    return answer
  })
  await tap('topic-lottery')
  await tap('topic-refunds')
  await tap('topic-policies')
  expect(inputs('setChoices')).toHaveLength(1)
  await act(async () => go(undefined))
  await waitFor(() => expect(inputs('setChoices')).toHaveLength(2))
  expect(inputs('setChoices')[1]).toEqual(saved({ stopped: ['refunds', 'lottery', 'policies'] }))
})

it('a refused change says why, and shows what the server has', async () => {
  onStage(SubscriptionsPage, { 'subscriptions/setChoices': refuse(409, 'NO_CHANNEL', '这里没有开通。') })
  await tap('on-sms')
  expect(await screen.findByText('这里没有开通。')).toBeInTheDocument()
  expect(isOn('on-sms')).toBe(false)
})

it('quiet hours move, and never begin when they end', async () => {
  const { inputs } = onStage(SubscriptionsPage)
  await seen('quiet-from')
  const [from] = screen.getAllByLabelText('picker')
  if (!from) throw new Error('no picker')
  fireEvent.change(from, { target: { value: '08:00' } })
  expect(await screen.findByText('开始和结束不能是同一时刻')).toBeInTheDocument()
  expect(inputs('setChoices')).toEqual([])
  fireEvent.change(from, { target: { value: '21:30' } })
  await waitFor(() => expect(inputs('setChoices')).toEqual([saved({ quiet: { from: 1290, to: 480 } })]))
  await tap('quiet')
  await waitFor(() => expect(inputs('setChoices')[1]).toEqual(saved({ quiet: null })))
})

it('a digest is begun with policies at nine, and joins what is tapped', async () => {
  const { inputs } = onStage(SubscriptionsPage)
  await tap('digest')
  await tap('digest-topics-deadlines')
  await waitFor(() =>
    expect(inputs('setChoices')).toContainEqual(
      saved({ digest: { at: 540, topics: ['deadlines', 'policies'] } }),
    ),
  )
})

it('a number is added, confirmed by its code, and said; a wrong code is said, and can be typed again', async () => {
  const { answers, inputs } = onStage(SubscriptionsPage, {
    'subscriptions/addContact': { channel: 'email', masked: 'l***@example.cn', until: NOW + 600_000 },
    'subscriptions/confirmContact': refuse(409, 'CODE_WRONG', '验证码不对，请再看一下。'),
  })
  await tap('add-email')
  expect(el('send-email')).toHaveAttribute('aria-disabled', 'true')
  typeInto('address-email', ' li@example.cn')
  await tap('send-email')
  await seen('code-email')
  expect(inputs('addContact')).toEqual([{ channel: 'email', address: 'li@example.cn' }])
  typeInto('code-email', '12a3456')
  await tap('confirm-email')
  expect(await screen.findByText('验证码不对，请再看一下。')).toBeInTheDocument()
  expect(inputs('confirmContact')).toEqual([{ channel: 'email', code: '123456' }])
  answers['subscriptions/confirmContact'] = { channel: 'email', masked: 'l***@example.cn' }
  const { channels } = choices()
  answers['subscriptions/choices'] = choices({
    channels: channels.map((one) => (one.channel === 'email' ? { ...one, address: 'l***@example.cn' } : one)),
  })
  typeInto('code-email', '654321')
  await tap('confirm-email')
  expect(await screen.findByText('已确认：l***@example.cn')).toBeInTheDocument()
  await seen('on-email')
})

it('an address is removed after a question', async () => {
  const { inputs } = onStage(SubscriptionsPage, { 'subscriptions/removeContact': { channel: 'sms' } })
  await tap('remove-sms')
  expect(await seen('remove-sheet')).toHaveTextContent('138****0021')
  expect(inputs('removeContact')).toEqual([])
  await tap('remove-sheet-confirm')
  await waitFor(() => expect(inputs('removeContact')).toEqual([{ channel: 'sms' }]))
  expect(await screen.findByText('已删除')).toBeInTheDocument()
})

it('the language of texts is saved in the language that was chosen', async () => {
  const { asked } = onStage(SubscriptionsPage)
  await tap('language-en')
  expect(preferences.getState().language).toBe('en')
  expect(await screen.findByText('Quiet hours')).toBeInTheDocument()
  await waitFor(() => {
    const call = asked.find(({ procedure }) => procedure === 'subscriptions/setChoices')
    expect(call?.headers['Accept-Language'] ?? call?.headers['accept-language']).toBe('en')
  })
  expect(namelessControls()).toEqual([])
})

it('on the web the numbers of WeChat are told, and where more are allowed', async () => {
  onStage(SubscriptionsPage)
  expect(await seen('template-visit')).toHaveTextContent('还能发 2 条')
  expect(el('template-appointment')).toHaveTextContent('次数已用完')
  expect(document.getElementById('template-refund')).toBeNull()
  expect(el('wechat-on-web')).toBeInTheDocument()
  expect(document.getElementById('more-visit')).toBeNull()
})

it('what is not offered here has no switch, and asks for nothing', async () => {
  const { channels } = choices()
  onStage(SubscriptionsPage, {
    'subscriptions/choices': choices({ channels: channels.map((one) => ({ ...one, offered: false })) }),
    'subscriptions/consents': {
      templates: consents().templates.map((one) => ({ ...one, templateId: null, remaining: 0 })),
    },
  })
  expect(await seen('channel-wechat')).toHaveTextContent('这里还没有开通')
  await waitFor(() => expect(el('wechat')).toHaveTextContent('这里还没有开通'))
  for (const id of ['on-wechat', 'on-sms', 'on-email', 'add-sms', 'add-email', 'wechat-on-web'])
    expect(document.getElementById(id)).toBeNull()
  // An address of an earlier time can be forgotten all the same.
  expect(el('remove-sms')).toBeInTheDocument()
})

describe('inside WeChat', () => {
  inWechat()

  it('one more is asked for by a tap, told to the server, and counted', async () => {
    Taro.requestSubscribeMessage.mockResolvedValue({ errMsg: 'ok', 'tmpl-visit': 'accept' })
    const { inputs } = onStage(SubscriptionsPage, {
      'subscriptions/grant': { templates: [{ template: 'visit', remaining: 3 }] },
    })
    await tap('more-visit')
    await waitFor(() => expect(el('template-visit')).toHaveTextContent('还能发 3 条'))
    expect(Taro.requestSubscribeMessage).toHaveBeenCalledWith({ tmplIds: ['tmpl-visit'], entityIds: [] })
    expect(inputs('grant')).toEqual([{ answers: [{ template: 'visit', answer: 'accept' }] }])
    expect(document.getElementById('wechat-on-web')).toBeNull()
  })

  it('what was refused is told to the server, and the way to WeChat’s own settings is said', async () => {
    Taro.requestSubscribeMessage.mockResolvedValue({ errMsg: 'ok', 'tmpl-visit': 'reject' })
    const { inputs } = onStage(SubscriptionsPage, {
      'subscriptions/grant': { templates: [{ template: 'visit', remaining: 2 }] },
    })
    await tap('more-visit')
    await seen('refused')
    expect(inputs('grant')).toEqual([{ answers: [{ template: 'visit', answer: 'reject' }] }])
  })
})

test.each([
  [0, '00:00'],
  [540, '09:00'],
  [1439, '23:59'],
])('minute %d of the day is %s, and back', (minute, clock) => {
  expect(clockOf(minute)).toBe(clock)
  expect(minuteIn(clock)).toBe(minute)
})

test.each(['', '24:00', 'x'])('%p is no time', (typed) => expect(minuteIn(typed)).toBeUndefined())

test.each([
  [null, [3, 5, 10]],
  [5, [3, 5, 10]],
  [4, [3, 4, 5, 10]],
])('with a cap of %p, %p are offered', (cap, offered) => expect(capsWith(cap)).toEqual(offered))
