/** A phone whose clock is wrong: what is kept, over or today on a booking screen goes by the server's. */
import { act } from '@testing-library/react'
import { addDays, dayOf, instantOf } from '../../../functions/core/pure/time'
import { tellTime } from '../../harness/taro/server'
import SlotPage from '../../../src/packages/booking/slot'
import TicketPage from '../../../src/packages/booking/ticket'
import { appointment, held, NOW } from './fixtures'
import { el, onStage, seen, standStill, tap } from './stage'

const MINUTE = 60_000
const DAY_MS = 86_400_000

standStill()
afterEach(() => tellTime(undefined))

describe.each([
  ['15 minutes ahead', 15 * MINUTE],
  ['15 minutes behind', -15 * MINUTE],
  ['3 days behind', -3 * DAY_MS],
  ['2 days ahead', 2 * DAY_MS],
])('a phone that is %s', (_, ahead) => {
  /** The phone's clock stands at `NOW`; the server's is elsewhere. */
  const server = NOW - ahead
  beforeEach(() => tellTime(() => Date.now() - ahead))

  it('counts a kept seat down from ten minutes, and says when it is over', async () => {
    onStage(
      SlotPage,
      { hallId: 'east', matter: 'FPLY', day: '2026-11-24' },
      { 'appointments/hold': { appointment: held({ heldUntil: server + 10 * MINUTE }) } },
    )
    await tap('slot-570')
    expect(await seen('held-clock')).toHaveTextContent(/(10:00|09:5\d)/)
    expect(el('confirm')).not.toHaveAttribute('aria-disabled')
    act(() => void jest.advanceTimersByTime(10 * MINUTE))
    await seen('again')
  })

  it.each([
    ['to come', addDays(dayOf(server), 1), true],
    ['over', addDays(dayOf(server), -1), false],
  ] as const)('knows whether a ticket is %s', async (_when, day, usable) => {
    const it = appointment({
      day,
      checkInFrom: instantOf(day, 555),
      cancelUntil: instantOf(addDays(day, -1), 570),
    })
    onStage(TicketPage, { id: it.id }, { 'appointments/get': { appointment: it } })
    await seen(usable ? 'ticket-qr' : 'book-again')
  })
})
