import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import Taro from '../../harness/taro/taro'
import { prefer } from '../../../src/client/preferences'
import { forgetQueries } from '../../../src/client/queries'
import { signOutHere } from '../../../src/client/session'
import MonthPage from '../../../src/packages/deadlines/month'
import { refuse } from '../../harness/taro/server'
import { el, namelessControls, seen, standStill, tap } from '../booking/stage'
import { answersFor, company, self, show } from './fixtures'

standStill()
afterEach(() =>
  act(() => {
    signOutHere()
    forgetQueries('')
    prefer({ language: 'zh-CN' })
  }),
)

const DECEMBER = { month: '2026-12' }

it('shows the month with its marks, and below it what is due, day by day', async () => {
  show(MonthPage, 'month', { month: '2026-10' })
  const day = await seen('on-2026-10-26')
  expect(day).toHaveAccessibleName('10月26日 周一，3 项截止')
  expect(el('day-2026-10-26')).toHaveTextContent('10月26日 周一 截止')
  expect(el('day-2026-10-26')).toHaveTextContent('增值税及附加')
  expect(el('grid')).toHaveTextContent('休')
  expect(namelessControls()).toEqual([])
})

it('opens a deadline of its taxpayer', async () => {
  show(MonthPage, 'month', DECEMBER)
  await tap('due-vat.2026-11-tp_2')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/packages/deadlines/one/index?id=vat.2026-11&taxpayer=tp_2',
  })
})

it('goes from month to month, and back to today’s', async () => {
  const { calls } = show(MonthPage, 'month')
  await seen('day-2026-11-16')
  await tap('month-after')
  await seen('day-2026-12-15')
  expect(calls('deadlines/mine')).toContainEqual({ from: '2026-12-01', to: '2026-12-31' })
  await tap('to-today')
  await seen('day-2026-11-16')
  await tap('month-before')
  await seen('day-2026-10-26')
})

it('goes to the month beside by a finger moved to the side, not by one moved down', async () => {
  show(MonthPage, 'month', DECEMBER)
  const grid = await seen('grid')
  const touch = (x: number, y: number) => ({ changedTouches: [{ pageX: x, pageY: y }] })
  fireEvent.touchStart(grid, touch(200, 100))
  fireEvent.touchEnd(grid, touch(90, 300))
  expect(screen.getByText('2026年12月')).toBeInTheDocument()
  fireEvent.touchStart(grid, touch(200, 100))
  fireEvent.touchEnd(grid, touch(320, 110))
  await seen('day-2026-11-16')
})

it('shows one day alone when it is chosen, or when its address names it, and the whole month again', async () => {
  show(MonthPage, 'month', { day: '2026-12-31' }, answersFor([self, company]))
  await seen('day-2026-12-31')
  expect(document.getElementById('day-2026-12-15')).toBeNull()
  expect(el('on-2026-12-31')).toHaveAttribute('aria-checked', 'true')
  await tap('whole-month')
  expect(el('day-2026-12-15')).toHaveTextContent('城东**贸易有限公司')
  await tap('on-2026-12-15')
  expect(document.getElementById('day-2026-12-31')).toBeNull()
})

it('says that the holidays of a year are not published, and that the days may move', async () => {
  show(MonthPage, 'month', { month: '2027-01' })
  expect(await seen('unpublished')).toHaveTextContent('2027年的放假安排还没有公布')
  expect(await seen('day-2027-01-15')).toHaveTextContent('1月15日 周五 截止，可能顺延')
})

it('shows what is filed, and says when all of a day is', async () => {
  show(MonthPage, 'month', { month: '2026-10' }, answersFor([company], ['vat.2026-09', 'cit.2026Q3']))
  expect(await seen('due-vat.2026-09-tp_2')).toHaveTextContent('已申报')
  expect(el('due-stamp.2026Q3-tp_2')).not.toHaveTextContent('已申报')
  expect(el('on-2026-10-26')).toHaveAccessibleName('10月26日 周一，3 项截止')
})

it('asks what an enterprise is that nobody has described, and leads to where one says it', async () => {
  show(MonthPage, 'month', DECEMBER, answersFor([{ ...company, chosen: false }]))
  await tap('say-kind')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/packages/deadlines/settings/index?taxpayer=tp_2',
  })
})

it('a month with nothing says what comes next, and leads there; failed, it has a way out', async () => {
  const { unmount } = show(MonthPage, 'month', { month: '2026-07' }, answersFor([self]))
  const next = await screen.findByText('看下一项：2026年12月31日')
  act(() => next.click())
  await seen('day-2026-12-31')
  unmount()
  act(() => forgetQueries(''))
  show(MonthPage, 'month', DECEMBER, { 'deadlines/mine': refuse(403, 'FORBIDDEN', '现在不行。') })
  expect(await screen.findByText('现在不行。')).toBeInTheDocument()
})

it('signed out, it asks the server for nothing and shows what a kind of taxpayer files', async () => {
  const { asked } = show(MonthPage, 'month', DECEMBER, {}, { signedIn: false })
  expect(await seen('day-2026-12-31')).toHaveTextContent('专项附加扣除确认')
  await tap('kind-general')
  await waitFor(() => expect(el('day-2026-12-15')).toHaveTextContent('增值税及附加'))
  await tap('due-vat.2026-11-self')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/packages/deadlines/one/index?id=vat.2026-11&kind=general',
  })
  expect(asked).toEqual([])
  expect(namelessControls()).toEqual([])
})
