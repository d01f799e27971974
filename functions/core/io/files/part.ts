/** The contract's side of read-parts.ts: a file's bytes, part by part. */
import * as z from 'zod/mini'
import { FILE_TYPES } from '../../pure/file-types'
import { count } from '../schema'

export const fileId = z.string().check(z.regex(/^fl_[0-9a-f]{32}$/))

/** The input's `place` has its own bounds: as many parts as its files may have. */
export const filePart = z.object({
  fileId,
  type: z.enum(FILE_TYPES),
  size: count,
  place: count,
  parts: count,
  /** Base64. */
  bytes: z.string(),
})
