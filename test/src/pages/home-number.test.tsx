/** My number of today, on Home before all else: asked for after everything else, looked at again, one tap away. */
import { act, render, screen, waitFor } from '@testing-library/react'
import { forgetQueries } from '../../../src/client/queries'
import { beginSession, signOutHere } from '../../../src/client/session'
import Home from '../../../src/pages/home'
import { serve } from '../../harness/taro/server'
import Taro, { fireHook } from '../../harness/taro/taro'
import { beyond, called, ID, idOf, NOW, ticket } from '../queue/fixtures'

beforeEach(() => {
  jest.useFakeTimers({ now: NOW, advanceTimers: true })
  beginSession({ token: 'T' })
})
afterEach(() => {
  act(() => {
    signOutHere()
    forgetQueries('')
  })
  jest.useRealTimers()
})
const home = (items: readonly object[]) => {
  const server = serve({ 'appointments/mine': { items: [] }, 'queue/mine': { items } })
  render(<Home />)
  return server
}

test('a number of today is one tap away, with who goes before and how long', async () => {
  home([ticket(), beyond({ id: idOf('b'), state: 'done' })])
  const card = await waitFor(() => {
    const found = document.getElementById(`number-${ID}`)
    if (!found) throw new Error('no number')
    return found
  })
  for (const words of ['A007', '前面还有 5 人', '约 10–25 分钟', '城东办税服务厅'])
    expect(card).toHaveTextContent(words)
  expect(document.getElementById(`number-${idOf('b')}`)).toBeNull()
  // That nothing waits is not said beside it.
  await waitFor(() => expect(screen.getByText('没有要去的预约')).toBeInTheDocument())
  act(() => card.click())
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/queue/number/index?id=${ID}` })
})

test('it is looked at again while Home is in sight', async () => {
  const { answers } = home([ticket()])
  await screen.findByText('前面还有 5 人')
  answers['queue/mine'] = { items: [called()] }
  await act(() => jest.advanceTimersByTimeAsync(7_000))
  expect(await screen.findByText('请到 3 号窗口')).toBeInTheDocument()
})

test('none, or one of an earlier day, says nothing', async () => {
  const { asked } = home([ticket({ day: '2026-11-23' })])
  await waitFor(() => expect(asked.map(({ procedure }) => procedure)).toContain('queue/mine'))
  expect(await screen.findByText('没有等着您去做的事')).toBeInTheDocument()
  expect(screen.queryByText('您今天的号')).toBeNull()
})

test('is read again by pulling Home down', async () => {
  const { answers } = home([])
  await screen.findByText('没有等着您去做的事')
  answers['queue/mine'] = { items: [ticket()] }
  act(() => void fireHook('pullDownRefresh'))
  expect(await screen.findByText('前面还有 5 人')).toBeInTheDocument()
})
