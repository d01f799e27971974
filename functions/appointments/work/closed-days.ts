/** Days that their hall has closed. From that commit on nothing of them stands or counts, though the sweep comes later. */
import type { Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import { hallDays, type AppointmentDoc, type HallDayDoc } from '../collections'
import { takes } from '../rules/closing'
import { hallDayId } from '../rules/slots'
import { isActive } from '../rules/states'

export const isClosed = (hallDay: HallDayDoc | undefined): boolean => hallDay?.state === 'stopped'

/** Its hall has closed the day before it began. */
export const isTaken = (
  hallDay: HallDayDoc | undefined,
  when: Pick<AppointmentDoc, 'day' | 'start'>,
): boolean => isClosed(hallDay) && takes(hallDay?.stoppedAt, when)

type Placed = Pick<AppointmentDoc, 'hallId' | 'day' | 'state'>

/** The hall's day of each appointment that it could have closed; the others are over by something else. */
export const hallDaysOf = async (
  { store }: Pick<Services, 'store'>,
  docs: readonly Placed[],
): Promise<(doc: Placed) => HallDayDoc | undefined> => {
  const closable = docs.filter(({ state }) => isActive(state) || state === 'cancelledByHall')
  const ids = [...new Set(closable.map(({ hallId, day }) => hallDayId(hallId, day)))]
  const found = ids.length ? await reader(store).getMany(hallDays, ids) : []
  const byId = new Map(ids.map((id, i) => [id, found[i]]))
  return ({ hallId, day }) => byId.get(hallDayId(hallId, day))
}
