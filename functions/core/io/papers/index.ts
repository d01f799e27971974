/** Papers as PDF: `renderPaper` here, what they say in paper.ts, how a screen fetches them in part.ts. */
import type { Paper } from './paper'
import type { RenderOptions } from './render'

export { calculation } from './calculation'
export type { Align, Block, Column, Paper, Place, Proof, Row, Value, Words } from './paper'
export type { RenderOptions } from './render'

/**
 * An A4 PDF with its own Chinese font. The library and the font (21 MB) are loaded with the first paper of an instance.
 * The same paper, language and instant give the same bytes.
 * @example
 * const bytes = await renderPaper(paper, { language: context.language, now: doc.decidedAt, demonstration: context.settings.demonstration })
 */
export const renderPaper = async (paper: Paper, options: RenderOptions): Promise<Uint8Array> => {
  const { render } = await import('./render')
  return render(paper, options)
}
