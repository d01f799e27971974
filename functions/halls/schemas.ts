/** What the procedures of `halls` take and give, and what others build theirs of. */
import * as z from 'zod/mini'
import { minute, position, text } from '../core/io/schema'
import { HALL_ID, MATTER_CODE } from './rules/fields'

export const hallId = z.string().check(z.regex(HALL_ID))
export const matterCode = z.string().check(z.regex(MATTER_CODE))

export const hallRow = z.object({
  id: hallId,
  name: text,
  address: text,
  region: z.string(),
  phone: z.string(),
  position,
  /** Metres as the crow flies, when a position was given. */
  distance: z.optional(z.int()),
  hours: z.array(z.object({ from: minute, to: minute })),
  hoursNote: text,
  matters: z.array(matterCode),
  windows: z.int(),
  demonstration: z.boolean(),
})

export const matterRow = z.object({
  code: matterCode,
  name: text,
  group: text,
  /** Typical minutes at the window. */
  minutes: z.int().check(z.minimum(1)),
  bring: z.array(z.object({ name: text, copies: text, required: z.boolean() })),
  basis: text,
  /** Present when it can be done online: booking is refused with this way. */
  online: z.optional(z.object({ way: text, url: z.string() })),
  /** Halls that handle it. */
  halls: z.array(hallId),
})
