/** Whoever planned a call is told how it ended, in the commit that settles it. */
import { planCall } from '../../../../functions/core/io/outside/plan'
import { workCall, workCalls } from '../../../../functions/core/io/outside/work'
import { transact } from '../../../../functions/core/io/store/transact'
import { waitingEvents } from '../../../harness/events'
import { openParts, type Parts } from './parts'

jest.mock('../../../../functions/core/io/events/subscriptions', () => ({
  SUBSCRIPTIONS: { 'orders.paid': ['orders'] },
}))

let parts: Parts
beforeEach(async () => {
  parts = await openParts()
})
afterEach(() => parts.close())

const plan = (fen: number): Promise<string> =>
  transact(parts.services, async (tx) =>
    planCall(tx, parts.service, { operation: 'pay', request: { fen }, about: 'or_1', tell: 'orders.paid' }),
  )

it.each([
  [1200, 'done'],
  [2_000_000, 'refused'],
])('%i fen: once, as %s', async (fen, state) => {
  const callId = await plan(fen)
  expect(await waitingEvents(parts.services.store)).toEqual([])
  await Promise.all([
    workCall(parts.services, parts.service, callId),
    workCalls(parts.services, parts.service),
  ])
  await workCalls(parts.services, parts.service)
  expect(
    (await waitingEvents(parts.services.store)).map(({ doc }) => [doc.subscriber, doc.kind, doc.payload]),
  ).toEqual([['orders', 'orders.paid', { callId, about: 'or_1', state }]])
})

it('an event that nobody handles is refused when the call is planned', async () => {
  const planned = transact(parts.services, async (tx) =>
    planCall(tx, parts.service, { operation: 'pay', request: {}, about: 'or_1', tell: 'orders.lost' }),
  )
  await expect(planned).rejects.toThrow('no function handles orders.lost')
})

it('a plan whose commit did not come is not sent', async () => {
  const planned = transact(parts.services, async (tx) => {
    planCall(tx, parts.service, { operation: 'pay', request: { fen: 1 }, about: 'or_1' })
    throw new Error('no')
  })
  await expect(planned).rejects.toThrow('no')
  await workCalls(parts.services, parts.service)
  expect([parts.bank.asked, await parts.calls()]).toEqual([[], []])
})
