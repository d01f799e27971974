/** A policy while it is written: how it begins, and what is sent of it. Pure. */
import type { Interest } from '../../../../functions/core/pure/tags'
import type { Day } from '../../../../functions/core/pure/time'
import { tidyText } from '../../../../functions/core/pure/typed-text'
import type { PolicyFile } from '../../../ui/policy-text'
import type { Audience, OfficePolicy, Saving, Written } from './answers'

export interface Both {
  readonly zh: string
  readonly en: string
}

/** Its paragraphs stand in pairs: English beside each of Chinese, empty where none is written. */
export interface Draft {
  readonly title: Both
  readonly summary: Both
  readonly body: readonly Both[]
  readonly number: string
  readonly issuer: string
  readonly basis: string
  readonly category: Interest
  /** Empty: not chosen yet. */
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
  readonly audience: Audience
  readonly attachments: readonly PolicyFile[]
  /** What is corrected; null for what was never published. */
  readonly why: Both | null
}

export const NOTHING: Both = { zh: '', en: '' }

export const freshDraft = (today: Day, issuer: string): Draft => ({
  title: NOTHING,
  summary: NOTHING,
  body: [NOTHING],
  number: '',
  issuer,
  basis: '',
  category: 'relief',
  effectiveFrom: today,
  effectiveTo: null,
  audience: {},
  attachments: [],
  why: null,
})

const pairs = ({ zh, en }: Written['body']): readonly Both[] =>
  Array.from({ length: Math.max(zh.length, en.length, 1) }, (_, at) => ({
    zh: zh[at] ?? '',
    en: en[at] ?? '',
  }))

/** What is being written of it, else what is published: that begins a correction. */
export const draftOf = (policy: OfficePolicy): Draft | undefined => {
  const text = policy.draft ?? policy.current
  if (!text) return undefined
  return { ...text, body: pairs(text.body), why: policy.version > 0 ? (policy.draftWhy ?? NOTHING) : null }
}

const tidy = ({ zh, en }: Both): Both => ({ zh: tidyText(zh), en: tidyText(en) })

export const hasEnglish = ({ title, summary, body, why }: Draft): boolean =>
  [title, summary, ...body, why ?? NOTHING].some(({ en }) => tidyText(en) !== '')

/** Its paragraphs, tidied; what is empty in both languages is none. */
export const paragraphsOf = ({ body }: Pick<Draft, 'body'>): readonly Both[] =>
  body.map(tidy).filter(({ zh, en }) => zh !== '' || en !== '')

export const sentOf = (draft: Draft): Pick<Saving, 'text' | 'why'> => {
  const { why, body: _, ...rest } = draft
  const paragraphs = paragraphsOf(draft)
  const english = paragraphs.map(({ en }) => en)
  return {
    text: {
      ...rest,
      title: tidy(draft.title),
      summary: tidy(draft.summary),
      body: {
        zh: paragraphs.map(({ zh }) => zh),
        en: english.every((one) => one === '') ? [] : english,
      },
      number: tidyText(draft.number),
      issuer: tidyText(draft.issuer),
      basis: tidyText(draft.basis),
      attachments: draft.attachments.map(({ fileId, name }) => ({ fileId, name })),
    },
    why: why && tidy(why),
  }
}
