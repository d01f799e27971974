/** Labels and values, as forms of tax offices have them: two pairs in a line where both fit, else one over the whole width. */
import type { Canvas } from './canvas'
import { beginningOf, writeGrid, type Cell } from './grid'
import { beginPart } from './heading'
import type { Row, Words } from './paper'
import { STYLES, WIDTH } from './styles'
import { isMoney, wordsOf } from './values'

/** Of the width: a label, and where the right half begins. */
const LABEL = 0.18
const HALF = 0.5
/** Points that a cell leaves beside its text. */
const BESIDE = 12

interface Pair {
  readonly label: string
  readonly value: string
  readonly right: boolean
  readonly wide: boolean
}

const pairOf = (canvas: Canvas, { label, value, wide }: Row): Pair => {
  // a dash for what was left empty, so that a gap is seen to be meant
  const said = canvas.text(wordsOf(value)).trim() || '—'
  const fits = (text: string, share: number): boolean =>
    canvas.lines(text, STYLES.cell, share * WIDTH - BESIDE).length === 1
  const name = canvas.text(label)
  return {
    label: name,
    value: said,
    right: isMoney(value),
    wide: wide === true || !fits(said, HALF - LABEL) || !fits(name, LABEL),
  }
}

const cellsOf = ({ label, value, right }: Pair, from: number, to: number): Cell[] => [
  { text: label, style: STYLES.label, from, to: from + LABEL, align: 'left', names: true },
  { text: value, style: STYLES.cell, from: from + LABEL, to, align: right ? 'right' : 'left' },
]

/** One that stays alone takes the whole line. */
const inLines = (pairs: readonly Pair[]): Cell[][] => {
  const lines: Cell[][] = []
  for (let at = 0; at < pairs.length; at += 1) {
    const [pair, beside] = [pairs[at], pairs[at + 1]]
    if (!pair) break
    if (pair.wide || !beside || beside.wide) {
      lines.push(cellsOf({ ...pair, right: false }, 0, 1))
      continue
    }
    lines.push([...cellsOf(pair, 0, HALF), ...cellsOf(beside, HALF, 1)])
    at += 1
  }
  return lines
}

export const writeRows = (
  canvas: Canvas,
  { title, rows }: { readonly title?: Words; readonly rows: readonly Row[] },
): void => {
  if (rows.length === 0) return
  const lines = inLines(rows.map((row) => pairOf(canvas, row)))
  const parent = beginPart(canvas, title, beginningOf(canvas, lines))
  writeGrid(canvas, { kind: 'L', rows: lines, parent })
}
