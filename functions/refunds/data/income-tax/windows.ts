/** When a year is settled, and when a booking is needed, as it was announced for each year. */
import type { Basis } from '../../../core/pure/law'
import { text } from '../../../core/pure/text'
import type { Day } from '../../../core/pure/time'
import { incomeTaxLaw11, settlement2025 } from './sources'

export interface SettlementWindow extends Basis {
  readonly taxYear: number
  readonly from: Day
  readonly until: Day
  readonly booking: {
    /** Bookings are taken from here on. */
    readonly opens: Day
    /** Up to this day nothing is handled without one. */
    readonly neededUntil: Day
  }
}

/** Announced years alone. Of any other year the law's own dates are known, and no more. */
export const settlementWindows: readonly SettlementWindow[] = [
  {
    taxYear: 2025,
    from: '2026-03-01',
    until: '2026-06-30',
    booking: { opens: '2026-02-25', neededUntil: '2026-03-20' },
    rule: text(
      '2025年度汇算在2026年3月1日至6月30日办理；3月1日至3月20日办理的须预约，2月25日起可以预约，3月21日起无需预约',
      'The year 2025 is settled from 1 March to 30 June 2026; up to 20 March with a booking, taken from 25 February on; from 21 March without',
    ),
    basis: settlement2025,
    unconfirmed: false,
  },
]

/** 次年三月一日至六月三十日内: what holds where nothing was announced. */
export const lawfulWindow = {
  from: '03-01',
  until: '06-30',
  rule: text(
    '取得综合所得的次年三月一日至六月三十日内办理汇算清缴；该年度的办理公告尚未收录，预约安排以公告为准',
    'Comprehensive income is settled from 1 March to 30 June of the next year; how this year is handled, and its bookings, are not known here yet',
  ),
  basis: incomeTaxLaw11,
  unconfirmed: true,
} as const
