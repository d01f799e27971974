/** Sets a paper as PDF; loaded with the first paper (index.ts). */
import type { Language } from '../../pure/errors'
import type { Instant } from '../../pure/time'
import { centre, createCanvas, eachPage, type Canvas } from './canvas'
import { writePlaces, writeProof } from './closing'
import { loadFonts } from './fonts'
import { nameOf, writeTitle } from './heading'
import { writeLaw, writeParagraph } from './paragraph'
import type { Block, Paper } from './paper'
import { writeRows } from './rows'
import { BOTTOM, STYLES } from './styles'
import { writeTable } from './table'
import { pageOf, WORDS } from './words'

export interface RenderOptions {
  readonly language: Language
  /** When the paper was issued, not when somebody fetches it: the same paper is then the same file, byte by byte. */
  readonly now: Instant
  /** `settings.demonstration`: every page says so. */
  readonly demonstration: boolean
}

const writeBlock = (canvas: Canvas, block: Block): void => {
  switch (block.kind) {
    case 'rows':
      return writeRows(canvas, block)
    case 'table':
      return writeTable(canvas, block)
    case 'paragraph':
      return writeParagraph(canvas, block.title, block.text)
    case 'law':
      return writeLaw(canvas, block.title, block.lines)
  }
}

/** Page numbers, what the pages belong to, and what they are not. */
const writeFeet = (canvas: Canvas, name: string, demonstration: boolean): void => {
  const { note } = STYLES
  const remark = demonstration ? canvas.text(WORDS.demonstration) : ''
  eachPage(canvas, (page, pages) =>
    canvas.ornament(() => {
      const y = BOTTOM + 16
      canvas.write([canvas.text(pageOf(page, pages))], note, { ...centre, y, align: 'right' })
      canvas.write([canvas.lines(name, note, centre.width * 0.7)[0] ?? ''], note, { ...centre, y })
      if (remark !== '')
        canvas.write(canvas.lines(remark, note, centre.width), note, {
          ...centre,
          y: y + 13,
          align: 'center',
        })
    }, 'Pagination'),
  )
}

const collect = (doc: PDFKit.PDFDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = []
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
    doc.end()
  })

/** A4, tagged (PDF/UA), fonts inside; no names of authors, no clock and no chance in it. */
export const render = async (
  paper: Paper,
  { language, now, demonstration }: RenderOptions,
): Promise<Uint8Array> => {
  const name = nameOf(paper, language)
  const canvas = await createCanvas({
    language,
    fonts: await loadFonts(),
    info: { Title: name, Producer: 'Shuibang', Creator: 'Shuibang', CreationDate: new Date(now) },
  })
  writeTitle(canvas, paper)
  for (const block of paper.blocks) writeBlock(canvas, block)
  writePlaces(canvas, paper.places ?? [])
  if (paper.proof) writeProof(canvas, paper.proof)
  writeFeet(canvas, name, demonstration)
  return collect(canvas.doc)
}
