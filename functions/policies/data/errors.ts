/** What only `policies` answers with. */
import { defineErrors, errorRow } from '../../core/pure/errors'

export const errors = defineErrors({
  POLICY_CHANGED: errorRow(
    409,
    false,
    '这条政策已被别人改过，请重新打开再改。',
    'Somebody else has changed this policy meanwhile. Open it again.',
  ),
  POLICY_STATE: errorRow(
    409,
    false,
    '这条政策现在不能这样操作。',
    'That cannot be done with this policy now.',
  ),
})

declare module '../../core/pure/errors' {
  interface DeclaredErrors {
    policies: typeof errors
  }
}
