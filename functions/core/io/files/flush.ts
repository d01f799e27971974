/** Bytes and folders that are on the disk when the call resolves. */
import { open } from 'node:fs/promises'

/** Also of a folder: what was made or renamed in it. */
export const flush = async (path: string): Promise<void> => {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Readable by this user alone. `wx` wants that nothing is there; `w` replaces it. */
export const writeFlushed = async (
  path: string,
  content: Uint8Array | string,
  flag: 'w' | 'wx',
): Promise<void> => {
  const handle = await open(path, flag, 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
