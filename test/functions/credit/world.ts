/** Months of visits: booked through the real entry, missed or attended as the hall tells by its events. */
import { appointments, ledgers, type AppointmentDoc } from '../../../functions/appointments/collections'
import { emit } from '../../../functions/core/io/events/emit'
import { reader } from '../../../functions/core/io/store/reader'
import { transact } from '../../../functions/core/io/store/transact'
import { nextWorkingDays } from '../../../functions/core/pure/calendar'
import { addDays, dayOf, HOUR, instantOf } from '../../../functions/core/pure/time'
import { hearCheckIn } from '../../../functions/credit/work/missed'
import { HALL, openWorld as openOffice, type World as Office } from '../refunds/world'

export { HALL, REVIEWER } from '../refunds/world'
export const PERSON = '陈建国'
export const MATTER = 'SB01'
export const MONTH = instantOf('2026-11-30', 600)

export interface World extends Office {
  /** Goes to the last working day before, and books. @returns the appointment's id */
  book(
    day: string,
    more?: { readonly hallId?: string; readonly matter?: string; readonly start?: number },
  ): Promise<string>
  /** The hall checked somebody in on that day; it has been over since yesterday, and all that was due is done. */
  dayOver(day: string): Promise<void>
  /** Booked, and never came. */
  missed(day: string): Promise<string>
  checkIn(id: string): Promise<void>
  visit(id: string): Promise<AppointmentDoc>
  noShows(id: string): Promise<readonly string[]>
  /** As `queue` tells. */
  tell(kind: 'queue.checkedIn' | 'queue.noShow', payload: Readonly<Record<string, string>>): Promise<void>
}

const NOBODY = `ap_${'0'.repeat(26)}`

const workingDayBefore = (day: string): string => {
  const before = addDays(day, -1)
  return nextWorkingDays(addDays(before, -1), 1).days[0] === before ? before : workingDayBefore(before)
}

export const openWorld = async (): Promise<World> => {
  const office = await openOffice({ now: MONTH })
  const { services, must } = office
  const visit = async (id: string): Promise<AppointmentDoc> => {
    const doc = await reader(services.store).get(appointments, id)
    if (!doc) throw new Error(`no appointment ${id}`)
    return doc
  }
  const book: World['book'] = async (day, { hallId = HALL, matter = MATTER, start = 600 } = {}) => {
    services.time.now = Math.max(services.time.now, instantOf(workingDayBefore(day), 600))
    await must('appointments/openDays', {}, { timer: 'openDays' })
    const wish = { hallId, matter, day, start }
    const { appointment } = await must<{ appointment: { id: string } }>('appointments/book', wish, {
      as: PERSON,
    })
    return appointment.id
  }
  const tell: World['tell'] = async (kind, payload) => {
    await transact(services, async (tx) => emit(tx, { kind, due: tx.now, payload }))
    await office.settle()
  }
  const dayOver = async (day: string): Promise<void> => {
    services.time.now = Math.max(services.time.now, instantOf(day, 600))
    await tell('queue.checkedIn', { appointmentId: NOBODY, hallId: HALL, day })
    services.time.now = Math.max(services.time.now, instantOf(addDays(day, 1)) + HOUR)
    await office.settle()
  }
  return {
    ...office,
    book,
    dayOver,
    visit,
    tell,
    missed: async (day) => {
      const id = await book(day)
      await dayOver(day)
      return id
    },
    checkIn: async (id) => {
      const { hallId, day } = await visit(id)
      await hearCheckIn(services, { appointmentId: id, hallId, day })
    },
    noShows: async (id) => {
      const { ledgerKey } = await visit(id)
      return ((await reader(services.store).get(ledgers, ledgerKey))?.noShows ?? []).map((one) => one.id)
    },
  }
}

export const today = ({ services }: Office): string => dayOf(services.time.now)
