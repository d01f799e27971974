/** Every subscriber in a lane of its own, side by side: what one has to do, or fails at, delays no other. */
import type { Services } from '../core/io/context'
import { deliverOld } from '../core/io/events/deliver-old'
import { dispatch, type Dispatched } from '../core/io/events/dispatch'
import { subscribers } from '../subscribers'

/** Events of one subscriber a run; a schedule comes each minute. */
const DISPATCH_LIMIT = 2_000

/**
 * @param only one subscriber's lane; all without it
 * @returns what all lanes did together
 * @throws the first error of a lane, once all have come to their end
 */
export const dispatchLanes = async (services: Services, only?: string): Promise<Dispatched> => {
  if (only === undefined) await deliverOld(services)
  const lanes = subscribers.filter(({ name }) => only === undefined || name === only)
  const ends = await Promise.allSettled(
    lanes.map((lane) => dispatch(services, lane, { limit: DISPATCH_LIMIT })),
  )
  const sum = { handled: 0, failed: 0, died: 0 }
  for (const end of ends) {
    if (end.status === 'rejected') throw end.reason
    sum.handled += end.value.handled
    sum.failed += end.value.failed
    sum.died += end.value.died
  }
  return sum
}
