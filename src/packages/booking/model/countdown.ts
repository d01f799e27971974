/** A hold's remaining time: what is shown every second, and the few moments worth saying aloud. */
import type { Instant } from '../../../../functions/core/pure/time'

/** Whole seconds left, never below 0. A started second counts, so that 0 means it is over. */
export const secondsLeft = (until: Instant, now: Instant): number =>
  Math.max(0, Math.ceil((until - now) / 1000))

/** A screen reader hears the time at these marks only: a voice every second would drown the page. */
const MARKS = [600, 300, 120, 60, 30, 10, 0] as const

/** The last mark passed, to be announced once; undefined before the first. */
export const spokenMark = (seconds: number): number | undefined =>
  [...MARKS].reverse().find((mark) => seconds <= mark)

/** The last two minutes ask for attention. */
export const isUrgent = (seconds: number): boolean => seconds <= 120
