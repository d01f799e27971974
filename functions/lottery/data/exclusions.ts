/** Why a reviewer leaves an entry out of a draw. Counted by reason in what the draw publishes, and told to its entrant. */
import type { Basis } from '../../core/pure/law'
import { text } from '../../core/pure/text'
import { pilotNotice } from './statutes'

export const EXCLUSION_CODES = ['forged', 'split', 'redReissued', 'notConsumer', 'otherRule'] as const
export type ExclusionCode = (typeof EXCLUSION_CODES)[number]

const ofPilot = (zh: string, en: string): Basis => ({
  rule: text(zh, en),
  basis: pilotNotice,
  unconfirmed: false,
})

export const exclusions: Readonly<Record<ExclusionCode, Basis>> = {
  forged: ofPilot('涉嫌虚开', 'A sale that seems not to have been made'),
  split: ofPilot('不合理拆分或合并开票', 'One purchase split, or several merged, without reason'),
  redReissued: ofPilot('异常冲红或作废后重开', 'Reversed or voided and issued again without reason'),
  notConsumer: ofPilot('不是个人消费者取得的发票', 'Not an invoice of an individual consumer'),
  otherRule: {
    ...ofPilot('不符合活动的其他规则', 'Against another rule of the campaign'),
    unconfirmed: true,
  },
}

/** Not a reviewer's: what won at once takes no part in draws for what did not. */
export const WON_AT_ONCE = 'wonAtOnce'

const wonAtOnce: Basis = {
  rule: text('已在即时开奖中奖，不再参加未中奖发票的开奖', 'Won at once: not in draws for what did not'),
  basis: text('活动公布的规则', 'The campaign’s published rules'),
  unconfirmed: false,
}

/** Undefined for a code of a later version. */
export const exclusionOf = (code: string): Basis | undefined => {
  if (code === WON_AT_ONCE) return wonAtOnce
  return EXCLUSION_CODES.some((one) => one === code) ? exclusions[code as ExclusionCode] : undefined
}
