import { act, screen, waitFor } from '@testing-library/react'
import { MINUTE } from '../../../functions/core/pure/time'
import BallotPage from '../../../src/packages/waitlist/ballot'
import WaitsPage from '../../../src/packages/waitlist/list'
import WaitPage from '../../../src/packages/waitlist/one'
import { addressOf } from '../../../src/packages/inbox/model/opens'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { appointment, DAY, NOW } from '../booking/fixtures'
import { ballot, drawn, entriesOf, LISTS, listed, offered, PLACE, WAIT, wait } from './fixtures'
import { el, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()

describe('my waits', () => {
  it('lists offers first with their time, then what waits with its place, then what is over', async () => {
    onStage(
      WaitsPage,
      {},
      {
        'waitlist/mine': {
          items: [
            wait({ id: `${WAIT.slice(0, -1)}2`, state: 'left' }),
            wait({ id: `${WAIT.slice(0, -1)}3`, place: 4 }),
            offered(),
          ],
        },
      },
    )
    const cards = (await screen.findAllByRole('listitem')).map(({ textContent }) => textContent ?? '')
    expect(cards[0]).toContain('有名额')
    expect(cards[0]).toContain('20:00')
    expect(cards[1]).toContain('排在第 4 位')
    expect(cards[2]).toContain('已退出')
    expect(namelessControls()).toEqual([])
    await tap(`wait-${WAIT}`)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/waitlist/one/index?id=${WAIT}` })
  })

  it('says what to do when there are none, asks to sign in, and has a way out without network', async () => {
    onStage(WaitsPage, {}, { 'waitlist/mine': { items: [] } })
    expect(await screen.findByText('没有候补')).toBeInTheDocument()
    onStage(WaitsPage, {}, {}, { signedIn: false })
    expect(await screen.findByText('登录后看候补')).toBeInTheDocument()
    onStage(WaitsPage, {}, { 'waitlist/mine': NO_NETWORK })
    expect(await screen.findByText('再试一次', undefined, { timeout: 4000 })).toBeInTheDocument()
  })
})

describe('a wait', () => {
  const shows = (
    change: ReturnType<typeof wait>,
    more: Readonly<Record<string, unknown>> = {},
    fresh = false,
  ) =>
    onStage(
      WaitPage,
      { id: change.id, ...(fresh ? { fresh: '1' } : {}) },
      {
        'waitlist/get': { wait: change },
        ...more,
      },
    )

  it('that was just joined says so, its place, and that a message will come', async () => {
    shows(wait(), {}, true)
    expect(await seen('joined')).toHaveTextContent('已加入候补')
    expect(el('wait-next')).toHaveTextContent('排在第 2 位')
    expect(el('wait-spoken')).toHaveTextContent('城东办税服务厅')
    expect(namelessControls()).toEqual([])
  })

  it('is looked at again by itself: the place moves, an offer comes', async () => {
    const { answers, calls } = shows(wait())
    await seen('leave')
    answers['waitlist/get'] = { wait: offered() }
    await act(() => jest.advanceTimersByTimeAsync(10_000))
    await seen('accept')
    expect(calls('waitlist/get').length).toBeGreaterThan(1)
  })

  it('with an offer counts its time down; accepted, it is a ticket', async () => {
    const { calls } = shows(offered(), { 'waitlist/accept': { appointment: appointment() } })
    expect(await seen('offer-left')).toHaveTextContent(/还剩 (20:00|19:5\d)，10:20 前接受/)
    act(() => void jest.advanceTimersByTime(5 * MINUTE))
    expect(el('offer-left')).toHaveTextContent(/还剩 (15:00|14:5\d)/)
    await tap('accept')
    await waitFor(() => expect(calls('waitlist/accept')).toEqual([{ id: WAIT }]))
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenLastCalledWith({
        url: `/packages/booking/ticket/index?id=${appointment().id}&fresh=1`,
      }),
    )
  })

  it('whose acceptance a rule refuses says which, and that the seat is still kept', async () => {
    shows(offered(), {
      'waitlist/accept': refuse(409, 'LIMIT_HALF_DAY', '半天内同一事项只能约一次。', {
        rule: '同一事项每半天最多 1 次',
        basis: '广州通告',
        unconfirmed: true,
        limit: 1,
        used: 1,
      }),
    })
    await tap('accept')
    expect(await seen('refused')).toHaveTextContent('名额还给您留着：半天内同一事项只能约一次。')
    expect(el('refused')).toHaveTextContent('依据：广州通告')
    expect(el('accept')).toBeInTheDocument()
  })

  it('whose time ends while it is looked at has lapsed at that moment, with the way back into the line', async () => {
    const { answers } = shows(offered())
    await seen('accept')
    answers['waitlist/get'] = { wait: wait({ state: 'expired', place: undefined }) }
    act(() => void jest.advanceTimersByTime(20 * MINUTE + 1000))
    await tap('again')
    expect(document.getElementById('accept')).toBeNull()
    expect(el('wait-next')).toHaveTextContent('可以重新排队')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: `/packages/booking/wait/index?hallId=east&matter=FPLY&day=${DAY}&start=540`,
    })
  })

  it('is declined, or left, once that is confirmed in words', async () => {
    const { calls } = shows(offered(), {
      'waitlist/leave': { wait: wait({ state: 'declined', place: undefined }) },
    })
    await tap('decline')
    expect(await seen('leave-sheet')).toHaveTextContent('名额马上给下一位')
    expect(calls('waitlist/leave')).toEqual([])
    await tap('leave-sheet-confirm')
    await waitFor(() => expect(calls('waitlist/leave')).toEqual([{ id: WAIT }]))
    await waitFor(() => expect(el('wait-next')).toHaveTextContent('不计入取消次数'))
  })

  it.each([
    ['booked', 'to-ticket', `/packages/booking/ticket/index?id=${appointment().id}`],
    ['over', 'other-time', '/packages/booking/slot/index?hallId=east&matter=FPLY'],
  ] as const)('that is %s has its next step', async (state, button, url) => {
    shows(
      wait({ state, place: undefined, ...(state === 'booked' ? { appointmentId: appointment().id } : {}) }),
    )
    await tap(button)
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url })
    expect(document.getElementById('again')).toBeNull()
  })

  it('that is none of mine, or none at all, leads to my waits', async () => {
    onStage(WaitPage, { id: WAIT }, { 'waitlist/get': refuse(404, 'NOT_FOUND', '没有找到。') })
    expect(await screen.findByText('没有找到这个候补')).toBeInTheDocument()
  })

  it('is what a notice of it opens; one that names none opens my waits', () => {
    expect(addressOf({ page: 'waitlist', id: WAIT })).toBe(`/packages/waitlist/one/index?id=${WAIT}`)
    expect(addressOf({ page: 'waitlist', id: null })).toBe('/packages/waitlist/list/index')
  })
})

describe('the ballot of a day', () => {
  const link = { hallId: 'east', day: DAY }
  const shows = (of: ReturnType<typeof ballot>, more: Readonly<Record<string, unknown>> = {}, wish = {}) =>
    onStage(BallotPage, { ...link, ...wish }, { 'waitlist/ballots': { items: [of] }, ...more })

  it('that is open says until when, with the promise that was made, and leads to entering', async () => {
    shows(ballot())
    expect(await seen('ballot-left')).toHaveTextContent(/距截止还有 2(3 小时 0|2 小时 59) 分钟/)
    expect(el('commitment')).toHaveTextContent(ballot().commitment)
    expect(el('check-early')).toBeInTheDocument()
    await tap('enter')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/booking/matter/index?hallId=east' })
    expect(namelessControls()).toEqual([])
  })

  it('that is drawn is computed again on the phone, and finds my own entry at its place', async () => {
    shows(
      drawn(),
      {
        'waitlist/entries': entriesOf(LISTS),
        'waitlist/get': { wait: wait({ drawnPlace: PLACE, place: PLACE }) },
      },
      { wait: WAIT },
    )
    await tap('check')
    expect(await seen('check-verdict')).toHaveTextContent('全部成立')
    expect(el('checked-place')).toHaveTextContent(`第 ${PLACE} 位`)
    expect(el('checked-found')).toHaveTextContent('9:00')
    expect(el('checked-entries')).toHaveTextContent('6 个报名')
  })

  it('says loudly what does not hold, and what to do', async () => {
    shows(drawn({ seed: 'b2'.repeat(32) }), { 'waitlist/entries': entriesOf(LISTS) })
    await tap('check')
    expect(await seen('check-verdict')).toHaveTextContent('有内容不成立')
    expect(el('checked-seed')).toHaveTextContent('不是报名前承诺的那一个')
    expect(screen.getByText('请截图保存，并向大厅提出。')).toBeInTheDocument()
  })

  it('can be checked as far as it is before the draw; without network it says so and can be tried again', async () => {
    const { answers } = shows(listed(), { 'waitlist/entries': NO_NETWORK })
    await tap('check')
    await waitFor(() => expect(el('check-failed')).toBeInTheDocument(), { timeout: 4000 })
    answers['waitlist/entries'] = entriesOf(LISTS)
    await tap('check')
    expect(await screen.findByText(/抽签后可以再来核对顺序/)).toBeInTheDocument()
  })

  it('that there is not leads to booking', async () => {
    onStage(BallotPage, link, { 'waitlist/ballots': { items: [] } })
    expect(await screen.findByText('这一天没有抽签')).toBeInTheDocument()
  })

  it('closes before one’s eyes', async () => {
    shows(ballot({ closesAt: NOW + MINUTE }))
    await seen('enter')
    await act(() => jest.advanceTimersByTimeAsync(MINUTE + 1000))
    await waitFor(() => expect(document.getElementById('enter')).toBeNull())
    expect(el('ballot-next')).toHaveTextContent('报名已截止')
  })
})
