/** Another time for an appointment: nothing is given up before the new one is sure. */
import { screen, waitFor } from '@testing-library/react'
import { instantOf } from '../../../functions/core/pure/time'
import RebookPage from '../../../src/packages/booking/rebook'
import TicketPage from '../../../src/packages/booking/ticket'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { appointment, DAY, hall, NOW } from '../booking/fixtures'
import { el, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()
const mine = appointment({ start: 570, end: 600 })
const moved = appointment({ id: 'ap_01hf8z6m9k3v7q2w4x5y6z7a8c', start: 600, end: 630 })
const shows = (more: Readonly<Record<string, unknown>> = {}, it = mine) =>
  onStage(RebookPage, { id: it.id }, { 'appointments/get': { appointment: it }, ...more })

it('is a way of every ticket that can be used, and of no other', async () => {
  onStage(TicketPage, { id: mine.id }, { 'appointments/get': { appointment: mine } })
  await tap('rebook')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: `/packages/booking/rebook/index?id=${mine.id}`,
  })
  onStage(
    TicketPage,
    { id: mine.id },
    {
      'appointments/get': { appointment: { ...mine, state: 'cancelled', canCancel: false } },
    },
  )
  await seen('book-again')
  expect(document.getElementById('rebook')).toBeNull()
})

it('says that the old time stays until the new is sure, asks once more with both, then says both', async () => {
  const { calls } = shows({ 'appointments/rebook': { appointment: moved } })
  expect(await seen('rebook-now')).toHaveTextContent('新的时间约好之前，这个预约一直有效')
  expect(await seen('slot-570')).toHaveTextContent('现在约的')
  expect(namelessControls()).toEqual([])
  await tap('slot-570')
  expect(document.getElementById('rebook-sheet')).toBeNull()
  await tap('slot-600')
  expect(await seen('rebook-sheet')).toHaveTextContent('9:30–10:00')
  expect(el('rebook-sheet')).toHaveTextContent('10:00–10:30')
  expect(calls('appointments/rebook')).toEqual([])
  await tap('rebook-sheet-confirm')
  expect(await seen('rebooked')).toHaveTextContent('10:00–10:30')
  expect(el('released')).toHaveTextContent('9:30–10:00 已放回')
  expect(el('rebooked')).toHaveTextContent('不计入取消次数')
  expect(calls('appointments/rebook')).toEqual([{ id: mine.id, hallId: 'east', day: DAY, start: 600 }])
  expect(calls('appointments/hold')).toEqual([])
  expect(calls('appointments/cancel')).toEqual([])
  await tap('new-ticket')
  expect(Taro.redirectTo).toHaveBeenLastCalledWith({ url: `/packages/booking/ticket/index?id=${moved.id}` })
})

it('that is refused says that the appointment stands, and offers the nearest times', async () => {
  const nearest = [{ hallId: 'east', day: DAY, start: 660, end: 690, left: 2 }]
  const { calls } = shows({
    'appointments/rebook': refuse(409, 'SLOT_FULL', '这个时段已约满。', { nearest }),
  })
  await tap('slot-600')
  await tap('rebook-sheet-confirm')
  expect(await seen('rebook-kept')).toHaveTextContent('原来的预约还在')
  await tap(`near-east-${DAY}-660`)
  expect(await seen('rebook-sheet')).toHaveTextContent('11:00–11:30')
  await tap('rebook-sheet-keep')
  expect(calls('appointments/rebook')).toHaveLength(1)
})

it('late says that it counts, before and after', async () => {
  const late = { ...mine, cancelUntil: NOW - 1 }
  shows({ 'appointments/rebook': { appointment: moved } }, late)
  expect(await seen('rebook-late')).toHaveTextContent('1 次迟取消')
  await tap('slot-600')
  await tap('rebook-sheet-confirm')
  expect(await seen('rebooked')).toHaveTextContent('记 1 次迟取消')
})

it('goes to another hall that does the same, and into the line of a full time', async () => {
  const { calls } = shows({
    'appointments/halls': { halls: [hall(), hall({ id: 'west', name: '城西办税服务厅' })] },
    'appointments/rebook': { appointment: { ...moved, hallId: 'west', hallName: '城西办税服务厅' } },
  })
  await tap('slot-540')
  await tap('join-line')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: `/packages/booking/wait/index?hallId=east&matter=FPLY&day=${DAY}&start=540`,
  })
  await tap('change-hall')
  await tap('hall-west')
  await tap('slot-570')
  expect(await seen('rebook-sheet')).toHaveTextContent('城西办税服务厅')
  await tap('rebook-sheet-confirm')
  await waitFor(() =>
    expect(calls('appointments/rebook')).toEqual([{ id: mine.id, hallId: 'west', day: DAY, start: 570 }]),
  )
})

it.each([
  [
    'begun',
    { day: '2026-11-22', start: 570, end: 630, canCancel: false, checkInFrom: instantOf('2026-11-22', 555) },
  ],
  ['cancelled', { state: 'cancelled', canCancel: false }],
  ['only held', { state: 'held', heldUntil: NOW + 600_000 }],
] as const)('is not possible for one that is %s, and says what is', async (_what, change) => {
  shows({}, { ...mine, ...change })
  expect(await screen.findByText('这个预约不能改约')).toBeInTheDocument()
})

it('of what is not mine leads to my appointments', async () => {
  shows({ 'appointments/get': refuse(404, 'NOT_FOUND', '没有找到。') })
  expect(await screen.findByText('没有找到这张凭证')).toBeInTheDocument()
})
