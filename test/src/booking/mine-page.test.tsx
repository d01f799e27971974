import { act, screen, waitFor } from '@testing-library/react'
import Taro, { fireHook } from '../../harness/taro/taro'
import { signOutHere } from '../../../src/client/session'
import MinePage from '../../../src/packages/booking/mine'
import { ordered } from '../../../src/packages/booking/model/mine'
import { countedBy } from '../../../src/packages/booking/model/limits'
import { refuse } from '../../harness/taro/server'
import { appointment } from './fixtures'
import { el, namelessControls, onStage, seen, standStill, tap } from './stage'

standStill()
const idOf = (letter: string) => `ap_01hf8z6m9k3v7q2w4x5y6z7a8${letter}`
const page = (letters: string, next?: string) => ({
  items: [...letters].map((letter, index) => appointment({ id: idOf(letter), day: `2026-11-${24 + index}` })),
  next,
})

it('lists what is coming, the soonest first, each a door to its ticket', async () => {
  onStage(
    MinePage,
    {},
    { 'appointments/mine': { items: [appointment({ id: idOf('z'), day: '2026-11-27' }), appointment()] } },
  )
  await seen(`appointment-${appointment().id}`)
  expect([...document.querySelectorAll('[id^="appointment-"]')].map(({ id }) => id)).toEqual([
    `appointment-${appointment().id}`,
    `appointment-${idOf('z')}`,
  ])
  expect(namelessControls()).toEqual([])
  await tap(`appointment-${idOf('z')}`)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/booking/ticket/index?id=${idOf('z')}` })
})

it('pages by itself when the end comes into sight', async () => {
  const { calls } = onStage(
    MinePage,
    {},
    {
      'appointments/mine': ({ after }: { after?: string }) =>
        after === 'c1' ? page('de') : page('abc', 'c1'),
    },
  )
  await seen(`appointment-${idOf('a')}`)
  await act(async () => {
    await Promise.all(fireHook('reachBottom'))
  })
  await seen(`appointment-${idOf('e')}`)
  expect(calls('appointments/mine')).toContainEqual({ view: 'upcoming', limit: 20, after: 'c1' })
  expect(document.getElementById('appointments-more')).toBeNull()
})

it('reaches the next page by a button too, and keeps what it has when that page fails', async () => {
  const { answers, calls } = onStage(
    MinePage,
    {},
    {
      'appointments/mine': ({ after }: { after?: string }) =>
        after === 'c1' ? refuse(403, 'FORBIDDEN', '现在不行。') : page('abc', 'c1'),
    },
  )
  await tap('appointments-more')
  expect(await seen('appointments-failed')).toHaveTextContent('现有 3 条。现在不行。')
  expect(el(`appointment-${idOf('a')}`)).toBeInTheDocument()
  // At the end of the page it does not ask by itself again: the person does.
  const before = calls('appointments/mine').length
  act(() => void fireHook('reachBottom'))
  expect(calls('appointments/mine')).toHaveLength(before)
  answers['appointments/mine'] = page('de')
  await tap('appointments-more')
  await seen(`appointment-${idOf('e')}`)
  expect(el(`appointment-${idOf('a')}`)).toBeInTheDocument()
  expect(document.getElementById('appointments-failed')).toBeNull()
})

it('goes on by itself behind a page that holds nothing of what is asked for', async () => {
  onStage(
    MinePage,
    {},
    {
      'appointments/mine': ({ after }: { after?: string }) =>
        after === undefined ? { items: [], next: 'c1' } : page('a'),
    },
  )
  await seen(`appointment-${idOf('a')}`)
  expect(screen.queryByText('没有将要去的预约')).toBeNull()
})

it('keeps its length when it is shown again, with every page as it is now', async () => {
  let changed = false
  onStage(
    MinePage,
    {},
    {
      'appointments/mine': ({ after }: { after?: string }) =>
        after === undefined
          ? page('abc', 'c1')
          : { items: [appointment({ id: idOf('d'), hallName: changed ? '城北' : '城东' })] },
    },
  )
  await tap('appointments-more')
  await seen(`appointment-${idOf('d')}`)
  changed = true
  act(() => void fireHook('didShow'))
  await waitFor(() => expect(el(`appointment-${idOf('d')}`)).toHaveTextContent('城北'))
  expect(el(`appointment-${idOf('a')}`)).toBeInTheDocument()
})

it('is read again by pulling it down', async () => {
  const { answers } = onStage(MinePage, {}, { 'appointments/mine': page('a') })
  await seen(`appointment-${idOf('a')}`)
  answers['appointments/mine'] = page('b')
  act(() => void fireHook('pullDownRefresh'))
  await seen(`appointment-${idOf('b')}`)
  await waitFor(() => expect(Taro.stopPullDownRefresh).toHaveBeenCalled())
})

it('says what to do when nothing is coming', async () => {
  onStage(MinePage, {}, { 'appointments/mine': { items: [] } })
  expect(await screen.findByText('没有将要去的预约')).toBeInTheDocument()
  expect(screen.getByText('预约办税')).toBeInTheDocument()
})

it('shows the past on its own link', async () => {
  const { calls } = onStage(
    MinePage,
    { view: 'past' },
    { 'appointments/mine': { items: [appointment({ state: 'cancelled', canCancel: false })] } },
  )
  await waitFor(() => expect(el('appointments')).toHaveTextContent('已取消'))
  expect(calls('appointments/mine')).toEqual(expect.arrayContaining([{ view: 'past', limit: 20 }]))
})

it('asks to sign in first', () => {
  signOutHere()
  const { asked } = onStage(MinePage, {}, {}, { signedIn: false })
  expect(screen.getByText('登录后看预约')).toBeInTheDocument()
  expect(asked.filter(({ procedure }) => procedure === 'appointments/mine')).toEqual([])
})

it('counts an appointment that came on two pages once', () => {
  const twice = [appointment(), appointment()]
  expect(ordered(twice, 'past')).toHaveLength(1)
})

describe('what uses up a limit', () => {
  const wanted = { matter: 'FPLY', day: '2026-11-24', start: 600 }
  const at = (change: Parameters<typeof appointment>[0]) =>
    appointment({ day: '2026-11-24', start: 570, end: 600, ...change })

  it.each([
    ['LIMIT_SLOT', at({}), 0],
    ['LIMIT_SLOT', at({ start: 600, end: 630 }), 1],
    ['LIMIT_HALF_DAY', at({}), 1],
    ['LIMIT_HALF_DAY', at({ matter: 'DJBG' }), 0],
    ['LIMIT_HALF_DAY', at({ start: 840, end: 870 }), 0],
    ['LIMIT_WEEK', at({ day: '2026-11-29' }), 1],
    ['LIMIT_WEEK', at({ day: '2026-11-30' }), 0],
    ['LIMIT_MONTH', at({ day: '2026-11-30' }), 1],
    ['LIMIT_MONTH', at({ day: '2026-12-01' }), 0],
    ['LIMIT_WEEK', at({ state: 'cancelled' }), 0],
    ['SLOT_FULL', at({}), 0],
  ] as const)('%s', (code, it, count) => expect(countedBy(code, wanted, [it])).toHaveLength(count))
})
