/** May a matter be booked at this start, whatever is left? Not at a blocked time, nor too shortly before the hall stops. */
import type { MatterKind } from '../../core/pure/hall-terms'
import type { Day, MinuteOfDay } from '../../core/pure/time'
import { blockedBy } from './blocked'
import { timeVerdict, type TimeQuestion } from './enough-time'
import { refused, type Verdict } from './refusal'

export interface MatterQuestion extends TimeQuestion {
  readonly day: Day
  readonly start: MinuteOfDay
  readonly kind: MatterKind
}

/** Codes: BLOCKED_TIME, NOT_ENOUGH_TIME. */
export const matterVerdict = ({ day, start, kind, ...time }: MatterQuestion): Verdict => {
  const blocked = blockedBy({ day, start, kind })
  return blocked ? refused({ code: 'BLOCKED_TIME', ...blocked }) : timeVerdict(time)
}
