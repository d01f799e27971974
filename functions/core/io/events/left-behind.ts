/**
 * The run before died at work: one of its batch may have killed it, and would kill each run after it. They are attempted one
 * by one, before anything else is taken up.
 */
import type { Json, Stored } from '../store/contract'
import { attemptSuspect, isDue, wasInterrupted, type Lane } from './attempt'
import { events, type EventDoc } from './collections'

const workingIn = (memo: Json): readonly string[] => {
  const working = memo !== null && typeof memo === 'object' && 'working' in memo ? memo.working : []
  return Array.isArray(working) ? working.filter((id): id is string => typeof id === 'string') : []
}

/** Those suspected before come last. */
const inOrder = (suspects: readonly Stored<EventDoc>[]): readonly Stored<EventDoc>[] => [
  ...suspects.filter((event) => !wasInterrupted(event)),
  ...suspects.filter(wasInterrupted),
]

export const attemptLeftBehind = async (lane: Lane): Promise<void> => {
  const { services, lease } = lane
  if (!lease.inherited) return
  const working = await services.store.read<EventDoc>(events.name, workingIn(lease.memo))
  const suspects = inOrder(working.filter((event) => isDue(event, services.clock())))
  for (const [place, event] of suspects.entries()) {
    await lease.renew({ working: suspects.slice(place).map(({ id }) => id) })
    lane.count(await attemptSuspect(lane, event))
  }
}
