/** Every kind of refund: its rule, and its law on a day. */
import { rowOn } from '../../../core/pure/law'
import type { Day } from '../../../core/pure/time'
import { departureLaws } from '../../data/kinds/departure'
import type { KindLaw, KindRule, RefundKind } from '../kind'
import { claimLaws, claimRules } from './claims'
import { departureRule } from './departure'

export { materialsNeeded } from './materials'

export const kindRules: Readonly<Record<RefundKind, KindRule>> = { ...claimRules, departure: departureRule }

/** All rows, in the order of time. */
export const kindLaws: Readonly<Record<RefundKind, readonly KindLaw[]>> = {
  ...claimLaws,
  departure: departureLaws,
}

/**
 * The law of a kind on a day.
 * @throws RangeError when none is in force: a day before the law
 */
export const kindLaw = (kind: RefundKind, day: Day): KindLaw => rowOn(kindLaws[kind], day, `law of ${kind}`)
