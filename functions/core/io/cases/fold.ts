/** A case is the fold of its events: what each of them set, in the order of their places. */
import { headAfter, isOver, type CaseEvent, type CaseHead, type CaseTable } from '../../pure/case'
import { caseKeptUntil } from '../../pure/kept'
import type { Instant } from '../../pure/time'

/** What every case keeps beside its facts. */
export type CaseFrame<S extends string = string> = CaseHead<S> & {
  readonly v: 1
  readonly createdAt: Instant
  readonly changedAt: Instant
  /** Null while it is open; so is `expiresAt`. */
  readonly endedAt: Instant | null
  readonly expiresAt: Instant | null
}

/** What an event may set; the first sets all of it. */
export type FactsOf<D> = Omit<D, keyof CaseFrame>

export type FoldedEvent<M extends string, D> = CaseEvent<M> & {
  readonly data: { readonly set: Partial<FactsOf<D>> }
}

/**
 * The case after an event.
 * @throws IllegalMove for what the table does not allow where it stands
 */
export const caseAfter = <S extends string, M extends string, D extends CaseFrame<S>>(
  table: CaseTable<S, M>,
  doc: D | undefined,
  event: FoldedEvent<M, D>,
): D => {
  const head = headAfter(table, doc, event)
  const over = isOver(table, head.state)
  const frame: CaseFrame<S> = {
    ...head,
    v: 1,
    createdAt: doc?.createdAt ?? event.at,
    changedAt: event.at,
    endedAt: over ? event.at : null,
    expiresAt: over ? caseKeptUntil(event.at) : null,
  }
  return { ...doc, ...event.data.set, ...frame } as D
}
