/**
 * Times at which nothing, or some matters, cannot be booked, as dated law (Guangzhou 2018).
 * The day is found by the working-day calendar: 调休 days count as working days, and a fixed date that is off moves to
 * the next working day.
 */
import type { MatterKind } from '../../core/pure/hall-terms'
import type { Basis, Dated } from '../../core/pure/law'
import { text } from '../../core/pure/text'

export interface BlockedRow extends Basis, Dated {
  /** `firstWorkingDay` of the month, or a day of the month, deferred when it is off. */
  readonly on: { readonly kind: 'firstWorkingDay' } | { readonly kind: 'dayOfMonth'; readonly day: number }
  readonly half: 'morning' | 'afternoon'
  readonly matters: 'all' | readonly MatterKind[]
}

const guangzhou = text(
  '原广州市国家税务局、地方税务局预约办税通告（2018年6月）',
  'Guangzhou tax offices, notice on booking tax matters (June 2018)',
)

export const blockedRows: readonly BlockedRow[] = [
  {
    on: { kind: 'firstWorkingDay' },
    half: 'morning',
    matters: ['invoiceSupply', 'invoiceOnBehalf'],
    rule: text(
      '每月第一个工作日上午，发票领用、代开发票不接受预约',
      'On the first working morning of a month, obtaining invoices and invoices issued on behalf cannot be booked',
    ),
    basis: guangzhou,
    unconfirmed: false,
    effectiveFrom: '2018-06-16',
    effectiveTo: null,
  },
  {
    on: { kind: 'dayOfMonth', day: 23 },
    half: 'afternoon',
    matters: 'all',
    rule: text(
      '每月23日下午（遇节假日顺延）不接受预约',
      'On the afternoon of the 23rd of a month, or of the next working day, nothing can be booked',
    ),
    basis: guangzhou,
    unconfirmed: false,
    effectiveFrom: '2018-06-16',
    effectiveTo: null,
  },
]
