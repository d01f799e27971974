import { act, screen, waitFor } from '@testing-library/react'
import Taro, { fireHook } from '../../harness/taro/taro'
import { prefer } from '../../../src/client/preferences'
import { forgetQueries } from '../../../src/client/queries'
import { signOutHere } from '../../../src/client/session'
import InboxPage from '../../../src/packages/inbox/list'
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

it('in English', async () => {
  show()
  act(() => prefer({ language: 'en' }))
  expect(await screen.findByText('Mark all as read')).toBeInTheDocument()
  expect(await screen.findByText('Unread')).toBeInTheDocument()
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
