/** What `deadlines` does when something has happened. Every handler may run again. */
import * as z from 'zod/mini'
import type { EventHandlers } from '../core/io/events/contract'
import { leaveTaxpayer } from './work/leave'
import { walkRange } from './work/walk'

const range = z.object({ run: z.string() })
const ended = z.object({ taxpayerId: z.string() })

export const eventHandlers: EventHandlers = {
  'deadlines.rangeDue': async ({ payload }, services) => walkRange(services, range.parse(payload).run),
  'accounts.bindingEnded': async ({ payload }, services) =>
    leaveTaxpayer(services, ended.parse(payload).taxpayerId),
}
