/** What only `credit` answers with. */
import { defineErrors, errorRow } from '../../core/pure/errors'

export const errors = defineErrors({
  NOT_MISSED: errorRow(
    409,
    false,
    '这次预约没有记为失约，不需要申诉。',
    'This appointment is not counted as a no-show; there is nothing to appeal.',
  ),
  APPEALED_BEFORE: errorRow(
    409,
    false,
    '这次失约已经申诉过，请看原来的申诉。',
    'This no-show was appealed before. Please see that appeal.',
  ),
  NO_ONLINE_WAY: errorRow(
    409,
    false,
    '这个事项没有网上办理的途径，请选择“不通过”并写明理由。',
    'This matter cannot be done online. Please refuse it with a reason.',
  ),
  APPEAL_LATE: errorRow(409, false, '申诉的期限已过。', 'The time to appeal has run out.'),
})

declare module '../../core/pure/errors' {
  interface DeclaredErrors {
    credit: typeof errors
  }
}
