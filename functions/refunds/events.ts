/** What `refunds` does when something has happened. Every handler may run again: the cases' states are the markers. */
import * as z from 'zod/mini'
import type { EventHandlers } from '../core/io/events/contract'
import { endRecords, keepMaterials } from './work/materials'
import { settlePayout } from './work/pay'
import { lapseCorrection, leaveCases, runClock } from './work/time'

const form = z.object({ formId: z.string() })
const one = z.object({ caseId: z.string() })
const payout = z.object({ callId: z.string(), about: z.string() })
const erased = z.object({ accountId: z.string() })
const taxpayerErased = z.object({ taxpayerId: z.string() })

export const eventHandlers: EventHandlers = {
  'refunds.clockRuns': async ({ payload }, services) => runClock(services, one.parse(payload).caseId),
  'refunds.correctionLapses': async ({ payload }, services) =>
    lapseCorrection(services, one.parse(payload).caseId),
  'refunds.materialsNamed': async ({ payload }, services) =>
    keepMaterials(services, one.parse(payload).caseId),
  'refunds.caseEnded': async ({ payload }, services) => endRecords(services, one.parse(payload).caseId),
  'refunds.payoutSettled': async ({ payload }, services) => settlePayout(services, payout.parse(payload)),
  'refunds.departureClock': async ({ payload }, services) => {
    const { runDepartureClock } = await import('./departure/time')
    return runDepartureClock(services, form.parse(payload).formId)
  },
  'refunds.departureEnded': async ({ payload }, services) => {
    const { endFormRecords } = await import('./departure/time')
    return endFormRecords(services, form.parse(payload).formId)
  },
  'refunds.departureSettled': async ({ payload }, services) => {
    const { settleDeparture } = await import('./departure/settle')
    return settleDeparture(services, payout.parse(payload))
  },
  'accounts.erased': async ({ payload }, services) => {
    const { accountId } = erased.parse(payload)
    const { leaveForms } = await import('./departure/time')
    await leaveCases(services, { accountId })
    await leaveForms(services, accountId)
  },
  'accounts.taxpayerErased': async ({ payload }, services) =>
    leaveCases(services, taxpayerErased.parse(payload)),
}
