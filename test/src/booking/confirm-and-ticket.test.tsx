import { act, screen, waitFor } from '@testing-library/react'
import Taro, { fireHook, storage } from '../../harness/taro/taro'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import ConfirmPage from '../../../src/packages/booking/confirm'
import { draftNow } from '../../../src/packages/booking/parts/draft'
import TicketPage from '../../../src/packages/booking/ticket'
import { instantOf } from '../../../functions/core/pure/time'
import { appointment, DAY, held } from './fixtures'
import { el, me, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()
const { id } = appointment()
const link = { hallId: 'east', matter: 'FPLY', day: DAY, start: '570', hold: id }
const kept = { 'appointments/get': { appointment: held() } }

describe('confirming', () => {
  it('says what, where, when, for whom, what to bring and by which rules', async () => {
    onStage(ConfirmPage, link, kept)
    await seen('for-tp_1')
    for (const words of [
      '11月24日 周二',
      '9:30–10:00',
      '发票领用',
      '城东区人民路 18 号 2 楼',
      '请在 9:15 到 10:00 之间到大厅取号',
      '营业执照副本',
      '选定后名额保留 10 分钟',
    ]) {
      expect(screen.getAllByText(words).length).toBeGreaterThan(0)
    }
    expect(screen.getByText(/本平台默认设置.*以主管税务机关最新规定为准/)).toBeInTheDocument()
    expect(screen.getByText('依据：广州通告')).toBeInTheDocument()
    expect(el('for-tp_1')).toHaveAttribute('aria-checked', 'true')
    expect(namelessControls()).toEqual([])
  })

  it('books the seat that is kept, once, and shows the ticket', async () => {
    const { calls, asked } = onStage(ConfirmPage, link, kept)
    await seen('held-clock')
    await seen('for-tp_1')
    await tap('book')
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenCalledWith({
        url: `/packages/booking/ticket/index?id=${id}&fresh=1`,
      }),
    )
    expect(calls('appointments/book')).toEqual([{ holdId: id }])
    expect(
      asked.find(({ procedure }) => procedure === 'appointments/book')?.headers['Idempotency-Key'],
    ).toMatch(/.{8,}/)
    expect(draftNow()).toBeUndefined()
  })

  it('counts the kept time down to its end, then says that it is over, and books what is left at once', async () => {
    const { calls } = onStage(ConfirmPage, link, kept)
    expect(await seen('held-clock')).toHaveTextContent(/为您保留 (10:00|09:5\d)/)
    act(() => void jest.advanceTimersByTime(9 * 60_000))
    expect(el('held-clock')).toHaveTextContent(/为您保留 (01:00|00:5\d)/)
    expect(el('held-clock').firstElementChild).toHaveClass('sb-danger')
    await act(() => jest.advanceTimersByTimeAsync(61_000))
    expect(await screen.findByText('保留已过期，名额已放回')).toBeInTheDocument()
    expect(document.getElementById('held-clock')).toBeNull()
    await tap('book')
    await waitFor(() =>
      expect(calls('appointments/book')).toEqual([
        { hallId: 'east', matter: 'FPLY', day: DAY, start: 570, taxpayerId: 'tp_1' },
      ]),
    )
  })

  it('books in another name first, then gives the seat back', async () => {
    const { calls, asked } = onStage(ConfirmPage, link, kept)
    await seen('held-clock')
    await tap('for-tp_2')
    await tap('book')
    await waitFor(() => expect(calls('appointments/cancel')).toEqual([{ id }]))
    expect(calls('appointments/book')).toEqual([
      { hallId: 'east', matter: 'FPLY', day: DAY, start: 570, taxpayerId: 'tp_2' },
    ])
    expect(asked.map(({ procedure }) => procedure).filter((name) => /book|cancel/.test(name))).toEqual([
      'appointments/book',
      'appointments/cancel',
    ])
  })

  it('keeps the seat when the booking in another name is refused', async () => {
    const { calls } = onStage(ConfirmPage, link, {
      ...kept,
      'appointments/book': refuse(409, 'LIMIT_WEEK', '本周预约次数已用完。'),
    })
    await seen('held-clock')
    await tap('for-tp_2')
    await tap('book')
    expect(await seen('refusal')).toHaveTextContent('本周预约次数已用完')
    expect(calls('appointments/cancel')).toEqual([])
    expect(el('held-clock')).toBeInTheDocument()
  })

  it('chooses the taxpayer who was just added', async () => {
    const { answers } = onStage(ConfirmPage, link, kept)
    await seen('for-tp_1')
    answers['accounts/me'] = { ...me, taxpayers: [...me.taxpayers, { ...me.taxpayers[1], id: 'tp_3' }] }
    act(() => void fireHook('didShow'))
    expect(await seen('for-tp_3')).toHaveAttribute('aria-checked', 'true')
  })

  it('books at once when nothing is kept', async () => {
    const { calls } = onStage(ConfirmPage, { ...link, hold: '' })
    await seen('for-tp_1')
    await tap('book')
    await waitFor(() =>
      expect(calls('appointments/book')).toEqual([
        { hallId: 'east', matter: 'FPLY', day: DAY, start: 570, taxpayerId: 'tp_1' },
      ]),
    )
  })

  it('adds a taxpayer when there is none, and cannot book before', async () => {
    onStage(ConfirmPage, link, { ...kept, 'accounts/me': { ...me, taxpayers: [] } })
    await tap('add-taxpayer')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: expect.stringContaining('/packages/account/taxpayer/index?from='),
    })
    expect(el('book')).toHaveAttribute('aria-disabled', 'true')
  })

  it('keeps what is packed and for whom, also when the page is left', async () => {
    const first = onStage(ConfirmPage, link, kept)
    await tap('bring-0')
    await tap('for-tp_2')
    expect(screen.getByText('已备好 1/3')).toBeInTheDocument()
    first.unmount()
    expect(draftNow()).toMatchObject({ taxpayerId: 'tp_2', packed: ['营业执照副本'] })
  })

  it('tells a hold that has expired in words, with the way to choose again', async () => {
    onStage(ConfirmPage, link, {
      ...kept,
      'appointments/book': refuse(409, 'HOLD_EXPIRED', '保留的时段已过期,请重新选择。'),
    })
    await seen('for-tp_1')
    await tap('book')
    expect(await seen('refusal')).toHaveTextContent('保留的时段已过期')
    await tap('way-fresh')
    expect(Taro.redirectTo).toHaveBeenLastCalledWith({
      url: `/packages/booking/slot/index?hallId=east&matter=FPLY&day=${DAY}`,
    })
  })
})

describe('a ticket', () => {
  const params = { id }

  it('shows code, QR, steps, place, what to bring, and the text to read aloud', async () => {
    onStage(TicketPage, { ...params, fresh: '1' })
    expect(await seen('ticket-code')).toHaveTextContent('048 213')
    expect(el('ticket-code')).toHaveAccessibleName('预约码 0 4 8 2 1 3')
    expect(el('ticket-qr')).toHaveAccessibleName(/二维码/)
    expect(el('booked')).toHaveTextContent('预约成功')
    expect(el('spoken')).toHaveTextContent('预约码 0 4 8 2 1 3。请带：营业执照副本、经办人身份证。')
    expect(el('navigate')).toHaveAttribute('href', expect.stringContaining('position=118.802000,32.041000'))
    expect(namelessControls()).toEqual([])
  })

  it('cancels only after it is said that it counts', async () => {
    const { calls } = onStage(TicketPage, params)
    await tap('cancel')
    expect(await seen('cancel-means')).toHaveTextContent('会记 1 次取消（不算失约）')
    expect(calls('appointments/cancel')).toEqual([])
    await tap('cancel-yes')
    expect(await seen('cancelled')).toHaveTextContent('这个月已取消 1 次，上限 5 次')
    expect(calls('appointments/cancel')).toEqual([{ id }])
    expect(document.getElementById('ticket-qr')).toBeNull()
    expect(el('book-again')).toBeInTheDocument()
  })

  it('says that a late cancellation is late, and that a hold counts for nothing', async () => {
    jest.setSystemTime(instantOf(DAY, 500))
    onStage(TicketPage, params).unmount()
    onStage(TicketPage, params)
    await tap('cancel')
    expect(await seen('cancel-means')).toHaveTextContent('迟取消')
    await tap('cancel-no')
    expect(document.getElementById('cancel-sheet')).toBeNull()
  })

  it('keeps the ticket when cancelling fails, and says why', async () => {
    onStage(TicketPage, params, { 'appointments/cancel': refuse(409, 'CANNOT_CANCEL', '当前状态不能取消。') })
    await tap('cancel')
    await tap('cancel-yes')
    expect(await screen.findByText('当前状态不能取消。')).toBeInTheDocument()
    expect(el('ticket-code')).toBeInTheDocument()
  })

  it('opens from last data without network', async () => {
    onStage(TicketPage, params).unmount()
    await act(async () => Promise.resolve())
    const before = storage.size
    const { answers } = onStage(TicketPage, params)
    await seen('ticket-code')
    answers['appointments/get'] = NO_NETWORK
    act(() => void fireHook('didShow'))
    expect(await screen.findByText(/网络不通，显示的是/, undefined, { timeout: 4000 })).toBeInTheDocument()
    expect(el('ticket-code')).toHaveTextContent('048 213')
    expect(before).toBeGreaterThan(0)
  })

  it('is shared as the way to the hall, never as whose it is', async () => {
    onStage(TicketPage, params)
    await seen('ticket-code')
    const [card] = fireHook('shareAppMessage')
    expect(card).toEqual({
      title: '城东办税服务厅怎么去、带什么',
      path: '/packages/booking/slot/index?hallId=east&matter=FPLY',
    })
    expect(JSON.stringify(card)).not.toMatch(/ap_|王|048213/)
  })

  it("answers a stranger's or a broken link with where to look", async () => {
    onStage(TicketPage, params, { 'appointments/get': refuse(404, 'NOT_FOUND', '没有找到。') }).unmount()
    onStage(TicketPage, { id: 'nonsense' })
    expect(await screen.findByText('没有找到这张凭证')).toBeInTheDocument()
  })

  it('of a cancelled day says that it does not count, and why', async () => {
    onStage(TicketPage, params, {
      'appointments/get': {
        appointment: appointment({ state: 'cancelledByHall', canCancel: false, note: '停电检修' }),
      },
    })
    expect(await seen('ticket-next')).toHaveTextContent('不计入您的取消次数')
    expect(screen.getByText('停电检修')).toBeInTheDocument()
  })

  it('says that a day closed by mistake is open again, and leads to its times', async () => {
    const again = appointment({ state: 'cancelledByHall', canCancel: false, note: '停电', dayReopened: true })
    onStage(TicketPage, { id: again.id }, { 'appointments/get': { appointment: again } })
    expect(await seen('reopened')).toHaveTextContent('大厅已重新开放这一天')
    await tap('book-again')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: expect.stringContaining(`day=${again.day}`) })
  })
})
