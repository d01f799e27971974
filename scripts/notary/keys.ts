/** The notary's key and the token she shares with the deployment: files that she alone can read. */
import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { notaryOf, type KeyedNotary } from '../../functions/lottery/draw/notary'
import { fromHex, isHex } from '../../functions/core/pure/bytes'

/** Said with the way out, exit code 2. */
export class NotSafe extends Error {}

export interface NotaryKeys {
  readonly notary: KeyedNotary
  readonly token: string
}

const KEY = 'key'
const TOKEN = 'token'
const secretFile = { mode: 0o600, flag: 'wx' } as const

/** @throws NotSafe when there is a key already: it is never written over */
export const makeKeys = (folder: string): NotaryKeys => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  chmodSync(folder, 0o700)
  if (existsSync(path.join(folder, KEY))) throw new NotSafe(`${folder} has a key already`)
  // The key last: where it is, all is there.
  if (!existsSync(path.join(folder, TOKEN)))
    writeFileSync(path.join(folder, TOKEN), `${randomBytes(32).toString('base64url')}\n`, secretFile)
  writeFileSync(path.join(folder, KEY), `${randomBytes(32).toString('hex')}\n`, secretFile)
  return readKeys(folder)
}

const readOwn = (folder: string, name: string): string => {
  const file = path.join(folder, name)
  if (!existsSync(file)) throw new NotSafe(`there is no ${file}: make it by "notary init ${folder}"`)
  const found = lstatSync(file)
  const me = process.getuid?.()
  if (!found.isFile()) throw new NotSafe(`${file} is not a plain file`)
  if (me !== undefined && found.uid !== me) throw new NotSafe(`${file} belongs to somebody else`)
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0)
    throw new NotSafe(`${file} can be read by others: chmod 600 ${file}`)
  return readFileSync(file, 'utf8').trim()
}

/** @throws NotSafe for files that others can read, or that hold something else */
export const readKeys = (folder: string): NotaryKeys => {
  const [key, token] = [readOwn(folder, KEY), readOwn(folder, TOKEN)]
  if (!isHex(key, 32)) throw new NotSafe(`${path.join(folder, KEY)} holds no key`)
  if (!/^[0-9A-Za-z_-]{32,200}$/.test(token)) throw new NotSafe(`${path.join(folder, TOKEN)} holds no token`)
  return { notary: notaryOf(fromHex(key)), token }
}
