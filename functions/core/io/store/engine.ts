/** What an engine implements: it only ever sees what front.ts has checked. */
import type { CollectionSpec } from './collection'
import type { PatchBody } from './apply-patch'
import type { CommitOutcome, PatchOutcome, QuerySpec, Scalar, Store, Stored, Version } from './contract'

/** A change whose document is already checked and turned into text. */
export type PreparedChange =
  | { readonly op: 'insert'; readonly collection: string; readonly id: string; readonly text: string }
  | {
      readonly op: 'replace'
      readonly collection: string
      readonly id: string
      readonly version: Version
      readonly text: string
    }
  | {
      readonly op: 'remove' | 'check'
      readonly collection: string
      readonly id: string
      readonly version: Version
    }
  | { readonly op: 'patch'; readonly collection: string; readonly id: string; readonly patch: PatchBody }

export interface PreparedPatch {
  readonly collection: string
  readonly id: string
  readonly patch: PatchBody
}

/** A walk of one index: equalities on its leading fields, then in order of the rest and the id. The index `id` has no fields. */
export interface QueryPlan {
  readonly collection: string
  readonly index: string
  readonly equal: readonly (readonly [field: string, value: Scalar])[]
  /** The fields that order the rows, after the equal ones; the id comes last. */
  readonly rest: readonly string[]
  /** On the first of `rest`. */
  readonly range: NonNullable<QuerySpec['range']>
  readonly descending: boolean
  /** Rows strictly after this place: the values of `rest`, and the id. */
  readonly after?: { readonly values: readonly Scalar[]; readonly id: string }
  readonly limit: number
}

export interface Engine {
  read(collection: string, ids: readonly string[]): Promise<(Stored | undefined)[]>
  /** Up to `plan.limit` rows. */
  query(plan: QueryPlan): Promise<Stored[]>
  patch(spec: PreparedPatch): Promise<PatchOutcome>
  commit(changes: readonly PreparedChange[]): Promise<CommitOutcome>
  health: Store['health']
  close(): Promise<void>
}

export type Catalogue = ReadonlyMap<string, CollectionSpec>
