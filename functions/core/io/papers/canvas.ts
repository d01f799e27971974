/** The pages of a paper while it is set: measures and writes lines, breaks pages, and tells readers of screens what is what. */
import type { Language } from '../../pure/errors'
import { say } from '../../pure/text'
import type { Fonts } from './fonts'
import { breakLines } from './lines'
import type { Align, Words } from './paper'
import { printable } from './printable'
import { BOTTOM, MARGIN, PAGE, type Style } from './styles'

export type Element = PDFKit.PDFStructureElement
/** PDF's names of what a part is. */
export type Tag =
  | 'H1'
  | 'H2'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Sect'
  | 'Figure'
  | 'Document'

export interface Place {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly align?: Align
}

export interface Canvas {
  readonly doc: PDFKit.PDFDocument
  readonly language: Language
  /** Where the next part begins. */
  y: number
  /** Points left on this page. */
  room(): number
  /** A new page, when less than this is left. */
  keep(height: number): void
  newPage(): void
  /** In the paper's language, as the font can print it. */
  text(words: Words): string
  lines(text: string, style: Style, width: number): readonly string[]
  lineHeight(style: Style): number
  /** Inside the content of an element, or of an artefact. */
  write(lines: readonly string[], style: Style, place: Place): void
  /** A part of the paper's structure; content is added to it on any page. */
  element(tag: Tag, parent?: Element, options?: ElementOptions): Element
  /** Lines, shades and page numbers: no reader of screens says them. */
  ornament(draw: () => void, type?: 'Layout' | 'Pagination'): void
}
export interface ElementOptions {
  readonly alt?: string
  readonly scope?: 'Column'
  readonly bbox?: readonly [number, number, number, number]
}

const OPTIONS = {
  size: 'A4',
  margins: { top: 0, left: 0, right: 0, bottom: 0 },
  pdfVersion: '1.7',
  subset: 'PDF/UA',
  tagged: true,
  displayTitle: true,
  bufferPages: true,
  autoFirstPage: false,
  // none of the fonts that readers bring themselves
  font: '',
} as const

/** What the font says of itself; pdfkit's own types leave it out. */
interface Known {
  readonly _font: { readonly font: { hasGlyphForCodePoint(codePoint: number): boolean } }
}

export const createCanvas = async ({
  language,
  fonts,
  info,
}: {
  readonly language: Language
  readonly fonts: Fonts
  readonly info: PDFKit.DocumentInfo
}): Promise<Canvas> => {
  // asked for here and not above: what only knows of papers (a command, a server at its start) does not load the library
  const { default: PDFDocument } = await import('pdfkit')
  // `subset`, `scope` and `bbox` are newer than the types
  const doc = new PDFDocument({ ...OPTIONS, lang: language, info } as unknown as PDFKit.PDFDocumentOptions)
  doc.registerFont('regular', fonts.regular)
  doc.registerFont('bold', fonts.bold)
  doc.font('regular')
  const { font } = (doc as unknown as Known)._font
  const root = doc.struct('Document')
  doc.addStructure(root)

  const use = ({ weight, size, colour }: Style): void => {
    doc.font(weight).fontSize(size).fillColor(colour)
  }
  const canvas: Canvas = {
    doc,
    language,
    y: MARGIN.top,
    room: () => BOTTOM - canvas.y,
    keep: (height) => {
      if (canvas.room() < height && canvas.y > MARGIN.top) canvas.newPage()
    },
    newPage: () => {
      doc.addPage()
      canvas.y = MARGIN.top
    },
    text: (words) =>
      printable(typeof words === 'string' ? words : say(words, language), (codePoint) =>
        font.hasGlyphForCodePoint(codePoint),
      ),
    lines: (text, style, width) => {
      use(style)
      return breakLines(text, width, (part) => doc.widthOfString(part))
    },
    lineHeight: (style) => {
      use(style)
      return doc.currentLineHeight(true)
    },
    write: (lines, style, { x, y, width, align = 'left' }) => {
      use(style)
      const height = doc.currentLineHeight(true)
      lines.forEach((line, index) => {
        const free = align === 'left' ? 0 : width - doc.widthOfString(line)
        doc.text(line, x + (align === 'center' ? free / 2 : free), y + index * height, { lineBreak: false })
      })
    },
    element: (tag, parent = root, options = {}) => {
      const element = doc.struct(tag, options)
      parent.add(element)
      return element
    },
    ornament: (draw, type = 'Layout') => {
      doc.markContent('Artifact', { type })
      draw()
      doc.endMarkedContent()
    },
  }
  doc.addPage()
  return canvas
}

/** Footers are written last, when the pages are counted. */
export const eachPage = ({ doc }: Canvas, write: (page: number, pages: number) => void): void => {
  const { start, count } = doc.bufferedPageRange()
  for (let page = 0; page < count; page += 1) {
    doc.switchToPage(start + page)
    write(page + 1, count)
  }
}

export const centre = { x: MARGIN.left, width: PAGE.width - MARGIN.left - MARGIN.right } as const
