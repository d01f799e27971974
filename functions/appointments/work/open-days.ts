/** Opens the slots of the days to come, by each hall's template and the working-day calendar. */
import type { Services } from '../../core/io/context'
import type { Change } from '../../core/io/store/contract'
import { reader } from '../../core/io/store/reader'
import { dayKind } from '../../core/pure/calendar'
import { addDays, dayOf, instantOf, type Day } from '../../core/pure/time'
import { catalogueOf, type Hall } from '../../halls/public'
import { hallDays, slots, type HallDayDoc, type SlotDoc } from '../collections'
import { DAYS_AHEAD } from '../data/days-ahead'
import { VISIT_KEPT } from '../data/kept'
import { limitsOn } from '../rules/limits'
import { hallDayId, slotId, slotTimes } from '../rules/slots'

const changesFor = (hall: Hall, day: Day): Change[] => {
  const times = slotTimes(hall.hours, limitsOn(day, hall.limits).slotMinutes.value)
  const expiresAt = instantOf(day) + VISIT_KEPT
  const hallDay: HallDayDoc = {
    v: 1,
    hallId: hall.id,
    day,
    state: 'open',
    starts: times.map(({ start }) => start),
    reason: null,
    expiresAt,
  }
  const slotOf = (start: number, end: number): SlotDoc => ({
    v: 1,
    hallId: hall.id,
    day,
    start,
    end,
    state: 'open',
    capacity: hall.template,
    left: hall.template,
    holders: {},
    codes: {},
    unsettled: null,
    expiresAt,
  })
  return [
    { op: 'insert', collection: hallDays.name, id: hallDayId(hall.id, day), doc: hallDay },
    ...times.map(({ start, end }): Change => ({
      op: 'insert',
      collection: slots.name,
      id: slotId(hall.id, day, start),
      doc: slotOf(start, end),
    })),
  ]
}

/** A hall whose hours make no slots keeps no other from opening; operators find it in the log. */
const planned = (log: Services['log'], hall: Hall, day: Day): Change[] | undefined => {
  try {
    return changesFor(hall, day)
  } catch (err) {
    if (!(err instanceof RangeError)) throw err
    log.error({ hallId: hall.id, day, err }, 'this hall cannot be opened: its hours make no slots')
    return undefined
  }
}

/** One commit a hall and day; natural ids make a second opening a duplicate, and nothing happens. */
const openDay = async ({ store, log }: Services, hall: Hall, day: Day): Promise<boolean> => {
  const changes = planned(log, hall, day)
  if (!changes) return false
  const outcome = await store.commit(changes)
  if (outcome.outcome === 'committed') return true
  if (outcome.outcome !== 'refused')
    log.warn({ hallId: hall.id, day, outcome: outcome.outcome }, 'day not opened; the next run tries again')
  return false
}

/** The working days of the next fortnight, today included. */
const comingDays = ({ clock }: Services, days = DAYS_AHEAD): readonly Day[] => {
  const today = dayOf(clock())
  return Array.from({ length: days + 1 }, (_, i) => addDays(today, i)).filter(
    (day) => dayKind(day) === 'working',
  )
}

/** One day of one hall, if its time has come. @returns whether it was opened just now */
export const openHallDay = async (services: Services, hallId: string, day: Day): Promise<boolean> => {
  const hall = (await catalogueOf(services)).halls.get(hallId)
  return hall !== undefined && comingDays(services).includes(day) && openDay(services, hall, day)
}

/**
 * Opens what is missing of the next fortnight. Days off and days of an unpublished year are left alone, and so are days
 * that an officer stopped before they were opened.
 * @returns how many days (of one hall each) were opened
 */
export const openComingDays = async (services: Services, days = DAYS_AHEAD): Promise<number> => {
  const coming = comingDays(services, days)
  let opened = 0
  for (const hall of (await catalogueOf(services)).halls.values()) {
    const known = coming.length
      ? await reader(services.store).getMany(
          hallDays,
          coming.map((day) => hallDayId(hall.id, day)),
        )
      : []
    for (const day of coming.filter((_, i) => !known[i]))
      opened += (await openDay(services, hall, day)) ? 1 : 0
  }
  return opened
}
