/** What one says of a taxpayer, while it is chosen: what may be chosen, what is sent, and how it is told. Pure. */
import { divisionStem } from '../../../../functions/core/pure/code-scope'
import { KINDS } from '../../../../functions/core/pure/taxpayer-kinds'
import { SIZES, type Kind, type Size } from '../../../../functions/core/pure/tags'
import { taxes, type TaxCode } from '../../../../functions/core/pure/taxes'
import { say } from '../../../../functions/core/pure/text'
import type { Input, Output } from '../../../client/api'
import type { Language } from '../../../messages'
import { industryGroups, regionGroups, treeText } from '../../../ui/trait-groups'

export type Mine = Output<'profiles', 'mine'>
export type Own = Mine['taxpayers'][number]
export type Traits = Input<'profiles', 'set'>['traits']

export const NOTHING: Traits = { kind: null, taxes: [], industry: null, region: null, size: null }

/** A person may run a business of her own; an organisation is no person. */
const KINDS_OF: Readonly<Record<Own['kind'], readonly Kind[]>> = {
  person: ['person', 'selfEmployed'],
  enterprise: ['selfEmployed', 'smallScale', 'general'],
}

/** Those that fit, and what was said before, whatever it was. */
export const kindsOf = (of: Own['kind'], { kind }: Traits): readonly Kind[] => {
  const usual = KINDS_OF[of]
  return kind === null || usual.includes(kind) ? usual : [...usual, kind]
}

const ALL_TAXES = Object.keys(taxes) as readonly TaxCode[]

/** What most pay, shown first. */
const USUAL: Readonly<Record<Own['kind'], readonly TaxCode[]>> = {
  person: ['individualIncome', 'vat', 'deed', 'vehiclePurchase', 'vehicleVessel'],
  enterprise: ['vat', 'corporateIncome', 'individualIncome', 'stamp', 'property', 'cityMaintenance'],
}

export const taxesShown = (of: Own['kind'], chosen: readonly TaxCode[], all: boolean): readonly TaxCode[] =>
  all
    ? ALL_TAXES
    : [...USUAL[of], ...ALL_TAXES.filter((code) => chosen.includes(code) && !USUAL[of].includes(code))]

/** Industries and sizes are of businesses. */
export const isBusiness = ({ kind }: Traits): boolean => kind !== 'person'

/** As it is sent: what is not asked of a person is not said of her. */
export const sentOf = (traits: Traits): Traits =>
  isBusiness(traits) ? traits : { ...traits, industry: null, size: null }

export const same = (a: Traits, b: Traits): boolean =>
  a.kind === b.kind &&
  a.industry === b.industry &&
  a.region === b.region &&
  a.size === b.size &&
  [...a.taxes].sort().join() === [...b.taxes].sort().join()

/** A division of GB/T 2260 in six digits. */
export const regionCode = (stem: string): string => stem.padEnd(6, '0')

export const industryName = (code: string, language: Language): string =>
  treeText(industryGroups, code, language) ?? code
export const regionName = (code: string, language: Language): string => {
  const stem = divisionStem(code)
  return treeText(regionGroups, stem, language) ?? treeText(regionGroups, stem.slice(0, 4), language) ?? code
}

const sizeName = (size: Size, language: Language): string => say(SIZES[size], language)

/** All that was said, in words; nothing: empty. */
export const saidOf = (traits: Traits, language: Language): readonly string[] => [
  ...(traits.kind ? [say(KINDS[traits.kind], language)] : []),
  ...traits.taxes.map((code) => say(taxes[code], language)),
  ...(traits.industry ? [industryName(traits.industry, language)] : []),
  ...(traits.region ? [regionName(traits.region, language)] : []),
  ...(traits.size ? [sizeName(traits.size, language)] : []),
]
