/** What several packages read of waiting: my waits, and whether the seats of a day are balloted. */
import { api, type Output } from './api'
import { useNow } from './use-now'
import { useQuery } from './use-query'

export type Wait = Output<'waitlist', 'mine'>['items'][number]
export type Ballot = Output<'waitlist', 'ballots'>['items'][number]

/** Whatever is joined, accepted or left makes these be read again. */
export const WAITS = 'my:wait'

/** The newest of them: enough to tell of what is under way. */
export const useWaitsNow = () => useQuery(`${WAITS}s:now`, () => api.waitlist.mine({ limit: 20 }))

export const ballotName = (hallId: string, day: string): string => `ballot:${hallId}:${day}`

/** The ballot of a hall's day, where one was announced; nothing is asked before both are known. */
export const useBallot = (hallId: string | undefined, day: string | undefined) =>
  useQuery(hallId && day ? ballotName(hallId, day) : undefined, () =>
    api.waitlist.ballots({ hallId: hallId ?? '', day: day ?? '', limit: 1 }),
  )

/** Does it take entries now, as far as is known? */
export const useTakesEntries = (hallId: string | undefined, day: string | undefined): boolean => {
  const now = useNow()
  const ballot = useBallot(hallId, day).data?.items[0]
  return ballot?.state === 'open' && now < ballot.closesAt
}
