/** What people are told of their appointments. All of it is done by handlers, which may run twice: each thing is told once. */
import type { Services } from '../../core/io/context'
import { withdrawDeliveries } from '../../core/io/delivery/withdraw'
import { emit } from '../../core/io/events/emit'
import { notify } from '../../core/io/notices/notify'
import { eachOf } from '../../core/io/store/pages'
import { transact } from '../../core/io/store/transact'
import type { DeclaredNotice } from '../../core/pure/notices'
import { instantOf, type Day, type Instant } from '../../core/pure/time'
import type { Tx } from '../../core/io/store/transaction'
import { appointments, hallDays, type AppointmentDoc, type HallDayDoc } from '../collections'
import { notices } from '../data/notices'
import { remindAt, remindSoonAt } from '../rules/reminding'
import { hallDayId } from '../rules/slots'
import { isTaken } from './closed-days'
import { closingOf } from './gates'

/** An appointment as its events tell of it. */
export interface Visit {
  readonly appointmentId: string
  readonly accountId: string
  readonly hallId: string
  readonly day: Day
  readonly start: number
  readonly matter: string
}

const visitOf = (appointmentId: string, doc: AppointmentDoc): Visit => ({
  appointmentId,
  accountId: doc.accountId,
  hallId: doc.hallId,
  day: doc.day,
  start: doc.start,
  matter: doc.matter,
})

const tell = (tx: Tx, notice: DeclaredNotice, visit: Visit, once: string): void => {
  const { accountId, appointmentId, hallId, day, start, matter } = visit
  const facts = { hallId, day, start, matter }
  // once it has begun, nobody needs to be told any more but by the inbox
  notify(tx, { notice, accountId, facts, about: appointmentId, until: instantOf(day, start), once })
}

interface Booked {
  readonly eventId: string
  /** When it was booked. */
  readonly at: Instant
  readonly visit: Visit
}

/** One after the other: the evening before leads to the hour before. */
const promiseSoon = (tx: Tx, { appointmentId, day, start }: Visit, toldAt: Instant): void => {
  const due = remindSoonAt(day, start, toldAt)
  if (due !== undefined) emit(tx, { kind: 'appointments.visitBegins', due, payload: { appointmentId } })
}

/** That it is booked; and the evening before, if there is one left, that it is tomorrow, and an hour before that it begins. */
export const informBooked = (services: Services, { eventId, at, visit }: Booked): Promise<boolean> =>
  transact(services, async (tx) => {
    tell(tx, notices.booked, visit, eventId)
    const due = remindAt(visit.day, at)
    const payload = { appointmentId: visit.appointmentId }
    if (due !== undefined) emit(tx, { kind: 'appointments.visitNears', due, payload })
    else promiseSoon(tx, visit, at)
    return true
  })

/** Messages that wait still (for the morning, for a digest) and say that it is booked: it is not any more. */
export const withdrawInformed = (
  services: Services,
  { accountId, appointmentId }: Pick<Visit, 'accountId' | 'appointmentId'>,
): Promise<number> =>
  withdrawDeliveries(services, {
    accountId,
    about: appointmentId,
    kinds: [notices.booked.kind, notices.tomorrow.kind, notices.soon.kind],
  })

/** By the hall. Why is the ticket's to show: the reason is sealed. */
export const informCancelled = (services: Services, eventId: string, visit: Visit): Promise<boolean> =>
  transact(services, async (tx) => {
    tell(tx, notices.cancelledByHall, visit, eventId)
    return true
  })

/** Only of what still stands: its own state, and its hall's day, which may be closed while its sweep is still to come. */
const ofStanding = (
  services: Services,
  appointmentId: string,
  say: (tx: Tx, visit: Visit) => void,
): Promise<boolean> =>
  transact(services, async (tx) => {
    const doc = await tx.get(appointments, appointmentId)
    if (doc?.state !== 'booked') return false
    if (isTaken(await tx.get(hallDays, hallDayId(doc.hallId, doc.day)), doc)) return false
    say(tx, visitOf(appointmentId, doc))
    return true
  })

/** @param due when it was to be told: an event that comes late promises the next one all the same */
export const remind = (services: Services, appointmentId: string, due: Instant): Promise<boolean> =>
  ofStanding(services, appointmentId, (tx, visit) => {
    tell(tx, notices.tomorrow, visit, `tomorrow|${appointmentId}`)
    promiseSoon(tx, visit, due)
  })

export const remindSoon = (services: Services, appointmentId: string): Promise<boolean> =>
  ofStanding(services, appointmentId, (tx, visit) => tell(tx, notices.soon, visit, `soon|${appointmentId}`))

interface Reopening {
  readonly hallId: string
  readonly day: Day
  /** When the closing began that was undone. */
  readonly since: Instant
  /** Its turn. */
  readonly closing?: number | undefined
}

/** Nobody is told of a reopening when the day was closed once more since. */
const isOpenSince = (hallDay: HallDayDoc | undefined, closing: number | undefined): boolean =>
  hallDay?.state === 'open' && (closing === undefined || closingOf(hallDay) === closing)

/** Did that closing cancel it? Of a mere hold nobody was told, nor is now. */
const cancelledBy = (doc: AppointmentDoc, { since, closing }: Reopening): boolean => {
  if (doc.state !== 'cancelledByHall' || doc.heldUntil !== 0) return false
  return doc.closing === undefined || closing === undefined ? doc.changedAt >= since : doc.closing === closing
}

/** Those whom that closing cancelled: theirs stays so, and the day can be booked again. */
export const informReopened = async (services: Services, reopening: Reopening): Promise<void> => {
  const { hallId, day, closing } = reopening
  const ofDay = eachOf(services.store, appointments, { index: 'hall', where: { hallId, day } })
  for await (const { id, doc } of ofDay) {
    if (!cancelledBy(doc, reopening)) continue
    const told = await transact(services, async (tx) => {
      if (!isOpenSince(await tx.get(hallDays, hallDayId(hallId, day)), closing)) return false
      tell(tx, notices.dayReopened, visitOf(id, doc), `reopened|${id}`)
      return true
    })
    if (!told) return
  }
}
