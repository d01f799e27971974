/** Engines broken on purpose: each breaks one promise of the store, so that a test which cannot fail is found out. */
import { createHash } from 'node:crypto'
import { applyPatch } from '../../../functions/core/io/store/apply-patch'
import {
  StoreInputError,
  type Change,
  type CommitOutcome,
  type PatchOutcome,
  type PatchSpec,
  type Scalar,
  type Store,
  type Stored,
} from '../../../functions/core/io/store/contract'
import { slots, type Subject } from './subject'

type Break = (store: Store) => Partial<Store>

const current = async (store: Store, collection: string, id: string): Promise<Stored | undefined> =>
  (await store.read(collection, [id]))[0]

const mapped = async (
  changes: readonly Change[],
  each: (change: Change) => Promise<Change>,
): Promise<Change[]> => Promise.all(changes.map(each))

const strip = <T extends Partial<PatchSpec>>(patch: T): T => ({ ...patch, when: [] })

/** Commits what `each` makes of the changes, again and again until no race with another is lost: as if it were not looked at. */
const insist = async (
  store: Store,
  changes: readonly Change[],
  races: string,
  each: (change: Change) => Promise<Change>,
): Promise<CommitOutcome> => {
  for (let tries = 0; ; tries += 1) {
    const outcome = await store.commit(await mapped(changes, each))
    if (outcome.outcome !== 'refused' || outcome.reason !== races || tries === 50) return outcome
  }
}

/** Versions are whatever stands: the writer's is not looked at. */
const noVersionCheck: Break = (store) => ({
  commit: (changes) =>
    insist(store, changes, 'stale', async (change) => {
      if (change.op !== 'replace' && change.op !== 'remove') return change
      const found = await current(store, change.collection, change.id)
      return found ? { ...change, version: found.version } : change
    }),
})

const checkAsNoOp: Break = (store) => ({
  commit: async (changes) => {
    const kept = changes.flatMap((change, i) => (change.op === 'check' ? [] : [i]))
    const widen = <T>(values: readonly T[]): (T | null)[] =>
      changes.map((_, i) => values[kept.indexOf(i)] ?? null)
    if (kept.length === 0) return { outcome: 'committed', versions: widen([]), patched: widen([]) }
    const outcome = await store.commit(changes.filter((change) => change.op !== 'check'))
    if (outcome.outcome === 'refused') return { ...outcome, index: kept[outcome.index] ?? 0 }
    return outcome.outcome === 'committed'
      ? { ...outcome, versions: widen(outcome.versions), patched: widen(outcome.patched) }
      : outcome
  },
})

const addWithoutGuard: Break = (store) => ({
  patch: (spec) => store.patch(strip(spec)),
  commit: (changes) =>
    store.commit(changes.map((change) => (change.op === 'patch' ? strip(change) : change))),
})

const halfApplied: Break = (store) => ({
  commit: async (changes) => {
    const done: Extract<CommitOutcome, { outcome: 'committed' }>[] = []
    for (const [index, change] of changes.entries()) {
      const outcome = await store.commit([change])
      if (outcome.outcome === 'refused') return { ...outcome, index }
      if (outcome.outcome !== 'committed') return outcome
      done.push(outcome)
    }
    return {
      outcome: 'committed',
      versions: done.flatMap((one) => one.versions),
      patched: done.flatMap((one) => one.patched),
    }
  },
})

/** Tells a refusal against what another commit is still about to write. */
const refusalBeforeCommit: Break = (store) => {
  const inFlight = new Set<string>()
  return {
    commit: async (changes) => {
      const index = changes.findIndex((change) => change.op === 'insert' && inFlight.has(change.id))
      if (index >= 0) return { outcome: 'refused', index, reason: 'duplicate' }
      const ids = changes.map((change) => change.id)
      ids.forEach((id) => inFlight.add(id))
      return store.commit(changes).finally(() => ids.forEach((id) => inFlight.delete(id)))
    },
  }
}

/** Sends again when no reply came, without asking what became of the first. */
const blindResend: Break = (store) => ({
  patch: async ({ marker: _marker, ...spec }) => {
    const outcome = await store.patch(spec)
    return outcome.outcome === 'unknown' ? store.patch(spec) : outcome
  },
  commit: async (changes) => {
    const outcome = await store.commit(changes)
    return outcome.outcome === 'unknown' ? store.commit(changes) : outcome
  },
})

const swallow = async <R>(work: Promise<R>, instead: R): Promise<R> =>
  work.catch((error: unknown) => {
    if (error instanceof StoreInputError) return instead
    throw error
  })

/** What is no document, no commit, no query is taken all the same. */
const unchecked: Break = (store) => ({
  commit: (changes) => swallow(store.commit(changes), { outcome: 'committed', versions: [], patched: [] }),
  patch: (spec) => swallow(store.patch(spec), { outcome: 'refused', reason: 'missing' }),
  read: (collection, ids) => swallow(store.read(collection, ids), []),
  query: (collection, spec) => swallow(store.query(collection, spec), { items: [] }),
})

const everything = async (
  store: Store,
  collection: string,
  spec: Parameters<Store['query']>[1],
): Promise<Stored[]> => {
  const found: Stored[] = []
  for (let after: string | undefined; ;) {
    const page = await store.query(collection, { ...spec, limit: 100, after })
    found.push(...page.items)
    if (page.next === undefined) return found
    after = page.next
  }
}

/** JavaScript's order of strings, nulls last, ties as they come. */
const wrongOrder: Break = (store) => ({
  query: async (collection, spec) => {
    const items = await everything(store, collection, { ...spec, after: undefined })
    const fields = slots.indexes[spec.index] ?? []
    const key = (row: Stored, field: string): Scalar => (row.doc[field] ?? null) as Scalar
    items.sort((a, b) => {
      for (const field of fields) {
        const [x, y] = [key(a, field), key(b, field)]
        if (x === y) continue
        if (x === null || y === null) return x === null ? 1 : -1
        return x < y ? -1 : 1
      }
      return 0
    })
    return { items: items as never[] }
  },
})

/** Pages by counting rows: what is inserted or removed before the place shifts the rest. */
const countedPages: Break = (store) => ({
  query: async (collection, spec) => {
    const from = Number(spec.after ?? 0)
    const limit = spec.limit ?? 100
    const items = await everything(store, collection, { ...spec, after: undefined })
    const page = items.slice(from, from + limit)
    return { items: page as never[], ...(from + limit < items.length ? { next: String(from + limit) } : {}) }
  },
})

const everyRow: Break = (store) => ({
  query: (collection, spec) => store.query(collection, { index: spec.index, order: spec.order }),
})

const hash = (value: unknown): string => createHash('sha1').update(JSON.stringify(value)).digest('hex')
const hashed = (stored: Stored): Stored => ({ ...stored, doc: stored.doc, version: hash(stored.doc) })

/** A version made of the content: it comes back when the content does. */
const contentVersion: Break = (store) => ({
  read: async (collection, ids) =>
    (await store.read(collection, ids)).map((stored) => stored && (hashed(stored) as never)),
  commit: async (changes) => {
    const outcome = await store.commit(
      await mapped(changes, async (change) => {
        if (!('version' in change)) return change
        const found = await current(store, change.collection, change.id)
        return found && hash(found.doc) === change.version ? { ...change, version: found.version } : change
      }),
    )
    if (outcome.outcome !== 'committed') return outcome
    return {
      ...outcome,
      versions: changes.map((change, i) =>
        'doc' in change ? hash(change.doc) : (outcome.versions[i] ?? null),
      ),
    }
  },
})

/** Answers from what it saw first. */
const staleRead: Break = (store) => {
  const seen = new Map<string, Stored | undefined>()
  return {
    read: async (collection, ids) => {
      const fresh = await store.read(collection, ids)
      return ids.map((id, i) => {
        const key = `${collection}/${id}`
        if (!seen.has(key)) seen.set(key, fresh[i])
        return seen.get(key) as never
      })
    },
  }
}

/** Reads, changes, writes back what it has: another patch in between is lost. */
const lostUpdate: Break = (store) => ({
  patch: async (spec): Promise<PatchOutcome> => {
    const found = await current(store, spec.collection, spec.id)
    if (!found) return { outcome: 'refused', reason: 'missing' }
    const result = applyPatch(found.doc, spec)
    if (result.outcome !== 'patched')
      return result.outcome === 'guard'
        ? { outcome: 'refused', reason: 'guard' }
        : { outcome: 'patched', stored: found, already: true }
    await noVersionCheck(store).commit?.([
      { op: 'replace', collection: spec.collection, id: spec.id, version: found.version, doc: result.doc },
    ])
    return { outcome: 'patched', stored: { ...found, doc: result.doc }, already: false }
  },
})

/** Gives back the document as it was before. */
const returnsBefore: Break = (store) => ({
  patch: async (spec) => {
    const before = await current(store, spec.collection, spec.id)
    const outcome = await store.patch(spec)
    return outcome.outcome === 'patched' && before ? { ...outcome, stored: before } : outcome
  },
  commit: async (changes) => {
    const before = await Promise.all(changes.map((change) => current(store, change.collection, change.id)))
    const outcome = await store.commit(changes)
    return outcome.outcome === 'committed'
      ? { ...outcome, patched: outcome.patched.map((one, i) => one && (before[i] ?? null)) }
      : outcome
  },
})

/** Makes what is missing: an insert overwrites, a patch creates. */
const upserts: Break = (store) => ({
  patch: async (spec) => {
    const add = Object.keys(spec.add ?? {})
    const found = await current(store, spec.collection, spec.id)
    if (!found) await store.commit([{ op: 'insert', collection: spec.collection, id: spec.id, doc: {} }])
    for (const path of add)
      if (!path.includes('.') && found?.doc[path] === undefined)
        await store.patch({ collection: spec.collection, id: spec.id, set: { [path]: 0 } })
    return store.patch(spec)
  },
  commit: (changes) =>
    insist(store, changes, 'duplicate', async (change) => {
      const found = change.op === 'insert' ? await current(store, change.collection, change.id) : undefined
      return change.op === 'insert' && found ? { ...change, op: 'replace', version: found.version } : change
    }),
})

const wrongIndex: Break = (store) => ({
  commit: async (changes) => {
    const outcome = await store.commit(changes)
    return outcome.outcome === 'refused' ? { ...outcome, index: changes.length - 1 } : outcome
  },
})

const breaks = {
  noVersionCheck,
  checkAsNoOp,
  addWithoutGuard,
  halfApplied,
  refusalBeforeCommit,
  blindResend,
  unchecked,
  wrongOrder,
  countedPages,
  everyRow,
  contentVersion,
  staleRead,
  lostUpdate,
  returnsBefore,
  upserts,
  wrongIndex,
} as const

export type Broken = keyof typeof breaks
export const brokenNames = Object.keys(breaks) as Broken[]

export const broken = (name: Broken, subject: Subject): Subject => ({
  ...subject,
  store: { ...subject.store, ...breaks[name](subject.store) },
})
