/** An officer announces that the seats of a day go to a ballot. */
import { screen, waitFor } from '@testing-library/react'
import { instantOf } from '../../../functions/core/pure/time'
import OfficeDayPage from '../../../src/packages/office/day'
import { closingDays } from '../../../src/packages/office/day/parts/announce-sheet'
import { refuse } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { DAY, dayList, hall } from '../booking/fixtures'
import { ballot, drawn } from '../waitlist/fixtures'
import { el, namelessControls, onStage, seen, standStill, tap } from '../waitlist/stage'

standStill()
const { load: _load, openToday: _openToday, ...east } = hall()
const shows = (items: readonly unknown[], more: Readonly<Record<string, unknown>> = {}, day = DAY) =>
  onStage(
    OfficeDayPage,
    { day },
    {
      'halls/onDuty': { halls: [east] },
      'appointments/dayList': dayList({ day }),
      'appointments/tallies': { hallId: 'east', days: [] },
      'waitlist/ballots': ({ day: of }: { day?: string }) => ({
        items: of === undefined ? items : items.filter((one) => (one as { day: string }).day === of),
      }),
      ...more,
    },
  )

it('says when entries close and what it means before it is done for good', async () => {
  const { calls } = shows([], { 'waitlist/announce': { ballot: ballot() } })
  await tap('announce')
  expect(await seen('announce-sheet')).toHaveTextContent('公布后不能撤回')
  expect(el('closes')).toHaveTextContent('11月23日 周一 12:00 截止报名')
  expect(namelessControls()).toEqual([])
  expect(calls('waitlist/announce')).toEqual([])
  await tap('announce-yes')
  await waitFor(() =>
    expect(calls('waitlist/announce')).toEqual([
      { hallId: 'east', day: DAY, closesAt: instantOf('2026-11-23', 720) },
    ]),
  )
  expect(await seen('said')).toHaveTextContent('已公布抽签')
  expect(await seen('day-ballot')).toHaveTextContent('报名中')
  expect(document.getElementById('announce')).toBeNull()
})

it('cannot close in the past, and shows why the server refuses', async () => {
  const { calls } = shows([], {
    'waitlist/announce': refuse(409, 'BALLOT_LATE', '这一天已有人排队候补，不能再改为抽签。'),
  })
  await tap('announce')
  await tap('day-2026-11-22')
  await tap('announce-yes')
  expect(await screen.findByText('这一天已有人排队候补，不能再改为抽签。')).toBeInTheDocument()
  expect(calls('waitlist/announce')).toEqual([
    { hallId: 'east', day: DAY, closesAt: instantOf('2026-11-22', 720) },
  ])
})

it('leads to the ballot of the day, and to those of others', async () => {
  shows([drawn(), ballot({ day: '2026-11-27' })])
  expect(await seen('day-ballot')).toHaveTextContent('已抽签')
  await tap('see-ballot')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: `/packages/waitlist/ballot/index?hallId=east&day=${DAY}`,
  })
  await tap('ballot-2026-11-27')
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: '/packages/waitlist/ballot/index?hallId=east&day=2026-11-27',
  })
})

it('is not offered for today, nor for a day that the hall has stopped', async () => {
  shows([], {}, '2026-11-22')
  await screen.findByText(/名额紧张的日子/)
  expect(document.getElementById('announce')).toBeNull()
  shows([], { 'appointments/dayList': dayList({ state: 'stopped' }) })
  await seen('reopen-day')
  await screen.findByText(/名额紧张的日子/)
  expect(document.getElementById('announce')).toBeNull()
})

test('entries may close from today, or a week before, to the day before', () => {
  expect(closingDays('2026-11-24', '2026-11-22')).toEqual(['2026-11-22', '2026-11-23'])
  expect(closingDays('2026-12-24', '2026-11-22')).toHaveLength(7)
  expect(closingDays('2026-12-24', '2026-11-22')[6]).toBe('2026-12-23')
})
