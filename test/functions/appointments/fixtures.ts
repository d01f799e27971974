/** States that take time to come about, made at once: for the cases of this function and of those that build on visits. */
import { openComingDays } from '../../../functions/appointments/public'
import { dayKind } from '../../../functions/core/pure/calendar'
import { addDays, DAY_MS, dayOf, instantOf, minuteOf } from '../../../functions/core/pure/time'
import type { Taxpayer, World } from '../../harness/fuzz/world'

export interface Visit {
  readonly person: Taxpayer
  readonly id: string
}

/** The last working day before the world's today. */
const workingDayBefore = (day: string): string => {
  const before = addDays(day, -1)
  return dayKind(before) === 'working' ? before : workingDayBefore(before)
}

/**
 * A visit that is over: booked the day before it took place, on the last working day before today. The clock is put back
 * for the booking alone, and stands as it stood when this returns.
 */
export const visitThatIsOver = async (world: World): Promise<Visit> => {
  const { time, tokenOf } = world.services
  const now = time.now
  const day = workingDayBefore(dayOf(now))
  try {
    time.now = instantOf(day, minuteOf(now)) - DAY_MS
    await openComingDays(world.services)
    const person = await world.taxpayer()
    const seat = await world.freeSeat({ day })
    const { appointment } = await world.must<{ appointment: { id: string } }>('appointments/book', {
      input: seat,
      token: person.token,
    })
    time.now = now
    return { person: { ...person, token: await tokenOf(person.accountId) }, id: appointment.id }
  } finally {
    time.now = now
  }
}
