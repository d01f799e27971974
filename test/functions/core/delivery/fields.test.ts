/** What stands in a template's field: cut by what a reader sees as one character, never empty, and never a number of anybody's. */
import fc from 'fast-check'
import { FIELD_LIMITS, fitField, type FieldType } from '../../../../functions/core/pure/delivery/fields'
import { fillTemplate } from '../../../../functions/core/pure/delivery/fill'
import { TEMPLATES } from '../../../../functions/core/pure/delivery/templates'
import { graphemes } from '../../../../functions/core/pure/graphemes'
import { instantOf } from '../../../../functions/core/pure/time'
import { deployment } from '../../../../functions/deployment'

const types = Object.keys(FIELD_LIMITS) as FieldType[]
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.constantFrom('👨‍👩‍👧‍👦', '税', 'é', '🇨🇳', ' ', '\u202e', '9', 'A', '\n'), { maxLength: 40 })
    .map((list) => list.join('')),
)

test('whatever is given, each type’s field is whole characters within its limit, or nothing at all', () => {
  fc.assert(
    fc.property(fc.constantFrom(...types), words, (type, given) => {
      const said = fitField(type, given)
      if (said === undefined) return expect(FIELD_LIMITS[type].otherwise).toBeNull()
      const most = type === 'name' && !/[\u4e00-\u9fff]/.test(said) ? 20 : FIELD_LIMITS[type].most
      expect(said.length).toBeGreaterThan(0)
      expect(said.length).toBeLessThanOrEqual(most)
      expect(said.trim()).not.toBe('')
      expect(said).not.toMatch(/[\n\u202e]/)
      // no piece of it is half of one of the given
      const pieces = new Set([
        ...graphemes(given),
        ...graphemes(FIELD_LIMITS[type].otherwise ?? ''),
        '…',
        '*',
        ' ',
      ])
      expect(graphemes(said).filter((piece) => !pieces.has(piece) && !/\s/.test(piece))).toEqual([])
    }),
    { numRuns: 500, seed: 11 },
  )
})

test.each<[FieldType, string, string | undefined]>([
  ['thing', '增值税小规模纳税人减免政策延续到二〇二七年底', '增值税小规模纳税人减免政策延续到二〇二…'],
  ['thing', '', '见详情'],
  ['phrase', '预约成功!', '预约成功'],
  ['phrase', 'OK', '已更新'],
  ['character_string', '票号A012', 'A012'],
  ['number', '3', '3'],
  ['name', 'Alexander Hamilton', 'AlexanderHamilton'],
  ['amount', '', undefined],
  ['date', '2026年11月24日', '2026年11月24日'],
  ['thing', '身份证11010519491231002X已登记', '身份证*002X已登记'],
  ['thing', '税号91110108MA01ABCD2E', '税号*CD2E'],
])('%s of “%s” is %s', (type, given, said) => {
  expect(fitField(type, given)).toBe(said)
})

const declared = deployment.flatMap(({ notices = {} }) =>
  Object.values(notices).flatMap((notice) => (notice.template ? [{ notice, use: notice.template }] : [])),
)

test.each(declared)('$notice.kind fills every field of its template but an amount', ({ use }) => {
  const facts = {
    day: '2026-11-26',
    start: 570,
    hallId: 'h',
    matter: 'm',
    untilDay: '2026-12-01',
    promisedDay: '2026-12-02',
    title: '小规模纳税人增值税减免',
    fromDay: '2026-01-01',
  }
  const word = (name: string): string =>
    ({ hallId: '城东办税服务厅（第一）税务所二楼综合窗口', matter: '变更税务登记' })[name] ?? 'x'
  const said = fillTemplate(use, { facts, word, at: instantOf('2026-11-24', 600) })
  for (const [field, type] of Object.entries<FieldType>(TEMPLATES[use.name].fields))
    if (type === 'amount') expect(said[field]).toBeUndefined()
    else expect(said[field]?.length).toBeGreaterThan(0)
  for (const value of Object.values(said)) expect(value).not.toMatch(/[{}]/)
  // what a declaration says fits as it stands: nothing of our own words is cut
  for (const words of Object.values<string>(use.fields))
    if (!words.includes('{')) expect(Object.values(said)).toContain(words)
})
