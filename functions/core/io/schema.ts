/** Schemas that every contract is built of: one for each kind of field, so that the same thing is checked the same way. */
import * as z from 'zod/mini'
import { ID } from '../pure/ids'
import { isDay, LAST_MINUTE } from '../pure/time'

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
/** Where the next page of a list begins: opaque, bound to its query. */
export const cursor = z.string().check(z.maxLength(400))
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
