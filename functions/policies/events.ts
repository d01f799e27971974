/** What `policies` does when something has happened: plans a version's telling, and tells its parts. Every handler may run again. */
import * as z from 'zod/mini'
import type { EventHandlers } from '../core/io/events/contract'

const version = z.object({ policyId: z.string(), version: z.int() })
const part = z.object({ part: z.string() })

export const eventHandlers: EventHandlers = {
  'policies.changed': async ({ payload }, services) => {
    const { planFanOut } = await import('./work/fan-out')
    const { policyId, version: number } = version.parse(payload)
    return planFanOut(services, policyId, number)
  },
  'policies.tell': async ({ payload }, services) => {
    const { tellPart } = await import('./work/tell')
    return tellPart(services, part.parse(payload).part)
  },
}
