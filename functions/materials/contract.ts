/** What `materials` offers: what was uploaded once is on file, and offered wherever the same is asked for. */
import * as z from 'zod/mini'
import { fileId, filePart } from '../core/io/files/part'
import { procedure } from '../core/io/procedure'
import { count, id, instant, pageAnswer, pageOf, personText } from '../core/io/schema'

export { errors } from './data/errors'

const materialId = z.string().check(z.regex(/^mt_[0-9a-z]{26}$/))
const code = z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9]{0,39}$/))
const place = z.int().check(z.minimum(0), z.maximum(200))
const taxpayerId = z.optional(id)
/** For what business: what an agent's authorisation must cover. */
const business = z.enum(['refunds'])

export const material = z.object({
  code: z.string(),
  id: materialId,
  name: z.string(),
  type: z.string(),
  size: count,
  at: instant,
  /** A case has it among its records. */
  used: z.boolean(),
})

const own = { allow: ['account'], scope: 'self' } as const

export const contract = {
  add: procedure({
    summary: 'Put an upload of mine on file as a material of a taxpayer',
    ...own,
    effect: 'mutate',
    raises: ['NO_TAXPAYER', 'NOT_FOUND'],
  })
    .input(z.object({ business, taxpayerId, code, fileId, name: personText({ min: 1, max: 100 }) }))
    .output(z.object({ material })),
  mine: procedure({
    summary: 'What a taxpayer of mine has on file, newest first',
    ...own,
    effect: 'read',
    raises: ['NO_TAXPAYER', 'NOT_FOUND'],
  })
    .input(z.object({ business, taxpayerId, ...pageOf(100, 50) }))
    .output(pageAnswer(material)),
  remove: procedure({
    summary: 'Remove a material that no case names',
    ...own,
    effect: 'mutate',
    raises: ['NOT_FOUND', 'MATERIAL_IN_USE'],
  })
    .input(z.object({ business, id: materialId }))
    .output(z.object({ removed: z.literal(true) })),
  part: procedure({
    summary: 'A material of a taxpayer of mine, in parts',
    ...own,
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ business, id: materialId, place: z._default(place, 0) }))
    .output(filePart),
}
