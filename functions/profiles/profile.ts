/** Profiles as they stand, read as this version knows them: what another version wrote and this one does not know says nothing. */
import {
  isValue,
  tagsOf,
  type Interest,
  type Kind,
  type Size,
  type Tag,
  type Traits,
} from '../core/pure/tags'
import type { TaxCode } from '../core/pure/taxes'
import type { ProfileDoc, TraitsDoc } from './collections'

export const EMPTY: ProfileDoc = { v: 1, taxpayers: {}, interests: [], hears: true, changedAt: 0 }

export interface KnownTraits extends Traits {
  readonly taxes: TaxCode[]
}

const isKind = (value: string): value is Kind => isValue('kind', value)
const isSize = (value: string): value is Size => isValue('size', value)
const isTax = (value: string): value is TaxCode => isValue('tax', value)
const isInterest = (value: string): value is Interest => isValue('interest', value)

export const traitsOf = ({ kind, taxes, industry, region, size }: TraitsDoc): KnownTraits => ({
  kind: kind !== null && isKind(kind) ? kind : null,
  taxes: taxes.filter(isTax),
  industry,
  region,
  size: size !== null && isSize(size) ? size : null,
})

export const interestsOf = ({ interests }: Pick<ProfileDoc, 'interests'>): Interest[] =>
  interests.filter(isInterest)

/**
 * The tags of a person, of those taxpayers alone that she acts for still; none for who wants to hear of no policy.
 * @param standing taxpayers that she acts for now
 */
export const tagsOfProfile = (profile: ProfileDoc, standing: ReadonlySet<string>): readonly Tag[] => {
  if (!profile.hears) return []
  const own = Object.entries(profile.taxpayers).filter(([taxpayerId]) => standing.has(taxpayerId))
  const said = tagsOf(
    own.map(([, traits]) => traitsOf(traits)),
    interestsOf(profile),
  )
  return [...said, ...own.map(([taxpayerId]) => taxpayerTag(taxpayerId))]
}

/** No audience asks for it: by it those are found who said something of a taxpayer that they act for no more. */
export const taxpayerTag = (taxpayerId: string): Tag => `taxpayer:${taxpayerId}`
