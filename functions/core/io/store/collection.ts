/** How a function declares its documents: one `defineCollection` each, in its `collections.ts`. */
import type { Doc } from './contract'
import { checkPersonal, type Personal } from './personal'

/** The index that every collection has without declaring it: its documents in the order of their ids. For exports and checks. */
export const BY_ID = 'id'

export interface CollectionSpec {
  /** `[a-z][A-Za-z]{1,40}`, unique in the deployment. */
  readonly name: string
  /** The document version that this code writes. Documents carry it as `v`. */
  readonly v: number
  /**
   * Index name → fields, top level, in order; ties are broken by id. Fields hold one type each, or null. `id` is no name: a
   * walk by id alone is always there under it.
   */
  readonly indexes: Readonly<Record<string, readonly string[]>>
  /**
   * How long documents live. `forever` says why. `expiresAt` documents carry an Instant in that field and are swept;
   * such a collection declares the index `expiry: ['expiresAt']`.
   */
  readonly retention: { readonly kind: 'forever'; readonly why: string } | { readonly kind: 'expiresAt' }
  /**
   * Many write its documents at once. They change by `patch` alone, outside any commit: inside one, a patch would hold the
   * document's lock for all of the commit's round trips (on CloudBase 64 bookings of one slot took 10 s that way). Lint holds it.
   */
  readonly hot?: true
  /** Whom its documents name, what an export shows of them and what an erasure does: every collection of the deployment says. */
  readonly personal?: Personal
  /** From a document of version `n` to one of `n + 1`. */
  readonly upcasters?: Readonly<Record<number, (doc: Doc) => Doc>>
}

/** A typed handle on a collection: pass it to `tx` and to the typed readers. */
export interface Collection<T extends Doc> extends CollectionSpec {
  /** Phantom: the document type. */
  readonly document?: T
}

export const defineCollection = <T extends Doc>(
  spec: Omit<CollectionSpec, 'personal'> & { readonly personal?: Personal<T> },
): Collection<T> => {
  if (!/^[a-z][A-Za-z]{1,40}$/.test(spec.name)) throw new RangeError(`collection name: ${spec.name}`)
  if (Object.hasOwn(spec.indexes, BY_ID))
    throw new RangeError(`${spec.name}: ${BY_ID} is the index that every collection has`)
  if (spec.retention.kind === 'expiresAt' && !spec.indexes.expiry)
    throw new RangeError(`${spec.name}: retention needs index expiry`)
  checkPersonal(spec)
  return spec
}
