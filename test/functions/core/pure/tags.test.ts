/** Tags of people and audiences of policies: who is meant, and in which words. */
import fc from 'fast-check'
import { industryText, sectionOf, SECTIONS } from '../../../../functions/core/pure/industries'
import {
  DIMENSIONS,
  EVERYBODY,
  isFor,
  isValue,
  reasonsFor,
  tagsOf,
  tagText,
  valueText,
  type Audience,
  type Traits,
} from '../../../../functions/core/pure/tags'

const NOTHING: Traits = { kind: null, taxes: [], industry: null, region: null, size: null }

describe('tags', () => {
  test('of a place are its province, its prefecture and itself; of an industry its section too', () => {
    const traits = { ...NOTHING, industry: '62', region: '350203' }
    expect(tagsOf([traits], ['relief'])).toEqual(
      [
        EVERYBODY,
        'industry:62',
        'industry:H',
        'interest:relief',
        'region:35',
        'region:3502',
        'region:350203',
      ].sort(),
    )
  })

  test('of a whole prefecture name no county', () => {
    expect(tagsOf([{ ...NOTHING, region: '350200' }], [])).toEqual([EVERYBODY, 'region:35', 'region:3502'])
  })

  test('of several taxpayers are each there once', () => {
    const one = { ...NOTHING, kind: 'smallScale', taxes: ['vat'] } as const
    expect(tagsOf([one, { ...one, kind: 'general' }], [])).toEqual([
      EVERYBODY,
      'kind:general',
      'kind:smallScale',
      'tax:vat',
    ])
  })

  test.each([
    ['industry:H', '住宿和餐饮业', 'Lodging and catering'],
    ['industry:62', '餐饮业', 'Catering'],
    ['region:3502', '厦门市', '厦门市'],
    ['kind:smallScale', '小规模纳税人', 'Small-scale VAT payer'],
    [EVERYBODY, '所有人', 'everybody'],
  ])('%s is called %s', (tag, zh, en) => {
    expect(tagText(tag)).toEqual({ zh, en })
  })
})

describe('GB/T 4754', () => {
  const divisions = Object.values(SECTIONS).flatMap((section) => Object.keys(section.divisions))

  test('has twenty sections and ninety-seven divisions, from 01 to 97, each in one', () => {
    expect(Object.keys(SECTIONS)).toHaveLength(20)
    expect([...divisions].sort()).toEqual(
      Array.from({ length: 97 }, (_, at) => String(at + 1).padStart(2, '0')),
    )
  })

  test('tells the section of each division, and words for all of it', () => {
    for (const code of divisions) {
      const section = sectionOf(code) ?? ''
      expect(Object.keys(SECTIONS[section]?.divisions ?? {})).toContain(code)
      expect(industryText(code).zh).not.toContain(code)
    }
    expect(sectionOf('98')).toBeUndefined()
  })
})

const VALUES = {
  kind: ['person', 'smallScale', 'general'],
  tax: ['vat', 'stamp'],
  industry: ['H', '62', '61'],
  region: ['35', '3502', '510104'],
  size: ['micro', 'large'],
  interest: ['relief', 'filing'],
} as const

const audiences: fc.Arbitrary<Audience> = fc.record(
  Object.fromEntries(
    DIMENSIONS.map((dimension) => [dimension, fc.subarray([...VALUES[dimension]])]),
  ) as Record<(typeof DIMENSIONS)[number], fc.Arbitrary<string[]>>,
)
const people = fc.record({
  kind: fc.constantFrom('person', 'smallScale', 'general', null),
  taxes: fc.subarray(['vat', 'stamp']),
  industry: fc.constantFrom('62', '61', '47', null),
  region: fc.constantFrom('350203', '350200', '510104', null),
  size: fc.constantFrom('micro', 'large', null),
}) as fc.Arbitrary<Traits>

/** As one would say it, without tags. */
const isMeant = (audience: Audience, one: Traits, interests: readonly string[]): boolean => {
  const named = (values: readonly string[] | undefined, holds: (value: string) => boolean): boolean =>
    values === undefined || values.length === 0 || values.some(holds)
  return (
    named(audience.kind, (value) => one.kind === value) &&
    named(audience.tax, (value) => one.taxes.includes(value)) &&
    named(
      audience.industry,
      (value) => one.industry === value || (one.industry !== null && sectionOf(one.industry) === value),
    ) &&
    named(audience.region, (value) => one.region?.replace(/(00)+$/, '').startsWith(value) ?? false) &&
    named(audience.size, (value) => one.size === value) &&
    named(audience.interest, (value) => interests.includes(value))
  )
}

test('an audience has whom one would mean by it, and says why', () => {
  fc.assert(
    fc.property(audiences, people, fc.subarray(['relief', 'filing']), (audience, one, interests) => {
      const tags = new Set(tagsOf([one], interests))
      expect(isFor(audience, tags)).toBe(isMeant(audience, one, interests))
      for (const reason of reasonsFor(audience, tags)) expect(tags.has(reason)).toBe(true)
    }),
    { numRuns: 500 },
  )
})

test.each([
  ['kind', 'nobody'],
  ['tax', 'salt'],
  ['industry', '98'],
  ['region', '3500'],
  ['region', '990000'],
  ['size', 'tiny'],
  ['interest', 'football'],
] as const)('%s has no %s', (dimension, value) => {
  expect(isValue(dimension, value)).toBe(false)
})

test('every value that is known has words', () => {
  for (const dimension of DIMENSIONS)
    for (const value of VALUES[dimension]) {
      expect(isValue(dimension, value)).toBe(true)
      expect(valueText(dimension, value).zh).not.toBe(value)
    }
})
