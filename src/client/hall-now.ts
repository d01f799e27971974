/** A hall as it is now, for anybody: who waits, how long, and how numbers are given there. */
import { api, type Output } from './api'
import { useQuery, type Fetched } from './use-query'

export type HallNow = Output<'queue', 'hall'>

/** No hall, no question. */
export const useHallNow = (hallId: string | undefined): Fetched<HallNow> =>
  useQuery(hallId === undefined ? undefined : `hall-now:${hallId}`, () =>
    api.queue.hall({ hallId: hallId ?? '' }),
  )
