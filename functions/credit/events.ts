/** What `credit` does when something has happened. Every handler may run again: the documents' states are the markers. */
import * as z from 'zod/mini'
import { expireHistory } from '../core/io/cases/record'
import type { EventHandlers } from '../core/io/events/contract'
import { reader } from '../core/io/store/reader'
import { appeals, preReviews } from './collections'
import { leaveAppeals } from './work/appeal'
import { hearCancelled, hearForgiven } from './work/cancelled'
import { closeDay, hearCheckIn, hearNoShow } from './work/missed'
import { approveByClock, dropReview, openReview } from './work/pre-review'

const one = z.object({ appointmentId: z.string() })
const place = z.object({ hallId: z.string(), day: z.string() })

export const eventHandlers: EventHandlers = {
  'queue.checkedIn': async ({ payload }, services) => {
    const told = z.extend(place, { appointmentId: z.string() }).parse(payload)
    // The door lets in what nobody has looked at in time, even before its own event.
    await approveByClock(services, told.appointmentId)
    await hearCheckIn(services, told)
  },
  'queue.noShow': async ({ payload }, services) => {
    await hearNoShow(services, one.parse(payload).appointmentId)
  },
  'credit.dayOver': async ({ payload }, services) => {
    const { hallId, day } = place.parse(payload)
    await closeDay(services, hallId, day)
  },
  'credit.appealEnded': async ({ payload }, services) => {
    const { caseId } = z.object({ caseId: z.string() }).parse(payload)
    const doc = await reader(services.store).get(appeals, caseId)
    if (doc?.expiresAt) await expireHistory(services, { caseId, expiresAt: doc.expiresAt })
  },
  'appointments.cancelledLate': async ({ payload }, services) => {
    await hearCancelled(services, one.parse(payload).appointmentId)
  },
  'appointments.forgiven': async ({ payload }, services) => {
    await hearForgiven(services, one.parse(payload).appointmentId)
  },
  'appointments.reviewAsked': async ({ payload }, services) => {
    await openReview(services, one.parse(payload).appointmentId)
  },
  'appointments.reviewEnds': async ({ payload }, services) => {
    await approveByClock(services, one.parse(payload).appointmentId)
  },
  'appointments.reviewOver': async ({ payload }, services) =>
    dropReview(services, z.extend(one, { by: z.enum(['owner', 'hall']) }).parse(payload)),
  'credit.reviewEnded': async ({ payload }, services) => {
    const { caseId } = z.object({ caseId: z.string() }).parse(payload)
    const doc = await reader(services.store).get(preReviews, caseId)
    if (doc?.expiresAt) await expireHistory(services, { caseId, expiresAt: doc.expiresAt })
  },
  'accounts.erased': async ({ payload }, services) =>
    leaveAppeals(services, z.object({ accountId: z.string() }).parse(payload)),
  'accounts.taxpayerErased': async ({ payload }, services) =>
    leaveAppeals(services, z.object({ taxpayerId: z.string() }).parse(payload)),
}
