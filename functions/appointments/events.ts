/** What `appointments` does when something has happened. Every handler may run again: the documents' states are the markers. */
import * as z from 'zod/mini'
import type { EventHandlers } from '../core/io/events/contract'
import { withdrawPapers } from '../core/io/verification/certify'
import { moveGates } from './work/gates'
import { leaveAgain, leaveSeats } from './work/leave'
import { dropNote } from './work/notes'
import { foldVerified } from './work/fold'
import { release } from './work/release'
import { freeSeat } from './work/seat'
import { sweepDay } from './work/sweep-day'
import {
  informBooked,
  informCancelled,
  informReopened,
  remind,
  remindSoon,
  withdrawInformed,
} from './work/inform'
import { countBooked, countCancelled } from './work/tallies'

const one = z.object({ appointmentId: z.string() })
const closed = z.object({ hallId: z.string(), day: z.string() })
/** Without `closing`: told by a version of before closings were named. */
const reopened = z.extend(closed, { since: z.int(), closing: z.optional(z.int()) })
const visit = z.object({
  appointmentId: z.string(),
  accountId: z.string(),
  hallId: z.string(),
  day: z.string(),
  start: z.int(),
  matter: z.string(),
})
const cancelled = z.extend(visit, { by: z.enum(['owner', 'hall']) })
const erased = z.object({ accountId: z.string() })
const taxpayerErased = z.object({ taxpayerId: z.string() })
/** `from` names the claim, `to` is the verified taxpayer's ledger. */
const verified = z.object({
  accountId: z.string(),
  taxpayerId: z.string(),
  from: z.string(),
  to: z.string(),
})

export const eventHandlers: EventHandlers = {
  'appointments.holdLapses': async ({ payload }, services) => {
    await release(services, one.parse(payload).appointmentId, 'lapsed')
  },
  'appointments.seatFreed': async ({ payload, due }, services) => {
    await freeSeat(services, one.parse(payload).appointmentId, Math.max(due, services.clock()))
  },
  'appointments.dayClosed': async ({ payload }, services) => {
    const { hallId, day } = closed.parse(payload)
    await sweepDay(services, hallId, day)
  },
  'appointments.dayReopened': async ({ payload }, services) => {
    const reopening = reopened.parse(payload)
    await moveGates(services, reopening.hallId, reopening.day)
    await informReopened(services, reopening)
  },
  'appointments.booked': async (event, services) => {
    const told = visit.parse(event.payload)
    await countBooked(services, event, told)
    await informBooked(services, { eventId: event.id, at: event.at, visit: told })
  },
  'appointments.cancelled': async (event, services) => {
    const { by, ...told } = cancelled.parse(event.payload)
    await dropNote(services, told.appointmentId)
    // Withdrawn in the commit that cancelled, but by versions of before: they left it to this event.
    await withdrawPapers(services, `appointments|${told.appointmentId}`)
    await countCancelled(services, event, { ...told, by })
    await withdrawInformed(services, told)
    if (by === 'hall') await informCancelled(services, event.id, told)
  },
  'appointments.visitNears': async ({ payload, due }, services) => {
    await remind(services, one.parse(payload).appointmentId, due)
  },
  'appointments.visitBegins': async ({ payload }, services) => {
    await remindSoon(services, one.parse(payload).appointmentId)
  },
  'accounts.verified': async ({ payload, at }, services) => {
    await foldVerified(services, { ...verified.parse(payload), at })
  },
  'accounts.erased': async ({ payload }, services) => {
    await leaveSeats(services, erased.parse(payload))
    await leaveAgain(services, erased.parse(payload))
  },
  'accounts.taxpayerErased': async ({ payload }, services) => {
    await leaveSeats(services, taxpayerErased.parse(payload))
    await leaveAgain(services, taxpayerErased.parse(payload))
  },
  'appointments.ownerErased': async ({ payload }, services) => {
    await leaveSeats(services, z.union([erased, taxpayerErased]).parse(payload))
  },
}
