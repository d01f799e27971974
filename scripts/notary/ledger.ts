/** What the notary has signed: one document of a kind for a draw and never another, each on the disk before its signature is given out. */
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import {
  documentHash,
  fileText,
  type DayOpening,
  type Freeze,
  type SignedDocument,
} from '../../functions/lottery/rules/draw/documents'

export interface Ledger {
  /** What was signed under this key. */
  find(key: string): SignedDocument | undefined
  /** A freeze or a day's opening by its hash, as what follows from it names it. */
  named(hash: string): Freeze | DayOpening | undefined
  /** @returns what stands under the key afterwards: the document, or another one that was there before */
  keep(key: string, document: SignedDocument): SignedDocument
  /** The notary herself lets a draw be made by its parties' secrets, though its round came afterwards. */
  allow(drawId: string): void
  isAllowed(drawId: string): boolean
  /** A line in the log of signatures and refusals. */
  log(line: Readonly<Record<string, unknown>>): void
}

const isThere = (error: unknown): boolean => (error as NodeJS.ErrnoException | null)?.code === 'EEXIST'

const syncFolder = (folder: string): void => {
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Whole and on the disk, or not there; never over another. */
const writeOnce = (folder: string, name: string, text: string): void => {
  const temporary = path.join(folder, `.${name}.${process.pid}`)
  rmSync(temporary, { force: true })
  const handle = openSync(temporary, 'wx', 0o600)
  try {
    writeFileSync(handle, text)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  try {
    linkSync(temporary, path.join(folder, name))
  } catch (error) {
    if (!isThere(error)) throw error
  } finally {
    rmSync(temporary, { force: true })
  }
  syncFolder(folder)
}

const nameOf = (key: string): string => createHash('sha256').update(key).digest('hex')

/** What others follow from. */
const isFirst = (document: SignedDocument): document is Freeze | DayOpening =>
  document.kind === 'shuibang/draw/1 freeze' || document.kind === 'shuibang/draw/1 day opening'

export const openLedger = (folder: string, clock: () => number, tell: (line: string) => void): Ledger => {
  const [signed, allowed] = [path.join(folder, 'signed'), path.join(folder, 'allowed')]
  for (const one of [signed, allowed]) mkdirSync(one, { recursive: true, mode: 0o700 })
  const textIn = (name: string): string | undefined => {
    const file = path.join(signed, name)
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined
  }
  const find: Ledger['find'] = (key) => {
    const text = textIn(`${nameOf(key)}.json`)
    return text === undefined ? undefined : (JSON.parse(text) as SignedDocument)
  }
  return {
    find,
    named: (hash) => {
      const key = textIn(`${hash}.key`)
      const found = key === undefined ? undefined : find(key)
      return found && isFirst(found) && documentHash(found) === hash ? found : undefined
    },
    keep: (key, document) => {
      // The way to it first: cut off in between, it leads to nothing, and nothing was signed.
      if (isFirst(document)) writeOnce(signed, `${documentHash(document)}.key`, key)
      writeOnce(signed, `${nameOf(key)}.json`, fileText(document))
      const kept = find(key)
      if (!kept) throw new Error('what was signed is not on the disk')
      return kept
    },
    allow: (drawId) => writeOnce(allowed, nameOf(drawId), `${drawId}\n`),
    isAllowed: (drawId) => existsSync(path.join(allowed, nameOf(drawId))),
    log: (line) => {
      const text = JSON.stringify({ at: new Date(clock()).toISOString(), ...line })
      appendFileSync(path.join(folder, 'signatures.log'), `${text}\n`, { mode: 0o600 })
      tell(text)
    },
  }
}
