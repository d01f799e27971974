/** What the waitlist pages read. */
import { api } from '../../../client/api'
import { invalidate, queryOf } from '../../../client/queries'
import { usePages } from '../../../client/use-pages'
import { useQuery } from '../../../client/use-query'
import { WAITS, type Wait } from '../../../client/waits'

export const useWaitPages = () =>
  usePages(`${WAITS}s:all`, {
    fetch: (after) => api.waitlist.mine({ limit: 20, ...(after === undefined ? {} : { after }) }),
    idOf: ({ id }: Wait) => id,
  })

const nameOf = (id: string): string => `${WAITS}:${id}`

export const useWait = (id: string | undefined) =>
  useQuery(id === undefined ? undefined : nameOf(id), () => api.waitlist.get({ id: id ?? '' }))

/** Makes an answer known, and the lists that hold it be read again. */
export const knowWait = (wait: Wait): void => {
  queryOf(nameOf(wait.id), () => api.waitlist.get({ id: wait.id })).set({ wait })
  invalidate(`${WAITS}s:`)
}

export const useHallName = (hallId: string | undefined): string =>
  useQuery(hallId === undefined ? undefined : 'halls', () => api.appointments.halls({})).data?.halls.find(
    ({ id }) => id === hallId,
  )?.name ?? ''
