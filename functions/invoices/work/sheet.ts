/** Invoices as a spreadsheet: a year of a wallet, or a reimbursement list. */
import type { Context } from '../../core/io/context'
import { paperPartOf } from '../../core/io/papers/part'
import { renderSheets, sheetOf, type SheetColumn } from '../../core/io/sheets'
import { fen } from '../../core/pure/money'
import { say, text, type Text } from '../../core/pure/text'
import { dayOf, instantOf } from '../../core/pure/time'
import { categoryName } from '../data/categories'
import { STATE_WORDS } from '../data/words'
import { kindName } from '../rules/kind-name'
import type { WalletInvoice } from './show'

const COLUMNS: readonly SheetColumn<WalletInvoice>[] = [
  { title: text('开票日期', 'Issued on'), kind: 'day', of: ({ facts }) => facts.issuedOn },
  { title: text('票种', 'Kind'), kind: 'text', of: ({ facts }) => kindName(facts.kind) },
  { title: text('发票代码', 'Code'), kind: 'text', of: ({ facts }) => facts.code },
  { title: text('发票号码', 'Number'), kind: 'text', of: ({ facts }) => facts.number },
  { title: text('销售方', 'Seller'), kind: 'text', of: ({ sellerName }) => sellerName ?? '' },
  { title: text('金额', 'Amount'), kind: 'money', of: (one) => fen(one.fen) },
  { title: text('类别', 'Category'), kind: 'text', of: ({ category }) => categoryName(category) },
  { title: text('查验状态', 'Checked'), kind: 'text', of: ({ state }) => STATE_WORDS[state] },
  { title: text('备注', 'Note'), kind: 'text', of: ({ note }) => note },
]

interface Wanted {
  readonly name: Text
  /** In the file's name, behind it. */
  readonly of: string
  readonly rows: readonly WalletInvoice[]
  readonly place: number
}

/** Said to be made at the day's beginning, so that its parts are parts of one file. */
export const invoicesSheet = async (context: Context, { name, of, rows, place }: Wanted) => {
  const { language, now, settings } = context
  const bytes = await renderSheets([sheetOf({ name, columns: COLUMNS, rows })], {
    language,
    now: instantOf(dayOf(now)),
    demonstration: settings.demonstration,
  })
  return paperPartOf({ kind: 'xlsx', name: `${say(name, language)} ${of}`, bytes }, place)
}
