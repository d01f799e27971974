/** A notice to a person, written in the commit that makes it true; the inbox shows it, in words, once it is due. */
import { placesIn, type DeclaredNotice, type NoticeFacts } from '../../pure/notices'
import type { Instant } from '../../pure/time'
import { emit } from '../events/emit'
import type { Tx } from '../store/transaction'

export interface NewNotice {
  readonly notice: DeclaredNotice
  readonly accountId: string
  /** For every place of its text; codes, ids, days and minutes only. */
  readonly facts: NoticeFacts
  /** What its page opens: an id, or nothing. */
  readonly about: string | null
  /** When it is shown; at once when absent. */
  readonly due?: Instant
  /** Messages beside the inbox are of no use after it: an appointment has begun. Absent: three days. */
  readonly until?: Instant
  /**
   * For a handler of an event, which may run twice: the same text each time, and the person is told once. In a commit with a
   * receipt the notice's own event does this work.
   */
  readonly once?: string
}

export const NOTICE_EVENT = 'inbox.notice'

/**
 * One more document in this commit.
 * @throws Error when a place of its text has no fact: a defect of who gives it
 * @example notify(tx, { notice: notices.booked, accountId, facts: { day, start, hallId, matter }, about: id })
 */
export const notify = (tx: Tx, { notice, accountId, facts, about, due, until, once }: NewNotice): void => {
  const places = [notice.title, notice.body].flatMap(({ zh, en }) => [...placesIn(zh), ...placesIn(en)])
  const missing = places.find((name) => facts[name] === undefined)
  if (missing !== undefined) throw new Error(`${notice.kind} needs the fact ${missing}`)
  emit(tx, {
    kind: NOTICE_EVENT,
    due: due ?? tx.now,
    payload: {
      accountId,
      kind: notice.kind,
      facts,
      about,
      ...(once === undefined ? {} : { once }),
      ...(until === undefined ? {} : { until }),
    },
  })
}
