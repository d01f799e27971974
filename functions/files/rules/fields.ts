/** Field checks of files that exist once: contracts are built of them, screens ask them before anything is sent. */
import type { FileType } from '../../core/pure/file-types'
import { PART_BYTES } from '../../core/pure/upload-parts'

/** Characters of a part in base64. */
export const PART_TEXT = (PART_BYTES / 3) * 4
/** 10 MiB in parts. */
export const MOST_PARTS = Math.ceil((10 * 1024 * 1024) / PART_BYTES)

export interface UploadLimits {
  readonly types: readonly FileType[]
  /** Bytes of one file. */
  readonly most: number
}

export type UploadProblem = 'type' | 'size' | 'empty'

/** What is wrong with a file that somebody chose; undefined: it may be sent. */
export const uploadProblem = (
  { type, size }: { readonly type: string; readonly size: number },
  { types, most }: UploadLimits,
): UploadProblem | undefined => {
  if (!types.some((one) => one === type)) return 'type'
  if (size < 1) return 'empty'
  return size > most ? 'size' : undefined
}
