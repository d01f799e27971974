/** Uploads of an export and of a backup: encrypted as they are kept, with a list of their sums. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as z from 'zod'
import { openDisk } from '../../functions/core/io/files/engines/disk'
import type { FileEngine } from '../../functions/core/io/files/engines/engine'
import { sumOf, type Sum } from './disk'
import type { Document } from './lines'
import { DataRefused } from './refused'

const UPLOADS = 'uploads'
const LIST = 'uploads.jsonl'

const entry = z.object({ id: z.string(), sha256: z.string() })
type Entry = z.infer<typeof entry>
type Ids = Iterable<string> | AsyncIterable<string>

export interface Listed extends Sum {
  readonly count: number
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const diskAt = (directory: string): Promise<FileEngine> => openDisk({ directory, clock: Date.now })
/** The uploads of an export's or a backup's folder. */
export const uploadsIn = (folder: string): Promise<FileEngine> => diskAt(join(folder, UPLOADS))

/** Of an export: those whose bytes its documents say are stored. */
export const storedAmong = async function* (documents: AsyncIterable<Document>): AsyncGenerator<string> {
  for await (const { id, doc } of documents) if (doc.state === 'stored') yield id
}

/** @returns false when it is not there */
export const copyUpload = async (from: FileEngine, to: FileEngine, id: string): Promise<boolean> => {
  const bytes = await from.get(id)
  if (bytes) await to.put(id, bytes)
  return bytes !== undefined
}

/** Writes the list, of what can be read back; `missing` is told the others. */
export const listUploads = async (
  folder: string,
  ids: Ids,
  missing: (id: string) => void,
): Promise<Listed> => {
  const path = join(folder, LIST)
  const kept = await uploadsIn(folder)
  const list = await open(path, 'w', 0o600)
  let count = 0
  try {
    for await (const id of ids) {
      const bytes = await kept.get(id)
      if (!bytes) {
        missing(id)
        continue
      }
      count += 1
      await list.appendFile(`${JSON.stringify({ id, sha256: sha256(bytes) } satisfies Entry)}\n`)
    }
    await list.sync()
  } finally {
    await list.close()
  }
  return { count, ...(await sumOf(path)) }
}

const listed = async function* (folder: string): AsyncGenerator<Entry> {
  for await (const line of createInterface({
    input: createReadStream(join(folder, LIST)),
    crlfDelay: Infinity,
  }))
    yield entry.parse(JSON.parse(line))
}

/** @throws DataRefused when the list or an upload is not what was written */
export const checkUploads = async (folder: string, wanted: Listed): Promise<void> => {
  const found = await sumOf(join(folder, LIST)).catch(() => undefined)
  if (found?.sha256 !== wanted.sha256)
    throw new DataRefused(`${join(folder, LIST)} is missing or not what was written`)
  const kept = await uploadsIn(folder)
  for await (const { id, sha256: sum } of listed(folder)) {
    const bytes = await kept.get(id)
    if (!bytes || sha256(bytes) !== sum)
      throw new DataRefused(`upload ${id} in ${folder} is missing or not what was written`)
  }
}

/** All that the list names. */
export const putUploads = async (folder: string, to: FileEngine): Promise<void> => {
  const from = await uploadsIn(folder)
  for await (const { id } of listed(folder)) await copyUpload(from, to, id)
}
