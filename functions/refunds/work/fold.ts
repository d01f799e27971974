/** A refund case is the fold of its events: what each of them set, in the order of their places. */
import { headAfter, isOver, type CaseEvent } from '../../core/pure/case'
import { DAY_MS } from '../../core/pure/time'
import { rowOn } from '../../core/pure/law'
import { dayOf } from '../../core/pure/time'
import type { RefundCaseDoc } from '../collections'
import { KEPT_YEARS } from '../data/figures'
import { refundTable, type RefundMove } from '../rules/states'

type OfTheFold = 'v' | 'state' | 'events' | 'made' | 'createdAt' | 'changedAt' | 'endedAt' | 'expiresAt'
/** What an event may set; the first sets all of it. */
export type RefundFacts = Omit<RefundCaseDoc, OfTheFold>
export type RefundEvent = CaseEvent<RefundMove> & { readonly data: { readonly set: Partial<RefundFacts> } }

/**
 * The case after an event.
 * @throws IllegalMove for what the table does not allow where it stands
 */
export const refundAfter = (doc: RefundCaseDoc | undefined, event: RefundEvent): RefundCaseDoc => {
  const { set } = event.data
  const head = headAfter(refundTable, doc, event)
  const over = isOver(refundTable, head.state)
  const years = rowOn(KEPT_YEARS, dayOf(event.at), 'time to keep').value
  return {
    ...doc,
    ...(set as RefundFacts),
    ...head,
    v: 1,
    createdAt: doc?.createdAt ?? event.at,
    changedAt: event.at,
    endedAt: over ? event.at : null,
    expiresAt: over ? event.at + years * 366 * DAY_MS : null,
  }
}
