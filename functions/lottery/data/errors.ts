/** What only `lottery` answers with. */
import { defineErrors, errorRow } from '../../core/pure/errors'
import { partyErrors } from './errors-parties'

export const errors = defineErrors({
  ...partyErrors,
  MAY_NOT_ENTER: errorRow(
    409,
    false,
    '这张发票现在不能参加，原因逐条列在下面。',
    'This invoice cannot be entered now; every reason is listed.',
  ),
  CAMPAIGN_FAULTS: errorRow(
    422,
    false,
    '活动规则还有问题，逐条列在下面。',
    'The campaign’s rules are not right yet; every problem is listed.',
  ),
  CAMPAIGN_PUBLISHED: errorRow(
    409,
    false,
    '活动已经公布，规则不能再改。',
    'The campaign has been published; its rules do not change any more.',
  ),
  CAMPAIGN_CHANGED: errorRow(
    409,
    false,
    '这份草稿已被别人改过，您的修改还没有保存。',
    'Somebody else has changed this draft meanwhile; your changes are not saved yet.',
  ),
  PERIOD_CLOSED: errorRow(
    409,
    true,
    '这一期刚刚截止，请再点一次参加下一期。',
    'This period has just closed. Please try again to enter the next one.',
  ),
})

declare module '../../core/pure/errors' {
  interface DeclaredErrors {
    lottery: typeof errors
  }
}
