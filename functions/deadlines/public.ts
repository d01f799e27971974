/** The few things that other functions may call. */
import type { Tx } from '../core/io/store/transaction'
import { isDeadlineId } from './rules/deadlines'
import { withFiled } from './rules/filed'
import { changeProfile, type Subject } from './work/profile'

export type { Subject } from './work/profile'

/**
 * A deadline was met by a filing that is known here: nobody is reminded of it any more, from the commit on that makes it so.
 * @param deadlineId `<obligation>.<period>`: `vat.2026Q1`, as `deadlinesOf` makes it
 * @throws RangeError for what is no deadline's id: a defect of who calls
 * @example await filed(tx, { owner, taxpayerId, kind: 'enterprise' }, 'vat.2026Q1')
 */
export const filed = async (tx: Tx, subject: Subject, deadlineId: string): Promise<void> => {
  if (!isDeadlineId(deadlineId)) throw new RangeError(`no deadline: ${deadlineId}`)
  const mark = { id: deadlineId, at: tx.now, by: 'online' } as const
  await changeProfile(tx, subject, (doc) => ({ ...doc, filed: withFiled(doc.filed, mark) }))
}
