/** Shapes that the procedures of `policies` share. */
import * as z from 'zod/mini'
import { count, day, instant, personText, text, token } from '../core/io/schema'
import { CHANNELS } from '../core/pure/delivery/channels'
import { FILE_TYPES } from '../core/pure/file-types'
import { DIMENSIONS, INTERESTS, isValue, type Dimension, type Interest } from '../core/pure/tags'
import { inEnglish, MOST } from './data/limits'

export const policyId = z.string().check(z.regex(/^po_[0-9a-z]{26}$/))
const category = z.enum(Object.keys(INTERESTS) as [Interest, ...Interest[]])

const valuesOf = (dimension: Dimension) =>
  z.optional(
    z
      .array(z.string().check(z.refine((value) => isValue(dimension, value), 'value')))
      .check(z.maxLength(MOST.values)),
  )

/** Values by dimension; a dimension without values says nothing, and nothing at all is everybody. */
export const audience = z.object(
  Object.fromEntries(DIMENSIONS.map((dimension) => [dimension, valuesOf(dimension)])) as Record<
    Dimension,
    ReturnType<typeof valuesOf>
  >,
)

const bothOf = (max: number, min = 1) =>
  z.object({ zh: personText({ max, min }), en: personText({ max: inEnglish(max), min: 0 }) })
const paragraphsOf = (max: number) => z.array(personText({ max })).check(z.maxLength(MOST.paragraphs))

export const why = bothOf(MOST.why, 2)

/** What an officer writes. English may be left empty: then the Chinese is shown. */
export const written = z.object({
  title: bothOf(MOST.title, 2),
  summary: bothOf(MOST.summary),
  body: z.object({ zh: paragraphsOf(MOST.paragraph), en: paragraphsOf(inEnglish(MOST.paragraph)) }),
  number: personText({ max: MOST.number, min: 0 }),
  issuer: personText({ max: MOST.issuer }),
  basis: personText({ max: MOST.basis }),
  category,
  effectiveFrom: day,
  effectiveTo: z.nullable(day),
  audience,
  attachments: z
    .array(z.object({ fileId: token(80, 1), name: personText({ max: MOST.fileName }) }))
    .check(z.maxLength(MOST.files)),
})

const attachment = z.object({
  fileId: z.string(),
  name: text,
  type: z.enum(FILE_TYPES),
  size: count,
})

export const policyState = z.enum(['draft', 'published', 'withdrawn'])
export const change = z.enum(['published', 'corrected', 'withdrawn'])

const told = {
  title: text,
  summary: text,
  number: text,
  issuer: text,
  category,
  categoryName: text,
  effectiveFrom: day,
  effectiveTo: z.nullable(day),
}

export const policyRow = z.object({
  id: policyId,
  ...told,
  state: policyState,
  version: count,
  publishedAt: z.nullable(instant),
})

export const versionRow = z.object({
  version: count,
  change,
  /** Why it was corrected or withdrawn; null: the first. */
  why: z.nullable(text),
  at: instant,
})

export const policyText = z.object({
  ...told,
  body: z.array(text),
  basis: text,
  /** Whom it is for, in words by dimension; none: everybody. */
  audience: z.array(z.object({ dimension: z.enum(DIMENSIONS), values: z.array(text) })),
  attachments: z.array(attachment),
})

const own = z.extend(written, { attachments: z.array(attachment) })

export const officePolicy = z.object({
  id: policyId,
  hallId: z.string(),
  state: policyState,
  version: count,
  changedAt: instant,
  publishedAt: z.nullable(instant),
  /** The title of what is being written, else of what is published. */
  title: text,
  /** Something is being written that is not published yet. */
  drafting: z.boolean(),
  /** Who saved it last: another one publishes it. */
  savedBy: z.enum(['me', 'other', 'nobody']),
})

export const officePolicyFull = z.extend(officePolicy, {
  draft: z.nullable(own),
  draftWhy: z.nullable(z.object({ zh: text, en: text })),
  current: z.nullable(own),
})

/** What came of messages beside the inbox, of all versions together. */
export const channelTotals = z.object({
  channel: z.enum(CHANNELS),
  sent: count,
  /** The most frequent first; reasons are codes. */
  failed: z.array(z.object({ why: text, count })),
})

/** How far the people of one version are told. */
export const progress = z.object({
  version: count,
  change,
  at: instant,
  parts: count,
  partsDone: count,
  told: count,
  /** Those who were told before, or are gone. */
  passed: count,
  done: z.boolean(),
})
