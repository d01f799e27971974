/** A table: the head repeated on each page, money at the right, the total in bold with the row before it. */
import type { Canvas } from './canvas'
import { beginningOf, writeGrid, type Cell } from './grid'
import { beginPart } from './heading'
import type { Align, Block, Column, Value } from './paper'
import { STYLES, type Style } from './styles'
import { isMoney, wordsOf } from './values'

export type TableBlock = Extract<Block, { readonly kind: 'table' }>

interface Span {
  readonly from: number
  readonly to: number
  readonly align: Align
}

/** A column of money has its title at the right too. */
const spansOf = ({ columns, rows }: TableBlock): readonly Span[] => {
  const all = columns.reduce((sum, { share }) => sum + share, 0)
  let from = 0
  return columns.map(({ share, align }, index) => {
    const first = rows[0]?.[index]
    const span = {
      from,
      to: from + share / all,
      align: align ?? (first && isMoney(first) ? 'right' : 'left'),
    }
    from = span.to
    return span
  })
}

const cellsOf = (
  canvas: Canvas,
  spans: readonly Span[],
  values: readonly Value[],
  style: Style,
): readonly Cell[] =>
  spans.map((span, index) => {
    const value = values[index] ?? ''
    return {
      ...span,
      text: canvas.text(wordsOf(value)),
      style,
      align: isMoney(value) ? 'right' : span.align,
    }
  })

const headOf = (canvas: Canvas, spans: readonly Span[], columns: readonly Column[]): readonly Cell[] =>
  cellsOf(
    canvas,
    spans,
    columns.map(({ title }) => title),
    STYLES.head,
  ).map((cell) => ({ ...cell, names: true }))

export const writeTable = (canvas: Canvas, block: TableBlock): void => {
  const spans = spansOf(block)
  const head = headOf(canvas, spans, block.columns)
  const rows = block.rows.map((values) => cellsOf(canvas, spans, values, STYLES.cell))
  const total = block.total ? [cellsOf(canvas, spans, block.total, STYLES.head)] : []
  const parent = beginPart(canvas, block.title, beginningOf(canvas, [head, ...rows, ...total]))
  writeGrid(canvas, { kind: 'Table', head, rows: [...rows, ...total], parent })
}
