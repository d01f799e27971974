/** Files of an export or a backup: the operator's alone, and on the disk before anything relies on them. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { readdir, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import { privateFolder } from '../../functions/core/io/files/private'
import { flush, writeFlushed } from '../../functions/core/io/files/flush'

export interface Sum {
  readonly bytes: number
  /** Hex. */
  readonly sha256: string
}

/** Whole or not at all, readable by the operator alone; what stood there is replaced. */
export const writeWhole = async (path: string, text: string): Promise<void> => {
  const part = `${path}.part`
  await writeFlushed(part, text, 'w')
  await rename(part, path)
  await flush(dirname(path))
}

export const sumOf = async (path: string): Promise<Sum> => {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk as Buffer)
    bytes += (chunk as Buffer).length
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** One that was there is the operator's choice, and is made private where it is this user's. */
export const makeFolder = async (path: string): Promise<void> => privateFolder(path)

/** The names in a folder; none when there is no such folder. */
export const namesIn = async (path: string): Promise<readonly string[]> =>
  existsSync(path) ? readdir(path) : []
