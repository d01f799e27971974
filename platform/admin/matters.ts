/** The catalogue of matters, from a file: codes, names, what to bring, how long it takes, whether it can be done online. */
import * as z from 'zod'
import type { Services } from '../../functions/core/io/context'
import { matters } from '../../functions/halls/collections'
import { isDay } from '../../functions/core/pure/time'
import {
  GUIDE_FIELDS,
  MATERIAL_FORMATS,
  MATTER_CODE,
  SEALS,
  TIME_UNITS,
} from '../../functions/halls/rules/fields'
import { MATTER_KINDS } from '../../functions/core/pure/hall-terms'
import { importDocuments, parseFile, twice, type Imported } from './import'
import { words } from './words'

const day = z.string().refine(isDay, 'a day, YYYY-MM-DD')

const material = z.strictObject({
  name: words,
  copies: words,
  required: z.boolean(),
  basis: z.exactOptional(words),
  format: z.exactOptional(z.enum(MATERIAL_FORMATS)),
  seal: z.exactOptional(z.enum(SEALS)),
  onFile: z.exactOptional(z.boolean()),
})

const timeLimit = z
  .strictObject({
    unit: z.enum(TIME_UNITS),
    count: z.int().min(0).max(1000),
    note: z.exactOptional(words),
  })
  .refine(({ unit, count }) => (unit === 'onTheSpot') === (count === 0), {
    message: 'on the spot has a count of 0, and nothing else has',
    path: ['count'],
  })

const guide = z.strictObject({
  effectiveFrom: day,
  externalCode: z.exactOptional(z.string().min(1).max(40)),
  office: words,
  steps: z.array(words).min(1).max(20),
  timeLimit,
  contact: z.strictObject({ phone: z.string().regex(/^[0-9+() -]{5,30}$/), note: words }),
  unconfirmed: z.array(z.enum(GUIDE_FIELDS)).default([]),
})

const online = z.strictObject({ way: words, url: z.url({ protocol: /^https?$/ }) }).nullable()

/** Bookings that an officer looks at before they stand. */
const preReview = z
  .strictObject({
    rule: words,
    basis: words,
    unconfirmed: z.boolean().default(true),
    effectiveFrom: day,
    effectiveTo: day.nullable().default(null),
    online: online.default(null),
  })
  .refine(({ effectiveFrom, effectiveTo }) => effectiveTo === null || effectiveFrom < effectiveTo, {
    message: 'it ends after it begins',
    path: ['effectiveTo'],
  })

const matter = z.strictObject({
  code: z.string().regex(MATTER_CODE),
  name: words,
  group: words,
  minutes: z.int().min(1).max(480),
  bring: z.array(material).max(40),
  basis: words,
  kind: z.enum(MATTER_KINDS),
  online: online.default(null),
  guide: z.exactOptional(guide),
  preReview: z.exactOptional(preReview),
})

const file = z
  .array(matter)
  .min(1)
  .max(500)
  .superRefine((all, context) => {
    for (const at of twice(all.map(({ code }) => code)))
      context.addIssue({
        code: 'custom',
        path: [at, 'code'],
        message: `${all[at]?.code ?? ''} is there twice`,
      })
  })

/**
 * The file is the whole catalogue, in the order that it is shown.
 * @param text JSON: an array of matters, texts as `{zh, en}`
 * @throws AdminRefused naming every field that is wrong
 */
export const importMatters = (services: Services, text: string): Promise<Imported> => {
  const wanted = parseFile(text, file).map(({ code, ...rest }, rank) => ({
    id: code,
    doc: { v: 1 as const, rank, ...rest },
  }))
  return importDocuments(services, { collection: matters, action: 'admin/importMatters', wanted })
}
