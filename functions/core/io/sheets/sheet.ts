/** What a spreadsheet says, as data: columns that know their kind, and the rows they are read from. How it is written is write.ts. */
import type { Fen } from '../../pure/money'
import type { Text } from '../../pure/text'
import type { Day } from '../../pure/time'

interface ColumnOf<Kind extends string, Row, Value> {
  readonly title: Text
  readonly kind: Kind
  /** `null` leaves the cell empty. */
  readonly of: (row: Row) => Value | null
  /** In digits (a Chinese character takes two); else as wide as what stands in it, 48 at most. */
  readonly width?: number
}

export type SheetColumn<Row> =
  /** Numbers of papers, accounts and telephones too: kept digit by digit. */
  | ColumnOf<'text', Row, Text | string>
  /** A number with two decimals that can be added up. */
  | ColumnOf<'money', Row, Fen>
  /** A real date that can be sorted and filtered by month. */
  | ColumnOf<'day', Row, Day>
  | ColumnOf<'number', Row, number>

export type SheetCell =
  | { readonly kind: 'text'; readonly value: Text | string | null }
  | { readonly kind: 'money'; readonly value: Fen | null }
  | { readonly kind: 'day'; readonly value: Day | null }
  | { readonly kind: 'number'; readonly value: number | null }

export interface SheetHead {
  readonly title: Text
  readonly kind: SheetCell['kind']
  readonly width?: number
}

/** One sheet of a file; its head stays in sight and has a filter. */
export interface Sheet {
  /** On its tab: 31 characters at most, none of `[]:*?/\`. */
  readonly name: Text
  readonly heads: readonly SheetHead[]
  readonly rows: readonly (readonly SheetCell[])[]
}

const cellOf = <Row>(column: SheetColumn<Row>, row: Row): SheetCell => {
  switch (column.kind) {
    case 'text':
      return { kind: 'text', value: column.of(row) }
    case 'money':
      return { kind: 'money', value: column.of(row) }
    case 'day':
      return { kind: 'day', value: column.of(row) }
    case 'number':
      return { kind: 'number', value: column.of(row) }
  }
}

/**
 * @example
 * sheetOf({
 *   name: text('待办', 'Inbox'),
 *   columns: [
 *     { title: text('编号', 'No.'), kind: 'text', of: (item: Item) => item.number },
 *     { title: text('金额', 'Amount'), kind: 'money', of: (item) => item.fen },
 *   ],
 *   rows: items,
 * })
 */
export const sheetOf = <Row>({
  name,
  columns,
  rows,
}: {
  readonly name: Text
  readonly columns: readonly SheetColumn<Row>[]
  readonly rows: readonly Row[]
}): Sheet => ({
  name,
  heads: columns.map(({ title, kind, width }) => ({ title, kind, width })),
  rows: rows.map((row) => columns.map((column) => cellOf(column, row))),
})
