/** The life of a wait: one table, and nothing outside it. */

export const WAIT_STATES = [
  /** In a ballot that is not drawn yet. */
  'entered',
  'waiting',
  'offered',
  'booked',
  'declined',
  'expired',
  /** Left by the one who waited. */
  'left',
  /** No seat came in time: the day can be booked no more, or the hall closed it. */
  'over',
] as const
export type WaitState = (typeof WAIT_STATES)[number]

export const transitions: Readonly<Record<WaitState, readonly WaitState[]>> = {
  entered: ['waiting', 'left', 'over'],
  waiting: ['offered', 'left', 'over'],
  offered: ['booked', 'declined', 'expired', 'over'],
  // Whoever is out of a line may join it again, at its end.
  booked: ['waiting', 'entered'],
  declined: ['waiting', 'entered'],
  expired: ['waiting', 'entered'],
  left: ['waiting', 'entered'],
  over: ['waiting', 'entered'],
}

export const canMove = (from: WaitState, to: WaitState): boolean => transitions[from].includes(to)

/** Does it stand in a line? */
export const stands = (state: WaitState): boolean =>
  state === 'entered' || state === 'waiting' || state === 'offered'
