/** What stays after an erasure, and the law that obliges to keep it. Shown to whoever exports or erases. */
import { text, type Text } from '../../core/pure/text'

export interface Kept {
  readonly what: Text
  readonly basis: Text
}

/** Article numbers as in force when written; 以主管税务机关最新规定为准. */
export const KEPT_AFTER_ERASURE: readonly Kept[] = [
  {
    what: text('工作人员决定的审计记录，只有代号，没有姓名和证件号码', 'The audit of officers’ decisions: pseudonyms only, no names, no numbers'),
    basis: text('网络安全法（网络日志留存不少于六个月）；数据安全法 第二十七条', 'Cybersecurity Law (logs kept for at least six months); Data Security Law art. 27'),
  },
  {
    what: text('谁在何时查看过您的资料，只有代号，三年', 'Who saw your data and when: pseudonyms only, three years'),
    basis: text('个人信息保护法 第五十五条、第五十六条（处理情况记录至少保存三年）', 'Personal Information Protection Law art. 55 and 56 (processing records kept for at least three years)'),
  },
  {
    what: text('预约次数、取消和失约的计数，只有代号', 'Counts of bookings, cancellations and no-shows: under a pseudonym'),
    basis: text('个人信息保护法 第十三条第一款第三项（履行法定职责所必需）', 'Personal Information Protection Law art. 13(1)(3) (needed for a statutory duty)'),
  },
  {
    what: text('此账户已删除这一事实', 'The fact that this account was erased'),
    basis: text('个人信息保护法 第四十七条、第五十条（删除请求的办理）', 'Personal Information Protection Law art. 47 and 50 (carrying out a request to delete)'),
  },
]
