import { isValue } from '../../../functions/core/pure/tags'
import { findIn, groupOf, industryGroups, regionGroups, treeText } from '../../../src/ui/trait-groups'

const codesOf = (groups: typeof industryGroups): readonly string[] =>
  groups.flatMap(({ code, items }) => [code, ...items.map((item) => item.code)])

describe('the groups', () => {
  it('are all that an audience may name: twenty sections with ninety-seven divisions, and every place', () => {
    expect(industryGroups).toHaveLength(20)
    expect(industryGroups.flatMap(({ items }) => items)).toHaveLength(97)
    expect(codesOf(industryGroups).filter((code) => !isValue('industry', code))).toEqual([])
    expect(regionGroups.length).toBeGreaterThanOrEqual(31)
    expect(codesOf(regionGroups).filter((code) => !isValue('region', code))).toEqual([])
    expect(new Set(codesOf(regionGroups)).size).toBe(codesOf(regionGroups).length)
  })

  it('name no place that has no name of its own', () => {
    expect(
      regionGroups.flatMap(({ items }) => items).filter(({ name }) => /市辖区|直辖/.test(name.zh)),
    ).toEqual([])
    expect(groupOf(regionGroups, '11')?.items).toEqual([])
  })
})

describe('finding', () => {
  it.each([
    ['餐饮', '62'],
    ['catering', '62'],
    [' Cater ing', '62'],
    ['62', '62'],
  ])('%s', (typed, code) => {
    expect(findIn(industryGroups, typed).map(({ item }) => item.code)).toContain(code)
  })

  it('puts what begins with it first, and nothing where nothing was typed', () => {
    expect(findIn(regionGroups, '厦')[0]?.item.code).toBe('3502')
    expect(findIn(industryGroups, '业')[0]?.holds).toBeDefined()
    expect(findIn(industryGroups, '  ')).toEqual([])
  })
})

test('a code in words, with what it lies in', () => {
  expect(treeText(industryGroups, '62', 'zh-CN')).toBe('餐饮业（住宿和餐饮业）')
  expect(treeText(industryGroups, '83', 'zh-CN')).toBe('教育')
  expect(treeText(industryGroups, 'H', 'en')).toBe('Lodging and catering')
  expect(treeText(regionGroups, '9901', 'zh-CN')).toBeUndefined()
})
