/** What a freeze names for the case that its round does not come: the parties, and the three times that follow from the round. */
import type { Instant } from '../../../core/pure/time'
import { instantOfRound, roundFrom, type Chain } from './chain'
import type { Fallback } from './documents'
import type { Party } from './reveals'

const HOUR = 3_600_000
/** A round that is so late counts as not coming: relays were asked every minute until then. */
export const NOT_COMING_AFTER = HOUR
/** Parties are people in offices: they have a day to bring their secrets. */
export const TO_REVEAL = 24 * HOUR
/** The later round is published so long after the last reveal counts, or later: who is silent cannot know what that leads to. */
const LATER_BY = 60_000
/** One secret alone would be one person's choice. */
export const LEAST_PARTIES = 2

/** When secrets count, and until when. */
export const revealTimes = (
  chain: Chain,
  round: number,
): { readonly from: Instant; readonly by: Instant } => {
  const from = instantOfRound(chain, round) + NOT_COMING_AFTER
  return { from, by: from + TO_REVEAL }
}

/** @returns null where fewer than two parties committed: the round is then waited for, however late it is */
export const fallbackOf = (
  { chain, round }: { readonly chain: Chain; readonly round: number },
  parties: readonly Party[],
): Fallback | null => {
  if (parties.length < LEAST_PARTIES) return null
  const { from, by } = revealTimes(chain, round)
  return { parties, from, revealBy: by, round: roundFrom(chain, by + LATER_BY) }
}
