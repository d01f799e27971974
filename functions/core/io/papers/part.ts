/** A paper or a sheet on its way to a screen: in parts that every edge lets through. Screens put them together: src/client/open-paper.ts. */
import { createHash } from 'node:crypto'
import * as z from 'zod/mini'
import { partOf, type BytesPart } from '../files/read-parts'
import { count } from '../schema'

export const PAPER_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
export type PaperKind = keyof typeof PAPER_TYPES

export interface PaperFile {
  readonly kind: PaperKind
  /** Without the ending: it is made of the kind. */
  readonly name: string
  readonly bytes: Uint8Array
}
export interface PaperPart extends BytesPart {
  readonly kind: PaperKind
  readonly name: string
  /** Of the whole file: parts of two different files are never put together. */
  readonly sha256: string
}

/** The output of a procedure that gives a paper; its input has the `place`, from 0. */
export const paperPart = z.object({
  kind: z.enum(['pdf', 'xlsx']),
  name: z.string(),
  sha256: z.string(),
  size: count,
  place: count,
  parts: count,
  bytes: z.string(),
})

/** What no file system wants in a name, and what would move about in it. */
const fileName = (name: string, kind: PaperKind): string =>
  `${name
    .replace(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)}.${kind}`

/**
 * Each part is made of the whole paper anew, so that nothing is kept: give `renderPaper` the instant of the document, not the clock.
 * @throws AppError NOT_FOUND for a part that there is not
 * @example
 * paperPartOf({ kind: 'pdf', name: `退税决定书 ${number}`, bytes: await renderPaper(paper, options) }, input.place)
 */
export const paperPartOf = ({ kind, name, bytes }: PaperFile, place: number): PaperPart => ({
  kind,
  name: fileName(name, kind),
  sha256: createHash('sha256').update(bytes).digest('hex'),
  ...partOf(bytes, place),
})
