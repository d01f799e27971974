/** Events that nobody handles any more: dead letters, so that an operator hears of them. */
import { DAY_MS, type Instant } from '../../pure/time'
import type { Services } from '../context'
import type { Change, Stored } from '../store/contract'
import { events, type EventDoc } from './collections'
import { waitingFor } from './turn'

/** While a deployment changes functions one by one, whoever looks may not know a new one yet. */
const PATIENCE = DAY_MS
const PAGE = 100

/** Makes a dead letter of it, as it was read. */
export const buried = ({ id, version, doc }: Stored<EventDoc>, now: Instant): Change => ({
  op: 'replace',
  collection: events.name,
  id,
  version,
  doc: { ...doc, due: null, dead: true, diedAt: now, lastError: 'NoHandler' },
})

/** Subscribers of whom there are deliveries, handled ones too, and who are not known: one look each, and one for each gap. */
async function* strangers({ store }: Pick<Services, 'store'>, known: readonly string[]) {
  const names = ['', ...[...known].sort()]
  for (const [place, name] of names.entries()) {
    const before = names[place + 1]
    for (let after = name; ;) {
      const range = { gt: after, ...(before === undefined ? {} : { lt: before }) }
      const page = await store.query<EventDoc>(events.name, { index: 'turn', range, limit: 1 })
      const found = page.items[0]?.doc.subscriber
      if (found === undefined) break
      yield found
      after = found
    }
  }
}

/** @returns how many were buried; what is left over is the next run's */
export const buryOrphans = async (
  services: Pick<Services, 'store' | 'clock' | 'log'>,
  known: readonly string[],
): Promise<number> => {
  const { store, clock, log } = services
  let count = 0
  for await (const subscriber of strangers(services, known))
    for (const event of await waitingFor(services, subscriber, { until: clock() - PATIENCE, limit: PAGE })) {
      if ((await store.commit([buried(event, clock())])).outcome !== 'committed') continue
      log.error(
        { eventId: event.id, subscriber, kind: event.doc.kind },
        'an event that nobody handles is a dead letter',
      )
      count += 1
    }
  return count
}
