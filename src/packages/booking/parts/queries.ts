/** What the booking screens read, each under one name, so that pages share what is already known. */
import { api, type Appointment } from '../../../client/api'
import { queryOf } from '../../../client/queries'
import { usePages } from '../../../client/use-pages'
import { useQuery } from '../../../client/use-query'

const day = (text: string | undefined): string => text ?? ''

export const useHalls = () => useQuery('halls', () => api.appointments.halls({}))

export const useMatters = () => useQuery('matters', () => api.halls.matters({}))

/** Nothing is fetched until both are known. */
export const useDays = (hallId: string | undefined, matter: string | undefined) =>
  useQuery(hallId && matter ? `days:${hallId}:${matter}` : undefined, () =>
    api.appointments.days({ hallId: hallId ?? '', matter: matter ?? '' }),
  )

export const useSlots = (hallId: string | undefined, matter: string | undefined, on: string | undefined) =>
  useQuery(hallId && matter && on ? `slots:${hallId}:${matter}:${on}` : undefined, () =>
    api.appointments.slots({ hallId: hallId ?? '', matter: matter ?? '', day: day(on) }),
  )

/** How long the line of a time is, what waiting means, and its day's ballot. */
export const useLine = (place: { readonly hallId: string; readonly day: string; readonly start: number }) =>
  useQuery(`line:${place.hallId}:${place.day}:${place.start}`, () => api.waitlist.line(place))

const appointmentName = (id: string): string => `my:appointment:${id}`

export const useAppointment = (id: string | undefined) =>
  useQuery(id === undefined ? undefined : appointmentName(id), () => api.appointments.get({ id: id ?? '' }))

/** Makes an answer known, so that the ticket opens at once and without network. */
export const knowAppointment = (appointment: Appointment): void =>
  queryOf(appointmentName(appointment.id), () => api.appointments.get({ id: appointment.id })).set({
    appointment,
  })

export const MINE = 'my:mine:'
/** My appointments, page by page. */
export const useMinePages = (view: 'upcoming' | 'past') =>
  usePages(`${MINE}${view}`, {
    fetch: (after) => api.appointments.mine({ view, limit: 20, ...(after === undefined ? {} : { after }) }),
    idOf: ({ id }: Appointment) => id,
  })

export const useMine = (view: 'upcoming' | 'past') =>
  useQuery(`${MINE}${view}`, () => api.appointments.mine({ view, limit: 20 }))
