/** Versions as an instance makes them, wherever the database does not. */
import { randomBytes } from 'node:crypto'
import type { Version } from './contract'

/** Tokens of the form `<this opening>.<count>`: no two openings, and no two commits of one, share a token. */
export const versionSource = (): (() => Version) => {
  const opening = randomBytes(9).toString('base64url')
  let count = 0
  return () => {
    count += 1
    return `${opening}.${count.toString(36)}`
  }
}
