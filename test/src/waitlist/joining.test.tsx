/** From a full time into its line, or into the ballot of its day. */
import { screen, waitFor } from '@testing-library/react'
import { MINUTE } from '../../../functions/core/pure/time'
import MinePage from '../../../src/packages/booking/mine'
import SlotPage from '../../../src/packages/booking/slot'
import JoinPage from '../../../src/packages/booking/wait'
import { lineOutlook } from '../../../src/packages/booking/model/line'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { DAY, NOW } from '../booking/fixtures'
import { ballot, drawn, line, listed, offered, WAIT, wait } from './fixtures'
import { el, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()
const link = { hallId: 'east', matter: 'FPLY', day: DAY }
const JOIN = `/packages/booking/wait/index?hallId=east&matter=FPLY&day=${DAY}&start=540`

describe('a full time', () => {
  it('offers to wait for it beside the nearest free ones', async () => {
    onStage(SlotPage, link)
    await tap('slot-540')
    await tap('join-line')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: JOIN })
  })

  it('that was refused as full offers the same', async () => {
    onStage(SlotPage, link, {
      'appointments/hold': refuse(409, 'SLOT_FULL', '这个时段已约满。', { nearest: [] }),
    })
    await tap('slot-570')
    await tap('way-wait')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: JOIN.replace('540', '570') })
  })

  it('that is closed by the hall has no line', async () => {
    onStage(SlotPage, link)
    await tap('slot-900')
    await seen('full')
    expect(document.getElementById('join-line')).toBeNull()
  })

  it('of a day that is full says that one can wait', async () => {
    onStage(SlotPage, { ...link, day: '2026-11-26' })
    expect(await seen('full-day-way')).toHaveTextContent('可以候补')
  })
})

describe('a balloted day says so', () => {
  const shows = (of: ReturnType<typeof ballot>) =>
    onStage(SlotPage, link, { 'waitlist/ballots': { items: [of] } })

  it('while entries are taken, until when, with the way to all of it', async () => {
    shows(ballot())
    expect(await seen('ballot-note')).toHaveTextContent('11月23日 周一 9:00 前报名')
    await tap('see-ballot')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({
      url: `/packages/waitlist/ballot/index?hallId=east&day=${DAY}`,
    })
  })

  it('and a time of it is entered at once, also on a day that is full', async () => {
    onStage(SlotPage, link, {
      'waitlist/ballots': { items: [ballot()] },
      'appointments/days': { days: [{ day: DAY, state: 'full', left: 0 }], rules: [] },
    })
    await waitFor(() => expect(el('slot-540')).toHaveTextContent('可报名'))
    expect(document.getElementById('full-day-way')).toBeNull()
    await tap('slot-540')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: JOIN })
    expect(document.getElementById('full')).toBeNull()
  })

  it.each([
    ['drawing', listed(), '正在抽签'],
    ['closed by the clock alone', ballot({ closesAt: NOW - 1 }), '正在抽签'],
    ['drawn', drawn(), '已抽签'],
  ] as const)('when it is %s', async (_what, of, words) => {
    shows(of)
    expect(await seen('ballot-note')).toHaveTextContent(words)
  })

  it('and one of which nothing can be learnt leaves the times as they are', async () => {
    onStage(SlotPage, link, { 'waitlist/ballots': refuse(500, 'INTERNAL', '系统出了问题。') })
    await seen('slot-570')
    expect(document.getElementById('ballot-note')).toBeNull()
  })
})

describe('joining a line', () => {
  const wish = { ...link, start: '540' }
  const shows = (of: ReturnType<typeof line>, more: Readonly<Record<string, unknown>> = {}, options = {}) =>
    onStage(JoinPage, wish, { 'waitlist/line': of, ...more }, options)

  it('says which place one gets, how it works, and the rules; then joins for whom one chose', async () => {
    const { calls } = shows(line(), { 'waitlist/join': { wait: wait() } })
    expect(await seen('line-says')).toHaveTextContent('现在有 3 人在等，您会排在第 4 位')
    expect(el('how')).toHaveTextContent('轮到您时')
    expect(screen.getByText(/20 分钟内接受有效/)).toBeInTheDocument()
    expect(screen.getByText(/21:00 到次日 8:00/)).toBeInTheDocument()
    expect(namelessControls()).toEqual([])
    await tap('for-tp_2')
    await tap('join')
    await waitFor(() =>
      expect(calls('waitlist/join')).toEqual([
        { hallId: 'east', matter: 'FPLY', day: DAY, start: 540, taxpayerId: 'tp_2' },
      ]),
    )
    await waitFor(() =>
      expect(Taro.redirectTo).toHaveBeenLastCalledWith({
        url: `/packages/waitlist/one/index?id=${WAIT}&fresh=1`,
      }),
    )
  })

  it('of a balloted day is entering it, with the same chance for all', async () => {
    shows(line({ ballot: ballot() }))
    expect(await seen('line-says')).toHaveTextContent('11月23日 周一 9:00 截止报名')
    expect(el('how')).toHaveTextContent('机会均等')
    expect(el('join')).toHaveTextContent('报名抽签')
  })

  it('tells what a refusal means and where to go', async () => {
    shows(line(), { 'waitlist/join': refuse(409, 'WAITS_LIMIT', '您同时候补的时段已达上限，请先退出一个。') })
    await tap('join')
    expect(await seen('refusal')).toHaveTextContent('已达上限')
    await tap('way-waits')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/waitlist/list/index' })
  })

  it('is tried again under one key when nothing came back', async () => {
    const { answers, asked } = shows(line(), { 'waitlist/join': NO_NETWORK })
    await tap('join')
    await waitFor(() => expect(el('refusal')).toBeInTheDocument(), { timeout: 4000 })
    answers['waitlist/join'] = { wait: wait() }
    await tap('way-again')
    await waitFor(() => expect(Taro.redirectTo).toHaveBeenCalled())
    const keys = asked
      .filter(({ procedure }) => procedure === 'waitlist/join')
      .map(({ headers }) => headers['Idempotency-Key'])
    expect(keys.length).toBeGreaterThan(2)
    expect(new Set(keys).size).toBe(1)
  })

  it.each([
    ['that is as long as it may be', line({ open: false, waiting: 50 }), '候补的人已满'],
    ['of a time with seats', line({ open: false, waiting: 0 }), '可以直接预约'],
    ['while its day is drawn', line({ open: false, ballot: listed() }), '正在抽签'],
  ] as const)('%s is not possible, with the way to other times', async (_what, of, words) => {
    shows(of)
    expect(await seen('line-says')).toHaveTextContent(words)
    expect(document.getElementById('join')).toBeNull()
    await tap('other-times')
    expect(Taro.redirectTo).toHaveBeenLastCalledWith({
      url: `/packages/booking/slot/index?hallId=east&matter=FPLY&day=${DAY}`,
    })
  })

  it('asks to sign in first, and what a broken link lacks', async () => {
    shows(line(), {}, { signedIn: false })
    expect(await seen('sign-in')).toBeInTheDocument()
    expect(el('join')).toHaveAttribute('aria-disabled', 'true')
    onStage(JoinPage, { hallId: 'east' })
    expect(await screen.findByText(/还差一步/)).toBeInTheDocument()
  })

  test('a time that the hall stopped, or that has passed, is shut whatever its line says', () => {
    expect(lineOutlook(line(), NOW, 'closed')).toBe('shut')
    expect(lineOutlook(line({ ballot: ballot() }), NOW, 'past')).toBe('shut')
    expect(lineOutlook(line({ ballot: drawn() }), NOW, 'full')).toBe('line')
  })
})

describe('my appointments', () => {
  const door = (items: readonly unknown[]) => onStage(MinePage, {}, { 'waitlist/mine': { items } })

  it('lead to what I wait for, and to an offer at once', async () => {
    door([wait(), wait({ id: `${WAIT.slice(0, -1)}2`, state: 'entered' }), wait({ id: 'x', state: 'left' })])
    expect(await seen('waits')).toHaveTextContent('正在候补 2 个时段')
    await tap('see-waits')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/waitlist/list/index' })
    door([wait({ id: `${WAIT.slice(0, -1)}2` }), offered({ offerUntil: NOW + 5 * MINUTE })])
    expect(await seen('waits')).toHaveTextContent('有名额等您接受')
    await tap('see-waits')
    expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/waitlist/one/index?id=${WAIT}` })
  })

  it('say nothing of waiting while I wait for nothing', async () => {
    door([offered({ offerUntil: NOW - 1 }), wait({ id: 'x', state: 'over' })])
    await seen('appointments')
    expect(document.getElementById('waits')).toBeNull()
  })
})
