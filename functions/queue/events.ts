/** What `queue` does when something has happened. Every handler may run again: documents' states are the markers. */
import * as z from 'zod/mini'
import type { EventHandlers } from '../core/io/events/contract'
import { goOn, stopHall } from './work/sweep'

const ordered = z.object({ hallId: z.string(), day: z.string(), order: z.int() })

export const eventHandlers: EventHandlers = {
  'queue.stopped': async ({ payload }, services) => {
    const { order, ...at } = ordered.parse(payload)
    await stopHall(services, at, order)
  },
  'queue.reopened': async ({ payload }, services) => {
    const { order, ...at } = ordered.parse(payload)
    await goOn(services, at, order)
  },
}
