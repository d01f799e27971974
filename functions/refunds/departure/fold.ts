/** A departure form is the fold of its events. */
import { headAfter, isOver, type CaseEvent } from '../../core/pure/case'
import { rowOn } from '../../core/pure/law'
import { DAY_MS, dayOf } from '../../core/pure/time'
import { KEPT_YEARS } from '../data/figures'
import { departureTable, type DepartureMove } from '../rules/kinds/departure-states'
import type { DepartureFormDoc } from './collections'

type OfTheFold = 'v' | 'state' | 'events' | 'made' | 'createdAt' | 'changedAt' | 'endedAt' | 'expiresAt'
/** What an event may set; the first sets all of it. */
export type DepartureFacts = Omit<DepartureFormDoc, OfTheFold>
export type DepartureEvent = CaseEvent<DepartureMove> & {
  readonly data: { readonly set: Partial<DepartureFacts> }
}

/**
 * The form after an event.
 * @throws IllegalMove for what the table does not allow where it stands
 */
export const departureAfter = (
  doc: DepartureFormDoc | undefined,
  event: DepartureEvent,
): DepartureFormDoc => {
  const head = headAfter(departureTable, doc, event)
  const over = isOver(departureTable, head.state)
  const years = rowOn(KEPT_YEARS, dayOf(event.at), 'time to keep').value
  return {
    ...doc,
    ...(event.data.set as DepartureFacts),
    ...head,
    v: 1,
    createdAt: doc?.createdAt ?? event.at,
    changedAt: event.at,
    endedAt: over ? event.at : null,
    expiresAt: over ? event.at + years * 366 * DAY_MS : null,
  }
}
