import { act, screen, waitFor, within } from '@testing-library/react'
import { addDays } from '../../../functions/core/pure/time'
import OfficeDayPage from '../../../src/packages/office/day'
import { hallToShow } from '../../../src/client/halls-on-duty'
import Taro, { fireHook } from '../../harness/taro/taro'
import { NO_NETWORK, refuse } from '../../harness/taro/server'
import { DAY, dayList, hall, person } from '../booking/fixtures'
import { el, namelessControls, onStage, seen, standStill, tap, typeInto } from '../booking/stage'

standStill()
const { load: _load, openToday: _openToday, ...east } = hall()
const onDuty = { halls: [east, { ...east, id: 'west', name: '城西办税服务厅' }] }
/** Thirty days of which two had bookings. */
const thirtyDays = (some = true) => ({
  hallId: 'east',
  days: Array.from({ length: 30 }, (_, i) => ({
    day: addDays(DAY, i - 29),
    booked: some && i > 27 ? 10 * (i - 27) : 0,
    cancelled: some && i > 27 ? 2 : 0,
    cancelledByHall: some && i === 29 ? 8 : 0,
  })),
})
const stage = (
  change: Readonly<Record<string, unknown>> = {},
  params: Readonly<Record<string, string>> = { day: DAY },
) =>
  onStage(OfficeDayPage, params, {
    'halls/onDuty': onDuty,
    'appointments/dayList': dayList(),
    'appointments/tallies': thirtyDays(),
    ...change,
  })

it('lists who comes when, masked, with code, matter and state', async () => {
  stage()
  const people = within(await screen.findByRole('table', { name: '名单' }))
  expect(people.getAllByRole('row')).toHaveLength(5)
  expect(el('person-048213')).toHaveTextContent('9:30–10:00048 213王*明发票领用已核验已预约')
  expect(el('sum-coming')).toHaveTextContent('2')
  expect(namelessControls()).toEqual([])
})

it('reads every page of the list before it is shown', async () => {
  const pages = ({ after }: { after?: string }) =>
    after === 'c1'
      ? dayList({ items: [person({ id: 'ap_01hf8z6m9k3v7q2w4x5y6z7a8z', code: '999999', name: '末*' })] })
      : { ...dayList(), next: 'c1' }
  stage({ 'appointments/dayList': pages })
  expect(await seen('person-999999')).toBeInTheDocument()
  expect(el('person-048213')).toBeInTheDocument()
})

const many = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) =>
    person({
      id: `ap_${String(from + i).padStart(26, '0')}`,
      code: String(100_000 + from + i),
      start: 540 + ((from + i) % 10) * 30,
    }),
  )
/** A day of so many pages, each of two people. */
const longDay =
  (pages: number) =>
  ({ after = '0' }: { after?: string }) => {
    const at = Number(after)
    return dayList({ items: many(at * 2, 2), ...(at + 1 < pages ? { next: String(at + 1) } : {}) })
  }

it('goes on to the end of a very long day, and exports all of it', async () => {
  stage({ 'appointments/dayList': longDay(73) })
  expect(await screen.findByText('146 条', undefined, { timeout: 4000 })).toBeInTheDocument()
  const csv = decodeURIComponent(el('export-csv').getAttribute('href') ?? '')
  expect(csv.trim().split('\r\n')).toHaveLength(147)
  expect(document.getElementById('export-partial')).toBeNull()
  expect(el('people-end')).toHaveTextContent('已全部显示')
})

it('says what is missing where a page failed: on screen, in the export, on paper; and goes on when asked', async () => {
  const { answers } = stage({
    'appointments/dayList': (asked: { after?: string }) =>
      asked.after === '3' ? refuse(403, 'FORBIDDEN', '网络不行。') : longDay(73)(asked),
  })
  expect(await seen('people-failed')).toHaveTextContent('现有 6 条')
  expect(screen.getByText('已加载 6 条，还有更多')).toBeInTheDocument()
  expect(el('export-partial')).toHaveTextContent('只有前 6 条')
  for (const file of ['export-csv', 'export-html'])
    expect(decodeURIComponent(el(file).getAttribute('href') ?? '')).toContain('不完整：只有前 6 条')
  expect(document.querySelector('.of-paper')).toHaveTextContent('不完整：只有前 6 条')
  answers['appointments/dayList'] = longDay(5)
  await tap('people-more')
  expect(await screen.findByText('10 条')).toBeInTheDocument()
  expect(document.getElementById('export-partial')).toBeNull()
})

it('shows thirty days in bars, with a table of their numbers, and what they come to', async () => {
  const { calls } = stage()
  expect(await seen(`tally-${DAY}`)).toHaveTextContent('11月24日1028')
  const table = within(screen.getByRole('table', { name: '三十天概况：数字' }))
  expect(table.getAllByRole('row')).toHaveLength(31)
  expect([...el(`tally-bar-${DAY}`).children].map((bar) => bar.getAttribute('style'))).toEqual([
    'height: 50%;',
    'height: 10%;',
    'height: 40%;',
  ])
  expect(el('tally-key-kept')).toHaveTextContent('有效预约 18')
  expect(el('tally-key-cancelled')).toHaveTextContent('本人取消 4')
  expect(el('tally-key-cancelledByHall')).toHaveTextContent('大厅取消 8')
  expect(calls('appointments/tallies')).toEqual([{ hallId: hall().id, until: DAY }])
})

it('says so when nothing was booked, and offers another try when the numbers do not come', async () => {
  const { answers } = stage({ 'appointments/tallies': refuse(403, 'FORBIDDEN', '不行。') })
  expect(await seen('tally-retry')).toHaveTextContent('再取一次')
  expect(await seen('person-048213')).toBeInTheDocument()
  answers['appointments/tallies'] = thirtyDays(false)
  await tap('tally-retry')
  expect(await seen('tally-none')).toHaveTextContent('这三十天没有预约')
})

it('finds a person by code', async () => {
  stage()
  await seen('person-048213')
  typeInto('people-search', '310774')
  await waitFor(() => expect(document.getElementById('person-048213')).toBeNull())
  expect(el('person-310774')).toHaveTextContent('城东**贸易有限公司')
})

it('goes from hall to hall and from day to day', async () => {
  const { calls } = stage()
  await tap('next-day')
  await tap('hall-west')
  await waitFor(() =>
    expect(calls('appointments/dayList')).toContainEqual({ hallId: 'west', day: '2026-11-25', limit: 100 }),
  )
})

it('offers the list as files that need no network', async () => {
  stage()
  const csv = await seen('export-csv')
  expect(csv).toHaveAttribute('download', `城东办税服务厅-${DAY}.csv`)
  expect(decodeURIComponent(csv.getAttribute('href') ?? '')).toContain('048 213')
  expect(decodeURIComponent(el('export-html').getAttribute('href') ?? '')).toContain('<table>')
})

it('prints', async () => {
  const print = jest.fn()
  Reflect.set(globalThis, 'print', print)
  stage()
  await tap('print')
  expect(print).toHaveBeenCalledTimes(1)
})

describe('seats', () => {
  it('are set with a reason; every problem is told at once', async () => {
    const { calls } = stage({ 'appointments/setCapacity': { slots: [] } })
    await tap('edit-570')
    typeInto('capacity-online', '2')
    typeInto('capacity-priority', 'x')
    await tap('capacity-yes')
    expect(el('capacity-online-problem')).toHaveTextContent('不能少于已预约的 3 个')
    expect(el('capacity-priority-problem')).toBeInTheDocument()
    expect(el('capacity-reason-problem')).toBeInTheDocument()
    expect(calls('appointments/setCapacity')).toEqual([])
    typeInto('capacity-online', '5')
    typeInto('capacity-priority', '1')
    typeInto('capacity-reason', '少一个窗口')
    await tap('capacity-yes')
    await waitFor(() =>
      expect(calls('appointments/setCapacity')).toEqual([
        {
          hallId: 'east',
          day: DAY,
          start: 570,
          capacity: { online: 5, walkIn: 2, priority: 1 },
          reason: '少一个窗口',
        },
      ]),
    )
    expect(await seen('said')).toHaveTextContent('名额已更新')
  })

  it('of the whole day are set without a time', async () => {
    const { calls } = stage({ 'appointments/setCapacity': { slots: [] } })
    await tap('edit-day')
    typeInto('capacity-online', '9')
    typeInto('capacity-reason', '加开窗口')
    await tap('capacity-yes')
    await waitFor(() =>
      expect(calls('appointments/setCapacity')).toEqual([
        { hallId: 'east', day: DAY, capacity: { online: 9, walkIn: 2, priority: 1 }, reason: '加开窗口' },
      ]),
    )
  })

  it('that somebody took meanwhile are told with their time', async () => {
    stage({
      'appointments/setCapacity': refuse(409, 'CAPACITY_TAKEN', '名额不能少于已预约的人数。', {
        start: 570,
        taken: { online: 6, walkIn: 0, priority: 0 },
      }),
    })
    await tap('edit-570')
    typeInto('capacity-reason', '少一个窗口')
    await tap('capacity-yes')
    expect(await screen.findByText(/9:30 已约：网上 6/)).toBeInTheDocument()
  })
})

describe('closing a day', () => {
  it('says how many are affected before it is done, and after', async () => {
    const { calls } = stage({ 'appointments/closeDay': { hallId: 'east', day: DAY, affected: 3 } })
    await tap('close-day')
    expect(await seen('close-affected')).toHaveTextContent('3 位已预约的人会被取消')
    await tap('close-yes')
    expect(el('close-reason-problem')).toBeInTheDocument()
    expect(calls('appointments/closeDay')).toEqual([])
    typeInto('close-reason', '……')
    expect(el('close-reason-problem')).toHaveTextContent('请写清楚：至少两个字或数字')
    typeInto('close-reason', '停电检修')
    await tap('close-yes')
    await waitFor(() =>
      expect(calls('appointments/closeDay')).toEqual([{ hallId: 'east', day: DAY, reason: '停电检修' }]),
    )
    expect(await seen('said')).toHaveTextContent('3 位')
  })

  it('is not offered for a day that is past, nor for one that is stopped', async () => {
    stage({ 'appointments/dayList': dayList({ day: '2026-11-20' }) }, { day: '2026-11-20' }).unmount()
    stage({ 'appointments/dayList': dayList({ state: 'stopped' }) })
    expect(await screen.findByText('这一天已停约')).toBeInTheDocument()
    expect(document.getElementById('close-day')).toBeNull()
    expect(document.getElementById('edit-570')).toBeNull()
  })
})

it('works from last data without network: to read and export, not to change', async () => {
  const { answers } = stage()
  await seen('person-048213')
  answers['appointments/dayList'] = NO_NETWORK
  act(() => void fireHook('didShow'))
  expect(await screen.findByText(/没有网络，暂时不能修改/, undefined, { timeout: 4000 })).toBeInTheDocument()
  expect(el('person-048213')).toBeInTheDocument()
  expect(el('export-csv')).toBeInTheDocument()
  expect(document.getElementById('close-day')).toBeNull()
})

describe('the halls of an officer', () => {
  it.each([
    ['an officer of one hall sees one, by its name', [east], ['城东办税服务厅']],
    ['a region’s supervisor sees those of the region', onDuty.halls, ['hall-east', 'hall-west']],
    [
      'a supervisor of the whole deployment sees all of them',
      ['a', 'b', 'c', 'd'].map((id) => ({ ...east, id, name: id })),
      ['hall'],
    ],
  ])('are the server’s: %s', async (_, halls, found) => {
    const { calls } = stage({ 'halls/onDuty': { halls } })
    await seen('day')
    expect(calls('halls/onDuty').length).toBeGreaterThan(0)
    for (const one of found) expect(document.getElementById(one) ?? screen.getByText(one)).toBeInTheDocument()
    expect(document.querySelectorAll('[id^=hall-]')).toHaveLength(found.length > 1 ? found.length : 0)
  })

  it('are none for who has another role: it says what to do', async () => {
    stage({ 'halls/onDuty': refuse(403, 'FORBIDDEN', '您没有办理此事的权限。') })
    expect(await screen.findByText('您的账户没有负责的大厅')).toBeInTheDocument()
  })

  it('are none for an officer whose grant names none', async () => {
    stage({ 'halls/onDuty': { halls: [] } })
    expect(await screen.findByText('您的账户没有负责的大厅')).toBeInTheDocument()
  })

  it('never include the one a link asks for without being theirs', () => {
    expect(hallToShow([{ id: 'west' }], 'east')?.id).toBe('west')
  })
})

describe('opening a closed day again', () => {
  const closed = { 'appointments/dayList': dayList({ state: 'stopped' }) }

  it('is offered where a day is closed, and asked for in words with a reason', async () => {
    const { calls } = stage({
      ...closed,
      'appointments/reopenDay': { hallId: 'east', day: DAY, cancelled: 3 },
    })
    await tap('reopen-day')
    expect(await seen('reopen-day-sheet')).toHaveTextContent('已取消的预约不恢复')
    await tap('reopen-yes')
    expect(el('reopen-reason-problem')).toBeInTheDocument()
    expect(calls('appointments/reopenDay')).toEqual([])
    typeInto('reopen-reason', '停错了日期')
    await tap('reopen-yes')
    await waitFor(() =>
      expect(calls('appointments/reopenDay')).toEqual([{ hallId: 'east', day: DAY, reason: '停错了日期' }]),
    )
    expect(await seen('said')).toHaveTextContent('3 个已取消的预约不恢复')
    expect(namelessControls()).toEqual([])
  })

  it('says why it was refused', async () => {
    stage({ ...closed, 'appointments/reopenDay': refuse(409, 'DAY_NOT_CLOSED', '这一天没有停止预约。') })
    await tap('reopen-day')
    typeInto('reopen-reason', '停错了日期')
    await tap('reopen-yes')
    expect(await screen.findByText('这一天没有停止预约。')).toBeInTheDocument()
  })

  it('is not offered for a day that is open, nor for one that is past', async () => {
    stage().unmount()
    stage({ 'appointments/dayList': dayList({ day: '2026-11-20', state: 'stopped' }) }, { day: '2026-11-20' })
    await seen('day')
    expect(document.getElementById('reopen-day')).toBeNull()
  })
})

it('leads to the workbench of the hall, with how much is to be done', async () => {
  stage({ 'workbench/list': { items: [{ mayAct: true, assignee: 'nobody' }] } })
  await waitFor(() => expect(el('open-workbench')).toHaveTextContent('打开工作台（1 件待办）'))
  await tap('open-workbench')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/packages/workbench/list/index?hallId=east' })
})
