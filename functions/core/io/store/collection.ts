/** How a function declares its documents: one `defineCollection` each, in its `collections.ts`. */
import type { Doc } from './contract'

export interface CollectionSpec {
  /** `[a-z][A-Za-z]{1,40}`, unique in the deployment. */
  readonly name: string
  /** The document version that this code writes. Documents carry it as `v`. */
  readonly v: number
  /** Index name → fields, top level, in order; ties are broken by id. Fields hold one type each, or null. */
  readonly indexes: Readonly<Record<string, readonly string[]>>
  /**
   * How long documents live. `forever` says why. `expiresAt` documents carry an Instant in that field and are swept;
   * such a collection declares the index `expiry: ['expiresAt']`.
   */
  readonly retention: { readonly kind: 'forever'; readonly why: string } | { readonly kind: 'expiresAt' }
  /** From a document of version `n` to one of `n + 1`. */
  readonly upcasters?: Readonly<Record<number, (doc: Doc) => Doc>>
}

/** A typed handle on a collection: pass it to `tx` and to the typed readers. */
export interface Collection<T extends Doc> extends CollectionSpec {
  /** Phantom: the document type. */
  readonly document?: T
}

export const defineCollection = <T extends Doc>(spec: CollectionSpec): Collection<T> => {
  if (!/^[a-z][A-Za-z]{1,40}$/.test(spec.name)) throw new RangeError(`collection name: ${spec.name}`)
  if (spec.retention.kind === 'expiresAt' && !spec.indexes.expiry) throw new RangeError(`${spec.name}: retention needs index expiry`)
  return spec
}
