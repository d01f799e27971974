/** How long business at a hall is a reason for its officers to look at a person's data, or to verify who they are. Dated. */
import { text, type Text } from '../../core/pure/text'
import type { Day } from '../../core/pure/time'

export interface BusinessRow {
  /** Roles that it is a reason for. */
  readonly roles: readonly string[]
  /** Calendar days after the day of the visit; before it there is no limit but how far ahead one can book. */
  readonly daysAfter: number
  readonly why: Text
  readonly basis: Text
  readonly effectiveFrom: Day
  readonly effectiveTo: Day | null
  /** Set from general knowledge, and awaiting a lawyer's reading. */
  readonly unconfirmed: boolean
}

const MINIMAL = text(
  '个人信息保护法 第六条（限于实现处理目的的最小范围）',
  'Personal Information Protection Law art. 6 (no more than the purpose needs)',
)

export const businessRows: readonly BusinessRow[] = [
  {
    roles: ['officer', 'supervisor'],
    daysAfter: 30,
    why: text(
      '办理之后还要补正、答复和归档，以三十日为限',
      'What was handled is completed, answered and filed afterwards, within thirty days',
    ),
    basis: MINIMAL,
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    unconfirmed: true,
  },
  {
    roles: ['auditor'],
    daysAfter: 400,
    why: text(
      '审计的是已经办结的事项，以预约记录的保存期为限',
      'An audit looks at what is closed, as long as appointments are kept',
    ),
    basis: text(
      '审计法 第三十四条（要求提供资料的权限）',
      'Audit Law art. 34 (the right to be given records)',
    ),
    effectiveFrom: '2026-01-01',
    effectiveTo: null,
    unconfirmed: true,
  },
]
