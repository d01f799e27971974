/** What happens to a number, or at a window: of these the day of a hall can be made again. */
export const STEP_KINDS = [
  /** It has its place. */
  'ticketed',
  'called',
  'recalled',
  'serving',
  'passed',
  'missed',
  /** To another matter: it has a new place. */
  'transferred',
  'done',
  'left',
  'closed',
  /** A place was reached at which nobody stands. */
  'skipped',
  'window',
] as const
export type StepKind = (typeof STEP_KINDS)[number]
