/** Running text: neither its first nor its last line stands alone on a page. */
import type { Basis } from '../../pure/law'
import { text, type Text } from '../../pure/text'
import type { Canvas, Element } from './canvas'
import { beginPart } from './heading'
import type { Words } from './paper'
import { MARGIN, STYLES, WIDTH, type Style } from './styles'
import { WORDS } from './words'

/** Lines that stay together at either end. */
const TOGETHER = 2

/** How many lines go onto this page; 0: begin overleaf. */
export const linesHere = (lines: number, room: number): number => {
  if (lines <= room) return lines
  const here = Math.min(room, lines - TOGETHER)
  return here < TOGETHER ? 0 : here
}

const flow = (
  canvas: Canvas,
  lines: readonly string[],
  style: Style,
  element: Element,
  indent: number,
): void => {
  const height = canvas.lineHeight(style)
  let rest = lines
  while (rest.length > 0) {
    const room = Math.floor(canvas.room() / height + 0.001)
    // an empty page takes what it can
    const here = linesHere(rest.length, room) || (canvas.y > MARGIN.top ? 0 : Math.max(1, room))
    if (here > 0) {
      const [part, { y }] = [rest.slice(0, here), canvas]
      const place = { x: MARGIN.left + indent, width: WIDTH - indent, y }
      element.add(() => canvas.write(part, style, place))
      canvas.y += here * height
      rest = rest.slice(here)
    }
    if (rest.length > 0) canvas.newPage()
  }
}

const beginning = (canvas: Canvas, lines: readonly string[], style: Style): number =>
  Math.min(lines.length, TOGETHER + (lines.length === TOGETHER + 1 ? 1 : 0)) * canvas.lineHeight(style)

export const writeParagraph = (canvas: Canvas, title: Words | undefined, words: Words): void => {
  const { body } = STYLES
  const lines = canvas.lines(canvas.text(words), body, WIDTH)
  const part = beginPart(canvas, title, beginning(canvas, lines, body))
  flow(canvas, lines, body, canvas.element('P', part), 0)
}

/** Room for `12. `. */
const NUMBER = 20

const lawText = ({ rule, basis, unconfirmed }: Basis): Text => {
  const { zh, en } = WORDS.unconfirmed
  return text(
    [rule.zh, basis.zh].filter(Boolean).join('——') + (unconfirmed ? zh : ''),
    [rule.en, basis.en].filter(Boolean).join(' — ') + (unconfirmed ? ` ${en}` : ''),
  )
}

/** What the paper stands on: the rule, then where it is written. */
export const writeLaw = (canvas: Canvas, title: Words | undefined, basis: readonly Basis[]): void => {
  if (basis.length === 0) return
  const { body } = STYLES
  const texts = basis.map((one) => canvas.lines(canvas.text(lawText(one)), body, WIDTH - NUMBER))
  const part = beginPart(canvas, title ?? WORDS.basis, beginning(canvas, texts[0] ?? [], body))
  const list = canvas.element('L', part)
  texts.forEach((lines, index) => {
    const item = canvas.element('LI', list)
    canvas.keep(beginning(canvas, lines, body))
    const place = { x: MARGIN.left, y: canvas.y, width: NUMBER }
    canvas.element('Lbl', item).add(() => canvas.write([`${index + 1}.`], body, place))
    flow(canvas, lines, body, canvas.element('LBody', item), NUMBER)
    canvas.y += 2
  })
}
