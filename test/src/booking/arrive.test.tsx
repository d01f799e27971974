/** A booking's number, on its ticket and above my appointments: on the day, and each that stands against it in words. */
import { act, screen, waitFor } from '@testing-library/react'
import Taro, { fireHook } from '../../harness/taro/taro'
import { refuse } from '../../harness/taro/server'
import { instantOf } from '../../../functions/core/pure/time'
import { forgetQueries } from '../../../src/client/queries'
import { signOutHere } from '../../../src/client/session'
import HallPage from '../../../src/packages/booking/hall'
import MinePage from '../../../src/packages/booking/mine'
import TicketPage from '../../../src/packages/booking/ticket'
import { beyond, called, hallNow, ID, idOf, ofBooking, ticket } from '../queue/fixtures'
import { appointment, DAY } from './fixtures'
import { el, namelessControls, onStage, seen, tap } from './stage'

const at = (minute: number) => jest.useFakeTimers({ now: instantOf(DAY, minute), advanceTimers: true })
afterEach(() => {
  act(() => {
    signOutHere()
    forgetQueries('')
  })
  jest.useRealTimers()
})

const { id } = appointment()
const opened = (change = {}) =>
  onStage(
    TicketPage,
    { id },
    { 'queue/hall': hallNow(), 'queue/mine': { items: [] }, ...change },
    { path: 'packages/booking/ticket/index' },
  )
const mineAre = (...items: object[]) => ({ 'queue/mine': { items } })
const standing = () => Taro.getLocation.mockResolvedValue({ latitude: 32.041, longitude: 118.802 })

describe('on the ticket', () => {
  it('another day asks the hall nothing', async () => {
    jest.useFakeTimers({ now: instantOf('2026-11-22', 600), advanceTimers: true })
    const { calls } = opened()
    await seen('ticket-code')
    expect(calls('queue/mine')).toEqual([])
    expect(calls('queue/hall')).toEqual([])
  })

  it('before its time only says how busy the hall is', async () => {
    at(554)
    opened()
    await tap('how-busy')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/queue/hall/index?hallId=east' })
    expect(document.getElementById('arrive-card')).toBeNull()
  })

  it('from 15 minutes before, one’s own phone gives the number', async () => {
    at(555)
    standing()
    const { calls } = opened({ 'queue/arrive': { ticket: ticket(ofBooking) } })
    expect(await seen('arrive')).toHaveTextContent('我到了，取号')
    expect(el('arrive-card')).toHaveTextContent('不问原因，不用证明')
    expect(el('arrive-card')).toHaveTextContent('也可以在门口出示上面的二维码取号')
    expect(Taro.getLocation).not.toHaveBeenCalled()
    expect(namelessControls()).toEqual([])
    await tap('arrive-priority')
    await tap('arrive')
    await waitFor(() =>
      expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/queue/number/index?id=${ID}` }),
    )
    expect(calls('queue/arrive')).toEqual([
      { appointmentId: id, priority: true, position: { latitude: 32_041_000, longitude: 118_802_000 } },
    ])
  })

  it.each([
    ['the hall does not go by position', { 'queue/hall': hallNow({ byPosition: false }) }],
    ['nobody knows', { 'queue/hall': refuse(403, 'FORBIDDEN', '现在不行。') }],
  ])('is shown at the door where %s', async (_, change) => {
    at(570)
    opened(change)
    await waitFor(() => expect(el('arrive-card')).toHaveTextContent('在门口出示上面的预约码或二维码取号'))
    expect(document.getElementById('arrive')).toBeNull()
  })

  it('has no number while the hall has stopped', async () => {
    at(570)
    opened({ 'queue/hall': hallNow({ state: 'stopped' }) })
    expect(await seen('arrive-stopped')).toHaveTextContent('大厅暂停办理')
    expect(document.getElementById('arrive')).toBeNull()
  })

  it('stays to be shown at the door when the position is refused', async () => {
    at(570)
    Taro.getLocation.mockRejectedValueOnce({ errMsg: 'getLocation:fail auth deny' })
    const { calls } = opened()
    await tap('arrive')
    expect(await seen('arrive-refused')).toHaveTextContent('请到门口出示预约票')
    expect(calls('queue/arrive')).toEqual([])
    expect(el('ticket-qr')).toBeInTheDocument()
  })

  it.each([
    ['TOO_EARLY', '太早了。', { from: instantOf(DAY, 555) }, '还没到取号时间，9:15 起可以取号', false],
    ['NOT_NEAR', '您离大厅还有 300 米以上。', undefined, '300 米以上', false],
    ['TOO_LATE', '预约时段已结束。', undefined, '预约时段已结束', true],
    ['NOT_STANDING', '这个预约已取消。', undefined, '这个预约已取消', true],
  ])('%s is told in words, with the way on', async (code, message, data, words, walkIn) => {
    at(570)
    standing()
    opened({ 'queue/arrive': refuse(409, code, message, data) })
    await tap('arrive')
    // What may be tried again is, twice, before it is told.
    await act(() => jest.advanceTimersByTimeAsync(2_000))
    expect(await seen('arrive-problem')).toHaveTextContent(words)
    expect(document.getElementById('walk-in') !== null).toBe(walkIn)
  })

  it('twice: shows the number that the door gave', async () => {
    at(570)
    standing()
    const { answers } = opened({ 'queue/arrive': refuse(409, 'TICKETED', '这个预约已经取过号。') })
    await seen('arrive')
    answers['queue/mine'] = { items: [ticket(ofBooking)] }
    await tap('arrive')
    expect(await seen(`number-${ID}`)).toHaveTextContent('前面还有 5 人')
    expect(document.getElementById('arrive')).toBeNull()
  })

  it('once it has its number, shows how it stands, and opens it', async () => {
    at(580)
    opened(mineAre(ticket({ id: idOf('b') }), called(ofBooking)))
    const card = await seen(`number-${ID}`)
    expect(card).toHaveTextContent('请到 3 号窗口')
    expect(document.getElementById(`number-${idOf('b')}`)).toBeNull()
    await tap(`number-${ID}`)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/queue/number/index?id=${ID}` })
  })

  it('too late on the same day leads to a number as a walk-in', async () => {
    at(601)
    opened()
    expect(await seen('arrive-late')).toHaveTextContent('这张票不能再取号')
    await tap('walk-in')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: '/packages/queue/hall/index?hallId=east&matter=FPLY',
    })
  })
})

describe('above my appointments', () => {
  const page = (params = {}, change = {}) =>
    onStage(
      MinePage,
      params,
      { 'queue/mine': { items: [] }, ...change },
      { path: 'packages/booking/mine/index' },
    )

  it('stand today’s numbers that something may come of', async () => {
    at(580)
    const { answers } = page(
      {},
      mineAre(
        ticket(),
        beyond({ id: idOf('b'), state: 'done' }),
        ticket({ id: idOf('c'), day: '2026-11-23' }),
      ),
    )
    expect(await seen(`number-${ID}`)).toHaveTextContent('约 10–25 分钟')
    expect(document.getElementById(`number-${idOf('b')}`)).toBeNull()
    expect(document.getElementById(`number-${idOf('c')}`)).toBeNull()
    answers['queue/mine'] = { items: [called()] }
    act(() => void fireHook('pullDownRefresh'))
    await waitFor(() => expect(el(`number-${ID}`)).toHaveTextContent('请到 3 号窗口'))
  })

  it('the past has the way to all of them, and asks for none', async () => {
    at(580)
    const { calls } = page({ view: 'past' })
    await tap('visits')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/queue/visits/index' })
    expect(calls('queue/mine')).toEqual([])
  })
})

it('each hall that opens today leads to how busy it is now', async () => {
  at(580)
  onStage(HallPage, {}, {})
  expect(await seen('busy-east')).toHaveAccessibleName('城东办税服务厅现在人多不多')
  await tap('busy-east')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/queue/hall/index?hallId=east' })
  expect(screen.getAllByRole('listitem')).toHaveLength(2)
})
