/** States and kinds of the cases of `credit`, as offices read them. */
import { text, type Text } from '../../core/pure/text'
import type { AppealState, ReviewState } from '../rules/states'

export const APPEAL_STATE_WORDS: Readonly<Record<AppealState, Text>> = {
  appealed: text('待答复', 'To be answered'),
  upheld: text('失约仍计入', 'No-show stands'),
  revoked: text('失约已撤销', 'No-show withdrawn'),
  cleared: text('已补到厅记录', 'Check-in recorded'),
  left: text('申诉人已注销', 'Claimant erased'),
}

export const REVIEW_STATE_WORDS: Readonly<Record<ReviewState, Text>> = {
  asked: text('待预审', 'To be looked at'),
  approved: text('已通过', 'Agreed'),
  refused: text('未通过', 'Refused'),
  refusedOnline: text('未通过，可网上办', 'Refused: can be done online'),
  dropped: text('预约已取消', 'Cancelled meanwhile'),
}

/** What sorts of case there are, by their kind in the workbench. */
export const CREDIT_CASE_WORDS: Readonly<Record<'appeal' | 'preReview', Text>> = {
  appeal: text('失约申诉', 'Appeal of a no-show'),
  preReview: text('预约预审', 'Booking to be looked at'),
}
