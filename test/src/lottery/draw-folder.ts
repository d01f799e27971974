/** A published folder as `lottery/file` gives it. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

const NAMES = [
  'freeze.json',
  'entries.bin',
  'tiles.bin',
  'beacon.json',
  'result.json',
  'day-opening.json',
  'day-closing.json',
] as const

export const filesOf = (folder: string) =>
  NAMES.filter((name) => existsSync(path.join(folder, name))).map((name) => ({
    name,
    size: readFileSync(path.join(folder, name)).length,
  }))

interface Piece {
  readonly name: string
  readonly offset: number
  readonly length: number
}

/** @param instead what some files hold in place of what was published */
export const pieceOf =
  (folder: string, instead: Readonly<Record<string, Buffer>> = {}) =>
  ({ name, offset, length }: Piece) => {
    const whole = instead[name] ?? readFileSync(path.join(folder, name))
    return { size: whole.length, bytes: whole.subarray(offset, offset + length).toString('base64') }
  }
