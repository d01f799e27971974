import { act, screen, waitFor } from '@testing-library/react'
import Taro, { fireHook } from '../../harness/taro/taro'
import { refuse } from '../../harness/taro/server'
import { keepDraft } from '../../../src/packages/booking/parts/draft'
import SlotPage from '../../../src/packages/booking/slot'
import { appointment, held, NOW } from './fixtures'
import { el, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()
const link = { hallId: 'east', matter: 'FPLY', day: '2026-11-24' }

it('shows days with what is left and why not, and times in halves of the day', async () => {
  onStage(SlotPage, link)
  await seen('slot-570')
  expect(el('day-2026-11-24')).toHaveAttribute('aria-checked', 'true')
  expect(el('day-2026-11-24')).toHaveTextContent('余 37')
  expect(el('day-2026-11-23')).toHaveTextContent('不可约')
  expect(el('slot-570')).toHaveAccessibleName('9:30 到 10:00，还有 4 个名额')
  expect(screen.getByText(/上午/)).toBeInTheDocument()
  expect(namelessControls()).toEqual([])
})

it('says why a day cannot be booked, on what basis, and which days can', async () => {
  onStage(SlotPage, link)
  await tap('day-2026-11-23')
  expect(await screen.findByText('每月 23 日下午不受理预约')).toBeInTheDocument()
  expect(screen.getByText(/广州税务.*以主管税务机关最新规定为准/)).toBeInTheDocument()
  await tap('near-day-2026-11-24')
  expect(el('day-2026-11-24')).toHaveAttribute('aria-checked', 'true')
})

it('keeps the seat as soon as a time is chosen, counts down, and leads to confirming it', async () => {
  const { calls } = onStage(SlotPage, link)
  expect(await seen('confirm')).toHaveAttribute('aria-disabled', 'true')
  await tap('slot-570')
  await waitFor(() => expect(el('held-clock')).toHaveTextContent('为您保留 10:00'))
  expect(calls('appointments/hold')).toEqual([
    { hallId: 'east', matter: 'FPLY', day: '2026-11-24', start: 570 },
  ])
  act(() => void jest.advanceTimersByTime(18_000))
  expect(el('held-clock')).toHaveTextContent(/为您保留 09:4[0-2]/)
  expect(el('slot-570')).toHaveAttribute('aria-checked', 'true')
  await tap('confirm')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: `/packages/booking/confirm/index?hallId=east&matter=FPLY&day=2026-11-24&start=570&hold=${held().id}`,
  })
})

it('gives the first seat back when another time is chosen', async () => {
  const { asked } = onStage(SlotPage, link)
  await tap('slot-570')
  await seen('held-clock')
  await tap('slot-600')
  await waitFor(() => expect(el('slot-600')).toHaveAttribute('aria-checked', 'true'))
  const steps = asked.map(({ procedure }) => procedure).filter((name) => /hold|cancel/.test(name))
  expect(steps).toEqual(['appointments/hold', 'appointments/cancel', 'appointments/hold'])
})

it('says when a hold has lapsed, and takes the seat again', async () => {
  const { calls } = onStage(SlotPage, link)
  await tap('slot-570')
  await seen('held-clock')
  act(() => void jest.advanceTimersByTime(601_000))
  expect(await screen.findByText('保留已过期，名额已放回')).toBeInTheDocument()
  await tap('again')
  await waitFor(() => expect(calls('appointments/hold')).toHaveLength(2))
})

it('answers a tap on a full time with the nearest free ones', async () => {
  const { calls } = onStage(SlotPage, link)
  await tap('slot-540')
  expect(await screen.findByText('9:00 约满了')).toBeInTheDocument()
  expect(calls('appointments/hold')).toEqual([])
  await tap('near-570')
  await waitFor(() =>
    expect(calls('appointments/hold')).toEqual([
      { hallId: 'east', matter: 'FPLY', day: '2026-11-24', start: 570 },
    ]),
  )
})

it('shows the nearest free times of a refusal as buttons that take them', async () => {
  const nearest = [
    { hallId: 'east', day: '2026-11-24', start: 600, end: 630, left: 2 },
    { hallId: 'west', day: '2026-11-24', start: 570, end: 600, left: 1 },
  ]
  const { calls, answers } = onStage(SlotPage, link, {
    'appointments/hold': refuse(409, 'SLOT_FULL', '这个时段已约满,请看看相近的时段。', { nearest }),
  })
  await tap('slot-570')
  expect(await seen('refusal')).toHaveTextContent('这个时段已约满')
  expect(el('near-west-2026-11-24-570')).toHaveTextContent('城西办税服务厅')
  answers['appointments/hold'] = { appointment: held({ start: 600, end: 630 }) }
  await tap('near-east-2026-11-24-600')
  await waitFor(() => expect(calls('appointments/hold')).toHaveLength(2))
  expect(document.getElementById('refusal')).toBeNull()
})

it('names the rule of a limit, its basis, and the appointments that use it up', async () => {
  const data = {
    rule: '同一纳税人每周最多预约 2 次',
    basis: '容桂规则',
    unconfirmed: true,
    limit: 2,
    used: 2,
  }
  onStage(SlotPage, link, { 'appointments/hold': refuse(409, 'LIMIT_WEEK', '本周预约次数已达上限。', data) })
  await tap('slot-570')
  expect(await seen('refusal')).toHaveTextContent('同一纳税人每周最多预约 2 次')
  expect(el('refusal')).toHaveTextContent('以主管税务机关最新规定为准')
  expect(el('refusal')).toHaveTextContent('已用 2 次，上限 2 次')
  await tap(`counted-${appointment().id}`)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: `/packages/booking/ticket/index?id=${appointment().id}`,
  })
})

it('says until when booking is suspended', async () => {
  const data = {
    rule: '暂停预约 30 天',
    basis: '广州通告',
    unconfirmed: false,
    limit: 3,
    used: 3,
    until: NOW + 86_400_000,
  }
  onStage(SlotPage, link, { 'appointments/hold': refuse(409, 'BANNED', '因多次失约,暂不能预约。', data) })
  await tap('slot-570')
  expect(await seen('refusal')).toHaveTextContent('到 11月23日 周一 10:00 为止')
})

it('leads to the taxpayer form when there is nobody to book for, and back', async () => {
  onStage(SlotPage, link, { 'appointments/hold': refuse(409, 'NO_TAXPAYER', '请先填写为谁办税。') })
  await tap('slot-570')
  await tap('way-addTaxpayer')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: expect.stringMatching(/^\/packages\/account\/taxpayer\/index\?from=%2Fpackages%2Fbooking%2Fslot/),
  })
})

it('asks for what a link lacks', async () => {
  onStage(SlotPage, { hallId: 'east' })
  expect(await screen.findByText('还差一步：先选大厅、事项和时段')).toBeInTheDocument()
})

it('speaks of the hold at a few marks, not every second', async () => {
  onStage(SlotPage, link)
  await tap('slot-570')
  const voice = (await seen('held-clock')).querySelector('[role="status"]')
  const heard = new Set<string>()
  for (let second = 0; second < 595; second += 5) {
    act(() => void jest.advanceTimersByTime(5000))
    heard.add(voice?.textContent ?? '')
  }
  expect(heard.size).toBeLessThanOrEqual(7)
  expect([...heard].join()).toContain('还剩 5 分钟')
})

it('takes what was asked for as soon as there is someone to book for', async () => {
  const { calls, answers } = onStage(SlotPage, link, {
    'appointments/hold': refuse(409, 'NO_TAXPAYER', '请先填写为谁办税。'),
  })
  await tap('slot-570')
  await seen('refusal')
  answers['appointments/hold'] = { appointment: held() }
  act(() => void fireHook('didShow'))
  expect(await seen('held-clock')).toBeInTheDocument()
  expect(calls('appointments/hold')).toHaveLength(2)
  expect(document.getElementById('refusal')).toBeNull()
})

it('gives back a seat kept at another hall when one is taken here', async () => {
  const away = held({ id: `ap_${'7'.repeat(26)}`, hallId: 'west', start: 600, end: 630 })
  const { calls } = onStage(SlotPage, link, { 'appointments/get': { appointment: away } })
  keepDraft({ hallId: 'west', matter: 'FPLY', hold: away.id, heldUntil: away.heldUntil })
  act(() => void fireHook('didShow'))
  await waitFor(() => expect(calls('appointments/get')).toHaveLength(1))
  expect(document.getElementById('held-clock')).toBeNull()
  await tap('slot-570')
  await seen('held-clock')
  expect(calls('appointments/cancel')).toEqual([{ id: away.id }])
})

it('offers the same time for another taxpayer when a limit refuses the first', async () => {
  const data = {
    rule: '同一纳税人每周最多预约 2 次',
    basis: '容桂规则',
    unconfirmed: true,
    limit: 2,
    used: 2,
  }
  const { calls, answers } = onStage(SlotPage, link, {
    'appointments/hold': refuse(409, 'LIMIT_WEEK', '本周预约次数已达上限。', data),
  })
  await tap('slot-570')
  await seen('refusal')
  expect(document.getElementById('instead-tp_1')).toBeNull()
  answers['appointments/hold'] = { appointment: held() }
  await tap('instead-tp_2')
  await seen('held-clock')
  expect(calls('appointments/hold')).toMatchObject([{ start: 570 }, { start: 570, taxpayerId: 'tp_2' }])
})
