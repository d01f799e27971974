/** The life of a ticket: one table, and nothing outside it. */

/**
 * `passed` waits to be called once more; `left` went of its own accord; `closed` was still waiting when the hall closed or the day ended, and
 * counts against nobody.
 */
export const TICKET_STATES = [
  'waiting',
  'called',
  'passed',
  'serving',
  'done',
  'noShow',
  'left',
  'closed',
] as const
export type TicketState = (typeof TICKET_STATES)[number]

/** From `serving` to `waiting` leads a transfer: a new place in another matter's line, with the same number. */
const transitions: Readonly<Record<TicketState, readonly TicketState[]>> = {
  waiting: ['called', 'left', 'closed'],
  called: ['serving', 'passed', 'noShow', 'closed'],
  passed: ['called', 'left', 'closed'],
  serving: ['done', 'waiting', 'closed'],
  done: [],
  noShow: [],
  left: [],
  closed: [],
}

export const canMove = (from: TicketState, to: TicketState): boolean => transitions[from].includes(to)

/** It stands in a line. */
export const isWaiting = (state: TicketState): boolean => state === 'waiting' || state === 'passed'
/** Something may still come of it. */
export const isLive = (state: TicketState): boolean => transitions[state].length > 0

/** Where a ticket goes that does not come when called: back in line once, then it is over. `passes`: those before this one. */
export const afterPassed = (passes: number): 'passed' | 'noShow' => (passes < 1 ? 'passed' : 'noShow')
