/** What only `deadlines` answers with. */
import { defineErrors, errorRow } from '../../core/pure/errors'

export const errors = defineErrors({
  FILED_ONLINE: errorRow(
    409,
    false,
    '这一项是通过网上办理申报的，不能在这里撤销。',
    'This was filed online: it cannot be taken back here.',
  ),
  REMINDERS_FULL: errorRow(
    409,
    false,
    '提醒这个纳税人的人数已满。',
    'As many people as may be reminded of this taxpayer are.',
  ),
})

declare module '../../core/pure/errors' {
  interface DeclaredErrors {
    deadlines: typeof errors
  }
}
