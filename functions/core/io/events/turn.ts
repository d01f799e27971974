/** What waits for one subscriber, by when it is due. */
import type { Instant } from '../../pure/time'
import type { Services } from '../context'
import type { Stored } from '../store/contract'
import { events, type EventDoc } from './collections'

/** @param subscriber null: events of the version before, which had none */
export const waitingFor = async (
  { store }: Pick<Services, 'store'>,
  subscriber: string | null,
  { until, limit }: { readonly until?: Instant; readonly limit: number },
): Promise<readonly Stored<EventDoc>[]> => {
  const range = { gte: 0, ...(until === undefined ? {} : { lte: until }) }
  const page = await store.query<EventDoc>(events.name, {
    index: 'turn',
    where: { subscriber },
    range,
    limit,
  })
  return page.items
}
