/** What the states of prizes are called where they are counted. */
import { text, type Text } from '../../core/pure/text'
import type { PrizeState } from '../rules/prize-states'

export const PRIZE_STATE_WORDS: Readonly<Record<PrizeState, Text>> = {
  won: text('已中奖', 'Won'),
  checking: text('公示或核验中', 'In notice or check'),
  confirmed: text('待领取', 'To be claimed'),
  claimed: text('待付款', 'To be paid'),
  ordered: text('付款中', 'Being paid'),
  bankRejected: text('银行退回', 'Sent back by the bank'),
  paid: text('已付', 'Paid'),
  void: text('已取消', 'Void'),
  expired: text('逾期未领', 'Not claimed in time'),
  declined: text('已放弃', 'Declined'),
}
