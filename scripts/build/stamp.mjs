/** Knows by content whether a build is up to date, so that a second start builds nothing. */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root } from '../process/command.mjs'

export const stampDir = path.join(root, '.cache', 'build')
const bytewise = (a, b) => (a < b ? -1 : Number(a > b))

/** Every file under `at`, relative to the project, in one order on every machine. */
export const filesUnder = (at) => {
  const absolute = path.join(root, at)
  if (!existsSync(absolute)) return []
  if (statSync(absolute).isFile()) return [at]
  return readdirSync(absolute)
    .sort(bytewise)
    .flatMap((name) => filesUnder(`${at}/${name}`))
}

/** @param {{ inputs: string[], keep?: (file: string) => boolean }} target */
export const hashOf = ({ inputs, keep = () => true }) => {
  const hash = createHash('sha256').update(process.versions.node)
  for (const file of inputs.flatMap(filesUnder).filter(keep))
    hash.update(`\0${file}\0`).update(readFileSync(path.join(root, file)))
  return hash.digest('hex')
}

const stampOf = (name) => path.join(stampDir, name)
export const isFresh = (target) =>
  target.outputs.every((file) => existsSync(path.join(root, file))) &&
  existsSync(stampOf(target.name)) &&
  readFileSync(stampOf(target.name), 'utf8') === hashOf(target)

/** Notes the hash taken before the build: a file edited while it ran makes the next build run again. */
export const markFresh = (target, hash) => {
  mkdirSync(stampDir, { recursive: true })
  writeFileSync(stampOf(target.name), hash)
}
