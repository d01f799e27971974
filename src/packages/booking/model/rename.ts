/** Booking a kept seat in another taxpayer's name, without letting go of it before the other one has it. */
import type { Appointment } from './answers'
import type { Wish } from './seat'

export interface BookCalls {
  /** `step` tells apart the calls of one intention, so that each is safe to repeat. */
  readonly book: (wish: Wish, step: string) => Promise<Appointment>
  readonly hold: (wish: Wish, step: string) => Promise<Appointment>
  readonly release: (id: string, step: string) => Promise<unknown>
}

export type Renamed =
  | { readonly kind: 'booked'; readonly appointment: Appointment }
  /** Refused: `held` is the seat that is still kept in the first name, when it could be kept. */
  | { readonly kind: 'refused'; readonly error: unknown; readonly held: Appointment | undefined }

/**
 * A second seat is booked in the other name, then the first is given back. Only when the kept seat is the last of its
 * time is it given back first; if the booking is refused then, it is taken again for whom it was kept.
 * @param isFull does this refusal say that no seat is left?
 */
export const bookInOtherName = async ({
  calls,
  held,
  taxpayerId,
  isFull,
}: {
  readonly calls: BookCalls
  readonly held: Appointment
  readonly taxpayerId: string
  readonly isFull: (error: unknown) => boolean
}): Promise<Renamed> => {
  const { hallId, matter, day, start, id } = held
  const wish = { hallId, matter, day, start, taxpayerId }
  try {
    const appointment = await calls.book(wish, 'beside')
    await calls.release(id, 'back').catch(() => undefined)
    return { kind: 'booked', appointment }
  } catch (error) {
    if (!isFull(error)) return { kind: 'refused', error, held }
  }
  await calls.release(id, 'back').catch(() => undefined)
  try {
    return { kind: 'booked', appointment: await calls.book(wish, 'instead') }
  } catch (error) {
    return {
      kind: 'refused',
      error,
      held: await calls.hold({ ...wish, taxpayerId: held.taxpayer.id }, 'again').catch(() => undefined),
    }
  }
}
