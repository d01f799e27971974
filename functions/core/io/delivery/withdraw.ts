/** What waits and has lost its reason is taken back: a deadline that was met, an appointment that was cancelled. */
import type { Services } from '../context'
import { transact } from '../store/transact'
import { pagesOf } from '../store/pages'
import { deliveries, type DeliveryDoc } from './collections'
import { ended } from './moves'

export interface Withdrawn {
  readonly accountId: string
  /** What they are about: the same id as in the notice. */
  readonly about: string
  /** Of these kinds alone; absent: all. */
  readonly kinds?: readonly string[]
}

const AT_ONCE = 20

/**
 * Of the messages to one account what is about a thing and was not sent yet. One that is being sent at this moment may still go
 * out. Notices stay in the inbox. Safe to repeat: for handlers of events.
 * @returns how many were taken back
 */
export const withdrawDeliveries = async (
  services: Pick<Services, 'store' | 'random' | 'clock'>,
  { accountId, about, kinds }: Withdrawn,
): Promise<number> => {
  const isMeant = ({ state, about: its, kind }: DeliveryDoc): boolean =>
    state === 'waiting' && its === about && (kinds?.includes(kind) ?? true)
  let count = 0
  const query = { index: 'account', where: { accountId }, order: 'desc', limit: 100 } as const
  for await (const rows of pagesOf(services.store, deliveries, query)) {
    const ids = rows.filter(({ doc }) => isMeant(doc)).map(({ id }) => id)
    for (let first = 0; first < ids.length; first += AT_ONCE)
      count += await transact(services, async (tx) => {
        let taken = 0
        for (const id of ids.slice(first, first + AT_ONCE)) {
          const doc = await tx.get(deliveries, id)
          if (!doc || !isMeant(doc)) continue
          tx.replace(deliveries, id, ended(doc, 'failed', tx.now, { why: 'Withdrawn' }))
          taken += 1
        }
        return taken
      })
  }
  return count
}
