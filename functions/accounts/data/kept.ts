/** What `accounts` keeps of an erased person, and the law that obliges to. */
import { text } from '../../core/pure/text'

/** Article numbers as in force when written; 以主管税务机关最新规定为准. */
export const ACCESS_KEPT = {
  what: text(
    '谁在何时查看过您的资料，只有代号，三年',
    'Who saw your data and when: pseudonyms only, three years',
  ),
  basis: text(
    '个人信息保护法 第五十五条、第五十六条（处理情况记录至少保存三年）',
    'Personal Information Protection Law art. 55 and 56 (processing records kept for at least three years)',
  ),
}

export const AUTHORISATION_KEPT = {
  what: text(
    '授权的起止，只有代号，到期后删除',
    'When authorisations began and ended: pseudonyms only, until they would have run out',
  ),
  basis: text(
    '民法典 第一百六十五条、第一百七十三条（委托代理及其终止）',
    'Civil Code art. 165 and 173 (agency by mandate, and its end)',
  ),
}
