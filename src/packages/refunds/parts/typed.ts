/** What is being filled in outlives a session that ends by itself: in memory alone, for its owner, until the page is left. */
import { forgetTyped, recallTyped, rememberTyped } from '../../../client/own'
import type { Claim } from '../model/claim'
import type { Kept } from '../model/keeper'
import type { Opening } from '../model/params'

const NAME = 'refund'

export interface Typed {
  readonly opening: Opening
  readonly claim: Claim
  readonly step: string
  readonly kept: Kept | undefined
}

export const keepTyped = (typed: Typed): void => rememberTyped(NAME, typed)
export const dropTyped = (): void => forgetTyped(NAME)

/** Only what was typed on a page that was opened in the same way. */
export const typedFor = (opening: Opening): Typed | undefined => {
  // Nothing else is remembered under this name.
  const typed = recallTyped(NAME) as Typed | undefined
  return typed && JSON.stringify(typed.opening) === JSON.stringify(opening) ? typed : undefined
}
