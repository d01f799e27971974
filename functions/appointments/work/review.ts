/** Pre-review: what a booking becomes where its matter asks for one, and until when it is answered. */
import { openMinutesAfter } from '../../core/pure/open-minutes'
import { MINUTE, type Instant } from '../../core/pure/time'
import { preReviewOn } from '../../halls/public'
import type { AppointmentDoc } from '../collections'
import { checkInFrom } from '../rules/cancelling'
import type { Plan } from './plan'

/** By its hall's hours and the calendar; at the latest when a ticket can be taken. */
const answeredBy = ({ hall, limits, ...when }: Standing, now: Instant): Instant => {
  const latest = checkInFrom(when, limits)
  return Math.min(openMinutesAfter(hall.hours, now, limits.preReviewHours.value * 60) ?? latest, latest)
}

type Standing = Pick<Plan, 'hall' | 'matter' | 'limits' | 'day' | 'start'>

/** Booked at once; or looked at by its hall first, if there is time for it. */
export const bookedAs = (plan: Standing, now: Instant): Pick<AppointmentDoc, 'state' | 'heldUntil'> => {
  const until = preReviewOn(plan.matter, plan.day) ? answeredBy(plan, now) : 0
  return until >= now + MINUTE ? { state: 'reviewing', heldUntil: until } : { state: 'booked', heldUntil: 0 }
}
