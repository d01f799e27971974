/** Dead letters, as an operator meets them: a delivery of an event that failed ten times. */
import type { Services } from '../context'
import type { Doc, QuerySpec } from '../store/contract'
import { pageAnswer } from '../store/pages'
import { reader } from '../store/reader'
import { events } from './collections'
import { deliveryId, deliveryParts } from './emit'

export interface DeadLetter {
  readonly eventId: string
  /** Whose handler failed; empty for an event of the version before that nobody handles. */
  readonly subscriber: string
  readonly kind: string
  readonly at: number
  readonly diedAt: number
  readonly attempts: number
  readonly lastError: string
  readonly payload: Doc
}

/** The latest first. */
export const deadLetters = async (
  { store }: Pick<Services, 'store'>,
  page: Pick<QuerySpec, 'after' | 'limit'>,
): Promise<{ items: DeadLetter[]; next?: string }> => {
  const found = await reader(store).query(events, {
    index: 'dead',
    where: { dead: true },
    order: 'desc',
    ...page,
  })
  return pageAnswer(found, ({ id, doc }) => ({
    ...deliveryParts(id),
    kind: doc.kind,
    at: doc.at,
    diedAt: doc.diedAt ?? doc.at,
    attempts: doc.attempts,
    lastError: doc.lastError ?? '',
    payload: doc.payload,
  }))
}

/** Where dead letters of an event may stand: under each subscriber, and bare since the version before. */
export const deliveriesOf = (eventId: string, subscribers: readonly string[]): readonly string[] => [
  eventId,
  ...subscribers.map((subscriber) => deliveryId(eventId, subscriber)),
]
