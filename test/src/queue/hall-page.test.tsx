import { act, screen, waitFor } from '@testing-library/react'
import Taro, { fireHook } from '../../harness/taro/taro'
import { refuse } from '../../harness/taro/server'
import { hall } from '../booking/fixtures'
import { el, namelessControls, seen, tap, typeInto } from '../booking/stage'
import { hallNow, ID, idOf, NOW, ticket } from './fixtures'
import { onTheDay, show } from './stage'

onTheDay()
const here = { latitude: 32.041, longitude: 118.802 }
const standing = () => Taro.getLocation.mockResolvedValue(here)
const opened = (change: Parameters<typeof hallNow>[0] = {}, answers = {}, options = {}) =>
  show('hall', { 'queue/hall': hallNow(change), ...answers }, options)
const many = Array.from({ length: 9 }, (_, at) => ({
  matter: `AA0${at}`,
  name: `事项${at}`,
  waiting: 0,
  windows: 1,
  estimate: { known: true, from: 0, to: 0, asOf: NOW } as const,
}))

describe('what anybody sees', () => {
  it('is how many wait, how long for each matter, and as of when', async () => {
    opened({}, {}, { signedIn: false })
    expect(await seen('all-waiting')).toHaveTextContent('7 人')
    await waitFor(() => expect(el('hall-now')).toHaveTextContent('城东办税服务厅'))
    expect(el('hall-now')).toHaveTextContent('正在叫号')
    expect(el('hall-now')).toHaveTextContent('9:40 的情况')
    expect(el('matter-FPLY')).toHaveTextContent('5 人等候 · 约 10–25 分钟')
    expect(el('matter-DJBG')).toHaveTextContent('2 人等候 · 办的人少，等多久说不准')
    expect(el('matter-TS01')).toHaveTextContent('没有人等候 · 没有窗口在办')
    expect(Taro.getLocation).not.toHaveBeenCalled()
    expect(namelessControls()).toEqual([])
  })

  it('is each rule with its basis; an unconfirmed one says so', async () => {
    opened()
    expect(await seen('rules')).toHaveTextContent('依据：本平台默认设置；以主管税务机关最新规定为准')
    expect(el('rules')).toHaveTextContent('依据：税总纳服函〔2021〕297号')
    expect(el('rules')).not.toHaveTextContent('297号；')
  })

  it.each([
    [true, '到了大厅 300 米内，可以在这里用手机取号'],
    [false, '这个大厅在门口取号'],
  ])('is how numbers are given there: by position %s', async (byPosition, words) => {
    opened({ byPosition })
    expect(await seen('how')).toHaveTextContent(words)
  })

  it.each([
    ['stopped', '暂停办理', '现在不发号'],
    ['over', '今天已结束', '今天不再发号'],
  ] as const)('is why no numbers are given: %s', async (state, tag, words) => {
    opened({ state })
    expect(await seen('state-why')).toHaveTextContent(words)
    expect(el('hall-now')).toHaveTextContent(tag)
    await tap('matter-FPLY')
    expect(await screen.findByText('大厅现在不发号。')).toBeInTheDocument()
    expect(document.getElementById('take')).toBeNull()
    await tap('take-book')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: '/packages/booking/slot/index?hallId=east&matter=FPLY',
    })
  })

  it('is that it has no office hours today, when it has none', async () => {
    opened({ state: 'closed' }, { 'appointments/halls': { halls: [hall({ openToday: false, load: null })] } })
    await waitFor(() => expect(el('hall-now')).toHaveTextContent('今天不办公'))
  })

  it('is looked at again by itself, and by hand', async () => {
    const { answers, calls } = opened()
    await seen('all-waiting')
    answers['queue/hall'] = hallNow({ matters: [], asOf: NOW + 60_000 })
    const before = calls('queue/hall').length
    await act(() => jest.advanceTimersByTimeAsync(26_000))
    await waitFor(() => expect(el('all-waiting')).toHaveTextContent('0 人'))
    expect(calls('queue/hall').length).toBeGreaterThan(before)
    answers['queue/hall'] = hallNow()
    await tap('refresh')
    await waitFor(() => expect(el('all-waiting')).toHaveTextContent('7 人'))
  })
})

it('finds a matter among many by typing, and says what to do where there is none', async () => {
  opened({ matters: many })
  await seen('matter-AA08')
  typeInto('matter-search', '事项3')
  await waitFor(() => expect(document.getElementById('matter-AA08')).toBeNull())
  expect(el('matter-AA03')).toBeInTheDocument()
  typeInto('matter-search', 'zzz')
  expect(await screen.findByText('这个大厅没有“zzz”')).toBeInTheDocument()
  act(() => screen.getByText('看全部事项').click())
  expect(await seen('matter-AA08')).toBeInTheDocument()
})

describe('taking a number', () => {
  it('asks for the position at the tap, says what for before, and opens the number', async () => {
    standing()
    const { calls } = opened({}, { 'queue/take': { ticket: ticket() } })
    await tap('matter-FPLY')
    expect(await seen('take-sheet')).toHaveTextContent('只用来核对您在大厅 300 米内，不保存')
    expect(el('take-sheet')).toHaveTextContent('不问原因，不用证明')
    expect(Taro.getLocation).not.toHaveBeenCalled()
    await tap('take')
    await waitFor(() =>
      expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/queue/number/index?id=${ID}` }),
    )
    expect(calls('queue/take')).toEqual([
      {
        hallId: 'east',
        matter: 'FPLY',
        priority: false,
        position: { latitude: 32_041_000, longitude: 118_802_000 },
      },
    ])
    expect(document.getElementById('take-sheet')).toBeNull()
  })

  it('takes one’s word that one needs priority', async () => {
    standing()
    const { calls } = opened({}, { 'queue/take': { ticket: ticket({ priority: true, number: 'Y001' }) } })
    await tap('matter-FPLY')
    await tap('take-priority')
    expect(el('take-priority')).toHaveAttribute('aria-checked', 'true')
    await tap('take')
    await waitFor(() => expect(calls('queue/take')).toMatchObject([{ priority: true }]))
  })

  it.each([
    ['refused', 'getLocation:fail auth deny', '请到门口出示预约票，或向工作人员取号'],
    ['failed', 'getLocation:fail timeout', '暂时取不到位置'],
  ])('goes on at the door when the position is %s', async (step, errMsg, words) => {
    Taro.getLocation.mockRejectedValueOnce({ errMsg })
    const { calls } = opened()
    await tap('matter-FPLY')
    await tap('take')
    expect(await seen(`take-${step}`)).toHaveTextContent(words)
    expect(calls('queue/take')).toEqual([])
    expect(el('take')).not.toHaveAttribute('aria-disabled')
  })

  it.each([
    ['NOT_NEAR', '您离大厅还有 300 米以上。', undefined],
    ['NUMBERS_ENDED', '大厅现在不发号。', undefined],
    ['IN_LINE', '您在这个大厅已有等候中的号。', 'take-mine'],
    ['NO_TAXPAYER', '请先添加纳税人。', 'take-taxpayer'],
  ])('says why not: %s, with the way on', async (code, message, way) => {
    standing()
    opened({}, { 'queue/take': refuse(409, code, message) })
    await tap('matter-FPLY')
    await tap('take')
    expect(await seen('take-problem')).toHaveTextContent(message)
    if (way === undefined) return
    await tap(way)
    expect(Taro.navigateTo).toHaveBeenCalled()
  })

  it('is at the door where the hall does not go by position', async () => {
    opened({ byPosition: false })
    await tap('matter-FPLY')
    expect(await seen('take-sheet')).toHaveTextContent('请到门口，告诉工作人员办“发票领用”。')
    expect(document.getElementById('take')).toBeNull()
  })

  it('asks to sign in first', async () => {
    opened({}, {}, { signedIn: false })
    await tap('matter-FPLY')
    await tap('take-sign-in')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: expect.stringContaining('/packages/account/signin/index?from='),
    })
  })

  it('stands open for the matter of the link', async () => {
    opened({}, {}, { params: { hallId: 'east', matter: 'DJBG' } })
    expect(await seen('take-sheet')).toHaveTextContent('取号：税务登记变更')
  })
})

it('shows my own number there before another is taken, and none of another hall', async () => {
  const items = [ticket(), ticket({ id: idOf('b'), hallId: 'west' })]
  opened({}, { 'queue/mine': { items } })
  expect(await seen(`number-${ID}`)).toHaveTextContent('前面还有 5 人')
  expect(document.getElementById(`number-${idOf('b')}`)).toBeNull()
})

it.each([
  ['malformed', { hallId: '<x>' }],
  ['unknown', { hallId: 'nowhere' }],
])('a hall that is %s: says so, with the way to the others', async (_, params) => {
  opened({}, { 'queue/hall': refuse(404, 'NOT_FOUND', '没有找到。') }, { params })
  await screen.findByText('没有找到这个大厅')
  act(() => screen.getByText('选大厅').click())
  expect(Taro.redirectTo).toHaveBeenLastCalledWith({ url: '/packages/booking/hall/index' })
})

it('is shared as it is', async () => {
  opened()
  await seen('rules')
  expect(fireHook('shareAppMessage')).toEqual([
    { title: '大厅现在人多不多', path: '/packages/queue/hall/index?hallId=east' },
  ])
})
