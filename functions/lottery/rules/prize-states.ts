/** The way of a prize: from the draw to the money, with the second look at the invoice in between. Pure. */
import { caseTable, type CaseTable } from '../../core/pure/case'

export type PrizeState =
  | 'won'
  | 'checking'
  | 'confirmed'
  | 'claimed'
  | 'ordered'
  | 'bankRejected'
  | 'paid'
  | 'void'
  | 'expired'
  | 'declined'

export type PrizeMove =
  | 'win'
  | 'hold'
  | 'confirm'
  | 'void'
  | 'claim'
  | 'order'
  | 'pay'
  | 'bankReject'
  | 'bankReturn'
  | 'fixAccount'
  | 'expire'
  | 'decline'
  | 'abandon'

export const prizeTable: CaseTable<PrizeState, PrizeMove> = caseTable({
  moves: {
    // A draw, or whoever stands next in its order.
    win: { from: [], to: 'won', by: ['clock'] },
    // Winners are published first, or the invoice is looked at again some days later.
    hold: { from: ['won'], to: 'checking', by: ['clock'], once: true },
    // The invoice is good still: at once where there is nothing to wait for.
    confirm: { from: ['won', 'checking'], to: 'confirmed', by: ['clock', 'officer'], once: true },
    // Void or reversed since, or against the rules: until the payment is ordered.
    void: {
      from: ['won', 'checking', 'confirmed', 'claimed', 'bankRejected'],
      to: 'void',
      by: ['clock', 'officer'],
    },
    claim: { from: ['confirmed'], to: 'claimed', by: ['claimant'], once: true },
    order: { from: ['claimed'], to: 'ordered', by: ['clock', 'officer'] },
    pay: { from: ['ordered'], to: 'paid', by: ['bank'] },
    bankReject: { from: ['ordered'], to: 'bankRejected', by: ['bank'] },
    // Not the account's fault: it is ordered again.
    bankReturn: { from: ['ordered'], to: 'claimed', by: ['bank'] },
    fixAccount: { from: ['bankRejected'], to: 'claimed', by: ['claimant'] },
    // Not claimed in time. Who claimed, and whose account was refused, has claimed.
    expire: { from: ['confirmed'], to: 'expired', by: ['clock'] },
    decline: {
      from: ['won', 'checking', 'confirmed', 'claimed', 'bankRejected'],
      to: 'declined',
      by: ['claimant'],
    },
    // Its winner was erased: nobody is left to be paid.
    abandon: {
      from: ['won', 'checking', 'confirmed', 'claimed', 'bankRejected'],
      to: 'expired',
      by: ['clock'],
    },
  },
  next: {
    won: 'clock',
    checking: 'clock',
    confirmed: 'claimant',
    claimed: 'officer',
    ordered: 'bank',
    bankRejected: 'claimant',
    paid: null,
    void: null,
    expired: null,
    declined: null,
  },
})

/** Money that was set aside and is not paid: it goes back. */
export const GIVES_BACK: readonly PrizeState[] = ['void', 'expired', 'declined']

/** What becomes of a prize that nobody gets. */
export type Afterwards = 'pool' | 'replacement'

/**
 * Back to the pool, or to the next in the order of the draw. Only a void prize is drawn on, and only in a periodic draw, which has an
 * order: what is declined or not claimed goes back (the replacement would have to be told, and have her own time to claim).
 * @returns undefined while the prize is somebody's
 */
export const afterwards = (
  state: PrizeState,
  { redraw, draw }: { readonly redraw: Afterwards; readonly draw: 'instant' | 'periodic' },
): Afterwards | undefined => {
  if (!GIVES_BACK.includes(state)) return undefined
  return state === 'void' && draw === 'periodic' ? redraw : 'pool'
}
