/** An appointment as its owner sees it. */
import type { Context } from '../../core/io/context'
import { say, text } from '../../core/pure/text'
import type { Instant } from '../../core/pure/time'
import { shownText } from '../../core/pure/typed-text'
import type { Catalogue } from '../../halls/public'
import type { AppointmentDoc, HallDayDoc } from '../collections'
import { cancelsInto, cancelUntil, checkInFrom } from '../rules/cancelling'
import { hallDayId } from '../rules/slots'
import { isActive, outcomeOf, withoutOutcome, type AppointmentState, type Outcome } from '../rules/states'
import { isTaken } from './closed-days'
import { hallLimits } from './hall-limits'
import { ticketText } from './ticket'

export interface Sight {
  readonly id: string
  readonly state: AppointmentState
  readonly outcome?: Outcome
  readonly review?: ReviewShown
  readonly hallId: string
  readonly hallName: string
  readonly hallAddress: string
  readonly hallPosition: { readonly latitude: number; readonly longitude: number }
  readonly matter: string
  readonly matterName: string
  readonly bring: string[]
  readonly day: string
  readonly start: number
  readonly end: number
  readonly heldUntil?: Instant
  readonly cancelUntil: Instant
  readonly checkInFrom: Instant
  readonly code: string
  readonly qr: string
  readonly taxpayer: { readonly id: string; readonly name: string }
  readonly canCancel: boolean
  readonly note?: string
  readonly dayReopened?: boolean
  readonly createdAt: Instant
  readonly demonstration: boolean
}

export interface ReviewShown {
  readonly state: 'waiting' | 'refused'
  /** While it waits: when it stands without an answer. */
  readonly until?: Instant
}

export interface AppointmentSeen {
  readonly id: string
  readonly doc: AppointmentDoc
  /** Masked. */
  readonly name: string
  /** Its hall's day, as it stands. */
  readonly hallDay?: HallDayDoc | undefined
}

/**
 * What it is at `now`, whether or not it was swept yet: what its hall's day took by closing does not stand, a hold that ran
 * out is over, and so is a claim that was never confirmed.
 */
export const stateNow = (
  { state, heldUntil, day, start }: Pick<AppointmentDoc, 'state' | 'heldUntil' | 'day' | 'start'>,
  { now, hallDay }: { readonly now: Instant; readonly hallDay: HallDayDoc | undefined },
): AppointmentState => {
  if (isActive(state) && isTaken(hallDay, { day, start })) return 'cancelledByHall'
  const standing = withoutOutcome(state)
  return standing === 'void' || (standing === 'held' && heldUntil <= now) ? 'lapsed' : standing
}

/** Beside the state: what came of the visit, where that is known. */
export const outcomeShown = (state: AppointmentDoc['state']): { readonly outcome?: Outcome } => {
  const outcome = outcomeOf(state)
  return outcome ? { outcome } : {}
}

/** Beside the state: that its hall is still to look at it, or did not agree. Past its time it stands, event or not. */
const reviewShown = (
  { state: stored, heldUntil: until }: AppointmentDoc,
  state: AppointmentState,
  now: Instant,
): { readonly review?: ReviewShown } => {
  if (stored === 'refused') return { review: { state: 'refused' } }
  return stored === 'reviewing' && state === 'booked' && until > now
    ? { review: { state: 'waiting', until } }
    : {}
}

export const present = (
  context: Context,
  catalogue: Catalogue,
  { id, doc, name, hallDay }: AppointmentSeen,
): Sight => {
  const { language, now, vault, settings } = context
  const hall = catalogue.halls.get(doc.hallId)
  const matter = catalogue.matters.get(doc.matter)
  const limits = hallLimits(context, hall ?? { limits: {} })
  const state = stateNow(doc, { now, hallDay })
  const came = state === 'booked' ? outcomeShown(doc.state) : {}
  const byClosing = state === 'cancelledByHall' && doc.state !== 'refused'
  const note = byClosing ? reasonOf(context, doc, hallDay) : undefined
  return {
    id,
    state,
    ...came,
    ...reviewShown(doc, state, now),
    hallId: doc.hallId,
    hallName: hall ? say(hall.name, language) : doc.hallId,
    hallAddress: hall ? say(hall.address, language) : '',
    hallPosition: { latitude: hall?.latitude ?? 0, longitude: hall?.longitude ?? 0 },
    matter: doc.matter,
    matterName: matter ? say(matter.name, language) : doc.matter,
    bring: (matter?.bring ?? []).map(
      (thing) =>
        `${say(thing.name, language)}${say(text('（', ' ('), language)}${say(thing.copies, language)}${say(text('）', ')'), language)}`,
    ),
    day: doc.day,
    start: doc.start,
    end: doc.end,
    ...(state === 'held' ? { heldUntil: doc.heldUntil } : {}),
    cancelUntil: cancelUntil(doc, limits),
    checkInFrom: checkInFrom(doc, limits),
    code: doc.code,
    qr: ticketText(vault, id, doc.code),
    taxpayer: { id: doc.taxpayerId, name },
    canCancel: came.outcome === undefined && cancelsInto(state, { ...doc, now, limits }) !== undefined,
    ...(note === undefined ? {} : { note }),
    ...(byClosing && hallDay?.state === 'open' ? { dayReopened: true } : {}),
    createdAt: doc.createdAt,
    demonstration: settings.demonstration,
  }
}

export const reasonPlace = (hallDay: string): `${string}|${string}|${string}` => `hallDays|${hallDay}|reason`

/** Why the hall closed the day, as its officer put it: at the closing that cancelled this one, if the day was closed again since. */
const reasonOf = (
  { vault }: Context,
  { hallId, day, closing }: AppointmentDoc,
  hallDay: HallDayDoc | undefined,
): string | undefined => {
  const sealed = (closing !== undefined && hallDay?.reasonsBefore?.[closing]) || hallDay?.reason
  return sealed ? shownText(vault.own.open(reasonPlace(hallDayId(hallId, day)), sealed)) : undefined
}
