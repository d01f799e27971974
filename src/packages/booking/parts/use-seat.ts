/** The seat being kept: taken on choosing a time, given back on changing one's mind, remembered over pages. */
import { useRef, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { api, type Appointment } from '../../../client/api'
import { asApiError, needsSignIn } from '../../../client/errors'
import { drawKey } from '../../../client/intention'
import { preferences } from '../../../client/preferences'
import { serverNow } from '../../../client/server-time'
import { isSignedIn, personNow } from '../../../client/session'
import { usePerson } from '../../../client/use-signed-in'
import { readRefusal, type Refusal } from '../model/refusal'
import { keepSeat, type Kept, type Wish } from '../model/seat'
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

const refusalOf = (error: unknown, hallId: string): Refusal =>
  readRefusal(asApiError(error, preferences.getState().language), hallId)

/** Has what the refusal asked for been done since: signed in, or somebody added to book for? */
const isUndone = ({ code }: Refusal): boolean => (needsSignIn(code) ? isSignedIn() : code === 'NO_TAXPAYER')

/** What was asked for last, and by whom. */
interface Asked {
  readonly wish: Wish
  readonly owner: string | undefined
}

/** Somebody else who has signed in since asks for the same time, but not for the other's taxpayer. */
const wishAgain = ({ wish, owner }: Asked): Wish =>
  owner === undefined || owner === personNow() ? wish : { ...wish, taxpayerId: undefined }

/** A seat and whose it is: nobody else who signs in on this page is shown it, or gives it back. */
interface OwnSeat {
  readonly owner: string | undefined
  readonly appointment: Appointment
}

const seatOf = (seat: OwnSeat | undefined, person: string | undefined): Appointment | undefined =>
  seat !== undefined && person !== undefined && seat.owner === person ? seat.appointment : undefined

export const useSeat = (trip: Trip, onChange: () => void): Seat => {
  const person = usePerson()
  const [here, setHere] = useState<OwnSeat>()
  const [waiting, setWaiting] = useState<number>()
  const [refusal, setRefusal] = useState<Refusal>()
  const [keptPrevious, setKeptPrevious] = useState(false)
  const busy = useRef(false)
  /** A seat kept at another hall or for another matter: given back as soon as one is taken here. */
  const elsewhere = useRef<OwnSeat>()
  const asked = useRef<Asked>()
  const held = seatOf(here, person)

  const remember = (standing: Appointment | undefined, owner: string | undefined): void => {
    const isHere = standing !== undefined && belongsTo(standing, trip)
    const own = standing && { owner, appointment: standing }
    setHere(isHere ? own : undefined)
    elsewhere.current = isHere ? undefined : own
    if (standing) knowAppointment(standing)
    keepDraft({
      hold: standing?.id,
      heldUntil: standing?.heldUntil,
      ...(standing
        ? { hallId: standing.hallId, matter: standing.matter, day: standing.day, start: standing.start }
        : {}),
    })
  }

  const show = (kept: Kept, wish: Wish, owner: string | undefined): void => {
    if (kept.kind === 'refused') setRefusal(refusalOf(kept.error, wish.hallId))
    // Signed out, or signed in anew, while it was asked: what was kept before is as it was.
    if (personNow() !== owner) return
    const standing = kept.kind === 'kept' ? kept.appointment : kept.previous
    remember(standing, owner)
    const isPrevious = kept.kind === 'refused' && standing !== undefined
    setKeptPrevious(isPrevious && belongsTo(standing, trip))
  }

  const take = async (wish: Wish): Promise<Appointment | undefined> => {
    if (busy.current) return undefined
    busy.current = true
    setWaiting(wish.start)
    setRefusal(undefined)
    keepDraft({ hallId: wish.hallId, matter: wish.matter, day: wish.day, start: wish.start })
    const owner = personNow()
    asked.current = { wish, owner }
    const before = seatOf(here, owner) ?? seatOf(elsewhere.current, owner)
    const kept = await keepSeat({ calls, wish, held: before, now: serverNow() })
    show(kept, wish, owner)
    setWaiting(undefined)
    busy.current = false
    onChange()
    return kept.kind === 'kept' ? kept.appointment : undefined
  }

  /** The seat that the draft remembers may have been booked, lapsed or given back elsewhere. */
  const lookAgain = async (id: string): Promise<void> => {
    const owner = personNow()
    const { appointment } = await api.appointments.get({ id })
    if (personNow() !== owner || appointment.state !== 'held') return
    if (belongsTo(appointment, trip)) setHere({ owner, appointment })
    else elsewhere.current = { owner, appointment }
  }

  useDidShow(() => {
    if (refusal && asked.current && isUndone(refusal)) {
      void take(wishAgain(asked.current))
      return
    }
    const id = draftNow()?.hold
    if (id === undefined) setHere(undefined)
    // What could not be looked up now is looked up when the page is shown next.
    else if (id !== held?.id) void lookAgain(id).catch(() => undefined)
  })

  return { held, waiting, refusal, keptPrevious, take, dismiss: () => setRefusal(undefined) }
}
