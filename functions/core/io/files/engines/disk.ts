/** Files in a folder: written beside, flushed, then renamed into place. Readable by the server's user alone. */
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { HOUR, type Instant } from '../../../pure/time'
import { flush, writeFlushed } from '../flush'
import { privateFolder, type Tell } from '../private'
import { checkName, type FileEngine } from './engine'

export interface DiskOptions {
  readonly directory: string
  readonly clock: () => Instant
  /** The gateway's path for uploads. */
  readonly baseUrl?: string
  /** Told of a folder that others could read, and cannot any more. */
  readonly mended?: Tell | undefined
}

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT'

/** Opens the folder, making it when needed, and clears what a crash left half-written there. */
export const openDisk = async ({
  directory,
  clock,
  baseUrl = '/api/files/',
  mended,
}: DiskOptions): Promise<FileEngine> => {
  const incoming = join(directory, 'incoming')
  // Nothing in it can be reached past its own folder.
  privateFolder(directory, mended)
  privateFolder(incoming, mended)
  await clearStale(incoming, clock() - HOUR)
  let serial = 0

  const placeOf = (name: string): { folder: string; path: string } => {
    const folder = join(directory, checkName(name).slice(-2).toLowerCase())
    return { folder, path: join(folder, name) }
  }

  return {
    name: 'disk',
    uploadTarget: async (name, { type }) => ({
      method: 'PUT',
      url: `${baseUrl}${name}`,
      headers: { 'content-type': type },
    }),
    put: async (name, bytes) => {
      const { folder, path } = placeOf(name)
      serial += 1
      const draft = join(incoming, `${name}.${process.pid}.${serial}`)
      await writeFlushed(draft, bytes, 'wx')
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await rename(draft, path)
      await flush(folder)
      await flush(directory)
    },
    get: (name) =>
      readFile(placeOf(name).path).catch((error: unknown) => {
        if (isMissing(error)) return undefined
        throw error
      }),
    remove: (name) => rm(placeOf(name).path, { force: true }),
  }
}

const clearStale = async (folder: string, before: Instant): Promise<void> => {
  for (const entry of await readdir(folder)) {
    const path = join(folder, entry)
    const facts = await stat(path).catch(() => undefined)
    if (facts && facts.mtimeMs < before) await rm(path, { force: true })
  }
}
