/** The limits in force at a hall: the dated rules with its own figures on top. */
import type { Context } from '../../core/io/context'
import { dayOf, type Day } from '../../core/pure/time'
import type { Hall } from '../../halls/public'
import { limitsOn, type Limits } from '../rules/limits'

// By the hall's own overrides, an object that lives as long as the catalogue it came with.
const limitsKnown = new WeakMap<Hall['limits'], { readonly day: Day; readonly limits: Limits }>()

/** The limits in force today at a hall. */
export const hallLimits = ({ now }: Pick<Context, 'now'>, hall: Pick<Hall, 'limits'>): Limits => {
  const day = dayOf(now)
  const known = limitsKnown.get(hall.limits)
  if (known?.day === day) return known.limits
  const limits = limitsOn(day, hall.limits)
  limitsKnown.set(hall.limits, { day, limits })
  return limits
}
