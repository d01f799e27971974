/** The seat being kept: taken on choosing a time, given back on changing one's mind, remembered over pages. */
import { useRef, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { api, type Appointment } from '../../../client/api'
import { asApiError } from '../../../client/errors'
import { drawKey } from '../../../client/intention'
import { preferences } from '../../../client/preferences'
import { sessionToken } from '../../../client/session'
import { readRefusal, type Refusal } from '../model/refusal'
import { keepSeat, type Wish } from '../model/seat'
import type { Trip } from '../model/trip'
import { draftNow, keepDraft } from './draft'
import { knowAppointment } from './queries'

export interface Seat {
  readonly held: Appointment | undefined
  /** The time that is being taken just now. */
  readonly waiting: number | undefined
  readonly refusal: Refusal | undefined
  /** The new wish failed, and the earlier seat is held again. */
  readonly keptPrevious: boolean
  readonly take: (wish: Wish) => Promise<Appointment | undefined>
  readonly dismiss: () => void
}

const calls = {
  hold: async (wish: Wish): Promise<Appointment> =>
    (await api.appointments.hold(wish, { key: drawKey() })).appointment,
  release: (id: string) => api.appointments.cancel({ id }, { key: drawKey() }),
}

const belongsTo = (it: Appointment, trip: Trip): boolean =>
  it.state === 'held' && it.hallId === trip.hallId && it.matter === trip.matter

/** Refusals that signing in undoes. */
const NEEDS_SESSION: ReadonlySet<string> = new Set(['SIGN_IN', 'SESSION_EXPIRED'])

export const useSeat = (trip: Trip, onChange: () => void): Seat => {
  const [held, setHeld] = useState<Appointment>()
  const [waiting, setWaiting] = useState<number>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [keptPrevious, setKeptPrevious] = useState(false)
  const busy = useRef(false)
  /** A seat kept at another hall or for another matter: given back as soon as one is taken here. */
  const elsewhere = useRef<Appointment>()
  const lastWish = useRef<Wish>()

  const remember = (it: Appointment | undefined): void => {
    setHeld(it)
    if (it) knowAppointment(it)
    keepDraft({
      hold: it?.id,
      heldUntil: it?.heldUntil,
      ...(it ? { hallId: it.hallId, matter: it.matter, day: it.day, start: it.start } : {}),
    })
  }

  const take = async (wish: Wish): Promise<Appointment | undefined> => {
    if (busy.current) return undefined
    busy.current = true
    lastWish.current = wish
    setWaiting(wish.start)
    setRefusal(undefined)
    keepDraft({ hallId: wish.hallId, matter: wish.matter, day: wish.day, start: wish.start })
    const kept = await keepSeat({ calls, wish, held: held ?? elsewhere.current, now: Date.now() })
    const standing = kept.kind === 'kept' ? kept.appointment : kept.previous
    const isHere = standing === undefined || belongsTo(standing, trip)
    elsewhere.current = isHere ? undefined : standing
    remember(standing)
    if (!isHere) setHeld(undefined)
    setKeptPrevious(kept.kind === 'refused' && kept.previous !== undefined && isHere)
    if (kept.kind === 'refused')
      setRefusal(readRefusal(asApiError(kept.error, preferences.getState().language), wish.hallId))
    setWaiting(undefined)
    busy.current = false
    onChange()
    return kept.kind === 'kept' ? kept.appointment : undefined
  }

  // Shown again: the seat may have been booked, lapsed or given back elsewhere; or be waiting from an earlier visit.
  useDidShow(() => {
    // Signed in, or someone added to book for, since: what was asked for is tried again.
    if (
      refusal &&
      lastWish.current &&
      (NEEDS_SESSION.has(refusal.code) ? sessionToken() !== undefined : refusal.code === 'NO_TAXPAYER')
    ) {
      void take(lastWish.current)
      return
    }
    const id = draftNow()?.hold
    if (id === undefined) setHeld(undefined)
    else if (id !== held?.id) {
      void api.appointments
        .get({ id })
        .then(({ appointment }) => {
          if (belongsTo(appointment, trip)) setHeld(appointment)
          else if (appointment.state === 'held') elsewhere.current = appointment
        })
        .catch(() => undefined)
    }
  })

  return { held, waiting, refusal, keptPrevious, take, dismiss: () => setRefusal(undefined) }
}
