/** What the queue's pages read, each under one name. */
import { api, type Output } from '../../../client/api'
import { fetchNumbers, NUMBERS, type QueueTicket } from '../../../client/own-numbers'
import { queryOf } from '../../../client/queries'
import { usePages } from '../../../client/use-pages'
import { useQuery } from '../../../client/use-query'

/** The hall's name and address, as booking knows them. */
export const useHalls = () => useQuery('halls', () => api.appointments.halls({}))

const nameOf = (id: string): string => `${NUMBERS}:one:${id}`

export const useNumber = (id: string | undefined) =>
  useQuery(id === undefined ? undefined : nameOf(id), () => api.queue.get({ id: id ?? '' }))

type One = Output<'queue', 'get'>

/** Makes an answer known, so that the number opens at once. */
export const knowNumber = (ticket: QueueTicket): void =>
  queryOf<One>(nameOf(ticket.id), () => api.queue.get({ id: ticket.id })).set({ ticket })

/** All of mine that are kept, the newest first. */
export const useVisits = () =>
  usePages(`${NUMBERS}:all`, {
    fetch: (after) => (after === undefined ? fetchNumbers() : api.queue.mine({ limit: 10, after })),
    idOf: ({ id }: QueueTicket) => id,
  })
