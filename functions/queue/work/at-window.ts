/** What an officer does with the number at the window. The commit moves the ticket; then the window is brought in line with it. */
import { auditEntry } from '../../core/io/audit/entry'
import type { Context } from '../../core/io/context'
import { emit } from '../../core/io/events/emit'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import { catalogueOf, matterAt } from '../../halls/public'
import { tickets, type TicketDoc } from '../collections'
import { notices } from '../data/notices'
import { placeKey } from '../rules/lines'
import { recallClaim } from '../rules/next-call'
import { afterPassed, type TicketState } from '../rules/states'
import { bringUp, tellTicket } from './claims'
import { givePlace, standAt } from './give'
import { changeLines, readLines } from './lines'
import { showTicket, type TicketSight } from './show'
import { stepTicket } from './step'
import { insistOwn, stationOf, type Station } from './window'

export interface AtWindow {
  readonly hallId: string
  readonly window: string
  readonly ticketId: string
}
type Answer = { readonly ticket: TicketSight }

/** The number that this window has. @throws AppError TICKET_STATE when it is not that one, or not in one of these states */
const insistHere = (
  doc: TicketDoc | undefined,
  { at, window }: Station,
  states: readonly TicketState[],
): TicketDoc => {
  if (doc?.hallId !== at.hallId) throw new AppError('NOT_FOUND')
  if (doc.day !== at.day || doc.window !== window || !states.includes(doc.state))
    throw new AppError('TICKET_STATE')
  return doc
}

const station = async (context: Context, input: AtWindow): Promise<Station> => {
  const found = await stationOf(context, input)
  insistOwn(context, (await readLines(context, found.at))?.windows[found.window])
  return found
}

type Move = (tx: Tx, doc: TicketDoc) => TicketDoc | Promise<TicketDoc>

const move = async (
  context: Context,
  here: Station,
  {
    ticketId,
    from,
    by,
  }: { readonly ticketId: string; readonly from: readonly TicketState[]; readonly by: Move },
): Promise<Answer> => {
  const answer = await context.transact(async (tx) => {
    const doc = insistHere(await tx.get(tickets, ticketId), here, from)
    return { ticket: await showTicket(context, ticketId, await by(tx, doc)) }
  })
  await bringUp(context, here.at, here.window)
  return answer
}

/** A repeat, whatever came of the window since: the first answer. */
const repeated = async (context: Context): Promise<Answer | undefined> =>
  (await context.answered<Answer>())?.output

/** @throws AppError NOT_FOUND, WINDOW_UNKNOWN, WINDOW_CLOSED, WINDOW_TAKEN, TICKET_STATE; so each of these */
export const serve = async (context: Context, input: AtWindow): Promise<Answer> =>
  (await repeated(context)) ??
  move(context, await station(context, input), {
    ticketId: input.ticketId,
    from: ['called'],
    by: (tx, doc) =>
      stepTicket(tx, input.ticketId, doc, { kind: 'serving', to: 'serving', set: { servingAt: tx.now } }),
  })

export const finish = async (context: Context, input: AtWindow): Promise<Answer> =>
  (await repeated(context)) ??
  move(context, await station(context, input), {
    ticketId: input.ticketId,
    from: ['serving'],
    by: (tx, doc) =>
      stepTicket(tx, input.ticketId, doc, { kind: 'done', to: 'done', set: { endedAt: tx.now } }),
  })

/** The second time it is over; of a booking that is a no-show, decided by the officer: it stands in the audit. */
export const pass = async (context: Context, input: AtWindow): Promise<Answer> =>
  (await repeated(context)) ??
  move(context, await station(context, input), {
    ticketId: input.ticketId,
    from: ['called'],
    by: (tx, doc) => {
      const { ticketId: id } = input
      const to = afterPassed(doc.passes)
      const kind = to === 'noShow' ? 'missed' : 'passed'
      const set = { passes: doc.passes + 1, ...(to === 'noShow' ? { endedAt: tx.now } : {}) }
      const after = stepTicket(tx, id, doc, { kind, to, set })
      if (to === 'passed') tellTicket(tx, notices.passed, { id, doc: after, once: `passed|${id}` })
      else {
        const { hallId, appointmentId } = doc
        auditEntry(tx, {
          actor: callerId(context),
          action: context.procedure,
          subject: id,
          hallId,
          detail: { outcome: to },
        })
        if (appointmentId !== null)
          emit(tx, { kind: 'queue.noShow', due: tx.now, payload: { appointmentId } })
      }
      return after
    },
  })

/** Called out once more: the display says it again, and so does the step. */
export const recall = async (context: Context, input: AtWindow): Promise<Answer> => {
  const told = await repeated(context)
  if (told) return told
  const here = await station(context, input)
  const answer = await move(context, here, {
    ticketId: input.ticketId,
    from: ['called'],
    by: (tx, doc) =>
      stepTicket(tx, input.ticketId, doc, { kind: 'recalled', set: { recalls: doc.recalls + 1 } }),
  })
  const claim = (await readLines(context, here.at))?.windows[here.window]?.claim
  if (claim?.ticket?.id === input.ticketId)
    await changeLines(context, here.at, (lines) => recallClaim(lines, here.window, claim, context.now))
  return answer
}

/**
 * On to another matter, with the same number and by the band in which it came: it has waited already.
 * @throws AppError SAME_MATTER, MATTER_NOT_HERE, NUMBERS_ENDED beside those of all
 */
export const transfer = async (
  context: Context,
  { matter: code, ...input }: AtWindow & { readonly matter: string },
): Promise<Answer> => {
  const told = await repeated(context)
  if (told) return told
  const here = await station(context, input)
  const { matter } = matterAt(await catalogueOf(context), here.hall.id, code)
  const { ticketId } = input
  const doc = insistHere(await reader(context.store).get(tickets, ticketId), here, ['serving'])
  if (doc.matter === matter.code) throw new AppError('SAME_MATTER')
  const line = { matter: matter.code, kind: doc.kind, band: doc.band, came: doc.came }
  const { place } = await givePlace(context, here.at, { line, letter: null })
  return move(context, here, {
    ticketId,
    from: ['serving'],
    by: (tx, standing) => {
      const set = { matter: matter.code, place: placeKey(place), since: tx.now }
      const after = stepTicket(tx, ticketId, standing, { kind: 'transferred', to: 'waiting', set })
      standAt(tx, { ...after, ticketId })
      return after
    },
  })
}
