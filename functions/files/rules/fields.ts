/** Field checks of files that exist once: contracts are built of them, screens ask them before anything is sent. */

import { PART_BYTES } from '../../core/pure/upload-parts'

export const FILE_ID = /^fl_[0-9a-f]{32}$/
export const FILE_TYPES = ['image/png', 'image/jpeg', 'application/pdf'] as const
export type UploadType = (typeof FILE_TYPES)[number]

/** Characters of a part in base64. */
export const PART_TEXT = (PART_BYTES / 3) * 4
/** 10 MiB in parts. */
export const MOST_PARTS = Math.ceil((10 * 1024 * 1024) / PART_BYTES)

export interface UploadLimits {
  readonly types: readonly UploadType[]
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
