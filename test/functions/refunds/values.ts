/** Answers to the forms of refunds that are all right, for tests. */
import { dayOf, monthOf, type Instant } from '../../../functions/core/pure/time'

export const ACCOUNT = { bank: '示范银行城东支行', holder: '陈建国', number: '6222020200112345678' }

/** Of tax paid last month. */
export const overpaidValues = (claimed: number, now: Instant, more: Record<string, unknown> = {}) => {
  const month = monthOf(dayOf(now))
  return {
    cause: 'overpaid',
    periodFrom: month,
    periodTo: month,
    claimed,
    direction: 'refund',
    originalAccount: true,
    reason: '同一套房的契税缴了两次',
    contactName: '陈建国',
    contactPhone: '13800000000',
    handledBy: 'self',
    declared: true,
    ...more,
  }
}
