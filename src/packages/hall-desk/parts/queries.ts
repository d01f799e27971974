/** A hall's day as its officers see it: asked again every few seconds while the page is in sight, and at once after whatever was done. */
import { api } from '../../../client/api'
import { useFresh } from '../../../client/use-fresh'
import { useLive, type Pace } from '../../../client/use-live'
import { usePages } from '../../../client/use-pages'
import type { Fetched } from '../../../client/use-query'
import type { Desk, Rating } from '../model/answers'

/** All day long: what others do at their windows shows within three seconds. */
export const DESK_PACE: Pace = { firstMs: 3_000, mostMs: 3_000, growth: 1, times: Infinity }
/** At the door it only says how many wait. */
const DOOR_PACE: Pace = { firstMs: 10_000, mostMs: 10_000, growth: 1, times: Infinity }

/** Kept nowhere: an earlier day at the windows is of no use. An answer that was overtaken by a later question is dropped. */
export const useDesk = (hallId: string, at: 'desk' | 'door' = 'desk'): Fetched<Desk> => {
  const desk = useFresh(`hall-desk:${hallId}`, () => api.queue.desk({ hallId }))
  useLive(desk.refetch, { on: !desk.signedOut, pace: at === 'desk' ? DESK_PACE : DOOR_PACE })
  return desk
}

/** A rating has no name of its own: its moment, its number and its window are one. */
export const ratingKey = ({ number, window, at }: Rating): string => `${at}|${number}|${window ?? ''}`

export const useRatings = (hallId: string) =>
  usePages(`my:hall-desk:ratings:${hallId}`, {
    fetch: (after) => api.queue.ratings({ hallId, limit: 20, ...(after === undefined ? {} : { after }) }),
    idOf: ratingKey,
  })
