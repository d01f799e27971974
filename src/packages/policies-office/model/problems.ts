/** What is wrong with a draft, each at its field, by the contract’s own limits. Pure. */
import { fieldProblem, type FieldProblem } from '../../../../functions/core/pure/typed-text'
import { utf8Bytes } from '../../../../functions/core/pure/utf8'
import { inEnglish as most, MOST } from '../../../../functions/policies/data/limits'
import { paragraphsOf, sentOf, type Both, type Draft } from './draft'

export interface Problem {
  /** Of its field: `title.zh`, `body.2.en`. */
  readonly path: string
  readonly kind: FieldProblem | 'day' | 'ends' | 'body' | 'english' | 'whole'
  /** Of `short` and `long`. */
  readonly n?: number
}

const inText = (path: string, text: string, max: number, min: number): readonly Problem[] => {
  const kind = fieldProblem(text, { max, min })
  if (kind === undefined) return []
  if (kind === 'long') return [{ path, kind, n: max }]
  return kind === 'short' ? [{ path, kind, n: min }] : [{ path, kind }]
}

const inBoth = (path: string, { zh, en }: Both, max: number, min = 1): readonly Problem[] => [
  ...inText(`${path}.zh`, zh, max, min),
  ...inText(`${path}.en`, en, most(max), 0),
]

const inBody = (draft: Draft): readonly Problem[] => {
  const paragraphs = paragraphsOf(draft)
  if (paragraphs.length === 0) return [{ path: 'body.0.zh', kind: 'body' }]
  const english = paragraphs.some(({ en }) => en !== '')
  return draft.body.flatMap(({ zh, en }, at) => {
    const path = `body.${at}`
    const empty = zh.trim() === '' && en.trim() === ''
    // What is empty is not sent.
    if (empty) return []
    return [
      ...inText(`${path}.zh`, zh, MOST.paragraph, 1),
      ...(english && en.trim() === '' ? [{ path: `${path}.en`, kind: 'english' } as const] : []),
      ...inText(`${path}.en`, en, most(MOST.paragraph), 0),
    ]
  })
}

const inDays = ({ effectiveFrom, effectiveTo }: Draft): readonly Problem[] => {
  if (effectiveFrom === '') return [{ path: 'effectiveFrom', kind: 'day' }]
  return effectiveTo !== null && effectiveTo < effectiveFrom ? [{ path: 'effectiveTo', kind: 'ends' }] : []
}

/** All of it together, as it is sent: looked at where every field is well. */
const inWhole = (draft: Draft): readonly Problem[] =>
  utf8Bytes(JSON.stringify(sentOf(draft).text)).length > MOST.bytes
    ? [{ path: 'body.0.zh', kind: 'whole' }]
    : []

const inFields = (draft: Draft): readonly Problem[] => [
  ...(draft.why ? inBoth('why', draft.why, MOST.why, 2) : []),
  ...inBoth('title', draft.title, MOST.title, 2),
  ...inBoth('summary', draft.summary, MOST.summary),
  ...inBody(draft),
  ...inText('number', draft.number, MOST.number, 0),
  ...inText('issuer', draft.issuer, MOST.issuer, 1),
  ...inText('basis', draft.basis, MOST.basis, 1),
  ...inDays(draft),
]

/** In the order of the fields. */
export const problemsOf = (draft: Draft): readonly Problem[] => {
  const problems = inFields(draft)
  return problems.length > 0 ? problems : inWhole(draft)
}

/** Is any of them one of the English fields? */
export const inEnglish = (problems: readonly Problem[]): boolean =>
  problems.some(({ path }) => path.endsWith('.en'))
