/** The changes of one transaction, each one call in it; what is refused is refused against its snapshot, which is committed state. */
import { patchQuery } from './patch-query'
import { contentOf, patchedRow, storedOf, type Row } from './row'
import { replacement, type Rows } from './rows'
import type { RefusalReason, Stored, Version } from '../contract'
import type { PreparedChange } from '../engine'
import type { Raw, SdkTransaction } from './sdk'

export class Refused extends Error {
  constructor(readonly reason: RefusalReason) {
    super(reason)
  }
}

export interface Steps {
  /** @throws Refused; or the SDK's own error */
  take(change: PreparedChange): Promise<void>
  taken(): { readonly versions: readonly (Version | null)[]; readonly patched: readonly (Stored | null)[] }
}

export interface StepsOptions {
  readonly rows: Rows
  readonly transaction: SdkTransaction
  readonly changes: readonly PreparedChange[]
  readonly version: Version
}

type Of<Op> = Extract<PreparedChange, { op: Op }>
/** One type in the contract: a document at a version. */
type AtVersion = Of<'remove' | 'check'>

export const openSteps = ({ rows, transaction, changes, version }: StepsOptions): Steps => {
  const versions: (Version | null)[] = []
  const patched: (Stored | null)[] = []
  const losing = new Map<string, ReadonlyMap<string, Version>>()

  const change = (at: PreparedChange, query: Raw, update: Raw): Promise<Row | undefined> =>
    rows.change(at.collection, query, update, transaction)
  const standing = async (at: PreparedChange): Promise<Row | undefined> =>
    (await rows.find(at.collection, { query: { _id: at.id }, limit: 1 }, transaction))[0]

  const replace = async (at: Of<'replace'>): Promise<void> => {
    const row = await change(at, { _id: at.id, v: at.version }, replacement(contentOf(at.text, version)))
    // a second delivery of this call finds what the first one wrote
    if (!row && (await standing(at))?.v !== version) throw new Refused('stale')
  }

  /** A touch, so that the document is locked; neither it nor its version changes. */
  const check = async (at: AtVersion): Promise<void> => {
    if (!(await change(at, { _id: at.id, v: at.version }, { $inc: { c: 1 } }))) throw new Refused('stale')
  }

  /** In a snapshot what was read stands; whoever has changed it since makes the removal a conflict. */
  const remove = async (at: AtVersion): Promise<void> => {
    const ids = changes.flatMap((other) =>
      other.op === 'remove' && other.collection === at.collection ? [other.id] : [],
    )
    const found = losing.get(at.collection) ?? (await rows.versions(at.collection, ids, transaction))
    losing.set(at.collection, found)
    if (found.get(at.id) !== at.version) throw new Refused('stale')
    await rows.removeIn(transaction, at.collection, at.id)
  }

  /** Not matched: refused, unless only the bounds did not let it through. */
  const decide = async (at: Of<'patch'>): Promise<Row> => {
    const row = await standing(at)
    if (!row) throw new Refused('missing')
    if (row.v === version) return row
    const result = patchedRow(row, at.patch)
    const after =
      result.outcome === 'patched'
        ? await change(at, { _id: at.id, v: row.v }, replacement(contentOf(result.text, version)))
        : undefined
    if (!after) throw new Refused('guard')
    return after
  }

  const patch = async (at: Of<'patch'>): Promise<Row> => {
    const { query, change: update } = patchQuery(at.id, at.patch, version)
    return (await change(at, query, update)) ?? decide(at)
  }

  const apply = async (at: PreparedChange): Promise<Row | undefined> => {
    switch (at.op) {
      case 'insert':
        return rows
          .insert(at.collection, { _id: at.id, ...contentOf(at.text, version) }, transaction)
          .then(() => undefined)
      case 'replace':
        return replace(at).then(() => undefined)
      case 'check':
        return check(at).then(() => undefined)
      case 'remove':
        return remove(at).then(() => undefined)
      case 'patch':
        return patch(at)
    }
  }

  const versionOf = (at: PreparedChange): Version | null =>
    at.op === 'remove' ? null : at.op === 'check' ? at.version : version

  return {
    take: async (at) => {
      const row = await apply(at)
      versions.push(versionOf(at))
      patched.push(row ? storedOf(row) : null)
    },
    taken: () => ({ versions, patched }),
  }
}
