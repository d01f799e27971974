/** What `lottery` does when something has happened. Every handler may run again: the prizes' states are the markers. */
import * as z from 'zod/mini'
import type { EventHandlers } from '../core/io/events/contract'

const payout = z.object({ callId: z.string(), about: z.string() })
const one = z.object({ prizeId: z.string() })
const erased = z.object({ accountId: z.string() })

export const eventHandlers: EventHandlers = {
  'lottery.payoutSettled': async ({ payload }, services) => {
    const { settlePrize } = await import('./work/prize-time')
    return settlePrize(services, payout.parse(payload))
  },
  'lottery.prizeEnded': async ({ payload }, services) => {
    const [{ endPrizeRecords }, { replaceWinner }] = await Promise.all([
      import('./work/prize-records'),
      import('./work/replace'),
    ])
    const { prizeId } = one.parse(payload)
    await endPrizeRecords(services, prizeId)
    await replaceWinner(services, prizeId)
  },
  'accounts.erased': async ({ payload }, services) => {
    const { leavePrizes } = await import('./work/prize-records')
    return leavePrizes(services, erased.parse(payload).accountId)
  },
}
