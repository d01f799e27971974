/** What a move tells the claimant: one notice, in the commit that makes it true. */
import { standsFor } from '../../accounts/public'
import { notify } from '../../core/io/notices/notify'
import type { Tx } from '../../core/io/store/transaction'
import type { DeclaredNotice } from '../../core/pure/notices'
import type { RefundCaseDoc } from '../collections'
import { notices } from '../data/notices'
import type { RefundMove } from '../rules/states'

const TOLD: Partial<Record<RefundMove, DeclaredNotice>> = {
  find: notices.found,
  accept: notices.accepted,
  notAccept: notices.notAccepted,
  askCorrection: notices.correctionAsked,
  lapse: notices.lapsed,
  approve: notices.approved,
  reject: notices.rejected,
  pay: notices.paid,
  settle: notices.settled,
  bankReject: notices.bankRejected,
}

/** The owner; and who filed it for them, as long as they may act. */
const toldOf = async (tx: Tx, { owner, filedBy, taxpayerId }: RefundCaseDoc): Promise<readonly string[]> =>
  filedBy !== owner && (await standsFor(tx, { accountId: filedBy, taxpayerId, scope: 'refunds' }))
    ? [owner, filedBy]
    : [owner]

export const tell = async (tx: Tx, id: string, doc: RefundCaseDoc, move: RefundMove): Promise<void> => {
  const notice = TOLD[move]
  if (!notice) return
  const facts = {
    day: doc.receivedOn,
    untilDay: move === 'askCorrection' ? (doc.correctionDue ?? doc.target) : doc.target,
    hallId: doc.hallId,
  }
  for (const accountId of await toldOf(tx, doc)) notify(tx, { notice, accountId, facts, about: id })
}
