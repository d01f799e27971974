/** What `appointments` keeps of an erased person, and the law that obliges to. */
import { text } from '../../core/pure/text'
import { DAY_MS } from '../../core/pure/time'

/** Milliseconds after the visit that halls' days, their slots, appointments and what is counted of them are kept. */
export const VISIT_KEPT = 400 * DAY_MS

/** Article numbers as in force when written; 以主管税务机关最新规定为准. */
export const COUNTS_KEPT = {
  what: text(
    '预约次数、取消和失约的计数，只有代号',
    'Counts of bookings, cancellations and no-shows: under a pseudonym',
  ),
  basis: text(
    '个人信息保护法 第十三条第一款第三项（履行法定职责所必需）',
    'Personal Information Protection Law art. 13(1)(3) (needed for a statutory duty)',
  ),
}

export const VISITS_KEPT = {
  what: text(
    '过去的预约，只有代号，到期后删除',
    'Past appointments: pseudonyms only, until their time has run out',
  ),
  basis: text(
    '个人信息保护法 第十三条第一款第三项（履行法定职责所必需）',
    'Personal Information Protection Law art. 13(1)(3) (needed for a statutory duty)',
  ),
}
