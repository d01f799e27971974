/** Rows of cells with rules around them, over as many pages as they need: heads repeated, no last row alone. */
import type { Canvas, Element } from './canvas'
import type { Align } from './paper'
import { BOTTOM, MARGIN, RULE, SHADE, WIDTH, type Style } from './styles'

/** Points from a rule to the text. */
const PAD = { x: 5, y: 3.5 } as const

export interface Cell {
  readonly text: string
  readonly style: Style
  /** Of the whole width. */
  readonly from: number
  readonly to: number
  readonly align: Align
  /** Names its column, or the value after it. */
  readonly names?: true
}
interface SetCell extends Cell {
  readonly lines: readonly string[]
  readonly lineHeight: number
}
interface SetRow {
  readonly cells: readonly SetCell[]
  readonly height: number
}

const setRow = (canvas: Canvas, cells: readonly Cell[]): SetRow => {
  const set = cells.map((cell) => ({
    ...cell,
    lines: canvas.lines(cell.text, cell.style, (cell.to - cell.from) * WIDTH - 2 * PAD.x),
    lineHeight: canvas.lineHeight(cell.style),
  }))
  return { cells: set, height: heightOf(set) }
}
const heightOf = (cells: readonly SetCell[]): number =>
  Math.max(...cells.map(({ lines, lineHeight }) => lines.length * lineHeight)) + 2 * PAD.y

/** The height of an empty page. */
const FULL = BOTTOM - MARGIN.top

const frame = ({ doc, y }: Canvas, cells: readonly SetCell[], height: number): void => {
  for (const { from, to, names } of cells) {
    const x = MARGIN.left + from * WIDTH
    const width = (to - from) * WIDTH
    if (names) doc.rect(x, y, width, height).fill(SHADE)
    doc.rect(x, y, width, height).lineWidth(0.5).stroke(RULE)
  }
}

/** Labels with values are a list to a reader of screens, whatever stands beside what; rows of columns are a table. */
export type GridKind = 'Table' | 'L'

/** The row's elements are made once; a row that goes on overleaf adds to them. */
const elementsOf = (canvas: Canvas, whole: Whole, { cells }: SetRow): readonly Element[] => {
  if (whole.kind === 'Table') {
    const row = canvas.element('TR', whole.element)
    return cells.map(({ names }) =>
      canvas.element(names ? 'TH' : 'TD', row, names ? { scope: 'Column' } : {}),
    )
  }
  let item = whole.element
  return cells.map(({ names }) => {
    if (names) item = canvas.element('LI', whole.element)
    return canvas.element(names ? 'Lbl' : 'LBody', item)
  })
}
interface Whole {
  readonly kind: GridKind
  readonly element: Element
}

const writeCells = (canvas: Canvas, cells: readonly SetCell[], elements: readonly Element[]): void => {
  const height = heightOf(cells)
  canvas.ornament(() => frame(canvas, cells, height))
  cells.forEach((cell, index) => {
    if (cell.lines.length === 0) return
    const place = {
      x: MARGIN.left + cell.from * WIDTH + PAD.x,
      y: canvas.y + PAD.y,
      width: (cell.to - cell.from) * WIDTH - 2 * PAD.x,
      align: cell.align,
    }
    elements[index]?.add(() => canvas.write(cell.lines, cell.style, place))
  })
  canvas.y += height
}

/** A head that is repeated is no news to a reader of screens. */
const repeatHead = (canvas: Canvas, { cells, height }: SetRow): void => {
  canvas.ornament(() => {
    frame(canvas, cells, height)
    for (const { lines, style, from, to, align } of cells) {
      const width = (to - from) * WIDTH - 2 * PAD.x
      canvas.write(lines, style, { x: MARGIN.left + from * WIDTH + PAD.x, y: canvas.y + PAD.y, width, align })
    }
  }, 'Pagination')
  canvas.y += height
}

/** As many lines of each cell as fit, the rest overleaf. */
const writeLong = (
  canvas: Canvas,
  { cells }: SetRow,
  elements: readonly Element[],
  next: () => void,
): void => {
  let rest = cells
  while (rest.some(({ lines }) => lines.length > 0)) {
    const room = canvas.room() - 2 * PAD.y
    const part = rest.map((cell) => ({ ...cell, lines: cell.lines.slice(0, fitting(cell, room)) }))
    writeCells(canvas, part, elements)
    rest = rest.map((cell, index) => ({ ...cell, lines: cell.lines.slice(part[index]?.lines.length) }))
    if (rest.some(({ lines }) => lines.length > 0)) next()
  }
}
const fitting = ({ lineHeight }: SetCell, room: number): number => Math.max(1, Math.floor(room / lineHeight))

/** How much of it must stay together at its beginning. */
export const beginningOf = (canvas: Canvas, rows: readonly (readonly Cell[])[]): number =>
  rows.slice(0, 2).reduce((sum, cells) => sum + Math.min(setRow(canvas, cells).height, FULL / 4), 0)

export const writeGrid = (
  canvas: Canvas,
  {
    kind,
    head,
    rows,
    parent,
  }: {
    readonly kind: GridKind
    readonly head?: readonly Cell[]
    readonly rows: readonly (readonly Cell[])[]
    readonly parent: Element
  },
): void => {
  const whole = { kind, element: canvas.element(kind, parent) }
  const top = head && setRow(canvas, head)
  const set = rows.map((cells) => setRow(canvas, cells))
  const full = FULL - (top?.height ?? 0)
  const next = (): void => {
    canvas.newPage()
    if (top) repeatHead(canvas, top)
  }
  if (top) writeCells(canvas, top.cells, elementsOf(canvas, whole, top))
  set.forEach((row, index) => {
    const elements = elementsOf(canvas, whole, row)
    if (row.height > full) {
      if (canvas.room() < full / 4) next()
      writeLong(canvas, row, elements, next)
      return
    }
    const last = index === set.length - 2 ? (set.at(-1)?.height ?? 0) : 0
    if (canvas.room() < (row.height + last > full ? row.height : row.height + last)) next()
    writeCells(canvas, row.cells, elements)
  })
}
