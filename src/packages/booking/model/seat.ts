/** Keeping a seat while its taker decides: one hold at a time, and no seat lost to a change of mind. */
import type { Day, Instant, MinuteOfDay } from '../../../../functions/core/pure/time'
import type { Appointment } from './answers'

export interface Wish {
  readonly hallId: string
  readonly matter: string
  readonly day: Day
  readonly start: MinuteOfDay
  readonly taxpayerId?: string | undefined
}

export interface SeatCalls {
  hold: (wish: Wish) => Promise<Appointment>
  release: (id: string) => Promise<unknown>
}

export type Kept =
  | { readonly kind: 'kept'; readonly appointment: Appointment }
  /** The new wish was refused; `previous` is the seat held again in its stead, when that was possible. */
  | { readonly kind: 'refused'; readonly error: unknown; readonly previous?: Appointment }

const wishOf = (held: Appointment): Wish => ({
  hallId: held.hallId,
  matter: held.matter,
  day: held.day,
  start: held.start,
  taxpayerId: held.taxpayer.id,
})

const sameWish = (held: Appointment, wish: Wish): boolean =>
  held.hallId === wish.hallId &&
  held.matter === wish.matter &&
  held.day === wish.day &&
  held.start === wish.start &&
  (wish.taxpayerId ?? held.taxpayer.id) === held.taxpayer.id

const lives = (held: Appointment, now: Instant): boolean =>
  held.heldUntil !== undefined && held.heldUntil > now

/**
 * Holds the seat of `wish`. A seat held before is given back first, since both would count towards the same limits;
 * when the new one is refused, the earlier is taken again. A hold that has lapsed is as if it had never been.
 */
export const keepSeat = async ({
  calls,
  wish,
  held,
  now,
}: {
  readonly calls: SeatCalls
  readonly wish: Wish
  readonly held?: Appointment | undefined
  readonly now: Instant
}): Promise<Kept> => {
  const earlier = held && lives(held, now) ? held : undefined
  if (earlier && sameWish(earlier, wish)) return { kind: 'kept', appointment: earlier }
  if (earlier) await calls.release(earlier.id).catch(() => undefined)
  try {
    return { kind: 'kept', appointment: await calls.hold(wish) }
  } catch (error) {
    if (!earlier) return { kind: 'refused', error }
    const previous = await calls.hold(wishOf(earlier)).catch(() => undefined)
    return { kind: 'refused', error, previous }
  }
}
