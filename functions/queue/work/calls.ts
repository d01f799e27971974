/**
 * Calling: a window claims the next place by one patch of the hall's lines, then the ticket is marked. Its repeat finds its own claim, or
 * what became of it; another press of that window first finishes what a crash left.
 */
import type { Context } from '../../core/io/context'
import { AppError } from '../../core/pure/errors'
import { dayOf } from '../../core/pure/time'
import { tickets } from '../collections'
import { termsOn } from '../data/terms'
import { nextCall, type NextCall } from '../rules/next-call'
import { bringUp, type Held } from './claims'
import { insistOpen } from './give'
import { changeLines, readLines, type HallDay } from './lines'
import { showTicket, type TicketSight } from './show'
import { insistOwn, stationOf } from './window'

const claimNext = async (
  context: Context,
  at: HallDay,
  window: string,
  key: string,
): Promise<NextCall['kind'] | { readonly ticketId: string }> => {
  const { priorityInARow: inARow } = termsOn(at.day)
  let next: NextCall = { kind: 'nobody' }
  await changeLines(context, at, (lines) => {
    insistOwn(context, lines.windows[window])
    next = nextCall(lines, { window, key, at: context.now, inARow })
    if (next.kind === 'called' || next.kind === 'nobody') insistOpen(lines)
    return next.kind === 'called' ? next.lines : lines
  })
  const made = next as NextCall
  return made.kind === 'over' ? { ticketId: made.ticketId } : made.kind
}

/** What was claimed and is not called yet is this call's, whoever claimed it: that one's answer was lost. */
const leftOver = async (context: Context, at: HallDay, window: string): Promise<Held | undefined> => {
  const claim = (await readLines(context, at))?.windows[window]?.claim
  if (!claim) return undefined
  const held = await bringUp(context, at, window)
  if (held && claim.ticket !== null) throw new AppError('WINDOW_BUSY')
  return held
}

/** More holes one behind the other than crashes leave in a day. */
const MOST_HOLES = 200

/** @throws AppError WINDOW_BUSY, WINDOW_CLOSED, WINDOW_TAKEN, NUMBERS_ENDED, BUSY */
const nextAt = async (
  context: Context,
  at: HallDay,
  window: string,
  key: string,
): Promise<string | undefined> => {
  const own = (await readLines(context, at))?.windows[window]
  insistOwn(context, own)
  if (own?.claim?.key !== key) {
    const left = await leftOver(context, at, window)
    if (left) return left.id
  }
  for (let holes = 0; holes < MOST_HOLES; holes += 1) {
    const made = await claimNext(context, at, window, key)
    if (typeof made === 'object') return made.ticketId
    if (made === 'nobody') return undefined
    if (made === 'notOpen') throw new AppError('WINDOW_CLOSED')
    const held = await bringUp(context, at, window)
    if (held && held.claim.key === key) return held.id
    if (held) throw new AppError('WINDOW_BUSY')
  }
  throw new AppError('BUSY')
}

/** @throws AppError NOT_FOUND, WINDOW_UNKNOWN; as `nextAt` */
export const callNext = async (
  context: Context,
  input: { readonly hallId: string; readonly window: string },
): Promise<{ readonly ticket: TicketSight | null }> => {
  const told = await context.answered<{ ticket: TicketSight | null }>()
  if (told) return told.output
  const { hall, window } = await stationOf(context, input)
  const at = { hallId: hall.id, day: dayOf(context.now) }
  const id = await nextAt(context, at, window, context.identity())
  return context.transact(async (tx) => {
    const doc = id === undefined ? undefined : await tx.peek(tickets, id)
    return { ticket: id === undefined || !doc ? null : await showTicket(context, id, doc) }
  })
}
