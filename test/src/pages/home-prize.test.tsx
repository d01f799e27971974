/** A prize that waits, on Home: how long yet, the way to it, and that it is asked for after everything else. */
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { forgetQueries } from '../../../src/client/queries'
import { beginSession, signOutHere } from '../../../src/client/session'
import Home from '../../../src/pages/home'
import { serve } from '../../harness/taro/server'
import Taro from '../../harness/taro/taro'

afterEach(() => {
  jest.useRealTimers()
  act(() => {
    signOutHere()
    forgetQueries('')
  })
})

const prize = (change: object = {}) => ({
  id: `pz_${'1'.repeat(26)}`,
  campaignName: '示范有奖发票',
  payable: 80_000,
  until: '2026-12-20',
  moves: ['claim', 'decline'],
  ...change,
})
const onTheFirst = (): void => {
  jest.useFakeTimers({ now: Date.UTC(2026, 11, 1), advanceTimers: true })
}

test('a prize that waits to be claimed is one tap away, with how long yet; the one that ends first', async () => {
  onTheFirst()
  beginSession({ token: 'T' })
  const later = prize({ id: `pz_${'2'.repeat(26)}`, until: '2027-01-20' })
  const returned = prize({ id: `pz_${'3'.repeat(26)}`, until: null, moves: ['fixAccount', 'decline'] })
  const paid = prize({ id: `pz_${'4'.repeat(26)}`, until: null, moves: [] })
  serve({
    'appointments/mine': { items: [] },
    'lottery/prizes': { items: [returned, later, paid, prize()] },
  })
  render(<Home />)
  const card = (await screen.findByText('中奖 800.00 元，等您领取')).closest('#next-prize')
  for (const words of ['还有 19 天', '请在2026年12月20日前领取', '示范有奖发票', '还有 2 个奖品等您处理'])
    expect(card).toHaveTextContent(words)
  expect(screen.queryByText('没有等着您去做的事')).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '去领取' }))
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({
    url: `/packages/lottery/prize/index?id=pz_${'1'.repeat(26)}`,
  })
})

test('a prize that the bank sent back asks for another account', async () => {
  beginSession({ token: 'T' })
  const returned = prize({ until: null, moves: ['fixAccount', 'decline'] })
  serve({ 'appointments/mine': { items: [] }, 'lottery/prizes': { items: [returned] } })
  render(<Home />)
  const card = (await screen.findByText('奖金 800.00 元被银行退回')).closest('#next-prize')
  expect(card).toHaveTextContent('等您处理')
  expect(screen.getByRole('button', { name: '更正收款账户' })).toBeInTheDocument()
})

test('prizes are asked for once the first page has been answered, and say nothing where none waits', async () => {
  beginSession({ token: 'T' })
  const { asked } = serve({
    'appointments/mine': { items: [] },
    'lottery/prizes': { items: [prize({ moves: [], until: null })] },
  })
  const reply = Taro.request.getMockImplementation() as (call: { url: string }) => Promise<object>
  let answer: () => void = () => undefined
  const gate = new Promise<void>((resolve) => (answer = resolve))
  Taro.request.mockImplementation((call: { url: string }) =>
    call.url.endsWith('appointments/mine') ? gate.then(() => reply(call)) : reply(call),
  )
  const prizesAsked = (): boolean => asked.some(({ procedure }) => procedure === 'lottery/prizes')
  render(<Home />)
  await waitFor(() => expect(asked.map(({ procedure }) => procedure)).toContain('refunds/waiting'))
  await act(() => new Promise((resolve) => setTimeout(resolve, 20)))
  expect(prizesAsked()).toBe(false)
  act(answer)
  await waitFor(() => expect(prizesAsked()).toBe(true))
  expect(await screen.findByText('没有等着您去做的事')).toBeInTheDocument()
  expect(document.getElementById('next-prize')).toBeNull()
})
