import { act, screen, waitFor } from '@testing-library/react'
import Taro, { fireHook } from '../../harness/taro/taro'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import { instantOf } from '../../../functions/core/pure/time'
import { prefer } from '../../../src/client/preferences'
import { DAY } from '../booking/fixtures'
import { el, namelessControls, seen, tap } from '../booking/stage'
import { beyond, called, ID, idOf, NOW, ofBooking, ticket } from './fixtures'
import { onTheDay, show } from './stage'

onTheDay()

const opened = (ofTicket: ReturnType<typeof ticket>, change = {}) =>
  show('number', { 'queue/get': { ticket: ofTicket }, ...change })
/** The next look at the server. */
const later = (milliseconds: number) => act(() => jest.advanceTimersByTimeAsync(milliseconds))

describe('while it waits', () => {
  it('shows the number, who goes before, and how long as a range with its time', async () => {
    opened(ticket())
    expect(await seen('number')).toHaveTextContent('A007')
    expect(el('number')).toHaveAccessibleName('A 0 0 7 号')
    expect(el('line')).toHaveTextContent('前面还有 5 人')
    expect(el('estimate')).toHaveTextContent('约 10–25 分钟')
    expect(el('wait')).toHaveTextContent('一半的人 10 分钟内叫到，十人中九人 25 分钟内叫到')
    expect(el('wait')).toHaveTextContent('9:40 估算')
    expect(el('facts')).toHaveTextContent('发票领用')
    expect(el('facts')).toHaveTextContent('王*明')
    expect(Taro.vibrateLong).not.toHaveBeenCalled()
    expect(namelessControls()).toEqual([])
  })

  it.each([
    ['noWindow', '现在没有开着的窗口办这件事'],
    ['still', '窗口有一会儿没有叫号了'],
    ['fewTimes', '今天办这件事的人还太少'],
  ] as const)('says that nobody knows how long, and why: %s', async (why, words) => {
    opened(ticket({ waiting: { ahead: 2, estimate: { known: false, why, asOf: NOW } } }))
    expect(await seen('why-unknown')).toHaveTextContent(words)
    expect(el('estimate')).toHaveTextContent('说不准')
    expect(el('wait')).not.toHaveTextContent('undefined')
  })

  it.each([
    [0, 0, '现在不用等'],
    [8, 8, '约 8 分钟'],
  ])('writes a range from %i to %i as it is said', async (from, to, words) => {
    opened(ticket({ waiting: { ahead: 0, estimate: { known: true, from, to, asOf: NOW } } }))
    expect(await seen('estimate')).toHaveTextContent(words)
    expect(el('line')).toHaveTextContent('下一个就是您')
    expect(el('advice')).toHaveTextContent('快到了')
  })

  it('tells of its booking, of priority, and the way to both hall and booking', async () => {
    opened(ticket({ ...ofBooking, priority: true }))
    expect(await seen('facts')).toHaveTextContent('9:30 开始，排在同一时段的现场号之前')
    expect(el('facts')).toHaveTextContent('是，优先叫号')
    await tap('to-hall')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/queue/hall/index?hallId=east' })
    await tap('to-booking')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: `/packages/booking/ticket/index?id=${ofBooking.appointmentId}`,
    })
  })

  it('is looked at again by itself: seldom while far, often when near, and said only when it changes', async () => {
    const { answers, calls } = opened(ticket())
    await seen('wait')
    const looks = () => calls('queue/get').length
    const begun = looks()
    await later(11_000)
    expect(looks()).toBe(begun)
    answers['queue/get'] = {
      ticket: ticket({
        waiting: { ahead: 1, estimate: { known: true, from: 2, to: 6, asOf: NOW + 20_000 } },
      }),
    }
    await later(10_000)
    await waitFor(() => expect(el('said')).toHaveTextContent('前面还有 1 人'))
    expect(el('said')).toHaveAttribute('aria-live', 'polite')
    const near = looks()
    await later(11_000)
    expect(looks()).toBeGreaterThanOrEqual(near + 1)
    // What changes with each look is not read out.
    expect(el('said')).not.toHaveTextContent('分钟')
  })

  it('rests while the page is not in sight', async () => {
    const { calls } = opened(called())
    await seen('window')
    act(() => void fireHook('didHide'))
    const before = calls('queue/get').length
    await later(60_000)
    expect(calls('queue/get')).toHaveLength(before)
  })

  it('is read again by pulling it down', async () => {
    const { answers } = opened(ticket())
    await seen('wait')
    answers['queue/get'] = { ticket: ticket({ waiting: undefined, state: 'done', canLeave: false }) }
    act(() => void fireHook('pullDownRefresh'))
    expect(await seen('over')).toHaveTextContent('办完')
    await waitFor(() => expect(Taro.stopPullDownRefresh).toHaveBeenCalled())
  })
})

describe('when it is called', () => {
  it('shows the window above all, and shakes the phone once a call', async () => {
    const first = called({ id: idOf('c'), calledAt: NOW + 1 })
    const { answers } = show('number', { 'queue/get': { ticket: first } }, { params: { id: idOf('c') } })
    expect(await seen('window')).toHaveTextContent('3')
    expect(el('face')).toHaveTextContent('请到窗口')
    expect(el('face')).toHaveTextContent('A007')
    expect(el('said')).toHaveTextContent('请到 3 号窗口')
    expect(el('advice')).toHaveTextContent('再等 3 个号才会重叫，只重叫一次')
    await later(30_000)
    expect(Taro.vibrateLong).toHaveBeenCalledTimes(1)
    answers['queue/get'] = { ticket: { ...first, passed: true, window: '5', calledAt: NOW + 60_000 } }
    await later(12_000)
    await waitFor(() => expect(el('window')).toHaveTextContent('5'))
    expect(el('advice')).toHaveTextContent('最后一次叫号')
    expect(Taro.vibrateLong).toHaveBeenCalledTimes(2)
  })

  it('says all the same on a phone that cannot shake', async () => {
    Taro.vibrateLong.mockRejectedValueOnce(new Error('vibrateLong:fail'))
    opened(called({ calledAt: NOW + 2 }))
    expect(await seen('window')).toHaveTextContent('3')
    expect(el('said')).toHaveTextContent('请到 3 号窗口')
  })
})

describe('what comes of it', () => {
  it('says of a number that was called in vain when it is called again, and that it is the last time', async () => {
    opened(
      ticket({
        ...ofBooking,
        state: 'passed',
        passed: true,
        window: '3',
        waiting: { ahead: 3, estimate: { known: true, from: 5, to: 9, asOf: NOW } },
      }),
    )
    expect(await seen('face')).toHaveTextContent('已过号')
    expect(el('said')).toHaveTextContent('已过号，再叫 3 个号后重叫')
    expect(screen.getByText(/再叫 3 个号后会重叫一次，请现在回到叫号区/)).toBeInTheDocument()
    expect(screen.getByText(/这次预约会记为失约；有原因的可以申诉/)).toBeInTheDocument()
    expect(el('leave')).toBeInTheDocument()
  })

  it('a missed booking leads to its appeal', async () => {
    opened(beyond({ ...ofBooking, state: 'noShow', passed: true, canRate: true, endedAt: NOW }))
    expect(await seen('over')).toHaveTextContent('这次预约记为失约')
    await tap('appeal')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: `/packages/booking/ticket/index?id=${ofBooking.appointmentId}`,
    })
    expect(el('rate')).toHaveTextContent('这次经历怎么样？')
  })

  it('a missed walk-in has nothing to appeal: a new number', async () => {
    opened(beyond({ state: 'noShow', passed: true, canRate: true, endedAt: NOW }))
    expect(await seen('over')).toHaveTextContent('不会有别的影响')
    expect(document.getElementById('appeal')).toBeNull()
    await tap('take-again')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: '/packages/queue/hall/index?hallId=east&matter=FPLY',
    })
  })

  it.each([
    [DAY, '大厅停止办理了'],
    ['2026-11-23', '当天办公结束前没有叫到'],
  ])('a number of %s that was closed counts against nobody', async (day, words) => {
    opened(beyond({ state: 'closed', day, canRate: true, endedAt: instantOf(day, 1000) }))
    expect(await seen('over')).toHaveTextContent(words)
    expect(el('over')).toHaveTextContent('这不算失约')
    await tap('book')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: '/packages/booking/slot/index?hallId=east&matter=FPLY',
    })
    await tap('other-halls')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/booking/hall/index?matter=FPLY' })
  })

  it('is not looked at again once it is over', async () => {
    const { calls } = opened(beyond({ state: 'done', endedAt: NOW, canRate: true }))
    await seen('over')
    const before = calls('queue/get').length
    await later(120_000)
    expect(calls('queue/get')).toHaveLength(before)
  })
})

describe('leaving', () => {
  it('asks in words first; then says what is next', async () => {
    const left = { ticket: beyond({ ...ofBooking, state: 'left', endedAt: NOW, canRate: true }) }
    const { calls, answers } = opened(ticket(ofBooking), { 'queue/leave': left })
    await tap('leave')
    expect(await seen('leave-sheet')).toHaveTextContent('A007 号会让给后面的人')
    expect(el('leave-sheet')).toHaveTextContent('预约号只能取一次')
    await tap('leave-sheet-keep')
    expect(document.getElementById('leave-sheet')).toBeNull()
    expect(calls('queue/leave')).toEqual([])
    await tap('leave')
    answers['queue/get'] = left
    await tap('leave-sheet-confirm')
    expect(await seen('over')).toHaveTextContent('您已离开队伍')
    expect(calls('queue/leave')).toEqual([{ id: ID }])
    expect(document.getElementById('leave')).toBeNull()
  })

  it('says why it is too late, and shows what the number is now', async () => {
    const { answers } = opened(ticket(), {
      'queue/leave': refuse(409, 'TICKET_STATE', '这个号的状态已变，请看最新的状态。'),
    })
    await tap('leave')
    answers['queue/get'] = { ticket: called() }
    await tap('leave-sheet-confirm')
    expect(await seen('leave-problem')).toHaveTextContent('状态已变')
    expect(await seen('window')).toHaveTextContent('3')
  })
})

describe('rating', () => {
  const done = beyond({ state: 'done', window: '3', servingAt: NOW, endedAt: NOW, canRate: true })

  it('takes one to five with reasons, once', async () => {
    const { calls, answers } = opened(done, {
      'queue/rate': { ticket: { ...done, canRate: false, stars: 4 } },
    })
    expect(await seen('rate')).toHaveTextContent('这次办得怎么样？')
    expect(document.getElementById('rate-send')).toBeNull()
    expect(el('star-4')).toHaveAccessibleName('4 星，满意')
    await tap('star-4')
    await tap('reasons-speed')
    expect(namelessControls()).toEqual([])
    answers['queue/get'] = { ticket: { ...done, canRate: false, stars: 4 } }
    await tap('rate-send')
    expect(await seen('rated')).toHaveTextContent('您评了 4 星：满意')
    expect(calls('queue/rate')).toEqual([{ id: ID, stars: 4, reasons: ['speed'] }])
    expect(document.getElementById('rate')).toBeNull()
  })

  it('may be given while one is served, and keeps what was chosen when it fails', async () => {
    const serving = beyond({ state: 'serving', window: '3', servingAt: NOW, canRate: true })
    opened(serving, { 'queue/rate': refuse(409, 'RATED_BEFORE', '这次办理已经评价过。') })
    await tap('star-2')
    await tap('rate-send')
    expect(await seen('rate-problem')).toHaveTextContent('已经评价过')
    expect(el('star-2')).toHaveAttribute('aria-checked', 'true')
  })

  it.each(['waiting', 'called', 'passed'] as const)('is not asked for while it is %s', async (state) => {
    opened(state === 'called' ? called() : ticket({ state }))
    await seen('face')
    expect(document.getElementById('rate')).toBeNull()
  })
})

describe('a number that is not there', () => {
  it.each([
    ['malformed', { id: 'x' }],
    ['a stranger’s', { id: idOf('z') }],
  ])('%s: says so, with a way out', async (_, params) => {
    show('number', { 'queue/get': refuse(404, 'NOT_FOUND', '没有找到。') }, { params })
    await screen.findByText('没有找到这个号')
    act(() => screen.getByText('看我取过的号').click())
    expect(Taro.redirectTo).toHaveBeenLastCalledWith({ url: '/packages/queue/visits/index' })
  })

  it('asks to sign in first', async () => {
    const { calls } = show('number', {}, { signedIn: false })
    await seen('sign-in')
    expect(calls('queue/get')).toEqual([])
  })

  it('shows what it last knew, with its time, when there is no network', async () => {
    const { answers } = opened(ticket())
    await seen('wait')
    answers['queue/get'] = NO_NETWORK
    act(() => void fireHook('didShow'))
    await later(5_000)
    expect(await screen.findByText(/网络不通，显示的是 9:40/)).toBeInTheDocument()
    expect(el('number')).toHaveTextContent('A007')
  })
})

it('is read out in sentences', async () => {
  opened(ticket())
  expect(await seen('aloud')).toHaveTextContent(
    'A 0 0 7 号，前面还有 5 人，约 10–25 分钟。城东办税服务厅，发票领用。',
  )
})

it('is shared as the hall, never as whose number it is', async () => {
  opened(ticket())
  await seen('face')
  const [card] = fireHook('shareAppMessage')
  expect(card).toEqual({ title: '大厅现在人多不多', path: '/packages/queue/hall/index?hallId=east' })
  expect(JSON.stringify(card)).not.toMatch(/tk_|A007|王/)
})

it('speaks English with the same care', async () => {
  opened(called({ calledAt: NOW + 3 }))
  await seen('window')
  act(() => prefer({ language: 'en' }))
  expect(await screen.findByText('Please go to window')).toBeInTheDocument()
  expect(el('said')).toHaveTextContent('Please go to window 3')
})
