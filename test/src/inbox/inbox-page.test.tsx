import { act, screen, waitFor } from '@testing-library/react'
import Taro, { fireHook } from '../../harness/taro/taro'
import { prefer } from '../../../src/client/preferences'
import { forgetQueries } from '../../../src/client/queries'
import { signOutHere } from '../../../src/client/session'
import InboxPage from '../../../src/packages/inbox/list'
import { toldKey } from '../../../src/packages/inbox/model/told'
import HomePage from '../../../src/pages/home'
import MePage from '../../../src/pages/me'
import { refuse } from '../../harness/taro/server'
import { NOW } from '../booking/fixtures'
import { el, namelessControls, onStage, seen, standStill, tap } from '../booking/stage'

standStill()
afterEach(() =>
  act(() => {
    signOutHere()
    forgetQueries('')
    prefer({ language: 'zh-CN' })
  }),
)

const idOf = (letter: string) => `nt_${letter.repeat(26)}`
const ticket = { page: 'ticket', id: 'ap_1' }
const notice = (letter: string, over: Readonly<Record<string, unknown>> = {}) => ({
  id: idOf(letter),
  title: '预约成功',
  body: '11月24日 周二 10:00，城东办税服务厅。',
  topic: 'appointments',
  link: ticket,
  at: NOW - letter.charCodeAt(0),
  readAt: null,
  ...over,
})
const show = (change: Readonly<Record<string, unknown>> = {}, options = {}) =>
  onStage(
    InboxPage,
    {},
    {
      'inbox/mine': { items: [notice('a'), notice('b', { readAt: NOW })] },
      'inbox/unread': { unread: 1 },
      'inbox/read': { unread: 0 },
      ...change,
    },
    { path: 'packages/inbox/list/index', ...options },
  )

it('tells an unread one by a word, and opens the thing itself, which is read by that', async () => {
  const { calls } = show()
  const first = await seen(`notice-${idOf('a')}`)
  expect(first).toHaveTextContent('未读')
  expect(el(`notice-${idOf('b')}`)).not.toHaveTextContent('未读')
  expect(namelessControls()).toEqual([])
  await tap(`notice-${idOf('a')}`)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/booking/ticket/index?id=ap_1' })
  await waitFor(() => expect(calls('inbox/read')).toEqual([{ id: idOf('a') }]))
  // The count is known by that answer: nothing is left to mark.
  await waitFor(() => expect(document.getElementById('read-all')).toBeNull())
})

it('opens the live number that a call is about', async () => {
  const id = `tk_${'a'.repeat(26)}`
  show({ 'inbox/mine': { items: [notice('a', { link: { page: 'queue', id } })] } })
  await tap(`notice-${idOf('a')}`)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/queue/number/index?id=${id}` })
})

it('opens what was read before without reading it again, and opens although the mark fails', async () => {
  const { calls } = show({ 'inbox/read': refuse(403, 'FORBIDDEN', '现在不行。') })
  await tap(`notice-${idOf('b')}`)
  expect(calls('inbox/read')).toEqual([])
  await tap(`notice-${idOf('a')}`)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/booking/ticket/index?id=ap_1' })
  expect(screen.queryByText('现在不行。')).toBeNull()
  expect(calls('inbox/read')).toEqual([{ id: idOf('a') }])
  await waitFor(() => expect(el(`notice-${idOf('a')}`)).toHaveTextContent('未读'))
})

it.each([
  ['of a page that this version does not know', { page: 'lottery', id: 'x' }],
  ['that opens nothing', null],
])('reads a notice %s where it is', async (_, link) => {
  const { calls } = show({ 'inbox/mine': { items: [notice('a', { link })] } })
  const before = Taro.navigateTo.mock.calls.length
  await tap(`notice-${idOf('a')}`)
  await waitFor(() => expect(el(`notice-${idOf('a')}`)).not.toHaveTextContent('未读'))
  expect(calls('inbox/read')).toHaveLength(1)
  expect(Taro.navigateTo.mock.calls).toHaveLength(before)
})

it('marks all that is on screen as read, and says so; a failure is said with its reason', async () => {
  const { answers, calls } = show({ 'inbox/read': refuse(403, 'FORBIDDEN', '现在不行。') })
  await tap('read-all')
  expect(await screen.findByText('现在不行。')).toBeInTheDocument()
  answers['inbox/read'] = { unread: 0 }
  answers['inbox/mine'] = { items: [notice('a', { readAt: NOW }), notice('b', { readAt: NOW })] }
  await tap('read-all')
  expect(await screen.findByText('已全部标为已读')).toBeInTheDocument()
  expect(calls('inbox/read')).toContainEqual({ upTo: notice('a').at })
  await waitFor(() => expect(document.getElementById('read-all')).toBeNull())
  await waitFor(() => expect(el(`notice-${idOf('a')}`)).not.toHaveTextContent('未读'))
})

it('pages by itself', async () => {
  const { calls } = show({
    'inbox/mine': ({ after }: { after?: string }) =>
      after === 'c1' ? { items: [notice('c')] } : { items: [notice('a')], next: 'c1' },
  })
  await seen(`notice-${idOf('a')}`)
  await act(async () => {
    await Promise.all(fireHook('reachBottom'))
  })
  await seen(`notice-${idOf('c')}`)
  expect(calls('inbox/mine')).toContainEqual({ limit: 20, after: 'c1' })
})

it('empty, it says what will be here; failed, it has a way out; signed out, it asks for nothing', async () => {
  const { unmount } = show({ 'inbox/mine': { items: [] }, 'inbox/unread': { unread: 0 } })
  expect(await screen.findByText('还没有消息')).toBeInTheDocument()
  unmount()
  act(() => forgetQueries(''))
  const failed = show({ 'inbox/mine': refuse(403, 'FORBIDDEN', '现在不行。') })
  expect(await screen.findByText('现在不行。')).toBeInTheDocument()
  expect(screen.getByRole('button', { name: '再试一次' })).toBeInTheDocument()
  failed.unmount()
  act(() => signOutHere())
  const { asked } = show({}, { signedIn: false })
  await seen('signed-out')
  expect(asked).toEqual([])
})

const why = (over: Readonly<Record<string, unknown>> = {}) => ({
  kind: 'appointments.booked',
  topic: 'appointments',
  at: NOW,
  stopped: false,
  muted: false,
  channels: [
    { channel: 'wechat', state: 'sent', why: null, digest: false, due: null, endedAt: NOW },
    { channel: 'sms', state: 'none', why: 'channelOff', digest: false, due: null, endedAt: null },
    { channel: 'email', state: 'waiting', why: 'Quiet', digest: true, due: NOW, endedAt: null },
  ],
  cap: 5,
  ...over,
})

it('shows one topic, says when that is empty, and has a way back to all', async () => {
  const { calls } = show({
    'inbox/mine': ({ topic }: { topic?: string }) => ({
      items: topic === 'lottery' ? [] : topic === 'refunds' ? [notice('c', { topic })] : [notice('a')],
    }),
  })
  expect(await seen('topics-all')).toHaveAttribute('aria-checked', 'true')
  await tap('topics-refunds')
  await seen(`notice-${idOf('c')}`)
  expect(calls('inbox/mine')).toContainEqual({ limit: 20, topic: 'refunds' })
  // All is marked as read from the whole list alone.
  expect(document.getElementById('read-all')).toBeNull()
  await tap('topics-lottery')
  expect(await screen.findByText('“发票摇奖”没有消息')).toBeInTheDocument()
  await act(async () => screen.getByRole('button', { name: '看全部消息' }).click())
  await seen(`notice-${idOf('a')}`)
})

it('tells why one came, and by which ways it was told', async () => {
  const { calls } = show({ 'subscriptions/why': why() })
  await tap(`why-${idOf('a')}`)
  const sheet = await seen('why-sheet')
  await seen('why-channels')
  for (const said of [
    '预约成功',
    '预约办税',
    '每种方式每天最多 5 条',
    '已于',
    '您没有打开这种方式',
    '与其他消息合并',
  ])
    expect(sheet).toHaveTextContent(said)
  expect(calls('subscriptions/why')).toEqual([{ id: idOf('a') }])
  expect(namelessControls()).toEqual([])
  await tap('why-go')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/booking/ticket/index?id=ap_1' })
})

it.each(['topic', 'this'])('stops the %s by one tap, and takes it back by another', async (what) => {
  const { calls } = show({ 'subscriptions/why': why(), 'subscriptions/stop': { stopped: [], muted: [] } })
  await tap(`why-${idOf('a')}`)
  await tap(`stop-${what}`)
  await seen(`stopped-${what}`)
  await tap(`undo-${what}`)
  await seen(`stop-${what}`)
  expect(calls('subscriptions/stop')).toEqual([
    { id: idOf('a'), what, undo: false },
    { id: idOf('a'), what, undo: true },
  ])
})

it('a refused stop says why; of a notice about nothing, only its topic can be stopped', async () => {
  show({
    'inbox/mine': { items: [notice('a', { link: { page: 'deadlines', id: null } })] },
    'subscriptions/why': why(),
    'subscriptions/stop': refuse(403, 'FORBIDDEN', '现在不行。'),
  })
  await tap(`why-${idOf('a')}`)
  await tap('stop-topic')
  expect(await screen.findByText('现在不行。')).toBeInTheDocument()
  expect(document.getElementById('stop-this')).toBeNull()
  expect(document.getElementById('stopped-topic')).toBeNull()
})

it('why fails with a way out, and a kind that is not known here offers nothing to stop', async () => {
  const { unmount } = show({ 'subscriptions/why': refuse(403, 'FORBIDDEN', '查不到。') })
  await tap(`why-${idOf('a')}`)
  expect(await screen.findByText('查不到。')).toBeInTheDocument()
  await tap('why-close')
  expect(document.getElementById('why-sheet')).toBeNull()
  unmount()
  act(() => forgetQueries(''))
  show({ 'subscriptions/why': why({ topic: null, cap: null }) })
  await tap(`why-${idOf('a')}`)
  expect(await screen.findByText('这一类消息在这个版本里没有更多说明。')).toBeInTheDocument()
  expect(document.getElementById('stop-topic')).toBeNull()
})

describe('opened from a message', () => {
  const named = (letter: string, change = {}) =>
    onStage(
      InboxPage,
      { notice: idOf(letter) },
      {
        'inbox/mine': ({ after }: { after?: string }) =>
          after === 'c1' ? { items: [notice('c')] } : { items: [notice('a')], next: 'c1' },
        'inbox/unread': { unread: 1 },
        'inbox/read': { unread: 0 },
        'subscriptions/why': why(),
        ...change,
      },
      { path: 'packages/inbox/list/index' },
    )

  it('the notice is there at once, and read by that; closed, it stays closed', async () => {
    const { calls } = named('a')
    await seen('why-sheet')
    await waitFor(() => expect(calls('inbox/read')).toEqual([{ id: idOf('a') }]))
    await tap('why-close')
    await act(async () => {
      await Promise.all(fireHook('didShow'))
    })
    expect(document.getElementById('why-sheet')).toBeNull()
  })

  it('one of a later page is looked for', async () => {
    const { calls } = named('c')
    await seen('why-sheet')
    await waitFor(() => expect(calls('subscriptions/why')).toEqual([{ id: idOf('c') }]))
  })

  it('one that is not there is said, and the list stands', async () => {
    named('z')
    await seen('lost-notice')
    expect(el(`notice-${idOf('a')}`)).toBeInTheDocument()
    expect(document.getElementById('why-sheet')).toBeNull()
  })
})

test.each([
  [{ state: 'failed', why: 'NoGrant' }, 'told.NoGrant'],
  [{ state: 'none', why: 'topicStopped' }, 'told.topicStopped'],
  [{ state: 'none', why: null }, 'told.none'],
  [{ state: 'failed', why: 'Wechat43101' }, 'told.failed'],
  // What waits says when it goes out: why is no news.
  [{ state: 'waiting', why: 'NoGrant' }, 'told.waiting'],
  [{ state: 'unknown', why: 'Timeout' }, 'told.unknown'],
] as const)('%p is told as %s', (told, key) => expect(toldKey(told)).toBe(key))

it('leads to the choices', async () => {
  show()
  await tap('choices')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/subscriptions/settings/index' })
})

it('in English', async () => {
  show()
  act(() => prefer({ language: 'en' }))
  expect(await screen.findByText('Mark all as read')).toBeInTheDocument()
  expect(await screen.findByText('Unread')).toBeInTheDocument()
  expect(screen.getByText('Filing deadlines')).toBeInTheDocument()
})

describe.each([
  ['Me', MePage, 'inbox', '条未读'],
  ['Home', HomePage, 'home-inbox', '条未读消息'],
] as const)('on %s', (_, Page, door, words) => {
  it('the count is said in words, follows when the page is shown again, and leads to the list', async () => {
    const { answers } = onStage(Page, {}, { 'inbox/unread': { unread: 3 } })
    await waitFor(() => expect(el(door)).toHaveTextContent(`3 ${words}`))
    expect(namelessControls()).toEqual([])
    answers['inbox/unread'] = { unread: 100 }
    await act(async () => {
      await Promise.all(fireHook('didShow'))
    })
    await waitFor(() => expect(el(door)).toHaveTextContent(`99+ ${words}`))
    await tap(door)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/inbox/list/index' })
  })

  it('nothing is asked for while nobody is signed in, and nothing is said while nothing is unread', async () => {
    const out = onStage(Page, {}, { 'inbox/unread': { unread: 3 } }, { signedIn: false })
    await act(async () => Promise.resolve())
    expect(out.calls('inbox/unread')).toEqual([])
    expect(document.body).not.toHaveTextContent('未读')
    out.unmount()
    onStage(Page, {}, { 'inbox/unread': { unread: 0 } })
    await act(async () => Promise.resolve())
    expect(document.body).not.toHaveTextContent('未读')
  })
})

it('shows what comes while it is open: the count is asked for again, and the list when it has grown', async () => {
  const { calls, answers } = show()
  await seen(`notice-${idOf('a')}`)
  await act(() => jest.advanceTimersByTimeAsync(10_000))
  expect(calls('inbox/unread').length).toBeGreaterThan(1)
  const lists = calls('inbox/mine').length
  answers['inbox/unread'] = { unread: 2 }
  answers['inbox/mine'] = { items: [notice('c', { title: '与您有关的新政策' }), notice('a')] }
  await act(() => jest.advanceTimersByTimeAsync(20_000))
  expect(await screen.findByText('与您有关的新政策')).toBeInTheDocument()
  expect(calls('inbox/mine')).toHaveLength(lists + 1)
})
