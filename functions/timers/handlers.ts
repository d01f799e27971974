/** Every function's event handlers in one table: one import and one line a function. */
import { eventHandlers as accounts } from '../accounts/public'
import { eventHandlers as appointments } from '../appointments/public'
import type { EventHandlers } from '../core/io/events/contract'

/** @throws Error at start when two functions handle one kind */
export const mergeHandlers = (tables: readonly EventHandlers[]): EventHandlers => {
  const merged: Record<string, EventHandlers[string]> = {}
  for (const [kind, handler] of tables.flatMap((table) => Object.entries(table))) {
    if (Object.hasOwn(merged, kind)) throw new Error(`two functions handle ${kind}`)
    merged[kind] = handler
  }
  return merged
}

export const handlers: EventHandlers = mergeHandlers([accounts, appointments])
