/**
 * Giving a number: a place in the hall's lines first, by their patch; then one commit writes the ticket and that it stands there. Dying between
 * the two leaves a place at which nobody stands: whoever calls it passes over it, and bars it from then on.
 */
import type { Services } from '../../core/io/context'
import { AppError } from '../../core/pure/errors'
import { dayKind } from '../../core/pure/calendar'
import { dayOf, instantOf, minuteOf, type Day, type Instant } from '../../core/pure/time'
import type { Hall } from '../../halls/public'
import { places, type HallLinesDoc, type TicketDoc } from '../collections'
import { DAY_KEPT } from '../data/kept'
import { takePlace, type Line, type Place } from '../rules/lines'
import { hallDayOf, placeIdOf } from './ids'
import { changeLines } from './lines'
import type { Tx } from '../../core/io/store/transaction'

/** @throws AppError NUMBERS_ENDED when the hall has stopped, or its day is over */
export const insistOpen = (lines: Pick<HallLinesDoc, 'state'>): void => {
  if (lines.state !== 'open') throw new AppError('NUMBERS_ENDED')
}

/** From half an hour before the first door opens until the last closes. */
const BEFORE_DOORS = 30

/** @throws AppError NUMBERS_ENDED on a day off, and outside the hall's hours */
export const insistHours = ({ hours }: Pick<Hall, 'hours'>, now: Instant): void => {
  const minute = minuteOf(now)
  const from = Math.min(...hours.map((span) => span.from)) - BEFORE_DOORS
  const to = Math.max(...hours.map((span) => span.to))
  // A year whose calendar is not published yet has working days all the same.
  if (dayKind(dayOf(now)) === 'off' || minute < from || minute >= to) throw new AppError('NUMBERS_ENDED')
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWX'
/** One letter for each of the hall's groups of matters, in its own order; Y for priority (优先). */
export const letterOf = (
  groups: readonly string[],
  { group, priority }: { readonly group: string; readonly priority: boolean },
): string =>
  priority ? 'Y' : LETTERS.charAt(Math.max(0, [...new Set(groups)].indexOf(group)) % LETTERS.length)

export interface Given {
  readonly place: Place
  /** As printed: A007; empty for a place without a number of its own. */
  readonly printed: string
}

/**
 * The next place of a line.
 * @param letter of its number; null for a ticket that has one
 * @throws AppError NUMBERS_ENDED, BUSY
 */
export const givePlace = async (
  services: Pick<Services, 'store'>,
  { hallId, day }: { readonly hallId: string; readonly day: Day },
  { line, letter }: { readonly line: Line; readonly letter: string | null },
): Promise<Given> => {
  let given: Given | undefined
  await changeLines(services, { hallId, day }, (lines) => {
    insistOpen(lines)
    const taken = takePlace(lines, line, letter)
    given = taken
    return taken.lines
  })
  if (!given) throw new AppError('BUSY')
  return { place: given.place, printed: given.printed }
}

/** That a ticket stands there. Barred meanwhile by a window that was faster, the call is to be repeated and gets another place. */
export const standAt = (
  tx: Tx,
  {
    hallId,
    day,
    place,
    ticketId,
  }: Pick<TicketDoc, 'hallId' | 'day' | 'place'> & { readonly ticketId: string },
): void =>
  tx.insert(
    places,
    placeIdOf(hallDayOf(hallId, day), place),
    { v: 1, ticketId, expiresAt: instantOf(day) + DAY_KEPT },
    { otherwise: () => new AppError('BUSY') },
  )
