/** Whether a keyring is the one that sealed what is exported or backed up: told by fingerprints, never by keys. */
import { createHmac } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataKeys, type DataKeyDoc } from '../../functions/core/io/security/collections'
import {
  injectedText,
  KEYS_FILE,
  KEYS_VARIABLE,
  KeyringError,
  openKeyring,
  type Keyring,
} from '../../functions/core/io/security/keyring'
import { SealBroken } from '../../functions/core/io/security/suites'
import { openVault, type OpenedVault } from '../../functions/core/io/security/vault'
import type { Page, Scalar, Store } from '../../functions/core/io/store/contract'
import { makeFolder, writeWhole } from './disk'
import type { KeyMarks } from './manifest'
import { DataRefused } from './refused'

/** Keys are 32 random bytes: nothing about them can be learnt from their HMAC of a fixed text. */
const fingerprintOf = (key: Uint8Array): string =>
  createHmac('sha256', key).update('shuibang key fingerprint').digest('hex').slice(0, 32)

const kidsOf = (keyring: Keyring): readonly string[] => [keyring.current.kid, ...keyring.older()]

export const marksOf = (keyring: Keyring): KeyMarks => ({
  root: fingerprintOf(keyring.root),
  current: keyring.current.kid,
  ring: Object.fromEntries(
    kidsOf(keyring).map((kid) => [kid, fingerprintOf(keyring.keyOf(kid) ?? new Uint8Array())]),
  ),
})

/** Where keys may come from: `SHUIBANG_KEYS`, a file that the operator names, or the data folder. */
export interface KeySource {
  readonly dataDir: string
  readonly injected?: string | undefined
  /** `--keys`. */
  readonly file?: string | undefined
}

/** The text of the keyring as a file holds it, JSON, and whether it is yet to be put into the data folder. */
export interface FoundKeys {
  readonly keyring: Keyring
  readonly text: string
  readonly place: boolean
}

/** @throws DataRefused naming where they came from */
export const parsedKeys = (text: string, from: string): Keyring => {
  try {
    return openKeyring({ dir: '', injected: text })
  } catch (error) {
    if (error instanceof KeyringError)
      throw new DataRefused(error.message.replaceAll(KEYS_VARIABLE, from), { cause: error })
    throw error
  }
}

const textAt = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((cause: unknown) => {
    throw new DataRefused(`--keys: ${path} cannot be read`, { cause })
  })

/**
 * Finds the keys and never makes any.
 * @throws DataRefused when there are none, or two; KeyringError when others may read those of the data folder
 */
export const findKeys = async ({ dataDir, injected, file }: KeySource): Promise<FoundKeys> => {
  const own = join(dataDir, KEYS_FILE)
  if (file !== undefined) {
    if (injected)
      throw new DataRefused(
        `--keys: ${KEYS_VARIABLE} is set, and would be used instead; take one of them away`,
      )
    if (existsSync(own)) throw new DataRefused(`--keys: ${own} is there already; keys are never overwritten`)
    const text = injectedText(await textAt(file))
    return { keyring: parsedKeys(text, file), text, place: true }
  }
  if (injected)
    return { keyring: parsedKeys(injected, KEYS_VARIABLE), text: injectedText(injected), place: false }
  if (!existsSync(own))
    throw new DataRefused(
      `there are no keys: set ${KEYS_VARIABLE}, give --keys FILE where it is offered, or put the backup of the keys at ${own} (mode 600)`,
    )
  return { keyring: openKeyring({ dir: dataDir }), text: await readFile(own, 'utf8'), place: false }
}

/** Into a data folder that has none. */
export const placeKeys = async (dataDir: string, { text, place }: FoundKeys): Promise<void> => {
  if (!place) return
  await makeFolder(dataDir)
  await writeWhole(join(dataDir, KEYS_FILE), text)
}

/** @throws DataRefused unless the keyring opens everything that was sealed under `marks`, and makes the same pseudonyms */
export const checkMarks = (keyring: Keyring, marks: KeyMarks): void => {
  const found = marksOf(keyring)
  if (found.root !== marks.root)
    throw new DataRefused(
      'the keys here are not those it was written under (another root): nothing in it could be read. Put the right keys in place',
    )
  const lacking = Object.keys(marks.ring).filter((kid) => found.ring[kid] !== marks.ring[kid])
  if (lacking.length > 0)
    throw new DataRefused(
      `the keys here lack ${lacking.join(', ')} that it was written under: part of it could not be read. Put the newest copy of the keys in place`,
    )
}

/** A vault that only reads. */
export const readingVault = (store: Store, keyring: Keyring): OpenedVault =>
  openVault({
    store,
    keyring,
    clock: Date.now,
    random: () => {
      throw new Error('reading draws no randomness')
    },
  })

/**
 * Opens one sealed data key under each key of the ring that is in use. @returns how many such keys there are
 * @throws DataRefused when one does not open
 */
export const checkOpens = async (store: Store, keyring: Keyring): Promise<number> => {
  const vault = readingVault(store, keyring)
  let after: Scalar = null
  for (let opened = 0; ; opened += 1) {
    const page: Page<DataKeyDoc> = await store.query<DataKeyDoc>(dataKeys.name, {
      index: 'ring',
      range: { gt: after },
      limit: 1,
    })
    const [found] = page.items
    if (!found) return opened
    await vault.keysOf([found.id]).catch((cause: unknown) => {
      if (cause instanceof SealBroken)
        throw new DataRefused(
          `the keys here do not open what is sealed under ${found.doc.ring ?? ''}: they are not this database’s keys`,
          { cause },
        )
      throw cause
    })
    after = found.doc.ring
  }
}
