/** What is counted of a hall's day: bookings, and what became of them. By the day of the visit. */
import type { Services } from '../../core/io/context'
import type { Event } from '../../core/io/events/contract'
import { eachOf } from '../../core/io/store/pages'
import { recount, type Difference } from '../../core/io/tallies/recount'
import {
  countEvent,
  readTallies,
  type Counted,
  type KeyRange,
  type TallySpec,
} from '../../core/io/tallies/tallies'
import { addDays, daysBetween, type Day } from '../../core/pure/time'
import { catalogueOf } from '../../halls/public'
import { appointments, type AppointmentDoc } from '../collections'
import { VISIT_KEPT } from '../data/kept'
import { hallDayId } from '../rules/slots'
import { isActive } from '../rules/states'
import type { EndedBy } from './tell'

export const hallDayTally: TallySpec = {
  name: 'appointments.hallDay',
  counts: ['booked', 'cancelled', 'cancelledByHall'],
  keptMs: VISIT_KEPT,
}

interface Place {
  readonly hallId: string
  readonly day: Day
}

export const countBooked = (services: Services, event: Event, { hallId, day }: Place): Promise<boolean> =>
  countEvent(services, hallDayTally, event, { key: hallDayId(hallId, day), add: { booked: 1 } })

export const countCancelled = (
  services: Services,
  event: Event,
  { hallId, day, by }: Place & { readonly by: EndedBy },
): Promise<boolean> =>
  countEvent(services, hallDayTally, event, {
    key: hallDayId(hallId, day),
    add: by === 'hall' ? { cancelledByHall: 1 } : { cancelled: 1 },
  })

/** Of one hall, days from `from` up to and with `to`. */
export interface HallDays {
  readonly hallId: string
  readonly from: Day
  readonly to: Day
}

export interface DayCounts {
  readonly day: Day
  readonly booked: number
  readonly cancelled: number
  readonly cancelledByHall: number
}

const rangeOf = ({ hallId, from, to }: HallDays): KeyRange => ({
  from: hallDayId(hallId, from),
  to: hallDayId(hallId, to),
})

/** Every day of them, in order; 0 where nothing was counted. */
export const hallDayCounts = async (
  { store }: Pick<Services, 'store'>,
  days: HallDays,
): Promise<DayCounts[]> => {
  const counted = await readTallies(store, hallDayTally, rangeOf(days))
  return Array.from({ length: daysBetween(days.from, days.to) + 1 }, (_, after) => {
    const day = addDays(days.from, after)
    const counts = counted.get(hallDayId(days.hallId, day))
    return {
      day,
      booked: counts?.booked ?? 0,
      cancelled: counts?.cancelled ?? 0,
      cancelledByHall: counts?.cancelledByHall ?? 0,
    }
  })
}

/** What one appointment counts as it stands: what was never booked kept its hold's end, and counts nothing. */
const countsOf = ({ state, heldUntil }: AppointmentDoc): Counted['add'] => {
  if (heldUntil !== 0 || state === 'held' || state === 'void') return {}
  if (state === 'cancelledByHall') return { booked: 1, cancelledByHall: 1 }
  return isActive(state) ? { booked: 1 } : { booked: 1, cancelled: 1 }
}

async function* truthOf(
  { store }: Pick<Services, 'store'>,
  { hallId, from, to }: HallDays,
): AsyncGenerator<Counted> {
  const query = { index: 'hall', where: { hallId }, range: { gte: from, lte: to } }
  for await (const { doc } of eachOf(store, appointments, query))
    yield { key: hallDayId(hallId, doc.day), add: countsOf(doc) }
}

/** The appointments themselves against what was counted. */
export const recountHallDays = (
  services: Pick<Services, 'store'>,
  days: HallDays,
): Promise<readonly Difference[]> =>
  recount(services.store, hallDayTally, rangeOf(days), truthOf(services, days))

/** One day of every hall, told to the operator where it differs. @returns how many halls' numbers do */
export const recountDay = async (services: Services, day: Day): Promise<number> => {
  let differences = 0
  for (const hallId of (await catalogueOf(services)).halls.keys())
    for (const difference of await recountHallDays(services, { hallId, from: day, to: day })) {
      services.log.error({ ...difference }, 'a tally differs from the appointments')
      differences += 1
    }
  return differences
}
