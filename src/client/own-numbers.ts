/** My numbers at halls, for any page: those of today that something may still come of. */
import { dayOf, type Instant } from '../../functions/core/pure/time'
import { isLive } from '../../functions/queue/rules/states'
import type { QueueTicket } from '../messages/queue'
import { api, type Output } from './api'
import { invalidate } from './queries'
import { useQuery, type Fetched } from './use-query'

export type { QueueTicket }

/** Of everything about them: whatever takes, leaves or rates makes it be read again. */
export const NUMBERS = 'my:numbers'

type Mine = Output<'queue', 'mine'>

/** More than anybody takes on a day. */
const OF_A_DAY = 10
export const fetchNumbers = (): Promise<Mine> => api.queue.mine({ limit: OF_A_DAY })

/** The newest of mine, asked for only while `on`. */
export const useNumbers = (on = true): Fetched<Mine> =>
  useQuery(on ? `${NUMBERS}:newest` : undefined, fetchNumbers)

export const numbersChanged = (): void => invalidate(NUMBERS)

/** What is shown may be of an earlier day: a number is good for its own. */
export const liveOn = (items: readonly QueueTicket[], now: Instant): readonly QueueTicket[] =>
  items.filter(({ state, day }) => isLive(state) && day === dayOf(now))
