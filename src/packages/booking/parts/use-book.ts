/** Booking what is on the confirmation page: the kept seat, the same seat in another name, or a seat at once. */
import { useState } from 'react'
import { api, type Appointment } from '../../../client/api'
import { ApiError } from '../../../client/errors'
import { useAction, type Action } from '../../../client/use-action'
import { useClock } from '../../../client/use-now'
import { bookInOtherName, type BookCalls } from '../model/rename'
import type { Wish } from '../model/seat'
import { keepDraft } from './draft'
import { knowAppointment, useAppointment } from './queries'

const callsWith = (key: string): BookCalls => ({
  book: async (wish, step) => (await api.appointments.book(wish, { key: `${key}-${step}` })).appointment,
  hold: async (wish, step) => (await api.appointments.hold(wish, { key: `${key}-${step}` })).appointment,
  release: (id, step) => api.appointments.cancel({ id }, { key: `${key}-${step}` }),
})

const isFull = (error: unknown): boolean => error instanceof ApiError && error.code === 'SLOT_FULL'

export interface Booking extends Action<{ readonly for?: string }, Appointment> {
  /** The seat that is kept for this trip. */
  readonly held: Appointment | undefined
  readonly lapsed: boolean
  /** Looks at the clock, and asks the server again what became of the kept seat. */
  readonly look: () => void
}

export const useBook = (trip: Omit<Wish, 'taxpayerId'> & { readonly hold?: string }): Booking => {
  const { hallId, matter, day, start } = trip
  const [hold, setHold] = useState(trip.hold)
  const [now, lookAtClock] = useClock()
  const known = useAppointment(hold)
  const kept = known.data?.appointment
  const held =
    kept?.state === 'held' &&
    kept.hallId === hallId &&
    kept.matter === matter &&
    kept.day === day &&
    kept.start === start
      ? kept
      : undefined
  const lapsed = held?.heldUntil !== undefined && held.heldUntil <= now
  const live = lapsed ? undefined : held
  const look = (): void => {
    lookAtClock()
    void known.refetch()
  }

  const rename = async (from: Appointment, taxpayerId: string, key: string): Promise<Appointment> => {
    const done = await bookInOtherName({ calls: callsWith(key), held: from, taxpayerId, isFull })
    if (done.kind === 'booked') return done.appointment
    if (done.held) knowAppointment(done.held)
    keepDraft({ hold: done.held?.id, heldUntil: done.held?.heldUntil })
    setHold(done.held?.id)
    throw done.error
  }
  const action = useAction(async (wanted: { readonly for?: string }, key): Promise<Appointment> => {
    if (live && wanted.for !== undefined && wanted.for !== live.taxpayer.id)
      return rename(live, wanted.for, key)
    const { appointment } = await api.appointments.book(
      live ? { holdId: live.id } : { hallId, matter, day, start, taxpayerId: wanted.for },
      { key },
    )
    return appointment
  })
  return {
    ...action,
    held,
    lapsed,
    look,
  }
}
