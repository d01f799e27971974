/**
 * Booking limits as dated law: which figure was in force when, and where it comes from.
 * A hall can override a figure with a basis of its own. A figure taken over from another authority, or chosen by us, is
 * `unconfirmed`: screens add that the competent tax authority's latest rule prevails.
 */
import type { Basis, Dated } from '../../core/pure/law'
import { text } from '../../core/pure/text'

export const LIMIT_KEYS = [
  'bookAheadFrom',
  'bookAheadTo',
  'slotMinutes',
  'holdMinutes',
  'checkInEarlyMinutes',
  'cancelBeforeMinutes',
  'perSlot',
  'perHalfDaySameMatter',
  'perWeek',
  'perMonth',
  'accountActive',
  'accountPerWeek',
  'accountPerMonth',
  'holdsLetGoPerDay',
  'noShowsPerMonth',
  'cancellationsPerMonth',
  'banDays',
  'pastClosingMinutes',
  'preReviewHours',
] as const
export type LimitKey = (typeof LIMIT_KEYS)[number]

/** Its rule is in words for the taxpayer; `{n}` is the value. */
export interface LimitRow extends Basis, Dated {
  readonly key: LimitKey
  readonly value: number
}

const guangzhou = text(
  '原广州市国家税务局、地方税务局预约办税通告（2018年6月）',
  'Guangzhou tax offices, notice on booking tax matters (June 2018)',
)
const xiamen = text(
  '厦门市税务部门预约办税办法（2017年）',
  'Xiamen tax authority, rules on booking tax matters (2017)',
)
const rongGui = text('参照容桂不动产登记预约规则', 'After the booking rules of the Ronggui property registry')
const centres = text(
  '参照杭州、周口政务服务中心预约规则',
  'After the booking rules of the Hangzhou and Zhoukou service centres',
)
const ours = text('本平台默认设置', 'A default of this service')

const since2018 = { effectiveFrom: '2018-06-16', effectiveTo: null } as const

export const limitRows: readonly LimitRow[] = [
  {
    key: 'bookAheadFrom',
    value: 1,
    rule: text(
      '最早预约下 {n} 个工作日，不预约当天',
      'Book from {n} working day ahead; not for the same day',
    ),
    basis: guangzhou,
    unconfirmed: false,
    ...since2018,
  },
  {
    key: 'bookAheadTo',
    value: 5,
    rule: text('最多提前 {n} 个工作日预约', 'Book at most {n} working days ahead'),
    basis: xiamen,
    unconfirmed: false,
    effectiveFrom: '2017-01-01',
    effectiveTo: null,
  },
  {
    key: 'slotMinutes',
    value: 30,
    rule: text('每个时段 {n} 分钟', 'A time slot lasts {n} minutes'),
    basis: ours,
    unconfirmed: true,
    ...since2018,
  },
  {
    key: 'holdMinutes',
    value: 10,
    rule: text('选定后名额保留 {n} 分钟', 'A chosen seat is kept for {n} minutes'),
    basis: ours,
    unconfirmed: true,
    ...since2018,
  },
  {
    key: 'checkInEarlyMinutes',
    value: 15,
    rule: text('时段开始前 {n} 分钟起可取号', 'A ticket can be taken from {n} minutes before the slot'),
    basis: guangzhou,
    unconfirmed: false,
    ...since2018,
  },
  {
    key: 'cancelBeforeMinutes',
    value: 120,
    rule: text('请在开始前 {n} 分钟以上取消', 'Cancel at least {n} minutes before the start'),
    basis: centres,
    unconfirmed: true,
    ...since2018,
  },
  {
    key: 'perSlot',
    value: 1,
    rule: text('同一纳税人同一时段只能预约 {n} 次', 'A taxpayer may hold {n} appointment in one time slot'),
    basis: xiamen,
    unconfirmed: false,
    effectiveFrom: '2017-01-01',
    effectiveTo: null,
  },
  {
    key: 'perHalfDaySameMatter',
    value: 1,
    rule: text(
      '同一纳税人同一事项每半天只能预约 {n} 次',
      'A taxpayer may book the same matter {n} time in one half-day',
    ),
    basis: guangzhou,
    unconfirmed: false,
    ...since2018,
  },
  {
    key: 'perWeek',
    value: 2,
    rule: text('同一纳税人每周最多预约 {n} 次', 'A taxpayer may have {n} appointments a week'),
    basis: rongGui,
    unconfirmed: true,
    ...since2018,
  },
  {
    key: 'perMonth',
    value: 6,
    rule: text('同一纳税人每月最多预约 {n} 次', 'A taxpayer may have {n} appointments a month'),
    basis: rongGui,
    unconfirmed: true,
    ...since2018,
  },
  {
    key: 'accountActive',
    value: 6,
    rule: text(
      '一个账户为未核验的纳税人最多同时持有 {n} 个预约',
      'An account may hold {n} appointments at once for taxpayers who are not verified',
    ),
    basis: ours,
    unconfirmed: true,
    ...since2018,
  },
  {
    key: 'accountPerWeek',
    value: 4,
    rule: text(
      '一个账户为未核验的纳税人每周最多预约 {n} 次；到窗口核验身份后不受此限',
      'An account may have {n} appointments a week for taxpayers who are not verified; once verified at a window, they do not count',
    ),
    basis: ours,
    unconfirmed: true,
    ...since2018,
  },
  {
    key: 'accountPerMonth',
    value: 12,
    rule: text(
      '一个账户为未核验的纳税人每月最多预约 {n} 次；到窗口核验身份后不受此限',
      'An account may have {n} appointments a month for taxpayers who are not verified; once verified at a window, they do not count',
    ),
    basis: ours,
    unconfirmed: true,
    ...since2018,
  },
  {
    key: 'holdsLetGoPerDay',
    value: 10,
    rule: text(
      '保留的名额每天最多放弃 {n} 次，之后当天不能再保留，仍可直接预约',
      'After letting {n} kept seats go in one day, no more can be kept that day; booking at once is still possible',
    ),
    basis: ours,
    unconfirmed: true,
    ...since2018,
  },
  {
    key: 'noShowsPerMonth',
    value: 3,
    rule: text('一个月内失约 {n} 次的，暂停预约', 'Booking is suspended after {n} no-shows in one month'),
    basis: guangzhou,
    unconfirmed: false,
    ...since2018,
  },
  {
    key: 'cancellationsPerMonth',
    value: 5,
    rule: text(
      '一个月内取消 {n} 次的，暂停预约',
      'Booking is suspended after {n} cancellations in one month',
    ),
    basis: guangzhou,
    unconfirmed: false,
    ...since2018,
  },
  {
    key: 'banDays',
    value: 30,
    rule: text(
      '暂停预约 {n} 天，全市各办税厅适用',
      'The suspension lasts {n} days in every hall of the city',
    ),
    basis: guangzhou,
    unconfirmed: false,
    ...since2018,
  },
  {
    key: 'pastClosingMinutes',
    value: 0,
    rule: text(
      '事项须在午休或下班前办完（宽限 {n} 分钟）',
      'A matter must be finished before the hall stops for lunch or for the day ({n} minutes of grace)',
    ),
    basis: ours,
    unconfirmed: true,
    ...since2018,
  },
  {
    key: 'preReviewHours',
    value: 4,
    rule: text(
      '需要预审的预约，大厅在 {n} 个工作小时内答复，没有答复的视为通过',
      'Where a booking is looked at first, the hall answers within {n} working hours; without an answer it stands',
    ),
    basis: ours,
    unconfirmed: true,
    ...since2018,
  },
]
