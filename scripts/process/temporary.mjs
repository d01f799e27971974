/**
 * Where tests put their databases: in memory when there is room, since hundreds of short-lived files would otherwise wait
 * for the disk at every commit. They are real SQLite files either way, and what a killed process had written stays.
 */
import { accessSync, constants, statfsSync } from 'node:fs'

const SHARED_MEMORY = '/dev/shm'
const ROOM = 2 * 1024 ** 3

export const temporary = () => {
  if (process.env.TMPDIR) return {}
  try {
    accessSync(SHARED_MEMORY, constants.W_OK)
    const { bavail, bsize } = statfsSync(SHARED_MEMORY)
    return bavail * bsize >= ROOM ? { TMPDIR: SHARED_MEMORY } : {}
  } catch {
    return {}
  }
}
