import { act, screen } from '@testing-library/react'
import Taro, { fireHook } from '../../harness/taro/taro'
import { el, namelessControls, seen, tap } from '../booking/stage'
import { beyond, called, idOf, NOW } from './fixtures'
import { onTheDay, show } from './stage'

onTheDay()
const past = (letter: string, change: Parameters<typeof beyond>[0]) =>
  beyond({ id: idOf(letter), endedAt: NOW, ...change })

it('lists what came of each number, and what can still be rated', async () => {
  show('visits', {
    'queue/mine': {
      items: [
        called({ id: idOf('a') }),
        past('b', { state: 'done', window: '3', stars: 5 }),
        past('c', { state: 'noShow', window: '4', canRate: true }),
        past('d', { state: 'closed', canRate: true }),
      ],
    },
  })
  expect(await seen(`number-${idOf('a')}`)).toHaveTextContent('请到 3 号窗口')
  expect(el(`visit-${idOf('b')}`)).toHaveTextContent('已办完')
  expect(el(`visit-${idOf('b')}`)).toHaveTextContent('11月24日 周二 9:30')
  expect(el(`visit-${idOf('b')}`)).toHaveTextContent('3 号窗口')
  expect(el(`visit-${idOf('b')}`)).toHaveTextContent('5 星')
  expect(el(`visit-${idOf('c')}`)).toHaveTextContent('未到')
  expect(el(`visit-${idOf('c')}`)).toHaveTextContent('去评价')
  expect(el(`visit-${idOf('c')}`)).not.toHaveTextContent('4 号窗口')
  expect(el(`visit-${idOf('d')}`)).toHaveTextContent('没有叫到')
  expect(namelessControls()).toEqual([])
  await tap(`visit-${idOf('c')}`)
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/queue/number/index?id=${idOf('c')}` })
})

it('pages by itself', async () => {
  const { calls } = show('visits', {
    'queue/mine': ({ after }: { after?: string }) =>
      after === 'c1'
        ? { items: [past('c', { state: 'done' })] }
        : { items: [past('b', { state: 'done' })], next: 'c1' },
  })
  await seen(`visit-${idOf('b')}`)
  await act(async () => {
    await Promise.all(fireHook('reachBottom'))
  })
  await seen(`visit-${idOf('c')}`)
  expect(calls('queue/mine')).toContainEqual({ limit: 10, after: 'c1' })
})

it('says what to do when there is none', async () => {
  show('visits')
  expect(await screen.findByText('还没有取过号')).toBeInTheDocument()
  act(() => screen.getByText('选大厅').click())
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/packages/booking/hall/index' })
})

it('asks to sign in first', async () => {
  const { calls } = show('visits', {}, { signedIn: false })
  expect(screen.getByText('登录后看取过的号')).toBeInTheDocument()
  expect(calls('queue/mine')).toEqual([])
})
