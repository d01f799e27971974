/** A PDF read back by a library that is not the one that wrote it. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface ReadText {
  readonly text: string
  /** Points from the left and from the foot of the page. */
  readonly x: number
  readonly y: number
  readonly width: number
}
export interface Structure {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly Structure[]
}
export interface ReadPage {
  readonly lang: string | null
  readonly size: readonly [number, number]
  readonly texts: readonly ReadText[]
  readonly structure: Structure | null
  /** On the last page, the rectangles that a code is drawn of: left, bottom, right, top. */
  readonly drawing: readonly (readonly [number, number, number, number])[]
}
export interface ReadPaper {
  readonly info: Readonly<Record<string, unknown>>
  readonly marked: boolean
  readonly fonts: readonly string[]
  readonly pages: readonly ReadPage[]
}

/** Many at once: starting the reader takes longer than reading. */
export const readPdfs = (papers: readonly Uint8Array[]): readonly ReadPaper[] => {
  const dir = mkdtempSync(join(tmpdir(), 'paper-'))
  try {
    const files = papers.map((bytes, index) => {
      const file = join(dir, `${index}.pdf`)
      writeFileSync(file, bytes)
      return file
    })
    const script = join(process.cwd(), 'test/harness/papers/read-pdf.mjs')
    const output = execFileSync(process.execPath, [script, ...files], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    return JSON.parse(output) as ReadPaper[]
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

export const readPdf = (bytes: Uint8Array): ReadPaper => {
  const [paper] = readPdfs([bytes])
  if (!paper) throw new Error('nothing was read')
  return paper
}

/** @param number from 1 */
export const pageOf = (bytes: Uint8Array, number = 1): ReadPage => {
  const page = readPdf(bytes).pages[number - 1]
  if (!page) throw new Error(`no page ${number}`)
  return page
}

/** What somebody gets who copies it, without the spaces that a reader puts between pieces. */
export const copied = ({ texts }: ReadPage): string => texts.map(({ text }) => text).join('')

/** All roles below, in the order of reading. */
export const roles = (structure: Structure | null): readonly string[] => [
  ...(structure?.role === undefined ? [] : [structure.role]),
  ...(structure?.children ?? []).flatMap(roles),
]
