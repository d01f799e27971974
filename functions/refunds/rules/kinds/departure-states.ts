/** The way of a departure refund: from the invoice to the money, with the advance of 即买即退 in between. */
import { caseTable, type CaseTable } from '../../../core/pure/case'

export type DepartureState =
  | 'invoiced'
  | 'formIssued'
  | 'instantPrepaid'
  | 'customsVerified'
  | 'agencyAudited'
  | 'paid'
  | 'rejected'
  | 'preauthCharged'
  | 'expired'

export type DepartureMove =
  | 'begin'
  | 'issueForm'
  | 'prepay'
  | 'verify'
  | 'refuse'
  | 'audit'
  | 'pay'
  | 'reject'
  | 'charge'
  | 'chargeAtPort'
  | 'expire'

/** How the traveller wants it. */
export type DepartureMode = 'cash' | 'transfer' | 'instant'

/** Customs are the officers here; the shop and the agency are the other system that pays. */
export const departureTable: CaseTable<DepartureState, DepartureMove> = caseTable({
  moves: {
    begin: { from: [], to: 'invoiced', by: ['claimant'] },
    issueForm: { from: ['invoiced'], to: 'formIssued', by: ['claimant', 'bank'] },
    // The advance, in the shop.
    prepay: { from: ['formIssued'], to: 'instantPrepaid', by: ['bank'], once: true },
    // Who was charged for a promise not kept may still leave in time, and is then paid as anybody else.
    verify: {
      from: ['formIssued', 'instantPrepaid', 'preauthCharged'],
      to: 'customsVerified',
      by: ['officer'],
    },
    // Used, not there, not theirs: an advance is charged with it.
    refuse: { from: ['formIssued', 'instantPrepaid', 'preauthCharged'], to: 'rejected', by: ['officer'] },
    audit: { from: ['customsVerified'], to: 'agencyAudited', by: ['bank'] },
    // An advance that was not charged counts as the refund.
    pay: { from: ['agencyAudited'], to: 'paid', by: ['bank'] },
    // Against the rules: an advance is charged with it, and that is the end.
    reject: { from: ['customsVerified', 'agencyAudited'], to: 'rejected', by: ['bank'] },
    // The promised day is over.
    charge: { from: ['instantPrepaid'], to: 'preauthCharged', by: ['bank'], once: true },
    // In time, but not through the promised port: the advance is taken back, and the refund paid.
    chargeAtPort: { from: ['agencyAudited'], to: null, by: ['bank'], once: true },
    expire: { from: ['invoiced', 'formIssued', 'preauthCharged'], to: 'expired', by: ['clock'] },
  },
  next: {
    invoiced: 'claimant',
    formIssued: 'claimant',
    instantPrepaid: 'claimant',
    customsVerified: 'bank',
    agencyAudited: 'bank',
    preauthCharged: 'claimant',
    paid: null,
    rejected: null,
    expired: null,
  },
})

export const departureMoves = departureTable.moves

/** Was the advance taken back? Then what is paid is paid anew. */
export const isCharged = (made: readonly string[]): boolean =>
  made.includes('charge') || made.includes('chargeAtPort')

/** Is the move one for such a refund? An advance and its charge are of refunds upon purchase alone. */
export const fitsMode = (
  move: DepartureMove,
  { mode, made }: { readonly mode: DepartureMode; readonly made: readonly string[] },
): boolean => {
  if (move === 'prepay') return mode === 'instant'
  const isCharge = move === 'charge' || move === 'chargeAtPort'
  return !isCharge || (made.includes('prepay') && !isCharged(made))
}
