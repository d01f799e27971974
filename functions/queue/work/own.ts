/** What one does with one's own number. */
import type { Context } from '../../core/io/context'
import { callerId } from '../../core/io/identity/caller'
import { pageAnswer } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { tickets, type TicketDoc } from '../collections'
import type { RatingReason } from '../rules/fields'
import { withoutPlace } from '../rules/lines'
import { isLive, isWaiting } from '../rules/states'
import { changeLines } from './lines'
import { showTicket, showTickets } from './show'
import { stepTicket } from './step'

/** The caller's own, or NOT_FOUND: a stranger's id answers as an unknown one. */
const own = (context: Context, doc: TicketDoc | undefined): TicketDoc => {
  if (!doc || doc.accountId !== callerId(context)) throw new AppError('NOT_FOUND')
  return doc
}

export const mine = async (
  context: Context,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
) => {
  const page = await reader(context.store).query(tickets, {
    index: 'account',
    where: { accountId: callerId(context) },
    order: 'desc',
    limit,
    ...(after === undefined ? {} : { after }),
  })
  return pageAnswer({ ...page, items: await showTickets(context, page.items) }, (item) => item)
}

export const getOwn = async (context: Context, id: string) => ({
  ticket: await showTicket(context, id, own(context, await reader(context.store).get(tickets, id))),
})

/** Its place goes with it; should we die before that, it is passed over when it is called. @throws AppError NOT_FOUND, TICKET_STATE */
export const leave = async (context: Context, id: string) => {
  const answer = await context.transact(async (tx) => {
    const doc = own(context, await tx.get(tickets, id))
    if (!isWaiting(doc.state)) throw new AppError('TICKET_STATE')
    const after = stepTicket(tx, id, doc, { kind: 'left', to: 'left', set: { endedAt: tx.now } })
    return { ticket: await showTicket(context, id, after) }
  })
  const doc = await reader(context.store).get(tickets, id)
  if (doc?.state === 'left') await changeLines(context, doc, (lines) => withoutPlace(lines, doc.place))
  return answer
}

/** Once, whatever came of it. @throws AppError NOT_FOUND, NOT_SERVED, RATED_BEFORE */
export const rate = (
  context: Context,
  {
    id,
    stars,
    reasons,
  }: { readonly id: string; readonly stars: number; readonly reasons: readonly RatingReason[] },
) =>
  context.transact(async (tx) => {
    const doc = own(context, await tx.get(tickets, id))
    if (doc.ratedAt !== null) throw new AppError('RATED_BEFORE')
    if (isLive(doc.state) && doc.state !== 'serving') throw new AppError('NOT_SERVED')
    const after: TicketDoc = {
      ...doc,
      stars,
      reasons: [...new Set(reasons)],
      ratedAt: tx.now,
      changedAt: tx.now,
    }
    tx.replace(tickets, id, after)
    return { ticket: await showTicket(context, id, after) }
  })
