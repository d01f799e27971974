/**
 * The deployment's keys: a root secret that never changes (pseudonyms and signatures hang on it) and a ring of wrapping
 * keys that rotates. A 0600 file in DATA_DIR on one machine, SHUIBANG_KEYS in the cloud.
 */
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'

export const KEYS_FILE = 'keys.json'
export const KEYS_VARIABLE = 'SHUIBANG_KEYS'

const KEY_BYTES = 32
const KID = /^[a-z0-9]{1,16}$/

/** Without keys nothing that is sealed can be read: said at start, in words that tell what to do. */
export class KeyringError extends Error {
  override readonly name = 'KeyringError'
}

export interface Keyring {
  /** What new data keys are wrapped under. */
  readonly current: { readonly kid: string; readonly key: Uint8Array }
  /** An older key of the ring. */
  keyOf(kid: string): Uint8Array | undefined
  /** The key ids that are no longer current. */
  older(): readonly string[]
  /** Of pseudonyms and signatures; never rotates, since ids are made with it. */
  readonly root: Uint8Array
  /**
   * Puts a fresh key in front. Old ones stay until `rewrap` of the vault has found nothing left under them.
   * @throws KeyringError when the keys were injected: then the injecting side rotates
   */
  rotate(random?: (bytes: number) => Uint8Array): string
}

interface KeyFile {
  readonly version: 1
  readonly root: string
  readonly current: string
  readonly keys: Readonly<Record<string, string>>
}

const decode = (text: unknown, what: string, from: string): Uint8Array => {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'base64') : Buffer.alloc(0)
  if (bytes.length !== KEY_BYTES || bytes.toString('base64') !== text)
    throw new KeyringError(`${from}: ${what} is not ${KEY_BYTES} bytes in base64`)
  return bytes
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const parse = (text: string, from: string): KeyFile => {
  let file: unknown
  try {
    file = JSON.parse(text)
  } catch {
    // The parser's own message would quote a piece of the keys.
    throw new KeyringError(`${from} is not JSON; put the backup of the keys in its place`)
  }
  if (!isRecord(file) || file.version !== 1 || !isRecord(file.keys) || typeof file.current !== 'string') {
    throw new KeyringError(`${from} is not a keyring of version 1; put the backup of the keys in its place`)
  }
  decode(file.root, 'root', from)
  const keys = Object.entries(file.keys).map(([kid, key]): [string, string] => {
    if (!KID.test(kid)) throw new KeyringError(`${from}: key id ${JSON.stringify(kid)} is not [a-z0-9]{1,16}`)
    return [kid, Buffer.from(decode(key, `key ${kid}`, from)).toString('base64')]
  })
  if (!Object.hasOwn(file.keys, file.current))
    throw new KeyringError(`${from}: the current key ${JSON.stringify(file.current)} is not among the keys`)
  return { version: 1, root: String(file.root), current: file.current, keys: Object.fromEntries(keys) }
}

/** JSON, or its base64: CloudBase's command line turns a variable that is JSON into something else. */
export const injectedText = (value: string): string =>
  value.trimStart().startsWith('{') ? value : Buffer.from(value, 'base64').toString('utf8')

const freshFile = (random: (bytes: number) => Uint8Array): KeyFile => ({
  version: 1,
  root: Buffer.from(random(KEY_BYTES)).toString('base64'),
  current: 'k1',
  keys: { k1: Buffer.from(random(KEY_BYTES)).toString('base64') },
})

/** The JSON of a new keyring, for SHUIBANG_KEYS. */
export const newKeyringText = (random: (bytes: number) => Uint8Array = randomBytes): string =>
  JSON.stringify(freshFile(random))

const writeWhole = (path: string, text: string): void => {
  const handle = openSync(path, 'wx', 0o600)
  try {
    writeSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

const temporary = (dir: string): string => join(dir, `.keys-${process.pid}-${randomBytes(6).toString('hex')}`)

/** Whole or not at all, and never over another's: of two processes that start at once, one makes the keys and both read them. */
const create = (dir: string, file: KeyFile): void => {
  const part = temporary(dir)
  writeWhole(part, `${JSON.stringify(file)}\n`)
  try {
    linkSync(part, join(dir, KEYS_FILE))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    unlinkSync(part)
  }
}

const holdsData = (dir: string): readonly string[] =>
  readdirSync(dir).filter((name) => /\.(db|sqlite3?)$/.test(name))

const isMissing = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

const loadFile = (dir: string): KeyFile | undefined => {
  const path = join(dir, KEYS_FILE)
  try {
    const mode = statSync(path).mode & 0o777
    if ((mode & 0o077) !== 0) {
      throw new KeyringError(
        `${path} can be read by others (mode ${mode.toString(8)}); run: chmod 600 ${path}, and rotate the keys if others may have read it`,
      )
    }
    return parse(readFileSync(path, 'utf8'), path)
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

interface OnDisk {
  read(): KeyFile | undefined
  write(file: KeyFile): void
}

const ringOf = (first: KeyFile, disk?: OnDisk): Keyring => {
  let file = first
  const bytesOf = (text: string): Uint8Array => Buffer.from(text, 'base64')
  const known = (kid: string): string | undefined =>
    Object.hasOwn(file.keys, kid) ? file.keys[kid] : undefined
  const keyOf = (kid: string): Uint8Array | undefined => {
    // A key that another process rotated in is met first by name: the file is read again.
    if (known(kid) === undefined && KID.test(kid)) file = disk?.read() ?? file
    const text = known(kid)
    return text === undefined ? undefined : bytesOf(text)
  }
  return {
    get current() {
      return { kid: file.current, key: bytesOf(file.keys[file.current] ?? '') }
    },
    keyOf,
    older: () => Object.keys(file.keys).filter((kid) => kid !== file.current),
    root: bytesOf(file.root),
    rotate: (random = randomBytes) => {
      if (!disk)
        throw new KeyringError(
          `the keys come from ${KEYS_VARIABLE}: add a key there, make it current and start again`,
        )
      file = disk.read() ?? file
      const kid = `k${1 + Math.max(0, ...Object.keys(file.keys).map((name) => Number(/^k(\d+)$/.exec(name)?.[1] ?? 0)))}`
      const next: KeyFile = {
        ...file,
        current: kid,
        keys: { ...file.keys, [kid]: Buffer.from(random(KEY_BYTES)).toString('base64') },
      }
      disk.write(next)
      file = next
      return kid
    },
  }
}

/**
 * Opens the keyring of a data folder, and makes it when the folder is new.
 *
 * @param injected the value of SHUIBANG_KEYS (JSON, or its base64), which takes the file's place
 * @throws KeyringError when the folder holds data but no keys, when others may read them, or when they are malformed
 */
export const openKeyring = ({
  dir,
  injected,
  random = randomBytes,
}: {
  readonly dir: string
  readonly injected?: string | undefined
  readonly random?: (bytes: number) => Uint8Array
}): Keyring => {
  if (injected) return ringOf(parse(injectedText(injected), KEYS_VARIABLE))
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const found = loadFile(dir)
  if (!found) {
    const data = holdsData(dir)
    if (data.length > 0) {
      throw new KeyringError(
        `${dir} holds data (${data.join(', ')}) but no ${KEYS_FILE}: what is sealed in it cannot be read. Put the backup of the keys there, or set ${KEYS_VARIABLE}`,
      )
    }
    create(dir, freshFile(random))
  }
  const file = found ?? loadFile(dir)
  if (!file) throw new KeyringError(`${join(dir, KEYS_FILE)} could not be made`)
  const write = (next: KeyFile): void => {
    const part = temporary(dir)
    writeWhole(part, `${JSON.stringify(next)}\n`)
    renameSync(part, join(dir, KEYS_FILE))
  }
  return ringOf(file, { read: () => loadFile(dir), write })
}
