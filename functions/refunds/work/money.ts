/** What becomes of an approved amount: interest, what is owed taken off, what is kept as credit, what is paid. */
import type { Line } from '../../core/pure/law'
import { fen } from '../../core/pure/money'
import type { Day } from '../../core/pure/time'
import type { RefundMoney } from '../collections'
import { interestLine } from '../rules/interest'
import type { ClaimKind } from '../rules/kind'
import { kindLaw } from '../rules/kinds'
import { offsetArrears } from '../rules/offset'

export interface Reckoned {
  readonly kind: ClaimKind
  readonly approved: number
  readonly direction: 'refund' | 'offset'
  /** The day on which the tax was paid; null where no voucher bounds it. */
  readonly paidOn: Day | null
  readonly arrears: number
  /** The day on which it is handled: rates are that day's. */
  readonly on: Day
  /** What the office found itself bears no interest. */
  readonly foundBy?: 'taxpayer' | 'authority'
  /** By whose law: the day of receipt. */
  readonly receivedOn: Day
}

/** @returns parts that add up: `approved + interest = offset + credited + payable`; and why, line by line */
export const moneyOf = (question: Reckoned): RefundMoney & { readonly lines: readonly Line[] } => {
  const { kind, direction, paidOn, on, foundBy = 'taxpayer' } = question
  const law = kindLaw(kind, question.receivedOn)
  const refund = fen(question.approved)
  const interested = paidOn === null ? [] : [interestLine({ law, refund, paidOn, handledOn: on, foundBy })]
  const interest = interested[0]?.fen ?? fen(0)
  const parted = offsetArrears({ law, refund, interest, arrears: fen(question.arrears), direction })
  return {
    approved: refund,
    interest,
    offset: parted.offset,
    credited: parted.carried,
    payable: parted.paidOut,
    lines: [...interested, ...parted.lines],
  }
}
