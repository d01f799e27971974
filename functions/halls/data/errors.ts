/** What only halls and the catalogue answer with. */
import { defineErrors, errorRow } from '../../core/pure/errors'

export const errors = defineErrors({
  MATTER_NOT_HERE: errorRow(409, false, '这个大厅不办理此事项。', 'This hall does not handle that matter.'),
})

declare module '../../core/pure/errors' {
  interface DeclaredErrors {
    halls: typeof errors
  }
}
