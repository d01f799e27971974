/** What only `files` answers with. */
import { defineErrors, errorRow } from '../../core/pure/errors'

export const errors = defineErrors({
  UPLOADS_TODAY: errorRow(
    409,
    false,
    '今天上传的文件已达 60 个，请明天再传。',
    'You have uploaded 60 files today. Please go on tomorrow.',
  ),
})

declare module '../../core/pure/errors' {
  interface DeclaredErrors {
    files: typeof errors
  }
}
