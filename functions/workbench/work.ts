/** Taking up, letting go and handing over: the item's document decides who has it, in one commit, audited. */
import { auditEntry } from '../core/io/audit/entry'
import { workItems, type WorkItemDoc } from '../core/io/cases/collections'
import type { Context } from '../core/io/context'
import { callerId } from '../core/io/identity/caller'
import { reader } from '../core/io/store/reader'
import type { Tx } from '../core/io/store/transaction'
import { AppError } from '../core/pure/errors'
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
const hallItem = async (context: Context, id: string): Promise<WorkItemDoc> => {
  const doc = await reader(context.store).get(workItems, id)
  if (!doc) throw new AppError('NOT_FOUND')
  await hallOnDuty(context, doc.hallId)
  return doc
}

const isSupervisor = ({ caller }: Context): boolean =>
  caller.kind === 'account' && caller.grants.some(({ role }) => role === 'supervisor')

const reassign = async (
  context: Context,
  id: string,
  decide: (doc: WorkItemDoc, tx: Tx) => Promise<string> | string,
  detail: Readonly<Record<string, string>> = {},
): Promise<Taken> => {
  const { hallId } = await hallItem(context, id)
  const actor = callerId(context)
  return context.transact(async (tx) => {
    const standing = await tx.get(workItems, id)
    if (standing?.hallId !== hallId) throw new AppError('NOT_FOUND')
    const assignee = await decide(standing, tx)
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

/** @throws AppError CASE_TAKEN when another has it; FOUR_EYES for who may not take its next step */
export const claim = (context: Context, id: string): Promise<Taken> => {
  const me = callerId(context)
  return reassign(context, id, async (doc, tx) => {
    if (doc.assignee !== '' && doc.assignee !== me) throw new AppError('CASE_TAKEN')
    insistMay(doc, me)
    await noteColleague(tx, doc.hallId, me)
    return me
  })
}

export const release = (context: Context, id: string): Promise<Taken> => {
  const me = callerId(context)
  return reassign(context, id, (doc) => {
    if (doc.assignee !== me && !isSupervisor(context)) throw new AppError('CASE_TAKEN')
    return ''
  })
}

/** @throws AppError NOT_FOUND for who has not worked at that hall */
export const handOver = (
  context: Context,
  { id, to, reason }: { readonly id: string; readonly to: string; readonly reason: string },
): Promise<Taken> => {
  const me = callerId(context)
  const sealed = context.vault.own.seal(`auditEntries|${id}|reason`, reason)
  return reassign(
    context,
    id,
    async (doc, tx) => {
      if (doc.assignee !== me && !isSupervisor(context)) throw new AppError('CASE_TAKEN')
      const colleague = await tx.peek(colleagues, `${doc.hallId}.${to}`)
      if (!colleague || colleague.expiresAt <= tx.now) throw new AppError('NOT_FOUND')
      insistMay(doc, to)
      return to
    },
    { reason: sealed },
  )
}
