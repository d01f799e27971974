/** What `waitlist` does when something has happened. Every handler may run again. */
import * as z from 'zod/mini'
import { seatThatCameFree, slotId } from '../appointments/public'
import type { EventHandlers } from '../core/io/events/contract'
import { reader } from '../core/io/store/reader'
import { waits } from './collections'
import { expireOffer } from './work/offer'
import { tendLine } from './work/tend'

const freed = z.object({ appointmentId: z.string() })
const offer = z.object({ waitId: z.string(), place: z.int() })

export const eventHandlers: EventHandlers = {
  'appointments.seatFreed': async ({ payload, due }, services) => {
    const { appointmentId } = freed.parse(payload)
    const place = await seatThatCameFree(services, appointmentId, Math.max(due, services.clock()))
    if (place) await tendLine(services, slotId(place.hallId, place.day, place.start))
  },
  'waitlist.offerEnds': async ({ payload, due }, services) => {
    const { waitId, place } = offer.parse(payload)
    const doc = await reader(services.store).get(waits, waitId)
    if (doc?.place !== place) return
    await expireOffer(services, waitId, due)
    await tendLine(services, doc.lineId)
  },
}
