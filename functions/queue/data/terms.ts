/** How a hall's queue is run: figures as dated data. No law that was read sets them; screens say so. */
import { rowOn, type Basis, type Dated } from '../../core/pure/law'
import { text } from '../../core/pure/text'
import type { Day } from '../../core/pure/time'

export interface Terms extends Dated {
  /** Priority calls in a row that a window makes at most while an ordinary number waits for it. */
  readonly priorityInARow: number
  /** Numbers that one person takes by phone at one hall a day. */
  readonly numbersOfOne: number
}

const rows: readonly Terms[] = [
  { effectiveFrom: '2018-01-01', effectiveTo: null, priorityInARow: 2, numbersOfOne: 5 },
]

export const termsOn = (day: Day): Terms => rowOn(rows, day, 'terms of the queue')

const ours = text('本平台默认设置', 'A default of this service')
const practice = text('广州市税务局预约办税通告（2018）', 'Guangzhou tax bureau, notice on booking (2018)')

/** What whoever waits is to know. */
export const rulesOf = ({ priorityInARow }: Terms): readonly Basis[] => [
  {
    rule: text(
      '预约号从时段开始前 15 分钟到时段结束可以取号，排在同一时段现场号之前',
      'A booking has its number from 15 minutes before its time until the end of it, and goes before walk-ins of the same time',
    ),
    basis: practice,
    unconfirmed: true,
  },
  {
    rule: text(
      '叫号未到算过号：再叫 3 个号后重叫一次，仍未到则号作废',
      'A number that is called in vain is called once more after 3 others; after that it is over',
    ),
    basis: ours,
    unconfirmed: true,
  },
  {
    rule: text(
      `绿色通道的号先叫，但同一窗口连叫 ${priorityInARow} 个后先叫一个普通号`,
      `Priority numbers go first, but after ${priorityInARow} in a row a window calls an ordinary one`,
    ),
    basis: ours,
    unconfirmed: true,
  },
]
