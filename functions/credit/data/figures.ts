/** Figures of appeals. No notice that was read sets any: chosen here, and said to be so on screen. */
import type { Basis, Dated } from '../../core/pure/law'
import { text } from '../../core/pure/text'

type Figure = Dated & Basis & { readonly value: number }

const own = text('本平台的约定', 'Set by this platform')

/** Calendar days after the day of the visit on which it can be appealed. */
export const APPEAL_DAYS: readonly Figure[] = [
  {
    value: 30,
    rule: text('失约之日起三十天内可以申诉', 'A no-show can be appealed within thirty days'),
    basis: own,
    unconfirmed: true,
    effectiveFrom: '2018-06-16',
    effectiveTo: null,
  },
]

/** Working days in which it is to be decided. */
export const DECISION_DAYS: readonly Figure[] = [
  {
    value: 5,
    rule: text('申诉在五个工作日内答复', 'An appeal is answered within five working days'),
    basis: own,
    unconfirmed: true,
    effectiveFrom: '2018-06-16',
    effectiveTo: null,
  },
]
