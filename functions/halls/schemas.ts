/** What the procedures of `halls` take and give, and what others build theirs of. */
import * as z from 'zod/mini'
import { basis, day, minute, position, text } from '../core/io/schema'
import { GUIDE_FIELDS, HALL_ID, MATERIAL_FORMATS, MATTER_CODE, SEALS, TIME_UNITS } from './rules/fields'

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
  /** Where the hall has told them one by one. */
  windowList: z.optional(z.array(z.object({ number: z.string(), matters: z.array(matterCode) }))),
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
  /** Present when an officer looks at bookings before they stand: of visits from a day on, up to and with another. */
  preReview: z.optional(z.extend(basis, { from: day, to: z.nullable(day) })),
  /** Halls that handle it. */
  halls: z.array(hallId),
})

/** A hall with when it is open, by its hours and the published calendar. */
export const listedHall = z.extend(hallRow, {
  openNow: z.boolean(),
  /** When it opens next, while it is not open; absent when that depends on a calendar that is not published. */
  opens: z.optional(z.object({ day, from: minute })),
})

export const material = z.object({
  name: text,
  copies: text,
  required: z.boolean(),
  basis: z.optional(text),
  format: z.optional(z.enum(MATERIAL_FORMATS)),
  seal: z.optional(z.enum(SEALS)),
  /** The tax authority has it on file: it is not asked for. */
  onFile: z.optional(z.boolean()),
})

/** The six fields of a guide; a field that is not published yet is absent, or empty. */
export const guide = z.object({
  /** Published for days from this one on. */
  effectiveFrom: z.optional(day),
  externalCode: z.optional(z.string()),
  basis: text,
  office: z.optional(text),
  steps: z.array(text),
  materials: z.array(material),
  timeLimit: z.optional(z.object({ unit: z.enum(TIME_UNITS), count: z.int(), note: z.optional(text) })),
  contact: z.optional(z.object({ phone: z.string(), note: text })),
  /** Fields of which the competent tax authority's latest guide may say something else. */
  unconfirmed: z.array(z.enum(GUIDE_FIELDS)),
})
