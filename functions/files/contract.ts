/** What `files` offers: uploads in parts, for whatever a function wants files for; and public files for anybody. */
import * as z from 'zod/mini'
import { fileId, filePart } from '../core/io/files/part'
import { procedure } from '../core/io/procedure'
import { count } from '../core/io/schema'
import { FILE_PURPOSES } from './data/purposes'
import { FILE_TYPES } from '../core/pure/file-types'
import { MOST_PARTS, PART_TEXT } from './rules/fields'

export { errors } from './data/errors'

const type = z.enum(FILE_TYPES)
const place = z.int().check(z.minimum(0), z.maximum(MOST_PARTS - 1))
/** Base64, of a part's bytes. */
const bytes = z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/), z.maxLength(PART_TEXT))
const purpose = z.enum(FILE_PURPOSES)

export const upload = z.object({
  fileId,
  size: count,
  /** Bytes of every part but the last. */
  partBytes: count,
  parts: count,
  /** Places, from 0, that are still to be sent. */
  missing: z.array(count),
  done: z.boolean(),
})
export const fileFacts = z.object({ fileId, type, size: count })

export const contract = {
  start: procedure({
    summary: 'Begin an upload in parts; it can be resumed for a day',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['FILE_REFUSED', 'UPLOADS_TODAY'],
  })
    .input(z.object({ purpose, type, size: z.int().check(z.minimum(1)) }))
    .output(z.object({ upload })),
  state: procedure({
    summary: 'How far an upload of mine is',
    allow: ['account'],
    scope: 'self',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ fileId }))
    .output(z.object({ upload })),
  put: procedure({
    summary: 'Send one part of an upload; a part that is there stays as it is',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND', 'FILE_CORRUPT'],
  })
    .input(z.object({ fileId, place, bytes }))
    .output(z.object({ upload })),
  finish: procedure({
    summary: 'Put an upload together: it is checked by its content, and kept encrypted',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND', 'FILE_CORRUPT', 'FILE_REFUSED'],
  })
    .input(z.object({ fileId }))
    .output(z.object({ file: fileFacts })),
  remove: procedure({
    summary: 'Remove a file of mine that belongs to nothing',
    allow: ['account'],
    scope: 'self',
    effect: 'mutate',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ fileId }))
    .output(z.object({ removed: z.literal(true) })),
  open: procedure({
    summary: 'A part of a public file',
    allow: ['anyone'],
    scope: 'public',
    effect: 'read',
    raises: ['NOT_FOUND'],
  })
    .input(z.object({ fileId, place: z._default(place, 0) }))
    .output(filePart),
}
