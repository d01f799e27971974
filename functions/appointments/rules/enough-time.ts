/** A matter's minutes must fit into the opening hours that follow its start. */
import { allowed, refused, type Verdict } from './refusal'
import type { Limits } from './limits'
import { basisOf } from './window'

export interface TimeQuestion {
  /** Minutes that the matter takes at the window. */
  readonly needed: number
  /** Minutes from the start until the hall stops, for lunch or for the day. */
  readonly left: number
  readonly limits: Pick<Limits, 'pastClosingMinutes'>
}

/** Code: NOT_ENOUGH_TIME. */
export const timeVerdict = ({ needed, left, limits }: TimeQuestion): Verdict =>
  needed <= left + limits.pastClosingMinutes.value
    ? allowed
    : refused({ code: 'NOT_ENOUGH_TIME', ...basisOf(limits.pastClosingMinutes) })
