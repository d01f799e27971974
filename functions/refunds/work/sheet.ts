/** Cases of a hall as a spreadsheet. */
import { taxpayerNames } from '../../accounts/public'
import type { Context } from '../../core/io/context'
import { paperPartOf } from '../../core/io/papers/part'
import { renderSheets, sheetOf, type SheetColumn } from '../../core/io/sheets'
import { NO_DAY } from '../../core/io/cases/collections'
import { pagesOf } from '../../core/io/store/pages'
import type { Stored } from '../../core/io/store/contract'
import { fen, type Fen } from '../../core/pure/money'
import { say, text } from '../../core/pure/text'
import { addDays, dayOf, instantOf, type Day } from '../../core/pure/time'
import { refundCases, type RefundCaseDoc, type RefundMoney } from '../collections'
import { STATE_WORDS } from '../data/words'
import { kindLaw } from '../rules/kinds'

/** Rows of one sheet; the newest days of a longer range are left out, and the sheet says so. */
const MOST_ROWS = 5_000

interface Range {
  readonly hallId: string
  readonly from: Day
  readonly to: Day
  readonly place: number
}

const CUT = text(
  `只列出最早收到的 ${MOST_ROWS} 件，之后收到的没有列入；请缩短日期范围，分几次导出。`,
  `Only the ${MOST_ROWS} cases received first are listed; later ones are left out. Please export shorter ranges.`,
)

interface Found {
  readonly rows: readonly Stored<RefundCaseDoc>[]
  /** There are more. */
  readonly cut: boolean
}

const found = async (context: Context, { hallId, from, to }: Range): Promise<Found> => {
  const rows: Stored<RefundCaseDoc>[] = []
  const range = { gte: instantOf(from), lt: instantOf(addDays(to, 1)) }
  for await (const page of pagesOf(context.store, refundCases, { index: 'hall', where: { hallId }, range })) {
    rows.push(...page)
    if (rows.length > MOST_ROWS) break
  }
  return { rows: rows.slice(0, MOST_ROWS), cut: rows.length > MOST_ROWS }
}

interface Listed {
  readonly id: string
  readonly doc: RefundCaseDoc
  readonly name: string
}

const sum =
  (of: (money: RefundMoney) => number) =>
  ({ doc: { money } }: Listed): Fen | null =>
    money ? fen(of(money)) : null

const COLUMNS: readonly SheetColumn<Listed>[] = [
  { title: text('编号', 'Case'), kind: 'text', of: ({ id }) => id },
  { title: text('申请人', 'Claimant'), kind: 'text', of: ({ name }) => name },
  {
    title: text('类型', 'Kind'),
    kind: 'text',
    of: ({ doc }) => kindLaw(doc.kind, doc.receivedOn).name,
  },
  { title: text('状态', 'State'), kind: 'text', of: ({ doc }) => STATE_WORDS[doc.state] },
  { title: text('收到日期', 'Received'), kind: 'day', of: ({ doc }) => doc.receivedOn },
  {
    title: text('目标日期', 'Target'),
    kind: 'day',
    of: ({ doc }) => (doc.target === NO_DAY ? null : doc.target),
  },
  { title: text('法定期限', 'Legal date'), kind: 'day', of: ({ doc }) => doc.outer },
  { title: text('申请金额', 'Claimed'), kind: 'money', of: ({ doc }) => fen(doc.claimed) },
  { title: text('批准金额', 'Approved'), kind: 'money', of: sum(({ approved }) => approved) },
  { title: text('利息', 'Interest'), kind: 'money', of: sum(({ interest }) => interest) },
  { title: text('抵缴', 'Offset'), kind: 'money', of: sum(({ offset, credited }) => offset + credited) },
  { title: text('应付', 'To be paid'), kind: 'money', of: sum(({ payable }) => payable) },
]

/** Said to be made at the day's beginning, so that its parts are parts of one file. */
export const casesSheet = async (context: Context, range: Range) => {
  const { rows, cut } = await found(context, range)
  const names = await taxpayerNames(
    context,
    rows.map(({ doc }) => doc.taxpayerId),
  )
  const name = text('退税申请', 'Refund cases')
  const listed = rows.map(({ id, doc }) => ({ id, doc, name: names.get(doc.taxpayerId)?.name ?? '' }))
  const { language, now, settings } = context
  const bytes = await renderSheets([sheetOf({ name, columns: COLUMNS, rows: listed })], {
    language,
    now: instantOf(dayOf(now)),
    demonstration: settings.demonstration,
    ...(cut ? { notes: [CUT] } : {}),
  })
  return paperPartOf(
    { kind: 'xlsx', name: `${say(name, language)} ${range.from} ${range.to}`, bytes },
    range.place,
  )
}
