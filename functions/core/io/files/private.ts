/**
 * What holds people's data on a disk is readable by the server's own user alone: folders 0700, files 0600. What is too open is
 * mended where it is ours, and refused in words where it is not.
 */
import { chmodSync, closeSync, mkdirSync, openSync, statSync, type Stats } from 'node:fs'

/** Told at start; the message says what to do. */
export class TooOpenError extends Error {
  override readonly name = 'TooOpenError'
}

/** What was mended, with the mode it had: for the log. */
export interface Mended {
  readonly path: string
  readonly was: string
}
export type Tell = (mended: Mended) => void

const OTHERS = 0o077
/** Everybody's folder, as /tmp is: never one of ours alone. */
const STICKY = 0o1000

const factsOf = (path: string): Stats | undefined => statSync(path, { throwIfNoEntry: false })

const modeText = (mode: number): string => (mode & 0o7777).toString(8).padStart(4, '0')

const mend = (path: string, facts: Stats, mode: number, tell: Tell): void => {
  const words = `${path} can be read by others (mode ${modeText(facts.mode)})`
  if (facts.isDirectory() && (facts.mode & STICKY) !== 0)
    throw new TooOpenError(`${words} and is everybody's: name a folder of its own`)
  if (facts.uid !== process.getuid?.())
    throw new TooOpenError(
      `${words} and belongs to another user (${facts.uid}): make it this user's own and run: chmod ${mode.toString(8)} ${path}`,
    )
  chmodSync(path, mode)
  const after = statSync(path).mode
  if ((after & OTHERS) !== 0)
    throw new TooOpenError(`${words}, and this file system keeps no modes: put the data on one that does`)
  tell({ path, was: modeText(facts.mode) })
}

/** Where a platform has no users, as Windows, there is nothing to look at. */
const look = (path: string, mode: number, tell: Tell): void => {
  const facts = process.getuid ? factsOf(path) : undefined
  if (facts && (facts.mode & OTHERS) !== 0) mend(path, facts, mode, tell)
}

/** Made when there is none. @throws TooOpenError */
export const privateFolder = (path: string, tell: Tell = () => undefined): void => {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  look(path, 0o700, tell)
}

/** Left alone where there is none. @throws TooOpenError */
export const privateFile = (path: string, tell: Tell = () => undefined): void => look(path, 0o600, tell)

/** Made empty when there is none, so that whoever opens it next finds it private already. @throws TooOpenError */
export const ownFile = (path: string, tell: Tell = () => undefined): void => {
  closeSync(openSync(path, 'a', 0o600))
  privateFile(path, tell)
}
