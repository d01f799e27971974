/** Files of an export or a backup: the operator's alone, and on the disk before anything relies on them. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, readdir, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

export interface Sum {
  readonly bytes: number
  /** Hex. */
  readonly sha256: string
}

/** Also of a folder: what was made or renamed in it. */
export const flush = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Whole or not at all, readable by the operator alone; what stood there is replaced. */
export const writeWhole = async (path: string, text: string): Promise<void> => {
  const part = `${path}.part`
  const handle = await open(part, 'w', 0o600)
  try {
    await handle.writeFile(text)
    await handle.sync()
  } finally {
    await handle.close()
  }
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

export const makeFolder = async (path: string): Promise<void> => void (await mkdir(path, { recursive: true, mode: 0o700 }))

/** The names in a folder; none when there is no such folder. */
export const namesIn = async (path: string): Promise<readonly string[]> => (existsSync(path) ? readdir(path) : [])
