/** One run of a transaction's work: what it read, and what it means to write. Nothing reaches the store before commit. */
import type { AppError } from '../../pure/errors'
import { applyPatch } from './apply-patch'
import { upcast } from './reader'
import { StoreInputError, type Change, type Doc, type Store, type Stored, type Version } from './contract'
import type { Collection, CollectionSpec } from './collection'
import type { Tx, TxPatch } from './transaction'

/** What was read is no longer so, and the work gave no answer for it: run it again. */
export class LostRace extends Error {
  override readonly name = 'LostRace'
}

export interface Read {
  readonly collection: string
  readonly id: string
  /** Undefined: there was none. */
  readonly version: Version | undefined
}

type Otherwise = (() => AppError) | undefined
type Write =
  | { readonly op: 'insert'; readonly doc: Doc; readonly otherwise: Otherwise }
  | { readonly op: 'replace'; readonly doc: Doc }
  | { readonly op: 'remove' }
  | { readonly op: 'patch'; readonly patch: TxPatch }

interface Place {
  readonly spec: CollectionSpec
  readonly id: string
  /** As `get` found it; `null` when there was none; undefined when it was not `get`. */
  base?: Stored | null
  write?: Write
}

/** A change of the commit, and what to raise when it is refused. */
export interface Intent {
  readonly change: Change
  readonly otherwise: Otherwise
}

type Reads = Pick<Tx, 'get' | 'peek' | 'insert' | 'replace' | 'put' | 'remove' | 'patch'>

export interface Buffer extends Reads {
  readonly reads: () => Read[]
  /** Checks of what was read first, then the writes in the order they were first made. */
  readonly intents: () => Intent[]
  readonly writes: () => number
}

const raise = (otherwise: Otherwise): never => {
  throw otherwise ? otherwise() : new LostRace()
}

/** Exactly the changed document, or the refusal that the commit would meet. */
const patchedHere = (spec: CollectionSpec, doc: Doc, patch: TxPatch): Doc => {
  const result = applyPatch(upcast(spec, doc), patch)
  return result.outcome === 'patched' ? result.doc : raise(patch.otherwise)
}

const changeOf = ({ spec, id, base, write }: Place): Intent | undefined => {
  const at = { collection: spec.name, id }
  if (!write)
    return base ? { change: { op: 'check', ...at, version: base.version }, otherwise: undefined } : undefined
  switch (write.op) {
    case 'insert':
      return { change: { op: 'insert', ...at, doc: write.doc }, otherwise: write.otherwise }
    case 'replace':
      return base
        ? { change: { op: 'replace', ...at, version: base.version, doc: write.doc }, otherwise: undefined }
        : undefined
    case 'remove':
      return base
        ? { change: { op: 'remove', ...at, version: base.version }, otherwise: undefined }
        : undefined
    case 'patch': {
      const { otherwise, ...patch } = write.patch
      return { change: { op: 'patch', ...at, ...patch }, otherwise }
    }
  }
}

export const openBuffer = (store: Store): Buffer => {
  const places = new Map<string, Place>()
  /** In the order of first writes. */
  const written = new Set<Place>()

  const placeOf = (spec: CollectionSpec, id: string): Place => {
    const key = `${spec.name}/${id}`
    const place = places.get(key) ?? { spec, id }
    places.set(key, place)
    return place
  }

  const write = (place: Place, change: Write): void => {
    place.write = change
    written.add(place)
  }

  const load = async (place: Place): Promise<Stored | null> =>
    (await store.read(place.spec.name, [place.id]))[0] ?? null

  /** A patch that is then looked at becomes a replacement of the version it was looked at in. */
  const settlePatch = (place: Place, base: Stored | null): void => {
    if (place.write?.op !== 'patch') return
    const { patch } = place.write
    if (!base) return raise(patch.otherwise)
    place.write = { op: 'replace', doc: patchedHere(place.spec, base.doc, patch) }
  }

  const standing = (place: Place): Doc | undefined => {
    if (place.write?.op === 'remove') return undefined
    if (place.write && 'doc' in place.write) return place.write.doc
    return place.base?.doc
  }

  const get = async <T extends Doc>(collection: Collection<T>, id: string): Promise<T | undefined> => {
    const place = placeOf(collection, id)
    const known = place.write !== undefined && place.write.op !== 'patch'
    if (!known && place.base === undefined) {
      const base = await load(place)
      settlePatch(place, base)
      place.base = base
    }
    const doc = standing(place)
    return doc && upcast<T>(collection, doc)
  }

  const peek = async <T extends Doc>(collection: Collection<T>, id: string): Promise<T | undefined> => {
    const place = placeOf(collection, id)
    if (place.write || place.base !== undefined) return get(collection, id)
    const stored = await load(place)
    return stored ? upcast<T>(collection, stored.doc) : undefined
  }

  const replace = <T extends Doc>(collection: Collection<T>, id: string, doc: T): void => {
    const place = placeOf(collection, id)
    if (place.write?.op === 'insert') return write(place, { ...place.write, doc })
    if (!place.base || place.write?.op === 'remove')
      throw new StoreInputError(`${collection.name}/${id}: replace wants a document that was read with get`)
    write(place, { op: 'replace', doc })
  }

  const insert: Tx['insert'] = (collection, id, doc, options) => {
    const place = placeOf(collection, id)
    // removed here: what stands is replaced
    if (place.base && place.write?.op === 'remove') return write(place, { op: 'replace', doc })
    if (place.base) return raise(options?.otherwise)
    if (place.write) throw new StoreInputError(`${collection.name}/${id}: inserted twice`)
    write(place, { op: 'insert', doc, otherwise: options?.otherwise })
  }

  const put: Tx['put'] = (collection, id, doc) => {
    const place = placeOf(collection, id)
    if (place.base === undefined && !place.write)
      throw new StoreInputError(`${collection.name}/${id}: put wants a document that was looked for with get`)
    if (standing(place)) return replace(collection, id, doc)
    insert(collection, id, doc)
  }

  const remove: Tx['remove'] = (collection, id) => {
    const place = placeOf(collection, id)
    if (place.write?.op === 'insert' && !place.base) {
      delete place.write
      written.delete(place)
      return
    }
    if (!place.base)
      throw new StoreInputError(`${collection.name}/${id}: remove wants a document that was read with get`)
    write(place, { op: 'remove' })
  }

  const patch: Tx['patch'] = (collection, id, given) => {
    const place = placeOf(collection, id)
    if (place.write?.op === 'patch') throw new StoreInputError(`${collection.name}/${id}: patched twice`)
    if (place.base === undefined && !place.write) return write(place, { op: 'patch', patch: given })
    const doc = standing(place)
    if (!doc) return raise(given.otherwise)
    const after = patchedHere(collection, doc, given)
    write(
      place,
      place.write?.op === 'insert' ? { ...place.write, doc: after } : { op: 'replace', doc: after },
    )
  }

  return {
    get,
    peek,
    insert,
    replace,
    put,
    remove,
    patch,
    reads: () =>
      [...places.values()]
        .filter((place) => place.base !== undefined)
        .map(({ spec, id, base }) => ({ collection: spec.name, id, version: base?.version })),
    intents: () => {
      const checks = [...places.values()].filter((place) => !place.write)
      return [...checks, ...written].map(changeOf).filter((intent) => intent !== undefined)
    },
    writes: () => written.size,
  }
}
