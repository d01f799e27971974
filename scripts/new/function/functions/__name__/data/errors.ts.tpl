/** What only `__name__` answers with. */
import { defineErrors, errorRow } from '../../core/pure/errors'

export const errors = defineErrors({
  __NAME___FULL: errorRow(409, false, '已经记满，不能再添加。', 'There is no room for another line.'),
})

declare module '../../core/pure/errors' {
  interface DeclaredErrors {
    __name__: typeof errors
  }
}
