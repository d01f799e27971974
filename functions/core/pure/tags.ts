/**
 * Tags: what is known of whom a policy may concern, and whom it is for. A tag is `<dimension>:<value>`; an audience names values by
 * dimension. Within a dimension any value is enough, and each dimension that is named must hold. Pure.
 */
import { divisionStem } from './code-scope'
import { industryText, isDivisionOfIndustry, isSection, sectionOf } from './industries'
import { isDivision, placeName } from './places'
import { KINDS, type TaxpayerKind } from './taxpayer-kinds'
import { taxes } from './taxes'
import { text, type Text } from './text'

export const DIMENSIONS = ['kind', 'tax', 'industry', 'region', 'size', 'interest'] as const
export type Dimension = (typeof DIMENSIONS)[number]

/** Sizes by the Standards for small and medium enterprises (工信部联企业〔2011〕300号). */
export const SIZES = {
  micro: text('微型', 'Micro'),
  small: text('小型', 'Small'),
  medium: text('中型', 'Medium'),
  large: text('大型', 'Large'),
} as const satisfies Readonly<Record<string, Text>>

/** What people choose to hear about. */
export const INTERESTS = {
  relief: text('减税降费', 'Tax and fee relief'),
  refunds: text('退税', 'Refunds'),
  invoices: text('发票', 'Invoices'),
  filing: text('申报与缴纳', 'Filing and paying'),
  personalTax: text('个人所得税', 'Individual income tax'),
  exports: text('出口与跨境', 'Exports and cross-border'),
  research: text('科技与研发', 'Science and research'),
  property: text('房产与车辆', 'Homes and vehicles'),
  startups: text('开办与注销', 'Starting and closing a business'),
  services: text('办税服务', 'Tax services'),
} as const satisfies Readonly<Record<string, Text>>

export type Kind = TaxpayerKind
export type Size = keyof typeof SIZES
export type Interest = keyof typeof INTERESTS

/** `<dimension>:<value>`, or `all`, which everybody has who hears of policies. */
export type Tag = string
export const EVERYBODY: Tag = 'all'

/** Values by dimension; none at all: everybody. */
export type Audience = { readonly [D in Dimension]?: readonly string[] }

export const tagOf = (dimension: Dimension, value: string): Tag => `${dimension}:${value}`

const has = (table: Readonly<Record<string, unknown>>, value: string): boolean => Object.hasOwn(table, value)

/** Does the dimension know this value? Regions are stems of GB/T 2260: `35`, `3502`, `350203`. */
export const isValue = (dimension: Dimension, value: string): boolean => {
  switch (dimension) {
    case 'kind':
      return has(KINDS, value)
    case 'tax':
      return has(taxes, value)
    case 'industry':
      return isSection(value) || isDivisionOfIndustry(value)
    case 'region':
      return isDivision(value) && divisionStem(value) === value
    case 'size':
      return has(SIZES, value)
    case 'interest':
      return has(INTERESTS, value)
  }
}

const NAMED: Partial<Record<Dimension, Readonly<Record<string, Text>>>> = {
  kind: KINDS,
  tax: taxes,
  size: SIZES,
  interest: INTERESTS,
}

/** What a value is called. */
export const valueText = (dimension: Dimension, value: string): Text => {
  if (dimension === 'industry') return industryText(value)
  if (dimension === 'region') {
    const name = placeName(value) ?? value
    return text(name, name)
  }
  return NAMED[dimension]?.[value] ?? text(value, value)
}

/** What is known of a taxpayer, as far as its owner has said. */
export interface Traits {
  readonly kind: Kind | null
  readonly taxes: readonly string[]
  /** A division, two digits. */
  readonly industry: string | null
  /** A division of GB/T 2260, six digits. */
  readonly region: string | null
  readonly size: Size | null
}

const industryTags = (industry: string): readonly Tag[] => {
  const section = sectionOf(industry)
  return [tagOf('industry', industry), ...(section === undefined ? [] : [tagOf('industry', section)])]
}

/** Of a place and of every division that it lies in: whoever speaks to a province speaks to its towns. */
const regionTags = (region: string): readonly Tag[] => {
  const stem = divisionStem(region)
  return [2, 4, 6]
    .filter((length) => length <= stem.length)
    .map((length) => tagOf('region', stem.slice(0, length)))
}

const traitTags = ({ kind, taxes: paid, industry, region, size }: Traits): readonly Tag[] => [
  ...(kind ? [tagOf('kind', kind)] : []),
  ...paid.map((tax) => tagOf('tax', tax)),
  ...(industry ? industryTags(industry) : []),
  ...(region ? regionTags(region) : []),
  ...(size ? [tagOf('size', size)] : []),
]

/**
 * All tags of one person: those of each taxpayer and what she chose, sorted, each once.
 * @example tagsOf([{ kind: 'smallScale', taxes: ['vat'], industry: '62', region: '350203', size: null }], ['relief'])
 */
export const tagsOf = (profiles: readonly Traits[], interests: readonly string[]): readonly Tag[] =>
  [
    ...new Set([
      EVERYBODY,
      ...profiles.flatMap(traitTags),
      ...interests.map((interest) => tagOf('interest', interest)),
    ]),
  ].sort()

/** Dimensions that an audience names, in their order. */
export const namedIn = (audience: Audience): readonly Dimension[] =>
  DIMENSIONS.filter((dimension) => (audience[dimension] ?? []).length > 0)

/** The tags of a dimension that an audience asks for. */
export const wantedTags = (audience: Audience, dimension: Dimension): readonly Tag[] =>
  (audience[dimension] ?? []).map((value) => tagOf(dimension, value))

/** Is one with these tags among those an audience is for? */
export const isFor = (audience: Audience, tags: ReadonlySet<Tag>): boolean =>
  namedIn(audience).every((dimension) => wantedTags(audience, dimension).some((tag) => tags.has(tag)))

/** Why: the tags of a person that an audience asked for. */
export const reasonsFor = (audience: Audience, tags: ReadonlySet<Tag>): readonly Tag[] =>
  namedIn(audience).flatMap((dimension) => wantedTags(audience, dimension).filter((tag) => tags.has(tag)))

/** A tag in words: 餐饮业. */
export const tagText = (tag: Tag): Text => {
  const [dimension = '', value = ''] = tag.split(':')
  const known = DIMENSIONS.find((one) => one === dimension)
  return known ? valueText(known, value) : text('所有人', 'everybody')
}
