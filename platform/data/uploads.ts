/**
 * Uploads of a backup. The database is copied first and the files it names after it: bytes are on the disk before their
 * document says `stored`, and leave it only after the document says `removing`. So each named file was there when the copy was
 * made; one that has gone since is found missing, and the database is copied once more.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import * as z from 'zod'
import { openDisk } from '../../functions/core/io/files/engines/disk'
import type { FileEngine } from '../../functions/core/io/files/engines/engine'
import { sumOf, type Sum } from './disk'
import { DataRefused } from './refused'
import { storedUploads } from './snapshot'

export const UPLOADS = 'uploads'
const LIST = 'uploads.jsonl'

const entry = z.object({ id: z.string(), sha256: z.string() })
type Entry = z.infer<typeof entry>

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const diskAt = (directory: string): Promise<FileEngine> => openDisk({ directory, clock: Date.now })

const copyOne = async (from: FileEngine, to: FileEngine, id: string): Promise<boolean> => {
  const bytes = await from.get(id)
  if (bytes) await to.put(id, bytes)
  return bytes !== undefined
}

/** Copies what the copied database names and is not copied yet. @returns the first that is gone, if any */
export const copyUploads = async ({ database, from, to, copied }: {
  readonly database: string
  readonly from: FileEngine
  readonly to: FileEngine
  /** Grows by what was copied. */
  readonly copied: Set<string>
}): Promise<string | undefined> => {
  for (const id of storedUploads(database)) {
    if (copied.has(id)) continue
    if (!(await copyOne(from, to, id))) return id
    copied.add(id)
  }
  return undefined
}

/** Writes the list of a backup's uploads, from what can be read back; takes away those that the last copy no longer names. */
export const listUploads = async (folder: string, { database, to, copied }: { readonly database: string; readonly to: FileEngine; readonly copied: Set<string> }): Promise<{ readonly count: number } & Sum> => {
  const path = join(folder, LIST)
  const left = new Set(copied)
  const list = await open(path, 'wx', 0o600)
  try {
    for (const id of storedUploads(database)) {
      left.delete(id)
      const bytes = await to.get(id)
      if (!bytes) throw new DataRefused(`upload ${id} cannot be read back from ${folder}`)
      await list.appendFile(`${JSON.stringify({ id, sha256: sha256(bytes) } satisfies Entry)}\n`)
    }
    await list.sync()
  } finally {
    await list.close()
  }
  for (const id of left) await to.remove(id)
  return { count: copied.size - left.size, ...(await sumOf(path)) }
}

const listed = async function* (folder: string): AsyncGenerator<Entry> {
  for await (const line of createInterface({ input: createReadStream(join(folder, LIST)), crlfDelay: Infinity })) yield entry.parse(JSON.parse(line))
}

/** @throws DataRefused when the list or an upload of the backup is not what was backed up */
export const checkUploads = async (folder: string, wanted: { readonly count: number } & Sum): Promise<void> => {
  const found = await sumOf(join(folder, LIST)).catch(() => undefined)
  if (found?.sha256 !== wanted.sha256) throw new DataRefused(`${join(folder, LIST)} is missing or not what was backed up`)
  const from = await diskAt(join(folder, UPLOADS))
  for await (const { id, sha256: sum } of listed(folder)) {
    const bytes = await from.get(id)
    if (!bytes || sha256(bytes) !== sum) throw new DataRefused(`upload ${id} in ${folder} is missing or not what was backed up`)
  }
}

export const restoreUploads = async (folder: string, to: FileEngine): Promise<void> => {
  const from = await diskAt(join(folder, UPLOADS))
  for await (const { id } of listed(folder)) await copyOne(from, to, id)
}
