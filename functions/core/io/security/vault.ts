/** Sealing of personal data under a data key per subject, pseudonyms, and the keys that others sign with. */
import { createSecretKey, type KeyObject } from 'node:crypto'
import { AppError } from '../../pure/errors'
import { MINUTE, type Instant } from '../../pure/time'
import type { Store, Stored } from '../store/contract'
import { dataKeys, type DataKeyDoc } from './collections'
import type { DataKey, Vault, Where } from './contract'
import { derive, pseudonymsOf } from './derive'
import type { Keyring } from './keyring'
import { lru } from './lru'
import { kidOf, openWith, SealBroken, sealWith, secretKey } from './suites'

export interface OpenedVault extends Vault {
  /**
   * Wraps up to 100 data keys again that still lie under an older key of the ring; run until it answers 0, and only
   * then take the older key out of the ring.
   */
  rewrap(): Promise<number>
}

export interface VaultOptions {
  readonly store: Store
  readonly keyring: Keyring
  readonly random: (bytes: number) => Uint8Array
  readonly clock: () => Instant
  /** Unwrapped data keys held in memory at most. */
  readonly cached?: number
}

/** An unwrapped key is trusted for so long: after `destroy` on another instance, this one forgets within it. */
const CACHE_MS = MINUTE
const CACHED = 20_000
const KID_ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz'
const TRIES = 6

const dataKeyOf = (kid: string, key: KeyObject, random: (bytes: number) => Uint8Array): DataKey => ({
  seal: (where, plain) => sealWith({ kid, key, nonce: random, where, plain }),
  open: (where, sealed) => openWith({ kid, key, where, sealed }),
})

/** Things that belong to no person are sealed under keys derived from the ring; the text names which of its keys. */
const ownKeyOf = (keyring: Keyring, random: (bytes: number) => Uint8Array): DataKey => {
  const derived = new Map<string, KeyObject>()
  const keyOf = (kid: string, ring: Uint8Array): KeyObject => {
    const known = derived.get(kid)
    if (known) return known
    const key = createSecretKey(derive(ring, 'own'))
    derived.set(kid, key)
    return key
  }
  return {
    seal: (where, plain) => {
      const { kid, key } = keyring.current
      return sealWith({ kid, key: keyOf(kid, key), nonce: random, where, plain })
    },
    open: (where, sealed) => {
      const kid = kidOf(sealed) ?? ''
      const ring = keyring.keyOf(kid)
      if (!ring) throw new SealBroken(`${where}: sealed under another key`)
      return openWith({ kid, key: keyOf(kid, ring), where, sealed })
    },
  }
}

const wrapWhere = (subject: string): Where => `${dataKeys.name}|${subject}|wrapped`

const wrap = (
  subject: string,
  key: Uint8Array,
  { keyring, random }: VaultOptions,
): Pick<DataKeyDoc, 'ring' | 'wrapped'> => {
  const { kid, key: ring } = keyring.current
  const wrapped = sealWith({
    kid,
    key: secretKey(ring),
    nonce: random,
    where: wrapWhere(subject),
    plain: Buffer.from(key).toString('base64'),
  })
  return { ring: kid, wrapped }
}

/** @throws SealBroken when the ring no longer holds the key, or the document was moved or altered */
const unwrap = (subject: string, doc: DataKeyDoc, { keyring }: VaultOptions): Uint8Array => {
  const ring = keyring.keyOf(doc.ring ?? '')
  if (!ring || doc.ring === null || doc.wrapped === null)
    throw new SealBroken(`keys|${subject}: the keyring does not hold key ${doc.ring ?? ''}`)
  return Buffer.from(
    openWith({ kid: doc.ring, key: secretKey(ring), where: wrapWhere(subject), sealed: doc.wrapped }),
    'base64',
  )
}

/**
 * The vault of a deployment. The data key of whoever calls is unwrapped once a minute at most; otherwise `keyOf`
 * answers from memory.
 */
export const openVault = (options: VaultOptions): OpenedVault => {
  const { store, keyring, random, clock } = options
  const cache = lru<DataKey>({ limit: options.cached ?? CACHED, clock })
  const loading = new Map<string, Promise<DataKey>>()
  const pseudonym = pseudonymsOf(keyring.root)

  // Counts destructions, so that a key read before one is not remembered after it.
  let destructions = 0

  const remember = (subject: string, doc: DataKeyDoc, readAt: number): DataKey => {
    const key = dataKeyOf(doc.kid, secretKey(unwrap(subject, doc, options)), random)
    if (readAt === destructions) cache.set(subject, key, clock() + CACHE_MS)
    return key
  }
  const read = async (subject: string): Promise<Stored<DataKeyDoc> | undefined> =>
    (await store.read<DataKeyDoc>(dataKeys.name, [subject]))[0]

  const make = async (subject: string): Promise<void> => {
    const kid = [...random(10)].map((byte) => KID_ALPHABET.charAt(byte & 31)).join('')
    const doc: DataKeyDoc = { v: 1, kid, ...wrap(subject, random(32), options), createdAt: clock() }
    // A refusal means that another instance was first: its key is read next.
    await store.commit([{ op: 'insert', collection: dataKeys.name, id: subject, doc }])
  }
  const load = async (subject: string): Promise<DataKey> => {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const readAt = destructions
      const found = await read(subject)
      if (found?.doc.wrapped === null) throw new AppError('ERASED')
      if (found) return remember(subject, found.doc, readAt)
      await make(subject)
    }
    throw new AppError('BUSY')
  }
  const keyOf = async (subject: string): Promise<DataKey> => {
    const known = cache.get(subject)
    if (known) return known
    const underWay = loading.get(subject)
    if (underWay) return underWay
    const loaded = load(subject).finally(() => loading.delete(subject))
    loading.set(subject, loaded)
    return loaded
  }

  const keysOf = async (subjects: readonly string[]): Promise<ReadonlyMap<string, DataKey>> => {
    const keys = new Map<string, DataKey>()
    const missing = new Set<string>()
    subjects.forEach((subject) => {
      const known = cache.get(subject)
      if (known) keys.set(subject, known)
      else missing.add(subject)
    })
    if (missing.size === 0) return keys
    const ids = [...missing]
    const readAt = destructions
    const found = await store.read<DataKeyDoc>(dataKeys.name, ids)
    found.forEach((stored) => {
      if (stored && stored.doc.wrapped !== null) keys.set(stored.id, remember(stored.id, stored.doc, readAt))
    })
    return keys
  }

  /** What replaces the wrapped key also stands when there never was one: nothing can be sealed for the subject any more. */
  const destroy = async (subject: string): Promise<void> => {
    for (let attempt = 0; attempt < TRIES; attempt += 1) {
      const found = await read(subject)
      if (found?.doc.wrapped === null) break
      const doc: DataKeyDoc = {
        v: 1,
        kid: found?.doc.kid ?? 'none',
        ring: null,
        wrapped: null,
        createdAt: found?.doc.createdAt ?? clock(),
        destroyedAt: clock(),
      }
      const outcome = await store.commit([
        found
          ? { op: 'replace', collection: dataKeys.name, id: subject, version: found.version, doc }
          : { op: 'insert', collection: dataKeys.name, id: subject, doc },
      ])
      if (outcome.outcome === 'committed') break
      if (attempt === TRIES - 1) throw new AppError('BUSY')
    }
    destructions += 1
    loading.delete(subject)
    cache.delete(subject)
  }

  const rewrap = async (): Promise<number> => {
    let done = 0
    for (const kid of keyring.older()) {
      const page = await store.query<DataKeyDoc>(dataKeys.name, {
        index: 'ring',
        where: { ring: kid },
        limit: 100,
      })
      for (const { id, version, doc } of page.items) {
        const key = unwrap(id, doc, options)
        const outcome = await store.commit([
          {
            op: 'replace',
            collection: dataKeys.name,
            id,
            version,
            doc: { ...doc, ...wrap(id, key, options) },
          },
        ])
        if (outcome.outcome === 'committed') done += 1
      }
      if (done > 0) return done
    }
    return done
  }

  return {
    pseudonym,
    keyOf,
    keysOf,
    own: ownKeyOf(keyring, random),
    destroy,
    signingKey: (purpose) => derive(keyring.root, `sign|${purpose}`),
    rewrap,
  }
}
