/** What files are uploaded for, as the function that wants them declares it: in its manifest, under a short name. */
import type { FileType } from './contract'

export interface UploadPurpose {
  readonly types: readonly FileType[]
  /** Bytes of one file. */
  readonly most: number
  /** Anybody may read what is attached: a notice's attachment. Default: whoever the function lets. */
  readonly public?: true
}

/** `<function>.<name>` → what may be uploaded for it. */
export type UploadPurposes = Readonly<Record<string, UploadPurpose>>
