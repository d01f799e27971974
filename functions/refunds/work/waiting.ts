/** What waits for the caller among the cases of every taxpayer that the caller acts for in refunds. */
import { actingFor } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import { callingAccount } from '../../core/io/identity/caller'
import { reader } from '../../core/io/store/reader'
import { movesOpen } from '../../core/pure/case'
import { refundCases, type RefundCaseDoc } from '../collections'
import { refundTable } from '../rules/states'
import { lacksAccount } from './account'
import { showRow, type CaseRow } from './present'

/** So many of a taxpayer's latest cases are looked through: the one that waits is among them. */
const LATEST = 50

/** It is theirs to move, or the office found it and does not know yet where the money is to go. */
const waits = (doc: RefundCaseDoc): boolean =>
  refundTable.next[doc.state] === 'claimant' ||
  (lacksAccount(doc) && movesOpen(refundTable, doc, 'claimant').includes('nameAccount'))

const waitingOf = async (context: Context, taxpayerId: string): Promise<readonly CaseRow[]> => {
  const acting = await actingFor(context, { scope: 'refunds', taxpayerId }).catch(() => undefined)
  if (!acting) return []
  const where = { taxpayerId }
  const latest = { index: 'taxpayer', where, order: 'desc', limit: LATEST } as const
  const { items } = await reader(context.store).query(refundCases, latest)
  return items.filter(({ doc }) => waits(doc)).map((row) => showRow(context, { ...row, name: acting.name }))
}

/** What must be supplied before its day first, then by the day on which each was handed in. */
export const waitingForMe = async (context: Context): Promise<CaseRow[]> => {
  const { doc } = await callingAccount(context)
  const ids = doc.bindings
    .filter(({ standing }) => standing === 'verified')
    .map(({ taxpayerId }) => taxpayerId)
  const rows = (await Promise.all(ids.map((id) => waitingOf(context, id)))).flat()
  const rank = ({ state }: CaseRow): number => (state === 'correctionAsked' ? 0 : 1)
  return rows.sort((a, b) => rank(a) - rank(b) || a.receivedOn.localeCompare(b.receivedOn))
}
