/** No-shows, derived from what the hall told: who checked in, who did not come to the window; and that the day is over. */
import { cameIn, missVisit, unheardOf } from '../../appointments/public'
import type { Services } from '../../core/io/context'
import { emit } from '../../core/io/events/emit'
import { transact } from '../../core/io/store/transact'
import type { Tx } from '../../core/io/store/transaction'
import { addDays, dayOf, DAY_MS, instantOf, type Day } from '../../core/pure/time'
import { creditDays } from '../collections'
import { EVENTS_KEPT } from '../data/kept'
import { notices } from '../data/notices'
import { clearAppeal } from './appeal'
import { record, tell } from './record'

/** Minutes after midnight: by then what was told of the day has been heard. */
const HEARD_BY = 10

export interface CheckedIn {
  readonly appointmentId: string
  readonly hallId: string
  readonly day: Day
}

/** The first check-in of a hall's day promises that it is looked at once it is over. */
const openDay = async (tx: Tx, { hallId, day }: CheckedIn): Promise<void> => {
  const id = `${hallId}.${day.replace(/-/g, '')}`
  if (await tx.get(creditDays, id)) return
  tx.insert(creditDays, id, { v: 1, hallId, day, expiresAt: instantOf(day) + EVENTS_KEPT })
  emit(tx, {
    kind: 'credit.dayOver',
    due: instantOf(addDays(day, 1), HEARD_BY),
    payload: { hallId, day },
  })
}

/** Safe to repeat: the appointment's state is the marker. */
export const hearCheckIn = (services: Services, told: CheckedIn): Promise<unknown> =>
  transact(services, async (tx) => {
    await openDay(tx, told)
    const arrival = await cameIn(tx, told.appointmentId)
    if (!arrival?.cleared) return
    record(tx, told.appointmentId, arrival.visit, 'cameIn')
    await clearAppeal(tx, told.appointmentId)
    tell(tx, notices.cleared, told.appointmentId, arrival.visit)
  })

/** @param kind `missed`: never checked in; `notAtWindow`: called in vain */
export const miss = (services: Services, id: string, kind: 'missed' | 'notAtWindow'): Promise<boolean> =>
  transact(services, async (tx) => {
    const missed = await missVisit(tx, id, kind === 'missed' ? 'absent' : 'notAtWindow')
    if (!missed) return false
    const { visit, verdict, before } = missed
    record(tx, id, visit, kind)
    if (before) return true
    if (verdict.ok || verdict.refusal.code !== 'BANNED' || verdict.refusal.until === undefined)
      tell(tx, notices.missed, id, visit)
    else tell(tx, notices.suspended, id, visit, { untilDay: dayOf(verdict.refusal.until) })
    return true
  })

export const hearNoShow = (services: Services, appointmentId: string): Promise<boolean> =>
  miss(services, appointmentId, 'notAtWindow')

/** Who was booked on a day that is over, and never checked in. Stops anywhere without harm: a repeat finds who is left. */
export const closeDay = async (services: Services, hallId: string, day: Day): Promise<number> => {
  if (services.clock() < instantOf(day) + DAY_MS) return 0
  let missed = 0
  for await (const id of unheardOf(services.store, hallId, day))
    if (await miss(services, id, 'missed')) missed += 1
  return missed
}
