/** The work that a case is for officers: written by its function in the commit that moves the case, taken up in the workbench. */
import { AppError } from '../../pure/errors'
import type { Tx } from '../store/transaction'
import { workItems, type WorkItemDoc } from './collections'

export type Work = Omit<WorkItemDoc, 'v' | 'assignee' | 'escalated' | 'openedAt' | 'changedAt'>

/**
 * What is to be done now. Who has taken it up keeps it while the duty stays the same and is not barred from it; what was escalated
 * stays so until it is somebody else's move.
 */
export const putWork = async (tx: Tx, caseId: string, work: Work): Promise<void> => {
  const before = await tx.get(workItems, caseId)
  const goesOn = before?.duty === work.duty && !work.barred.includes(before.assignee)
  tx.put(workItems, caseId, {
    v: 1,
    ...work,
    assignee: goesOn ? before.assignee : '',
    escalated: (before?.escalated ?? false) && work.waits === 'officer',
    openedAt: before?.openedAt ?? tx.now,
    changedAt: tx.now,
  })
}

/** Nobody has anything to do any more. */
export const endWork = async (tx: Tx, caseId: string): Promise<void> => {
  if (await tx.get(workItems, caseId)) tx.remove(workItems, caseId)
}

/** Its time runs out: whoever supervises the hall sees it first. @returns whether it was not so before */
export const escalateWork = async (tx: Tx, caseId: string): Promise<boolean> => {
  const before = await tx.get(workItems, caseId)
  if (!before || before.escalated) return false
  tx.replace(workItems, caseId, { ...before, escalated: true, changedAt: tx.now })
  return true
}

/**
 * Who decides has taken it up; nobody's work becomes the decider's by deciding.
 * @param data of the error, where several are taken at once
 * @throws AppError CASE_TAKEN when another has
 */
export const takeWork = async (tx: Tx, caseId: string, accountId: string, data?: unknown): Promise<void> => {
  const work = await tx.get(workItems, caseId)
  if (!work || work.assignee === accountId) return
  if (work.assignee !== '') throw new AppError('CASE_TAKEN', data)
  tx.replace(workItems, caseId, { ...work, assignee: accountId, changedAt: tx.now })
}
