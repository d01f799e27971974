/** The life of an appeal: NO_SHOW → APPEALED → UPHELD | REVOKED. One decision, by an officer; time ends it where nothing is left to decide. */
import { caseTable } from '../../core/pure/case'

export const APPEAL_STATES = ['appealed', 'upheld', 'revoked', 'cleared', 'left'] as const
export type AppealState = (typeof APPEAL_STATES)[number]
export type AppealMove = 'appeal' | 'uphold' | 'revoke' | 'clear' | 'leave'

/** `cleared`: its check-in was told late. `left`: whoever appealed was erased. */
export const appealTable = caseTable<AppealState, AppealMove>({
  moves: {
    appeal: { from: [], to: 'appealed', by: ['claimant'] },
    uphold: { from: ['appealed'], to: 'upheld', by: ['officer'] },
    revoke: { from: ['appealed'], to: 'revoked', by: ['officer'] },
    clear: { from: ['appealed'], to: 'cleared', by: ['clock'] },
    leave: { from: ['appealed'], to: 'left', by: ['clock'] },
  },
  next: { appealed: 'officer', upheld: null, revoked: null, cleared: null, left: null },
})

/** Of a booking that its hall looks at first: PENDING_REVIEW → BOOKED | REFUSED(reason) | REFUSED_ONLINE. */
export const REVIEW_STATES = ['asked', 'approved', 'refused', 'refusedOnline', 'dropped'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]
export type ReviewMove = 'ask' | 'approve' | 'refuse' | 'refuseOnline' | 'drop'

/** Without an answer in time it stands. `dropped`: there is nothing to look at any more, since it was cancelled. */
export const reviewTable = caseTable<ReviewState, ReviewMove>({
  moves: {
    ask: { from: [], to: 'asked', by: ['claimant'] },
    approve: { from: ['asked'], to: 'approved', by: ['officer', 'clock'] },
    refuse: { from: ['asked'], to: 'refused', by: ['officer'] },
    refuseOnline: { from: ['asked'], to: 'refusedOnline', by: ['officer'] },
    drop: { from: ['asked'], to: 'dropped', by: ['clock'] },
  },
  next: { asked: 'officer', approved: null, refused: null, refusedOnline: null, dropped: null },
})

/** `pv_` and what follows the appointment's prefix. */
export const reviewIdOf = (appointmentId: string): string => `pv_${appointmentId.slice(3)}`

/** `cr_` and what follows the appointment's prefix. */
export const appealIdOf = (appointmentId: string): string => `cr_${appointmentId.slice(3)}`
