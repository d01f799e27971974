/** What `refunds` does when something has happened. Every handler may run again: the cases' states are the markers. */
import * as z from 'zod/mini'
import type { EventHandlers } from '../core/io/events/contract'
import { settlePayout } from './work/pay'
import { lapseCorrection, leaveCases, runClock } from './work/time'

const one = z.object({ caseId: z.string() })
const payout = z.object({ callId: z.string(), about: z.string() })
const erased = z.object({ accountId: z.string() })
const taxpayerErased = z.object({ taxpayerId: z.string() })

export const eventHandlers: EventHandlers = {
  'refunds.clockRuns': async ({ payload }, services) => runClock(services, one.parse(payload).caseId),
  'refunds.correctionLapses': async ({ payload }, services) =>
    lapseCorrection(services, one.parse(payload).caseId),
  'refunds.payoutSettled': async ({ payload }, services) => settlePayout(services, payout.parse(payload)),
  'accounts.erased': async ({ payload }, services) => leaveCases(services, erased.parse(payload)),
  'accounts.taxpayerErased': async ({ payload }, services) =>
    leaveCases(services, taxpayerErased.parse(payload)),
}
