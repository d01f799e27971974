/**
 * How a line is kept: figures as dated data. None of them is law; they are the service's own, and a hall's manager may see other ones in
 * force on another day.
 */
import { rowOn, type Basis, type Dated } from '../../core/pure/law'
import { text } from '../../core/pure/text'
import type { Day, MinuteOfDay } from '../../core/pure/time'

export interface Terms extends Dated {
  /** Minutes in which an offer can be accepted. */
  readonly offerMinutes: number
  /** The same for what a ballot gave: it may come while people sleep or work. */
  readonly ballotOfferMinutes: number
  /** No offer is sent from `from` to `to` of the next morning. */
  readonly quiet: { readonly from: MinuteOfDay; readonly to: MinuteOfDay }
  /** People in the line of one slot. */
  readonly longest: number
  /** Lines that one account stands in at once. */
  readonly linesOfOne: number
  /** Minutes that a ballot takes entries, at least: long enough that whoever was joining a line when it was announced has done so. */
  readonly ballotOpenMinutes: number
  /** Minutes between the end of a ballot, when its entries are published, and the draw that reveals its seed. */
  readonly revealAfterMinutes: number
}

const rows: readonly Terms[] = [
  {
    effectiveFrom: '2018-01-01',
    effectiveTo: null,
    offerMinutes: 20,
    ballotOfferMinutes: 240,
    quiet: { from: 21 * 60, to: 8 * 60 },
    longest: 50,
    linesOfOne: 5,
    ballotOpenMinutes: 60,
    revealAfterMinutes: 5,
  },
]

export const termsOn = (day: Day): Terms => rowOn(rows, day, 'terms of waiting')

const ours = text('本平台默认设置', 'A default of this service')
const rule = (zh: string, en: string): Basis => ({ rule: text(zh, en), basis: ours, unconfirmed: true })

/** What a person who waits is to know. */
export const rulesOf = ({ offerMinutes, ballotOfferMinutes, linesOfOne }: Terms): readonly Basis[] => [
  rule(
    `空出的名额按排队先后给下一位，${offerMinutes} 分钟内接受有效；抽签所得的 ${ballotOfferMinutes / 60} 小时内有效`,
    `A seat that comes free is offered to the next in line, for ${offerMinutes} minutes; what a ballot gave, for ${ballotOfferMinutes / 60} hours`,
  ),
  rule(
    '21:00 到次日 8:00 不发出候补通知，夜里空出的名额等到 8:00',
    'No offer is sent from 21:00 to 8:00; a seat that comes free at night waits until 8:00',
  ),
  rule(
    `同时最多候补 ${linesOfOne} 个时段；接受时和平常预约一样受次数限制`,
    `At most ${linesOfOne} lines at once; accepting is held to the same limits as any booking`,
  ),
]
