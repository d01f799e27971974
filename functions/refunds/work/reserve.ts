/**
 * What a claim takes off its voucher, and gives back; with it, what it took for arrears. One guarded patch in the commit that moves the case: of a voucher line no
 * more can ever be claimed than was paid, whoever asks at the same moment.
 */
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import { dayOf } from '../../core/pure/time'
import { claimKeys, refundCases, taxAccounts, vouchers, type RefundCaseDoc } from '../collections'
import { offsetOn } from '../rules/arrears'
import { GIVES_BACK } from '../rules/states'

/** @throws AppError VOUCHER_SPENT when less is left */
export const reserve = async (
  tx: Tx,
  { voucherId, claimed }: { readonly voucherId: string; readonly claimed: number },
): Promise<void> => {
  const voucher = await tx.get(vouchers, voucherId)
  const left = voucher?.left ?? 0
  if (!voucher || left < claimed) throw new AppError('VOUCHER_SPENT', { left })
  tx.replace(vouchers, voucherId, { ...voucher, left: left - claimed })
}

/** @throws AppError CLAIMED_BEFORE, with the case that has it where this taxpayer may see it: another account may have claimed before */
export const claimOnce = async (
  tx: Tx,
  key: string,
  { caseId, taxpayerId }: { readonly caseId: string; readonly taxpayerId: string },
): Promise<void> => {
  const before = await tx.get(claimKeys, key)
  if (!before) return tx.insert(claimKeys, key, { v: 1, caseId })
  const theirs = (await tx.peek(refundCases, before.caseId))?.taxpayerId === taxpayerId
  throw new AppError('CLAIMED_BEFORE', theirs ? { caseId: before.caseId } : {})
}

interface Taken {
  /** Off the voucher, for this case. */
  readonly all: number
  readonly approved: number
}

const NOTHING: Taken = { all: 0, approved: 0 }

const taken = ({ money, claimed }: RefundCaseDoc): Taken =>
  money ? { all: money.approved, approved: money.approved } : { all: claimed, approved: 0 }

/** What an approved refund took for arrears is owed again where nothing is refunded after all. */
const oweAgain = async (tx: Tx, { subject, money }: RefundCaseDoc): Promise<void> => {
  if (!money || money.offset === 0) return
  const account = await tx.get(taxAccounts, subject)
  const on = dayOf(tx.now)
  const owed = offsetOn(account ?? { arrears: 0, asOf: on, offsets: [] }, on, -money.offset)
  tx.put(taxAccounts, subject, { v: 1, ...owed, changedAt: tx.now })
}

/** Ended without a refund, or with less than was claimed: the rest can be claimed again. */
export const giveBack = async (
  tx: Tx,
  id: string,
  before: RefundCaseDoc,
  after: RefundCaseDoc,
): Promise<void> => {
  const ended = GIVES_BACK.includes(after.state)
  if (ended) await oweAgain(tx, before)
  const [out, outAfter] = [taken(before), ended ? NOTHING : taken(after)]
  if (ended && after.claimKey !== null) {
    const key = await tx.get(claimKeys, after.claimKey)
    if (key?.caseId === id) tx.remove(claimKeys, after.claimKey)
  }
  if (after.voucherId === null || (out.all === outAfter.all && out.approved === outAfter.approved)) return
  const voucher = await tx.get(vouchers, after.voucherId)
  if (!voucher) return
  tx.replace(vouchers, after.voucherId, {
    ...voucher,
    left: voucher.left + out.all - outAfter.all,
    approved: voucher.approved + outAfter.approved - out.approved,
  })
}
