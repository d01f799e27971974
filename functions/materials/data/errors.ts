/** What only `materials` answers with. */
import { defineErrors, errorRow } from '../../core/pure/errors'

export const errors = defineErrors({
  MATERIAL_IN_USE: errorRow(
    409,
    false,
    '这份材料已用于正在办理或已办结的事项，不能删除。',
    'A case has this material among its records, so it cannot be removed.',
  ),
})

declare module '../../core/pure/errors' {
  interface DeclaredErrors {
    materials: typeof errors
  }
}
