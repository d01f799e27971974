/** Taking up, letting go and handing over: the item's document decides who has it, in one commit, audited. */
import { actsFor } from '../accounts/public'
import { auditEntry } from '../core/io/audit/entry'
import { workItems, type WorkItemDoc } from '../core/io/cases/collections'
import type { Context } from '../core/io/context'
import { callerId } from '../core/io/identity/caller'
import { accounts } from '../core/io/identity/collections'
import { reader } from '../core/io/store/reader'
import type { Tx } from '../core/io/store/transaction'
import { mayAct, type DutyGrant } from '../core/pure/duties'
import { AppError } from '../core/pure/errors'
import { grantServes, type ServedPlace } from '../core/pure/serving'
import { DAY_MS } from '../core/pure/time'
import { hallOnDuty } from '../halls/public'
import { colleagues } from './collections'

export interface Item {
  readonly id: string
  readonly doc: WorkItemDoc
}

export type Assignee = 'me' | 'other' | 'nobody'
export interface Taken {
  readonly id: string
  readonly assignee: Assignee
}

export const assigneeSeen = ({ assignee }: Pick<WorkItemDoc, 'assignee'>, me: string): Assignee => {
  if (assignee === '') return 'nobody'
  return assignee === me ? 'me' : 'other'
}

const KEPT = 90 * DAY_MS

/** @throws AppError NOT_FOUND for an unknown item and for another hall's alike */
const deskOf = async (context: Context, id: string): Promise<Desk> => {
  const { caller } = context
  const doc = await reader(context.store).get(workItems, id)
  if (!doc || caller.kind !== 'account') throw new AppError('NOT_FOUND')
  const { hall } = await hallOnDuty(context, doc.hallId)
  return { doc, grants: caller.grants, place: { hallId: hall.id, region: hall.region } }
}

/** Where the item is, and what the caller may do there. */
interface Desk {
  readonly doc: WorkItemDoc
  readonly grants: readonly DutyGrant[]
  readonly place: ServedPlace
}

/** Of that hall: who supervises another is a colleague here. */
const supervises = ({ grants, place }: Desk): boolean =>
  grants.some((grant) => grant.role === 'supervisor' && grantServes(grant, place))

const reassign = async (
  context: Context,
  id: string,
  decide: (desk: Desk, tx: Tx) => Promise<string> | string,
  detail: Readonly<Record<string, string>> = {},
): Promise<Taken> => {
  const desk = await deskOf(context, id)
  const { hallId } = desk.place
  const actor = callerId(context)
  return context.transact(async (tx) => {
    const standing = await tx.get(workItems, id)
    if (standing?.hallId !== hallId) throw new AppError('NOT_FOUND')
    const assignee = await decide({ ...desk, doc: standing }, tx)
    const doc = { ...standing, assignee, changedAt: tx.now }
    tx.replace(workItems, id, doc)
    auditEntry(tx, { actor, action: context.procedure, subject: id, hallId, detail: { assignee, ...detail } })
    return { id, assignee: assigneeSeen(doc, actor) }
  })
}

const insistMay = ({ barred }: WorkItemDoc, accountId: string): void => {
  if (barred.includes(accountId)) throw new AppError('FOUR_EYES')
}

const noteColleague = async (tx: Tx, hallId: string, accountId: string): Promise<void> => {
  const id = `${hallId}.${accountId}`
  await tx.get(colleagues, id)
  tx.put(colleagues, id, { v: 1, hallId, accountId, lastAt: tx.now, expiresAt: tx.now + KEPT })
}

/**
 * @throws AppError CASE_TAKEN when another has it; FOUR_EYES for who may not take its next step; FORBIDDEN without the duty that it
 * takes: nobody else could go on
 */
export const claim = async (context: Context, id: string): Promise<Taken> => {
  const me = callerId(context)
  const { taxpayerId } = (await deskOf(context, id)).doc
  if (taxpayerId !== null && (await actsFor(context, taxpayerId))) throw new AppError('FOUR_EYES')
  return reassign(context, id, async ({ doc, grants, place }, tx) => {
    if (doc.assignee !== '' && doc.assignee !== me) throw new AppError('CASE_TAKEN')
    insistMay(doc, me)
    if (!mayAct({ grants, duty: doc.duty, place })) throw new AppError('FORBIDDEN')
    await noteColleague(tx, doc.hallId, me)
    return me
  })
}

export const release = (context: Context, id: string): Promise<Taken> => {
  const me = callerId(context)
  return reassign(context, id, (desk) => {
    if (desk.doc.assignee !== me && !supervises(desk)) throw new AppError('CASE_TAKEN')
    return ''
  })
}

/** @throws AppError NOT_FOUND for who has not worked at that hall; DUTY_MISSING, FOUR_EYES for who could not go on */
export const handOver = (
  context: Context,
  { id, to, reason }: { readonly id: string; readonly to: string; readonly reason: string },
): Promise<Taken> => {
  const me = callerId(context)
  const sealed = context.vault.own.seal(`auditEntries|${id}|reason`, reason)
  return reassign(
    context,
    id,
    async (desk, tx) => {
      const { doc } = desk
      if (doc.assignee !== me && !supervises(desk)) throw new AppError('CASE_TAKEN')
      const colleague = await tx.peek(colleagues, `${doc.hallId}.${to}`)
      if (!colleague || colleague.expiresAt <= tx.now) throw new AppError('NOT_FOUND')
      insistMay(doc, to)
      const { grants = [] } = (await tx.peek(accounts, to)) ?? {}
      if (!mayAct({ grants, duty: doc.duty, place: desk.place })) throw new AppError('DUTY_MISSING')
      return to
    },
    { reason: sealed },
  )
}
