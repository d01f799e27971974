/** What `profiles` does when something has happened: the tags of whom it concerns are written anew. Every handler may run again. */
import * as z from 'zod/mini'
import type { EventHandlers } from '../core/io/events/contract'

const ofAccount = z.object({ accountId: z.string() })
const ofTaxpayer = z.object({ taxpayerId: z.string() })

export const eventHandlers: EventHandlers = {
  'profiles.changed': async ({ payload }, services) => {
    const { retag } = await import('./tagging')
    return retag(services, ofAccount.parse(payload).accountId)
  },
  'accounts.bindingEnded': async ({ payload }, services) => {
    const { retagAllOf } = await import('./tagging')
    return retagAllOf(services, ofTaxpayer.parse(payload).taxpayerId)
  },
  'accounts.taxpayerErased': async ({ payload }, services) => {
    const { retagAllOf } = await import('./tagging')
    return retagAllOf(services, ofTaxpayer.parse(payload).taxpayerId)
  },
}
