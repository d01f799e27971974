/** The states of a refund case. */
import { caseTable, type CaseTable } from '../../core/pure/case'

export type RefundState =
  | 'submitted'
  | 'accepted'
  | 'notAccepted'
  | 'correctionAsked'
  | 'reviewing'
  | 'approved'
  | 'ordered'
  | 'paid'
  | 'bankRejected'
  | 'withdrawn'
  | 'rejected'

export type RefundMove =
  | 'submit'
  | 'find'
  | 'accept'
  | 'notAccept'
  | 'askCorrection'
  | 'supply'
  | 'lapse'
  | 'review'
  | 'propose'
  | 'sendBack'
  | 'endorse'
  | 'approve'
  | 'reject'
  | 'order'
  | 'settle'
  | 'pay'
  | 'bankReject'
  | 'bankReturn'
  | 'fixAccount'
  | 'nameAccount'
  | 'withdraw'
  | 'abandon'
  | 'escalate'

export const refundTable: CaseTable<RefundState, RefundMove> = caseTable({
  moves: {
    submit: { from: [], to: 'submitted', by: ['claimant'] },
    // By the office itself, which then has ten days.
    find: { from: [], to: 'accepted', by: ['officer'] },
    accept: { from: ['submitted'], to: 'accepted', by: ['officer'] },
    notAccept: { from: ['submitted'], to: 'notAccepted', by: ['officer'] },
    // Once, with the whole list: what was not asked for then is not asked for any more.
    askCorrection: {
      from: ['submitted', 'accepted', 'reviewing'],
      to: 'correctionAsked',
      by: ['officer'],
      once: true,
    },
    supply: { from: ['correctionAsked'], to: 'submitted', by: ['claimant'] },
    lapse: { from: ['correctionAsked'], to: 'notAccepted', by: ['clock'] },
    review: { from: ['accepted'], to: 'reviewing', by: ['officer'] },
    propose: { from: ['reviewing'], to: null, by: ['officer'] },
    sendBack: { from: ['reviewing'], to: null, by: ['officer'] },
    // The first of two approvals, where the amount takes a third person.
    endorse: { from: ['reviewing'], to: null, by: ['officer'] },
    approve: { from: ['reviewing'], to: 'approved', by: ['officer'] },
    reject: { from: ['reviewing'], to: 'rejected', by: ['officer'] },
    order: { from: ['approved'], to: 'ordered', by: ['officer'] },
    // Wholly offset against arrears, or kept as credit: no money moves.
    settle: { from: ['approved'], to: 'paid', by: ['officer'] },
    pay: { from: ['ordered'], to: 'paid', by: ['bank'] },
    bankReject: { from: ['ordered'], to: 'bankRejected', by: ['bank'] },
    // Not the account's fault: the office orders it again.
    bankReturn: { from: ['ordered'], to: 'approved', by: ['bank'] },
    fixAccount: { from: ['bankRejected'], to: 'approved', by: ['claimant'] },
    // Of what the office found: until it is known where the money is to go, nothing can be ordered.
    nameAccount: {
      from: ['submitted', 'accepted', 'correctionAsked', 'reviewing', 'approved'],
      to: null,
      by: ['claimant'],
    },
    withdraw: {
      from: ['submitted', 'accepted', 'correctionAsked', 'reviewing'],
      to: 'withdrawn',
      by: ['claimant'],
    },
    // Its claimant was erased: nobody is left to be paid.
    abandon: {
      from: ['submitted', 'accepted', 'correctionAsked', 'reviewing', 'approved', 'bankRejected'],
      to: 'withdrawn',
      by: ['clock'],
    },
    escalate: { from: ['submitted', 'accepted', 'reviewing', 'approved'], to: null, by: ['clock'] },
  },
  next: {
    submitted: 'officer',
    accepted: 'officer',
    correctionAsked: 'claimant',
    reviewing: 'officer',
    approved: 'officer',
    ordered: 'bank',
    bankRejected: 'claimant',
    paid: null,
    notAccepted: null,
    withdrawn: null,
    rejected: null,
  },
})

/** Ended without a refund: what was claimed can be claimed again. */
export const GIVES_BACK: readonly RefundState[] = ['notAccepted', 'withdrawn', 'rejected']
