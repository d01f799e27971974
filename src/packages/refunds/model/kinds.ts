/** Which refunds there are, by the law of the day, and whose they are. */
import { inForce } from '../../../../functions/core/pure/law'
import type { Day } from '../../../../functions/core/pure/time'
import { CLAIM_KINDS, type ClaimKind, type KindLaw } from '../../../../functions/refunds/rules/kind'
import { claimLaws } from '../../../../functions/refunds/rules/kinds/claims'

export interface Offer {
  readonly kind: ClaimKind
  readonly law: KindLaw
  /** Such a taxpayer may claim it. */
  readonly forThem: boolean
}

/** The law of a kind on a day; none before it began. */
export const lawOf = (kind: ClaimKind, day: Day): KindLaw | undefined =>
  claimLaws[kind].find((row) => inForce(row, day))

/** Every kind that is claimed at a tax office, what such a taxpayer may claim first. */
export const offersOn = (day: Day, payer: 'person' | 'enterprise'): readonly Offer[] => {
  const offers = CLAIM_KINDS.flatMap((kind): readonly Offer[] => {
    const law = lawOf(kind, day)
    return law ? [{ kind, law, forThem: law.who.includes(payer) }] : []
  })
  return [...offers.filter(({ forThem }) => forThem), ...offers.filter(({ forThem }) => !forThem)]
}
