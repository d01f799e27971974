/** The shape of `transact`: how routers read and write. Implementation: transact.ts. */
import type { AppError } from '../../pure/errors'
import type { Instant } from '../../pure/time'
import type { Collection } from './collection'
import type { Doc, Guard, Json, Path, Stored } from './contract'

/** What to raise when this write is refused. Without it, a refusal means a lost race: the function runs again. */
export interface Otherwise {
  readonly otherwise?: () => AppError
}

export interface TxPatch extends Otherwise {
  readonly add?: Readonly<Record<Path, number>>
  readonly set?: Readonly<Record<Path, Json>>
  readonly unset?: readonly Path[]
  readonly when?: readonly Guard[]
}

/**
 * A buffered transaction. `now`, `id` and `random` are drawn once and survive retries: call `id` and `random` in the
 * same order each run. No I/O but `tx` inside.
 */
export interface Tx {
  readonly now: Instant
  /** A fresh, time-ordered id: `<prefix>_<26 characters>`. */
  id(prefix: string): string
  /** `bytes` random bytes. */
  random(bytes: number): Uint8Array
  /**
   * Read, and check at commit that it has not changed; that one is absent is checked only where it is written. What a buffered write of
   * this transaction did is seen.
   */
  get<T extends Doc>(collection: Collection<T>, id: string): Promise<T | undefined>
  /** Read without a check: for what may change without harm (halls, matters, law). */
  peek<T extends Doc>(collection: Collection<T>, id: string): Promise<T | undefined>
  insert<T extends Doc>(collection: Collection<T>, id: string, doc: T, options?: Otherwise): void
  /** Of a document that was `get` in this transaction. */
  replace<T extends Doc>(collection: Collection<T>, id: string, doc: T): void
  /** Insert when `get` found none, replace when it found one. */
  put<T extends Doc>(collection: Collection<T>, id: string, doc: T): void
  remove<T extends Doc>(collection: Collection<T>, id: string): void
  /** A guarded change of a hot document, not read before. */
  patch<T extends Doc>(collection: Collection<T>, id: string, patch: TxPatch): void
}

export type Work<R> = (tx: Tx) => Promise<R>
export type { Stored }
