/**
 * Pre-review: a booking of a matter that asks for it is looked at by an officer of its hall, and stands without an answer in
 * time. The appointment's state is the marker of every step, whoever comes first: an officer, the clock, its owner, its hall.
 */
import { approveVisit, refuseVisit, visitIn } from '../../appointments/public'
import { auditEntry } from '../../core/io/audit/entry'
import { stepCase, type CaseKeeping } from '../../core/io/cases/step'
import { takeWork } from '../../core/io/cases/work-items'
import type { Context, Services } from '../../core/io/context'
import { emit } from '../../core/io/events/emit'
import { callerId } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import type { Tx } from '../../core/io/store/transaction'
import { isOver } from '../../core/pure/case'
import { AppError } from '../../core/pure/errors'
import { clockText, dayOf, minuteOf } from '../../core/pure/time'
import { hallOnDuty, preReviewOn } from '../../halls/public'
import { preReviews, type PreReviewDoc } from '../collections'
import { notices } from '../data/notices'
import { reviewIdOf, reviewTable, type ReviewMove, type ReviewState } from '../rules/states'
import { concerns } from './appeal'
import { tell } from './record'

const keeping: CaseKeeping<ReviewState, ReviewMove, PreReviewDoc> = {
  table: reviewTable,
  cases: preReviews,
  work: ({ hallId, until, owner, taxpayerId }) => ({
    feature: 'credit',
    kind: 'preReview',
    hallId,
    duty: 'review',
    due: dayOf(until),
    outer: null,
    barred: [owner],
    taxpayerId,
    fen: null,
  }),
}

const ended = (tx: Tx, id: string): void =>
  void emit(tx, { kind: 'credit.reviewEnded', due: tx.now, payload: { caseId: id } })

/** Puts it before the hall. Safe to repeat; nothing of what is not under review any more. */
export const openReview = (services: Services, appointmentId: string): Promise<boolean> =>
  transact(services, async (tx) => {
    const id = reviewIdOf(appointmentId)
    const [visit, standing] = await Promise.all([visitIn(tx, appointmentId), tx.get(preReviews, id)])
    if (visit?.state !== 'reviewing' || standing) return false
    const { accountId: owner, taxpayerId, hallId, matter, day, start, heldUntil: until } = visit
    const set = { owner, taxpayerId, appointmentId, hallId, matter, day, start, until }
    const begun = { id, doc: undefined, move: 'ask', by: 'claimant', actor: owner } as const
    await stepCase(tx, keeping, { ...begun, set, key: undefined })
    const answer = { untilDay: dayOf(until), untilTime: clockText(minuteOf(until)) }
    tell(tx, notices.reviewing, appointmentId, visit, answer)
    return true
  })

const endByClock = async (tx: Tx, appointmentId: string, move: 'approve' | 'drop'): Promise<void> => {
  const id = reviewIdOf(appointmentId)
  const doc = await tx.get(preReviews, id)
  if (!doc || isOver(reviewTable, doc.state)) return
  await stepCase(tx, keeping, { id, doc, move, by: 'clock', actor: null, set: {}, key: undefined })
  ended(tx, id)
}

/** Its time is over, and nobody has answered: it stands. Safe to repeat. @returns whether this call did it */
export const approveByClock = (services: Services, appointmentId: string): Promise<boolean> =>
  transact(services, async (tx) => {
    const visit = await approveVisit(tx, appointmentId)
    if (visit) await endByClock(tx, appointmentId, 'approve')
    return visit !== undefined
  })

/** It was cancelled while it waited. By its hall, its owner is told here: it was never told to be booked. Safe to repeat. */
export const dropReview = (
  services: Services,
  { appointmentId, by }: { readonly appointmentId: string; readonly by: 'owner' | 'hall' },
): Promise<void> =>
  transact(services, async (tx) => {
    const visit = await visitIn(tx, appointmentId)
    await endByClock(tx, appointmentId, 'drop')
    if (visit && by === 'hall') tell(tx, notices.reviewStopped, appointmentId, visit)
  })

/** @throws AppError NOT_FOUND for an unknown one and for another hall's alike */
export const hallReview = async (context: Context, id: string) => {
  const doc = await reader(context.store).get(preReviews, id)
  if (!doc) throw new AppError('NOT_FOUND')
  const { catalogue, hall } = await hallOnDuty(context, doc.hallId, 'review')
  const matter = catalogue.matters.get(doc.matter)
  const online = (matter && preReviewOn(matter, doc.day)?.online) ?? null
  return { doc, online, place: { hallId: hall.id, region: hall.region } }
}

export type Deciding =
  | { readonly id: string; readonly outcome: 'approve' }
  | { readonly id: string; readonly outcome: 'refuse' | 'refuseOnline'; readonly reason: string }

/**
 * @throws AppError NOT_FOUND, CASE_STATE when it was decided, stands by time, or was cancelled; CASE_TAKEN, FOUR_EYES in one's
 * own affair, NO_ONLINE_WAY
 */
export const decideVisit = async (
  context: Context,
  deciding: Deciding,
): Promise<{ readonly id: string; readonly state: ReviewState }> => {
  const { id, outcome } = deciding
  const { doc: asked, online } = await hallReview(context, id)
  const actor = callerId(context)
  if (await concerns(context, asked)) throw new AppError('FOUR_EYES')
  if (outcome === 'refuseOnline' && !online) throw new AppError('NO_ONLINE_WAY')
  const key = (await context.vault.keysOf([asked.owner])).get(asked.owner)
  return context.transact(async (tx) => {
    const doc = await tx.get(preReviews, id)
    if (!doc) throw new AppError('NOT_FOUND')
    if (isOver(reviewTable, doc.state)) throw new AppError('CASE_STATE')
    await takeWork(tx, id, actor)
    const said = outcome === 'approve' ? {} : { said: deciding.reason }
    const step = { id, doc, move: outcome, by: 'officer', actor, set: {}, said, key } as const
    const { state, hallId, appointmentId } = await stepCase(tx, keeping, step)
    const visit = await (outcome === 'approve' ? approveVisit : refuseVisit)(tx, appointmentId)
    // Cancelled, or stood by time, a moment before its own event could end the case.
    if (!visit) throw new AppError('CASE_STATE')
    if (outcome !== 'approve')
      tell(tx, outcome === 'refuse' ? notices.refusedVisit : notices.refusedOnline, appointmentId, visit)
    auditEntry(tx, { actor, action: context.procedure, subject: id, hallId, detail: { outcome } })
    ended(tx, id)
    return { id, state }
  })
}
