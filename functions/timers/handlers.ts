/** Every function's event handlers in one table: one import and one line a function. */
import { eventHandlers as accounts } from '../accounts/public'
import { eventHandlers as appointments } from '../appointments/public'
import type { EventHandler, EventHandlers } from '../core/io/events/contract'

/** A kind that several functions handle runs all of them, whichever fail; then one failure makes the event fail, and all run again. */
const both =
  (one: EventHandler, other: EventHandler): EventHandler =>
  async (event, services) => {
    const ends = await Promise.allSettled([one(event, services), other(event, services)])
    for (const end of ends) if (end.status === 'rejected') throw end.reason
  }

export const mergeHandlers = (tables: readonly EventHandlers[]): EventHandlers => {
  const merged = new Map<string, EventHandler>()
  for (const [kind, handler] of tables.flatMap((table) => Object.entries(table))) {
    const before = merged.get(kind)
    merged.set(kind, before ? both(before, handler) : handler)
  }
  return Object.fromEntries(merged)
}

export const handlers: EventHandlers = mergeHandlers([accounts, appointments])
