/** The way of a prize as its winner reads it: what is done, what is at hand, what comes. Pure. */
import { prizeTable, type PrizeState } from '../../../../functions/lottery/rules/prize-states'
import type { TimelineItem } from '../../../ui/timeline'

export type PrizeStepKey = 'won' | 'looked' | 'claimed' | 'ordered' | 'paid'

export interface PrizeStepShown {
  readonly key: PrizeStepKey
  readonly state: TimelineItem['state']
}

const KEYS: readonly PrizeStepKey[] = ['won', 'looked', 'claimed', 'ordered', 'paid']

/** How many of the steps are done. A refused account is ordered again. */
const DONE: Readonly<Record<PrizeState, number>> = {
  won: 1,
  checking: 1,
  confirmed: 2,
  claimed: 3,
  ordered: 4,
  bankRejected: 3,
  paid: 5,
  void: 1,
  expired: 2,
  declined: 1,
}

const LOST: readonly PrizeState[] = ['void', 'expired', 'declined']

export const isLost = (state: PrizeState): boolean => LOST.includes(state)

/** Waits for its winner: to be claimed, or for another account. */
export const waitsForMe = (state: PrizeState): boolean => prizeTable.next[state] === 'claimant'

export const prizeSteps = (state: PrizeState): readonly PrizeStepShown[] => {
  const done = DONE[state]
  const steps = KEYS.map((key, place): PrizeStepShown => ({
    key,
    state: place < done ? 'done' : place === done ? (isLost(state) ? 'stopped' : 'now') : 'coming',
  }))
  return isLost(state) ? steps.slice(0, done + 1) : steps
}
