/** The books of a campaign as a spreadsheet: days, pools, prizes, what was left out. */
import type { Context } from '../../core/io/context'
import { paperPartOf } from '../../core/io/papers/part'
import { renderSheets, sheetOf, type SheetColumn } from '../../core/io/sheets'
import { fen } from '../../core/pure/money'
import { say, text } from '../../core/pure/text'
import { dayOf, instantOf } from '../../core/pure/time'
import { statisticsOf, type Asked, type Statistics } from './office-statistics'

type Of<Key extends 'days' | 'pools' | 'exclusions'> = Statistics[Key][number]
type PrizeRow = Statistics['prizes']['rows'][number]

const DAYS: readonly SheetColumn<Of<'days'>>[] = [
  { title: text('日期', 'Day'), kind: 'day', of: ({ day }) => day },
  { title: text('参加张数', 'Entries'), kind: 'number', of: ({ entries }) => entries },
  { title: text('发票金额', 'Amount'), kind: 'money', of: (row) => fen(row.fen) },
  { title: text('金额不明张数', 'Amount not known'), kind: 'number', of: ({ unknown }) => unknown },
  { title: text('新参加人数', 'First-time entrants'), kind: 'number', of: ({ entrants }) => entrants },
]
const POOLS: readonly SheetColumn<Of<'pools'>>[] = [
  { title: text('奖池', 'Pool'), kind: 'text', of: ({ name }) => name },
  { title: text('总额', 'Total'), kind: 'money', of: ({ total }) => fen(total) },
  { title: text('可用', 'Left'), kind: 'money', of: ({ left }) => fen(left) },
  { title: text('已预留', 'Set aside'), kind: 'money', of: ({ held }) => fen(held) },
  { title: text('已付', 'Paid'), kind: 'money', of: ({ paid }) => fen(paid) },
]
const PRIZES: readonly SheetColumn<PrizeRow>[] = [
  { title: text('奖项', 'Prize'), kind: 'text', of: ({ name }) => name },
  { title: text('状态', 'State'), kind: 'text', of: ({ said }) => said },
  { title: text('个数', 'Number'), kind: 'number', of: ({ count }) => count },
  { title: text('金额', 'Amount'), kind: 'money', of: (row) => fen(row.fen) },
]
const EXCLUSIONS: readonly SheetColumn<Of<'exclusions'>>[] = [
  { title: text('排除原因', 'Reason'), kind: 'text', of: ({ said }) => said },
  { title: text('张数', 'Entries'), kind: 'number', of: ({ entries }) => entries },
]

const notesOf = ({ prizes, exclusions }: Statistics) => [
  ...(prizes.whole
    ? []
    : [
        text(
          `奖项只统计最近的 ${prizes.looked} 个。`,
          `Of the prizes, the latest ${prizes.looked} are counted.`,
        ),
      ]),
  ...(exclusions.some(({ more }) => more)
    ? [text('有的排除原因不止所列张数。', 'For some reasons more entries were left out than are listed.')]
    : []),
]

/** Said to be made at the day’s beginning, so that its parts are parts of one file. @throws AppError NOT_FOUND */
export const statisticsSheet = async (context: Context, { place, ...asked }: Asked & { place: number }) => {
  const found = await statisticsOf(context, asked)
  const { language, now, settings } = context
  const sheets = [
    sheetOf({ name: text('每日参加', 'Entries by day'), columns: DAYS, rows: found.days }),
    sheetOf({ name: text('奖池', 'Pools'), columns: POOLS, rows: found.pools }),
    sheetOf({ name: text('奖项', 'Prizes'), columns: PRIZES, rows: found.prizes.rows }),
    sheetOf({ name: text('排除', 'Left out'), columns: EXCLUSIONS, rows: found.exclusions }),
  ]
  const bytes = await renderSheets(sheets, {
    language,
    now: instantOf(dayOf(now)),
    demonstration: settings.demonstration,
    notes: notesOf(found),
  })
  const name = `${say(text('摇奖统计', 'Lottery books'), language)} ${asked.campaign} ${asked.until}`
  return paperPartOf({ kind: 'xlsx', name, bytes }, place)
}
