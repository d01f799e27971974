import { screen } from '@testing-library/react'
import RatingsPage from '../../../src/packages/hall-desk/ratings'
import { refuse } from '../../harness/taro/server'
import { eachAlone, seen, tap } from '../policies/stage'
import { at, rating } from './fixtures'
import { onStage } from './stage'

eachAlone()

it('lists what visitors said, by number, with stars, reasons and window', async () => {
  const { window: _at, ...noWindow } = rating({ number: 'D002', stars: 2, reasons: [], at: at(590) })
  onStage(RatingsPage, {}, { 'queue/ratings': { items: [rating(), noWindow] } })
  const list = await seen('ratings')
  expect(list).toHaveTextContent('A007 · 增值税申报 · 3 号窗口办理速度一次办好')
  expect(list).toHaveTextContent('D002 · 增值税申报')
  expect(screen.getByRole('img', { name: '5 星，满分 5 星' })).toBeInTheDocument()
  expect(screen.getByRole('img', { name: '2 星，满分 5 星' })).toHaveTextContent('★★★★★')
})

it('pages; says when there is none, and when it failed', async () => {
  const { inputs } = onStage(
    RatingsPage,
    {},
    {
      'queue/ratings': ({ after }: { after?: string }) =>
        after ? { items: [rating({ number: 'Z999' })] } : { items: [rating()], next: 'c1' },
    },
  )
  await tap('ratings-more')
  expect(await screen.findByText(/Z999/)).toBeInTheDocument()
  expect(inputs('queue/ratings').at(-1)).toEqual({ hallId: 'east', limit: 20, after: 'c1' })
  onStage(RatingsPage, {}, { 'queue/ratings': { items: [] } })
  expect(await screen.findByText('还没有评价')).toBeInTheDocument()
  onStage(RatingsPage, {}, { 'queue/ratings': refuse(403, 'FORBIDDEN', '没有权限。') })
  expect(await screen.findByText('没有权限。')).toBeInTheDocument()
})

it('in English', async () => {
  onStage(RatingsPage, {}, {}, { language: 'en' })
  expect(await seen('ratings')).toHaveTextContent('A007 · 增值税申报 · window 3')
  expect(screen.getByRole('img', { name: '5 of 5 stars' })).toBeInTheDocument()
})
