/** The halls where the caller does an officer's work, as the server's rule has it, and which of them a page shows. */
import { api, type Output } from './api'
import { ApiError } from './errors'
import { useQuery } from './use-query'

type HallsOnDuty = Output<'halls', 'onDuty'>
export type OfficeHall = HallsOnDuty['halls'][number]

/** Whose role is another's has no hall: that is no failure. */
const hallsOnDuty = async (): Promise<HallsOnDuty> => {
  try {
    return await api.halls.onDuty({})
  } catch (thrown) {
    if (thrown instanceof ApiError && thrown.code === 'FORBIDDEN') return { halls: [] }
    throw thrown
  }
}

export const useHallsOnDuty = () => useQuery('my:halls:onDuty', hallsOnDuty)

/** The one asked for when it is theirs, else the first. */
export const hallToShow = <H extends { readonly id: string }>(
  mine: readonly H[],
  asked: string | undefined,
): H | undefined => mine.find(({ id }) => id === asked) ?? mine[0]
