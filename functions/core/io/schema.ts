/** Schemas that every contract is built of: one for each kind of field, so that the same thing is checked the same way. */
import * as z from 'zod/mini'
import { ID } from '../pure/ids'
import { isDay, LAST_MINUTE } from '../pure/time'
import { fieldProblem, tidyText, type TextLimits } from '../pure/typed-text'

/** A legal day in Asia/Shanghai. */
export const day = z.string().check(z.refine(isDay, 'day'), z.meta({ examples: ['2026-11-24'] }))
/** Minutes since midnight, Asia/Shanghai; the last is the midnight after. */
export const minute = z.int().check(z.minimum(0), z.maximum(LAST_MINUTE))
/** Milliseconds since 1970, UTC. */
export const instant = z.int()
/** Ids that are handed out: opaque to whoever holds them. */
export const id = z.string().check(z.regex(ID))
/** Text in both languages; the caller gets the one asked for. */
export const text = z.string()
export const count = z.int().check(z.minimum(0))
const atLeast = (min: number) => (min > 0 ? [z.minLength(min)] : [])

/** Printable ASCII without spaces. */
const OPAQUE = /^[\x21-\x7e]*$/
/** What we, WeChat or a scanned code gave out and nobody types: a ticket, a secret, a login code. */
export const token = (max: number, min = 0) =>
  z.string().check(
    ...atLeast(min),
    z.maxLength(max),
    z.refine((value) => OPAQUE.test(value), 'format'),
  )
/** The same, as a camera reads it: what is no token of anybody's counts as none, whatever the code said. */
export const scanned = (max: number) =>
  z.string().check(
    z.overwrite((value) => (OPAQUE.test(value) ? value : '')),
    z.maxLength(max),
  )
/** Where the next page of a list begins: opaque, bound to its query. */
export const cursor = token(400)

/**
 * Whatever a person types: tidied, then held to the one rule for texts. No field takes a plain string (a test goes through
 * all contracts).
 * @example name: personText({ min: 2, max: 60 }), reason: personText({ max: 200, says: true })
 */
export const personText = (limits: TextLimits) =>
  z.string().check(
    z.overwrite(tidyText),
    ...atLeast(limits.min ?? 1),
    z.maxLength(limits.max),
    z.superRefine((value, context) => {
      const problem = fieldProblem(value, limits)
      // Lengths have been told already, with their figures.
      if (problem && !LENGTHS.has(problem)) context.addIssue({ code: 'custom', message: problem })
    }),
  )
const LENGTHS: ReadonlySet<string> = new Set(['required', 'short', 'long'])
/** Micro-degrees, WGS-84 (GCJ-02 inside WeChat; the difference does not change the order of halls). */
export const position = z.object({
  latitude: z.int().check(z.minimum(-90_000_000), z.maximum(90_000_000)),
  longitude: z.int().check(z.minimum(-180_000_000), z.maximum(180_000_000)),
})
/** What a rule says, and the law that it stands on. */
export const basis = z.object({ rule: text, basis: text, unconfirmed: z.boolean() })

/** What asks for a page: where to go on, and how many rows. */
export const pageOf = (most: number, usual: number) => ({
  after: z.optional(cursor),
  limit: z._default(z.int().check(z.minimum(1), z.maximum(most)), usual),
})
/** What answers with a page. */
export const pageAnswer = <T extends z.ZodMiniType>(item: T) =>
  z.object({ items: z.array(item), next: z.optional(cursor) })
