/** Slots as others look at them, without what changes them. */
import type { Services } from '../../core/io/context'
import { reader } from '../../core/io/store/reader'
import type { Day, MinuteOfDay } from '../../core/pure/time'
import { hallDays, slots, type SlotDoc } from '../collections'
import { hallDayId, slotId } from '../rules/slots'

export interface SlotPlace {
  readonly hallId: string
  readonly day: Day
  readonly start: MinuteOfDay
}

type Kept = Pick<Services, 'store'>

const idOf = ({ hallId, day, start }: SlotPlace): string => slotId(hallId, day, start)

export const readSlot = ({ store }: Kept, place: SlotPlace): Promise<SlotDoc | undefined> =>
  reader(store).get(slots, idOf(place))

/** When the slots of a day begin; none before it is opened. */
export const startsOf = async ({ store }: Kept, hallId: string, day: Day): Promise<readonly MinuteOfDay[]> =>
  (await reader(store).get(hallDays, hallDayId(hallId, day)))?.starts ?? []
