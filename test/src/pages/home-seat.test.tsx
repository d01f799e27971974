/** A seat that is offered to me, on Home: before all else, until when, and the way to it. */
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { forgetQueries } from '../../../src/client/queries'
import { beginSession, signOutHere } from '../../../src/client/session'
import Home from '../../../src/pages/home'
import { serve } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'
import { NOW } from '../booking/fixtures'
import { offered, WAIT, wait } from '../waitlist/fixtures'

beforeEach(() => jest.useFakeTimers({ now: NOW, advanceTimers: true }))
afterEach(() => {
  jest.useRealTimers()
  act(() => {
    signOutHere()
    forgetQueries('')
  })
})

const home = (items: readonly unknown[]) => {
  beginSession({ token: 'T' })
  const server = serve({ 'appointments/mine': { items: [] }, 'waitlist/mine': { items } })
  render(<Home />)
  return server
}

test('an offer is one tap away, with the time until which it holds', async () => {
  home([wait({ id: `${WAIT.slice(0, -1)}2` }), offered()])
  const card = (await screen.findByText('候补到名额了，等您接受')).closest('#next-seat')
  for (const words of ['11月24日', '9:00–9:30', '请在 10:20 前接受']) expect(card).toHaveTextContent(words)
  fireEvent.click(screen.getByRole('button', { name: '去接受' }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: `/packages/waitlist/one/index?id=${WAIT}` })
})

test('what only waits, or an offer that is over, says nothing', async () => {
  const { asked } = home([wait(), offered({ offerUntil: NOW - 1 })])
  await waitFor(() => expect(asked.map(({ procedure }) => procedure)).toContain('waitlist/mine'))
  await screen.findByText('没有等着您去做的事')
  expect(document.getElementById('next-seat')).toBeNull()
})
