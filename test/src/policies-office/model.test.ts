import * as fc from 'fast-check'
import { written as contractText } from '../../../functions/policies/schemas'
import {
  draftOf,
  freshDraft,
  paragraphsOf,
  sentOf,
  type Draft,
} from '../../../src/packages/policies-office/model/draft'
import { nameFor } from '../../../src/packages/policies-office/model/file-name'
import { problemsOf } from '../../../src/packages/policies-office/model/problems'
import { isWhole } from '../../../src/packages/policies-office/model/whole'
import { draft, published, written } from './fixtures'

const sound = (change: Partial<Draft> = {}): Draft => {
  const begun = draftOf(draft())
  if (!begun) throw new Error('a draft has a text')
  return { ...begun, ...change }
}
const pathsOf = (of: Draft): readonly string[] => problemsOf(of).map(({ path, kind }) => `${path} ${kind}`)

describe('what is wrong', () => {
  it.each<[string, Partial<Draft>]>([
    ['title.zh required', { title: { zh: '', en: '' } }],
    ['title.zh short', { title: { zh: '短', en: '' } }],
    ['title.en long', { title: { zh: '标题', en: 'x'.repeat(121) } }],
    ['summary.zh long', { summary: { zh: '要'.repeat(201), en: '' } }],
    ['body.0.zh body', { body: [{ zh: ' ', en: '' }] }],
    [
      'body.1.en english',
      {
        body: [
          { zh: '一', en: 'One' },
          { zh: '二', en: '' },
        ],
      },
    ],
    ['body.0.zh required', { body: [{ zh: '', en: 'One' }] }],
    ['issuer required', { issuer: '' }],
    ['basis required', { basis: ' ' }],
    ['effectiveFrom day', { effectiveFrom: '' }],
    ['effectiveTo ends', { effectiveTo: '2025-12-31' }],
    ['why.zh short', { why: { zh: '改', en: '' } }],
    ['number direction', { number: '号\u202e' }],
    ['body.0.zh whole', { body: Array.from({ length: 25 }, () => ({ zh: '长'.repeat(500), en: '' })) }],
  ])('%s', (path, change) => {
    expect(pathsOf(sound(change))).toEqual([path])
  })

  it('is nothing in what the contract takes, and something in what it does not', () => {
    const words = fc.string({ unit: fc.constantFrom('政', '策', 'a', ' '), maxLength: 70 })
    const both = fc.record({ zh: words, en: words })
    fc.assert(
      fc.property(
        fc.record({
          title: both,
          summary: both,
          body: fc.array(both, { maxLength: 3 }),
          issuer: words,
          basis: words,
          number: words,
        }),
        (change) => {
          const of = sound(change)
          const { text } = sentOf(of)
          // That there is a paragraph the handler insists on, and the contract on nothing empty.
          const taken = contractText.safeParse(text).success && text.body.zh.length > 0
          expect(problemsOf(of).length === 0).toBe(taken)
        },
      ),
      { numRuns: 200 },
    )
  })
})

describe('a draft', () => {
  it('of what is published begins its correction', () => {
    expect(draftOf(published())?.why).toEqual({ zh: '', en: '' })
    const why = { zh: '改', en: '' }
    expect(draftOf(published({ draft: written(), draftWhy: why }))?.why).toEqual(why)
    expect(draftOf(draft())?.why).toBeNull()
    expect(draftOf(published({ current: null }))).toBeUndefined()
  })

  it('is sent as it was, when nothing was changed', () => {
    expect(sentOf(sound()).text).toEqual(written())
  })

  it('leaves out paragraphs that are empty in both languages', () => {
    const body = [
      { zh: ' ', en: '' },
      { zh: '', en: 'x' },
      { zh: '一', en: '' },
    ]
    expect(paragraphsOf({ body })).toEqual(body.slice(1))
  })

  it('of another version, or damaged, is not gone on with', () => {
    const fresh = freshDraft('2026-11-24', '某局')
    expect(isWhole(JSON.parse(JSON.stringify(fresh)))).toBe(true)
    for (const key of Object.keys(fresh)) expect([key, isWhole({ ...fresh, [key]: 7 })]).toEqual([key, false])
    expect(isWhole(null)).toBe(false)
  })
})

test.each([
  [undefined, '附件'],
  ['\u200b', '附件'],
  ['填报说明.pdf', '填报说明.pdf'],
  [`${'长'.repeat(80)}.pdf`, `${'长'.repeat(51)}…长长长长.pdf`],
])('%s is called %s', (given, name) => {
  expect(nameFor(given, '附件')).toBe(name)
})
