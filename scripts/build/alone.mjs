/** Lets one process at a time make a thing: who comes meanwhile waits, and then finds it made. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const TRY_AGAIN_MS = 100

const isAlive = (pid) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/** @returns {boolean} whether this process holds it now */
const take = (file) => {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    return false
  }
}

/** Who was killed while it held the file does not keep the others waiting. A file without a number is being written. */
const freeOfTheDead = (file) => {
  try {
    const pid = Number(readFileSync(file, 'utf8'))
    if (pid > 0 && !isAlive(pid)) rmSync(file, { force: true })
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

/**
 * @template T
 * @param {string} file that is there as long as somebody is at it
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export const alone = async (file, work) => {
  mkdirSync(path.dirname(file), { recursive: true })
  while (!take(file)) {
    freeOfTheDead(file)
    await new Promise((resolve) => setTimeout(resolve, TRY_AGAIN_MS))
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
