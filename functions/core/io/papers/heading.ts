/** What stands above: the office, the title and the number of a paper; the heading of a part, never alone at the foot of a page. */
import { say, text } from '../../pure/text'
import { centre, type Canvas, type Element } from './canvas'
import type { Paper, Words } from './paper'
import { MARGIN, STYLES, WIDTH, type Style } from './styles'
import { WORDS } from './words'

const GAP = { beforePart: 12, underHeading: 4, underTitle: 10 } as const

const writeCentred = (canvas: Canvas, words: Words, style: Style, tag: 'H1' | 'P'): void => {
  const lines = canvas.lines(canvas.text(words), style, WIDTH)
  const { y } = canvas
  canvas.element(tag).add(() => canvas.write(lines, style, { ...centre, y, align: 'center' }))
  canvas.y += lines.length * canvas.lineHeight(style)
}

export const writeTitle = (canvas: Canvas, { office, title, number }: Paper): void => {
  if (office !== undefined) {
    writeCentred(canvas, office, STYLES.office, 'P')
    canvas.y += 2
  }
  writeCentred(canvas, title, STYLES.title, 'H1')
  if (number !== undefined) {
    const line = text(`${WORDS.number.zh}：${number}`, `${WORDS.number.en} ${number}`)
    writeCentred(canvas, line, STYLES.label, 'P')
  }
  canvas.y += GAP.underTitle
}

/** @param next how much of what follows stays with it, in points @returns the part that what follows belongs to */
export const beginPart = (canvas: Canvas, title: Words | undefined, next: number): Element => {
  const part = canvas.element('Sect')
  const { heading } = STYLES
  const lines = title === undefined ? [] : canvas.lines(canvas.text(title), heading, WIDTH)
  const height = lines.length * canvas.lineHeight(heading) + (lines.length > 0 ? GAP.underHeading : 0)
  if (canvas.y > MARGIN.top + 1) canvas.y += GAP.beforePart
  canvas.keep(height + next)
  if (lines.length > 0) {
    const { y } = canvas
    canvas.element('H2', part).add(() => canvas.write(lines, heading, { ...centre, y }))
    canvas.y += height
  }
  return part
}

/** The title as the name of the file in a window; in the metadata nothing may look like markup. */
export const nameOf = ({ title, number }: Paper, language: 'zh-CN' | 'en'): string =>
  [say(title, language), number]
    .filter((part) => part !== undefined)
    .join(' ')
    .replace(/[<>&]/g, ' ')
