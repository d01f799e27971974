/** The folder that a draw is published as, wherever it lies: a disk, a web server that answers ranges, the mini-program's cache. */

/** Names of files, as they are published. */
export const FILES = {
  freeze: 'freeze.json',
  entries: 'entries.bin',
  tiles: 'tiles.bin',
  beacon: 'beacon.json',
  reveals: 'reveals.json',
  result: 'result.json',
  dayOpening: 'day-opening.json',
  dayClosing: 'day-closing.json',
} as const
export type FileName = (typeof FILES)[keyof typeof FILES]

export interface Published {
  /** In bytes; undefined: there is no such file. */
  size(name: FileName): Promise<number | undefined>
  /** @throws Error when the file does not reach so far */
  read(name: FileName, offset: number, length: number): Promise<Uint8Array>
  /** The file as text; undefined: there is no such file. */
  text(name: FileName): Promise<string | undefined>
}
