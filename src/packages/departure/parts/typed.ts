/** What is being filled in outlives a session that ends by itself: in memory alone, for its owner, until the form is there. */
import type { Values } from '../../../../functions/core/pure/forms'
import { forgetTyped, recallTyped, rememberTyped } from '../../../client/own'

const NAME = 'departure'

export interface ChosenPort {
  readonly id: string
  readonly name: string
}

export interface Typed {
  readonly values: Values
  readonly port: ChosenPort | undefined
  readonly at: number
}

export const keepTyped = (typed: Typed): void => rememberTyped(NAME, typed)
export const dropTyped = (): void => forgetTyped(NAME)

const FRESH: Typed = { values: {}, port: undefined, at: 0 }

/** Nothing else is remembered under this name. */
export const typedBefore = (): Typed => (recallTyped(NAME) as Typed | undefined) ?? FRESH
