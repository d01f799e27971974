/** Matters whose bookings an officer looks at first (须预审): dated, by the day of the visit. */
import type { Words } from '../../core/pure/hall-terms'
import { inForce } from '../../core/pure/law'
import type { Day } from '../../core/pure/time'

export type PreReview = {
  readonly rule: Words
  readonly basis: Words
  readonly unconfirmed: boolean
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
  /** Where it can be done without a visit: what a refusal may lead to. */
  readonly online: { readonly way: Words; readonly url: string } | null
}

/** Of a visit on that day; undefined where it is booked like any other. */
export const preReviewOn = (
  { preReview }: { readonly preReview?: PreReview },
  day: Day,
): PreReview | undefined => (preReview && inForce(preReview, day) ? preReview : undefined)
