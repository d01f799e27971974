/** The store's contract: what every engine gives, and nothing more. Its sentences are in docs/store.md. */

export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }
/** A document's body: JSON with whole, safe numbers; keys `[A-Za-z0-9_]{1,64}`; at most 64 kB. */
export type Doc = { readonly [key: string]: Json | undefined }

/** An opaque token of the writing commit, never reused; every write changes it. */
export type Version = string

export interface Stored<T extends Doc = Doc> {
  readonly id: string
  readonly version: Version
  readonly doc: T
}

/** A dotted path into a document, e.g. `holders.ap_01H`. */
export type Path = string
export type Scalar = null | boolean | number | string

/** A condition on one field of the document being patched. `min` and `max` look at the number after `add`. */
export type Guard =
  | { readonly path: Path; readonly min: number }
  | { readonly path: Path; readonly max: number }
  | { readonly path: Path; readonly is: Scalar }
  | { readonly path: Path; readonly absent: true }

/** One document's atomic change. Order: guards on what stands, `add`, min/max guards, `set`, `unset`. */
export interface PatchSpec {
  readonly collection: string
  readonly id: string
  readonly add?: Readonly<Record<Path, number>>
  readonly set?: Readonly<Record<Path, Json>>
  readonly unset?: readonly Path[]
  readonly when?: readonly Guard[]
  /**
   * A path that `set` also sets and that must be absent before. A repeat that finds it holding the same value has
   * succeeded (`already: true`). Used outside commits only; inside a commit the receipt does this work.
   */
  readonly marker?: Path
}

export type Change =
  | { readonly op: 'insert'; readonly collection: string; readonly id: string; readonly doc: Doc }
  | {
      readonly op: 'replace'
      readonly collection: string
      readonly id: string
      readonly version: Version
      readonly doc: Doc
    }
  | { readonly op: 'remove'; readonly collection: string; readonly id: string; readonly version: Version }
  | { readonly op: 'check'; readonly collection: string; readonly id: string; readonly version: Version }
  | ({ readonly op: 'patch' } & Omit<PatchSpec, 'marker'>)

export type RefusalReason = 'duplicate' | 'stale' | 'guard' | 'missing'

export type CommitOutcome =
  /** `versions[i]` and `patched[i]` belong to `changes[i]`; `null` where a change leaves none. */
  | {
      readonly outcome: 'committed'
      readonly versions: readonly (Version | null)[]
      readonly patched: readonly (Stored | null)[]
    }
  /** The first change that fails, in the given order, against committed state. */
  | { readonly outcome: 'refused'; readonly index: number; readonly reason: RefusalReason }
  /** Nothing was applied; try again later. */
  | { readonly outcome: 'busy' }
  /** The reply was lost: it may or may not have been applied. */
  | { readonly outcome: 'unknown' }

export type PatchOutcome =
  | { readonly outcome: 'patched'; readonly stored: Stored; readonly already: boolean }
  | { readonly outcome: 'refused'; readonly reason: 'guard' | 'missing' }
  | { readonly outcome: 'busy' }
  | { readonly outcome: 'unknown' }

export interface QuerySpec {
  /** The declared index to walk; `id` walks by id alone. */
  readonly index: string
  /** Equality on the index's leading fields. */
  readonly where?: Readonly<Record<string, Scalar>>
  /** Bounds on the field after them. */
  readonly range?: {
    readonly gt?: Scalar
    readonly gte?: Scalar
    readonly lt?: Scalar
    readonly lte?: Scalar
  }
  readonly order?: 'asc' | 'desc'
  /** The `next` of the page before. */
  readonly after?: string
  /** 1–100, default 100. */
  readonly limit?: number
}

export interface Page<T extends Doc = Doc> {
  readonly items: readonly Stored<T>[]
  /** Absent on the last page. */
  readonly next?: string
}

export interface Store {
  /** The latest committed state of each id, in the order asked; `undefined` where there is none. No snapshot across ids. */
  read<T extends Doc = Doc>(collection: string, ids: readonly string[]): Promise<(Stored<T> | undefined)[]>
  /** Advisory: decisions read again by id. */
  query<T extends Doc = Doc>(collection: string, spec: QuerySpec): Promise<Page<T>>
  /** One document, atomically, outside any transaction. */
  patch(spec: PatchSpec): Promise<PatchOutcome>
  /** 1–40 changes, at most one a document, at most 512 kB: all or none, durable when it resolves. */
  commit(changes: readonly Change[]): Promise<CommitOutcome>
  /** What the engine asserts of itself, for `/health`. */
  health(): Promise<{
    readonly engine: string
    readonly durable: boolean
    readonly detail: Readonly<Record<string, string | number>>
  }>
  close(): Promise<void>
}

/** What was given to the store is not a document, a query or a commit: a programming error, refused before any engine sees it. */
export class StoreInputError extends Error {
  override readonly name = 'StoreInputError'
}

export const LIMITS = {
  changes: 40,
  commitBytes: 512 * 1024,
  docBytes: 64 * 1024,
  idLength: 120,
  page: 100,
  holders: 500,
} as const
