/** What a move tells the winner: one notice, in the commit that makes it true. */
import { notify } from '../../core/io/notices/notify'
import type { Tx } from '../../core/io/store/transaction'
import type { DeclaredNotice } from '../../core/pure/notices'
import { dayOf, type Day } from '../../core/pure/time'
import type { PrizeDoc } from '../collections'
import { notices } from '../data/notices'
import type { PrizeMove } from '../rules/prize-states'

const TOLD: Partial<Record<PrizeMove, DeclaredNotice>> = {
  hold: notices.won,
  confirm: notices.claimOpen,
  pay: notices.paid,
  bankReject: notices.bankRejected,
  void: notices.voided,
  expire: notices.expired,
}

export interface Told {
  readonly move: PrizeMove
  /** The last day to claim on, once it is known. */
  readonly until?: Day | undefined
}

export const tell = (tx: Tx, id: string, doc: PrizeDoc, { move, until }: Told): void => {
  const accountId = doc.owner
  const day = dayOf(doc.wonAt)
  if (accountId === '') return
  if (move === 'confirm' && until !== undefined)
    return notify(tx, { notice: notices.claim, accountId, facts: { day, untilDay: until }, about: id })
  const notice = TOLD[move]
  if (notice) notify(tx, { notice, accountId, facts: { day }, about: id })
}
