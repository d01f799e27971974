/** Appeals: one for each no-show, by whoever booked, decided once by an officer of its hall. */
import { actsFor } from '../../accounts/public'
import { excuseVisit, visitIn } from '../../appointments/public'
import { auditEntry } from '../../core/io/audit/entry'
import { stepCase, type CaseKeeping } from '../../core/io/cases/step'
import { takeWork } from '../../core/io/cases/work-items'
import type { Context, Services } from '../../core/io/context'
import { emit } from '../../core/io/events/emit'
import { callerId } from '../../core/io/identity/caller'
import type { QuerySpec } from '../../core/io/store/contract'
import { eachOf } from '../../core/io/store/pages'
import { reader } from '../../core/io/store/reader'
import { transact } from '../../core/io/store/transact'
import type { Tx } from '../../core/io/store/transaction'
import { nextWorkingDays } from '../../core/pure/calendar'
import { isOver, NO_DAY } from '../../core/pure/case'
import { AppError } from '../../core/pure/errors'
import { rowOn } from '../../core/pure/law'
import { dayOf, type Day } from '../../core/pure/time'
import { hallOnDuty } from '../../halls/public'
import { appeals, type AppealDoc } from '../collections'
import { DECISION_DAYS } from '../data/figures'
import { notices } from '../data/notices'
import { appealIdOf, appealTable, type AppealMove, type AppealState } from '../rules/states'
import { appealUntil } from '../rules/until'
import { record, tell } from './record'

const keeping: CaseKeeping<AppealState, AppealMove, AppealDoc> = {
  table: appealTable,
  cases: appeals,
  work: ({ hallId, due, owner, taxpayerId }) => ({
    feature: 'credit',
    kind: 'appeal',
    hallId,
    duty: 'review',
    due,
    outer: null,
    barred: [owner],
    taxpayerId,
    fen: null,
  }),
}

const dueFor = (today: Day): Day => {
  const { value } = rowOn(DECISION_DAYS, today, 'time to decide')
  return nextWorkingDays(today, value).days[value - 1] ?? NO_DAY
}

export interface Moved {
  readonly id: string
  readonly state: AppealState
}

/** @throws AppError NOT_FOUND, NOT_MISSED, APPEALED_BEFORE, APPEAL_LATE */
export const appeal = async (
  context: Context,
  { appointmentId, reason }: { readonly appointmentId: string; readonly reason: string },
): Promise<Moved> => {
  const owner = callerId(context)
  const key = await context.vault.keyOf(owner)
  const id = appealIdOf(appointmentId)
  return context.transact(async (tx) => {
    const [visit, standing] = await Promise.all([visitIn(tx, appointmentId), tx.get(appeals, id)])
    if (!visit || visit.accountId !== owner) throw new AppError('NOT_FOUND')
    if (standing) throw new AppError('APPEALED_BEFORE')
    if (visit.state !== 'noShow') throw new AppError('NOT_MISSED')
    if (tx.now >= appealUntil(visit.day)) throw new AppError('APPEAL_LATE')
    const { taxpayerId, hallId, matter, day, start } = visit
    const set = { owner, taxpayerId, appointmentId, hallId, matter, day, start, due: dueFor(dayOf(tx.now)) }
    const begun = { id, doc: undefined, move: 'appeal', by: 'claimant', actor: owner } as const
    const { state } = await stepCase(tx, keeping, { ...begun, set, said: { said: reason }, key })
    return { id, state }
  })
}

const ended = (tx: Tx, id: string): void =>
  void emit(tx, { kind: 'credit.appealEnded', due: tx.now, payload: { caseId: id } })

interface Deciding {
  readonly id: string
  readonly outcome: 'uphold' | 'revoke'
  readonly reason: string
}

/** @throws AppError NOT_FOUND for an unknown appeal and for another hall's alike */
export const hallAppeal = async (context: Context, id: string) => {
  const doc = await reader(context.store).get(appeals, id)
  if (!doc) throw new AppError('NOT_FOUND')
  const { hall } = await hallOnDuty(context, doc.hallId, 'review')
  return { doc, place: { hallId: hall.id, region: hall.region } }
}

/** Its own affair, or of a taxpayer that she acts for: it is for others to decide. */
export const concerns = async (
  context: Context,
  { owner, taxpayerId }: Pick<AppealDoc, 'owner' | 'taxpayerId'>,
): Promise<boolean> => owner === callerId(context) || (await actsFor(context, taxpayerId))

/**
 * Upheld, the no-show stands; revoked, it is off every ledger in this very commit, and so is a ban that stood on it.
 * @throws AppError NOT_FOUND, CASE_STATE when it was decided before, CASE_TAKEN, FOUR_EYES in one's own affair
 */
export const decide = async (context: Context, { id, outcome, reason }: Deciding): Promise<Moved> => {
  const { doc: asked } = await hallAppeal(context, id)
  const { owner } = asked
  const actor = callerId(context)
  if (await concerns(context, asked)) throw new AppError('FOUR_EYES')
  const key = (await context.vault.keysOf([owner])).get(owner)
  return context.transact(async (tx) => {
    const doc = await tx.get(appeals, id)
    if (!doc) throw new AppError('NOT_FOUND')
    if (isOver(appealTable, doc.state)) throw new AppError('CASE_STATE')
    await takeWork(tx, id, actor)
    const step = {
      id,
      doc,
      move: outcome,
      by: 'officer',
      actor,
      set: {},
      said: { said: reason },
      key,
    } as const
    const { state, hallId } = await stepCase(tx, keeping, step)
    const visit = { ...doc, accountId: owner }
    if (outcome === 'revoke') {
      if (!(await excuseVisit(tx, doc.appointmentId))) throw new AppError('CASE_STATE')
      record(tx, doc.appointmentId, visit, 'revoked')
    }
    tell(tx, outcome === 'revoke' ? notices.revoked : notices.upheld, doc.appointmentId, visit)
    auditEntry(tx, { actor, action: context.procedure, subject: id, hallId, detail: { outcome } })
    ended(tx, id)
    return { id, state }
  })
}

/** By time: nothing is left to decide. */
const endByClock = async (tx: Tx, id: string, move: 'clear' | 'leave'): Promise<void> => {
  const doc = await tx.get(appeals, id)
  if (!doc || isOver(appealTable, doc.state)) return
  await stepCase(tx, keeping, { id, doc, move, by: 'clock', actor: null, set: {}, key: undefined })
  ended(tx, id)
}

export const clearAppeal = (tx: Tx, appointmentId: string): Promise<void> =>
  endByClock(tx, appealIdOf(appointmentId), 'clear')

/** Of an erased person or taxpayer. Safe to repeat. */
export const leaveAppeals = async (
  services: Services,
  leaver: { readonly accountId: string } | { readonly taxpayerId: string },
): Promise<void> => {
  const theirs: QuerySpec =
    'accountId' in leaver
      ? { index: 'owner', where: { owner: leaver.accountId } }
      : { index: 'taxpayer', where: { taxpayerId: leaver.taxpayerId } }
  for await (const { id } of eachOf(services.store, appeals, theirs))
    await transact(services, (tx) => endByClock(tx, id, 'leave'))
}
