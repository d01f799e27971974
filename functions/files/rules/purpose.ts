/** What files are uploaded for: their types, how large, and whether anybody may read them once attached. */
import type { UploadLimits } from './fields'

export interface UploadPurpose extends UploadLimits {
  readonly public?: true
}
