/** A draw's published files in a folder on disk. Each appears whole or not at all, so that what is there is finished. */
import { open, readFile, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import type { FileName, Published } from '../rules/draw/published'

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException | null)?.code === 'ENOENT'

const orAbsent = async <T>(reading: Promise<T>): Promise<T | undefined> => {
  try {
    return await reading
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

/** Reads exactly `length` bytes into `into`. @throws Error when the file ends before */
export const readExactly = async (
  handle: FileHandle,
  into: Uint8Array,
  { offset, length }: { readonly offset: number; readonly length: number },
): Promise<void> => {
  let done = 0
  while (done < length) {
    const { bytesRead } = await handle.read(into, done, length - done, offset + done)
    if (bytesRead === 0) throw new Error(`the file ends at ${offset + done}, before ${offset + length}`)
    done += bytesRead
  }
}

/** Writes all of it, where the file stands or at a place. */
export const writeAll = async (
  handle: FileHandle,
  bytes: Uint8Array,
  at: number | null = null,
): Promise<void> => {
  let done = 0
  while (done < bytes.length) {
    const place = at === null ? null : at + done
    done += (await handle.write(bytes, done, bytes.length - done, place)).bytesWritten
  }
}

export const publishedIn = (folder: string): Published => ({
  size: async (name) => (await orAbsent(stat(path.join(folder, name))))?.size,
  read: async (name, offset, length) => {
    const handle = await open(path.join(folder, name))
    try {
      const bytes = new Uint8Array(length)
      await readExactly(handle, bytes, { offset, length })
      return bytes
    } finally {
      await handle.close()
    }
  },
  text: (name) => orAbsent(readFile(path.join(folder, name), 'utf8')),
})

/** Makes the names in a folder survive a loss of power. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder)
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Puts a finished file in its place, once its bytes are on the disk. */
export const finish = async (folder: string, from: string, name: FileName): Promise<void> => {
  const handle = await open(from, 'r+')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(from, path.join(folder, name))
  await syncFolder(folder)
}

export const temporaryOf = (folder: string, name: string): string => path.join(folder, `.${name}.unfinished`)

/** Writes a file through a temporary one. `write` may be interrupted anywhere: the name then is not there. */
export const writeWhole = async (
  folder: string,
  name: FileName,
  write: (handle: FileHandle) => Promise<void>,
): Promise<void> => {
  const temporary = temporaryOf(folder, name)
  await rm(temporary, { force: true })
  const handle = await open(temporary, 'wx')
  try {
    await write(handle)
  } finally {
    await handle.close()
  }
  await finish(folder, temporary, name)
}

export const writeText = (folder: string, name: FileName, text: string): Promise<void> =>
  writeWhole(folder, name, (handle) => handle.writeFile(text))
