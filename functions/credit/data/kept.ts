/** What `credit` keeps of an erased person, and for how long. */
import { text } from '../../core/pure/text'
import { DAY_MS } from '../../core/pure/time'

/** Milliseconds after it happened: as long as the appointment itself. */
export const EVENTS_KEPT = 400 * DAY_MS

export const CREDIT_KEPT = {
  what: text(
    '失约、迟取消和撤销的记录，只有代号',
    'No-shows, late cancellations and their withdrawal: under a pseudonym',
  ),
  basis: text(
    '个人信息保护法 第十三条第一款第三项（履行法定职责所必需）',
    'Personal Information Protection Law art. 13(1)(3) (needed for a statutory duty)',
  ),
}
