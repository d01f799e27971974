/** The published files in a folder, for the stand-alone verifier: Node alone, nothing of the server. */
import { closeSync, existsSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Published } from '../../functions/lottery/rules/draw/published'

export const folderOf = (folder: string): Published => ({
  size: async (name) => {
    const file = path.join(folder, name)
    return existsSync(file) ? statSync(file).size : undefined
  },
  read: async (name, offset, length) => {
    const file = openSync(path.join(folder, name), 'r')
    try {
      const bytes = new Uint8Array(length)
      let done = 0
      while (done < length) {
        const got = readSync(file, bytes, done, length - done, offset + done)
        if (got === 0) throw new Error(`${name} ends at byte ${offset + done}`)
        done += got
      }
      return bytes
    } finally {
      closeSync(file)
    }
  },
  text: async (name) => {
    const file = path.join(folder, name)
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined
  },
})
