/** A hold's remaining time: the few moments worth saying aloud, and when it asks for attention. */

/** A screen reader hears the time at these marks only: a voice every second would drown the page. */
const MARKS = [600, 300, 120, 60, 30, 10, 0] as const

/** The last mark passed, to be announced once; undefined before the first. */
export const spokenMark = (seconds: number): number | undefined =>
  [...MARKS].reverse().find((mark) => seconds <= mark)

/** The last two minutes ask for attention. */
export const isUrgent = (seconds: number): boolean => seconds <= 120
