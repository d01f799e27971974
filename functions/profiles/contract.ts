/** What `profiles` offers: saying what my taxpayers are, and what I want to hear about. */
import * as z from 'zod/mini'
import { procedure } from '../core/io/procedure'
import { token } from '../core/io/schema'
import { KINDS } from '../core/pure/taxpayer-kinds'
import { INTERESTS, isValue, SIZES } from '../core/pure/tags'
import { taxes, type TaxCode } from '../core/pure/taxes'
import { MOST_TAXES } from './data/limits'

const keysOf = <K extends string>(table: Readonly<Record<K, unknown>>): [K, ...K[]] =>
  Object.keys(table) as [K, ...K[]]

const kind = z.enum(keysOf(KINDS))
const size = z.enum(keysOf(SIZES))
const tax = z.enum(keysOf<TaxCode>(taxes))
const interest = z.enum(keysOf(INTERESTS))
/** A division of GB/T 4754, two digits. */
const industry = z.string().check(
  z.regex(/^\d{2}$/),
  z.refine((code) => isValue('industry', code)),
)
/** A division of GB/T 2260, six digits. */
const region = z.string().check(
  z.regex(/^\d{6}$/),
  z.refine((code) => isValue('region', code.replace(/(?:00){1,2}$/, ''))),
)

export const traits = z.object({
  kind: z.nullable(kind),
  taxes: z.array(tax).check(z.maxLength(MOST_TAXES)),
  industry: z.nullable(industry),
  region: z.nullable(region),
  size: z.nullable(size),
})

const taxpayerId = token(80, 1)
const interests = z.array(interest).check(z.maxLength(Object.keys(INTERESTS).length))

const following = z.object({
  interests,
  /** False: I am told of no policy. */
  hears: z.boolean(),
})

export const contract = {
  mine: procedure({
    summary: 'What I said of each of my taxpayers, and what I follow',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
  })
    .input(z.object({}))
    .output(
      z.extend(following, {
        taxpayers: z.array(
          z.object({
            taxpayerId,
            /** Masked. */
            name: z.string(),
            kind: z.enum(['person', 'enterprise']),
            /** Null: nothing was said yet. */
            traits: z.nullable(traits),
          }),
        ),
      }),
    ),
  set: procedure({
    summary: 'Say what one of my taxpayers is: kind, taxes, industry, region, size',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ taxpayerId, traits }))
    .output(z.object({ taxpayerId, traits })),
  follow: procedure({
    summary: 'Choose what I want to hear about, or that I want to hear of no policy',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
  })
    .input(following)
    .output(following),
}
