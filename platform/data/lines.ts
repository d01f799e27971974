/** JSON lines: one document a line, `{"id":…,"doc":…}`, the document's keys in order, so that every engine exports the same bytes. */
import { createHash, type Hash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { canonical } from '../../functions/core/io/audit/canonical'
import type { Doc } from '../../functions/core/io/store/contract'
import { DataRefused } from './refused'

export interface Document {
  readonly id: string
  readonly doc: Doc
}

const NEWLINE = 0x0a

export const lineOf = ({ id, doc }: Document): string =>
  `{"id":${JSON.stringify(id)},"doc":${canonical(doc)}}\n`

/** Whole lines, each with its newline; what follows the last newline is left out. Holds one chunk and one line at a time. */
const wholeLines = async function* (path: string): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  for await (const read of createReadStream(path, { highWaterMark: 256 * 1024 })) {
    let chunk = read as Buffer
    for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE)) {
      yield Buffer.concat([...held, chunk.subarray(0, at + 1)])
      held = []
      chunk = chunk.subarray(at + 1)
    }
    if (chunk.length > 0) held.push(chunk)
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parsed = (line: Buffer): Document | undefined => {
  try {
    const value: unknown = JSON.parse(line.toString('utf8'))
    return isRecord(value) && typeof value.id === 'string' && isRecord(value.doc)
      ? { id: value.id, doc: value.doc as Doc }
      : undefined
  } catch {
    return undefined
  }
}

/** Every document of a finished file, in the order of ids. @throws DataRefused at a line that is none, or out of order */
export const documentsIn = async function* (path: string): AsyncGenerator<Document> {
  let place = 0
  let last = ''
  for await (const line of wholeLines(path)) {
    place += 1
    const document = parsed(line)
    if (!document || document.id <= last)
      throw new DataRefused(`${path}, line ${place}: not a document in its place`)
    last = document.id
    yield document
  }
}

export interface Kept {
  readonly documents: number
  readonly bytes: number
  /** Of those bytes; goes on with what is appended. */
  readonly hash: Hash
  /** Of the last document. */
  readonly id: string | undefined
}

/** What an interrupted export left whole: documents in order, up to the first line that is not. */
export const keptIn = async (path: string): Promise<Kept> => {
  const hash = createHash('sha256')
  let [documents, bytes] = [0, 0]
  let id: string | undefined
  if (!existsSync(path)) return { documents, bytes, hash, id }
  for await (const line of wholeLines(path)) {
    const document = parsed(line)
    if (!document || document.id <= (id ?? '')) break
    hash.update(line)
    documents += 1
    bytes += line.length
    id = document.id
  }
  return { documents, bytes, hash, id }
}
