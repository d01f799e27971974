/** The way of a departure refund: from the invoice to the money, with the advance of 即买即退 in between. */
import { caseTable, type CaseTable } from '../../../core/pure/case'

export type DepartureState =
  | 'invoiced'
  | 'formIssued'
  | 'instantPrepaid'
  | 'customsVerified'
  | 'agencyAudited'
  | 'ordered'
  | 'bankRejected'
  | 'paid'
  | 'rejected'
  | 'preauthCharged'
  | 'expired'
  | 'cancelled'

export type DepartureMove =
  | 'begin'
  | 'issueForm'
  | 'prepay'
  | 'verify'
  | 'refuse'
  | 'audit'
  | 'reject'
  | 'settle'
  | 'payCash'
  | 'order'
  | 'pay'
  | 'bankReject'
  | 'bankReturn'
  | 'fixAccount'
  | 'charge'
  | 'chargeAtPort'
  | 'expire'
  | 'cancel'
  | 'abandon'

/** How the traveller wants it. */
export type DepartureMode = 'cash' | 'transfer' | 'instant'

/**
 * Customs and the agency are the officers here, each by a duty of their own; a bank is whoever transfers; what a promise brings with
 * it once it is broken is time's.
 */
export const departureTable: CaseTable<DepartureState, DepartureMove> = caseTable({
  moves: {
    begin: { from: [], to: 'invoiced', by: ['claimant'] },
    issueForm: { from: ['invoiced'], to: 'formIssued', by: ['claimant'] },
    // The advance, in the shop.
    prepay: { from: ['formIssued'], to: 'instantPrepaid', by: ['officer'], once: true },
    // Who was charged for a promise not kept may still leave in time, and is then paid as anybody else.
    verify: {
      from: ['formIssued', 'instantPrepaid', 'preauthCharged'],
      to: 'customsVerified',
      by: ['officer'],
      once: true,
    },
    // Used, not there, not theirs: an advance is charged with it.
    refuse: { from: ['formIssued', 'instantPrepaid', 'preauthCharged'], to: 'rejected', by: ['officer'] },
    audit: { from: ['customsVerified'], to: 'agencyAudited', by: ['officer'], once: true },
    // Against the rules: an advance is charged with it, and that is the end.
    reject: { from: ['customsVerified', 'agencyAudited'], to: 'rejected', by: ['officer'] },
    // An advance that was not charged counts as the refund.
    settle: { from: ['agencyAudited'], to: 'paid', by: ['officer'] },
    payCash: { from: ['agencyAudited'], to: 'paid', by: ['officer'] },
    // By transfer: ordered first, paid once the bank says so.
    order: { from: ['agencyAudited'], to: 'ordered', by: ['officer'] },
    pay: { from: ['ordered'], to: 'paid', by: ['bank'] },
    bankReject: { from: ['ordered'], to: 'bankRejected', by: ['bank'] },
    // Not the account's fault: the agency orders it again.
    bankReturn: { from: ['ordered'], to: 'agencyAudited', by: ['bank'] },
    fixAccount: { from: ['bankRejected'], to: 'agencyAudited', by: ['claimant'] },
    // The promised day is over.
    charge: { from: ['instantPrepaid'], to: 'preauthCharged', by: ['clock'], once: true },
    // In time, but not through the promised port: the advance is taken back, and the refund paid.
    chargeAtPort: { from: ['agencyAudited'], to: null, by: ['officer'], once: true },
    expire: { from: ['invoiced', 'formIssued', 'preauthCharged'], to: 'expired', by: ['clock'] },
    // Nothing was paid yet, and customs have not seen it.
    cancel: { from: ['invoiced', 'formIssued'], to: 'cancelled', by: ['claimant'] },
    // Its traveller was erased: nobody is left to be paid.
    abandon: {
      from: ['invoiced', 'formIssued', 'customsVerified', 'agencyAudited', 'bankRejected', 'preauthCharged'],
      to: 'cancelled',
      by: ['clock'],
    },
  },
  next: {
    invoiced: 'claimant',
    formIssued: 'claimant',
    instantPrepaid: 'claimant',
    customsVerified: 'officer',
    agencyAudited: 'officer',
    ordered: 'bank',
    bankRejected: 'claimant',
    preauthCharged: 'claimant',
    paid: null,
    rejected: null,
    expired: null,
    cancelled: null,
  },
})

/** Ended without a refund: the same invoice may be claimed on again. */
export const FREES_INVOICE: readonly DepartureState[] = ['rejected', 'expired', 'cancelled']

export const departureMoves = departureTable.moves

/** Was the advance taken back? Then what is paid is paid anew. */
export const isCharged = (made: readonly string[]): boolean =>
  made.includes('charge') || made.includes('chargeAtPort')

interface Standing {
  readonly mode: DepartureMode
  readonly made: readonly string[]
}

/** An advance that was given and not taken back. */
export const hasAdvance = ({ made }: Pick<Standing, 'made'>): boolean =>
  made.includes('prepay') && !isCharged(made)

const PAYMENTS: readonly DepartureMove[] = ['payCash', 'order']

/**
 * Is the move one for such a refund? An advance and its charge are of refunds upon purchase alone; who has an advance is paid nothing
 * beside it, and who has none has something to be paid.
 */
export const fitsMode = (move: DepartureMove, standing: Standing): boolean => {
  if (move === 'prepay') return standing.mode === 'instant'
  if (move === 'charge' || move === 'chargeAtPort' || move === 'settle') return hasAdvance(standing)
  return !PAYMENTS.includes(move) || !hasAdvance(standing)
}
