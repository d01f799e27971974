/** A small cache of reads: what is shown at once, what is fetched again, and what was last known when there is no network. */
import { createStore, type StoreApi } from 'zustand/vanilla'
import { preferences } from './preferences'
import { asApiError, type ApiError } from './errors'
import { serverNow } from './server-time'
import { isSignedIn, onPersonChange } from './session'
import { isRecord, recall, remember } from './storage'

export interface QueryState<T> {
  readonly data: T | undefined
  readonly error: ApiError | undefined
  readonly loading: boolean
  /** When `data` was fetched, milliseconds since 1970. */
  readonly at: number | undefined
}

export interface Query<T> {
  readonly store: StoreApi<QueryState<T>>
  /** Fetches, unless a fetch is under way or it is a personal one and nobody is signed in. */
  readonly refetch: () => Promise<void>
  /** Sets what is known, for instance after a mutation answered with the new state. */
  readonly set: (data: T) => void
}

const queries = new Map<string, Query<unknown>>()

const STORED = 'q:'
const PERSONAL = 'my:'

/** Names that begin with `my:` are one's own things: asked for only when signed in, forgotten when the person changes. */
export const isPersonal = (name: string): boolean => name.startsWith(PERSONAL)

const storageName = (name: string): string => (isPersonal(name) ? PERSONAL + STORED + name : STORED + name)

const initial = <T>(name: string): QueryState<T> => {
  const kept = recall(storageName(name))
  if (!isRecord(kept) || typeof kept['at'] !== 'number')
    return { data: undefined, error: undefined, loading: false, at: undefined }
  return { data: kept['data'] as T, error: undefined, loading: false, at: kept['at'] }
}

const createQuery = <T>(
  name: string,
  fetch: () => Promise<T>,
  now: () => number,
  forgotten: () => boolean,
): Query<T> => {
  const store = createStore<QueryState<T>>()(() => initial<T>(name))
  let underWay: Promise<void> | undefined
  const closed = (): boolean => isPersonal(name) && !isSignedIn()
  const set = (data: T): void => {
    // What was on its way when the person changed belongs to nobody here.
    if (forgotten() || closed()) return
    const at = now()
    store.setState({ data, at, error: undefined, loading: false })
    remember(storageName(name), { data, at })
  }
  const run = async (): Promise<void> => {
    store.setState({ loading: true })
    try {
      set(await fetch())
    } catch (thrown) {
      store.setState({ error: asApiError(thrown, preferences.getState().language), loading: false })
    } finally {
      underWay = undefined
    }
  }
  return { store, set, refetch: () => (closed() ? Promise.resolve() : (underWay ??= run())) }
}

/** Language is part of the name: texts come from the server in the language asked for. */
const fullName = (name: string): string => `${name}|${preferences.getState().language}`

/** The query of that name, made on first use. */
export const queryOf = <T>(
  name: string,
  fetch: () => Promise<T>,
  now: () => number = serverNow,
): Query<T> => {
  const key = fullName(name)
  const found = queries.get(key)
  // The name decides the type: one name is used with one fetch.
  if (found) return found as Query<T>
  const made: Query<T> = createQuery(key, fetch, now, () => queries.get(key) !== made)
  queries.set(key, made as Query<unknown>)
  return made
}

/** Makes queries whose name begins so fetch again when they are next shown; those on screen do at once. */
export const invalidate = (beginning: string): void => {
  for (const [name, query] of queries) if (name.startsWith(beginning)) void query.refetch()
}

/** Forgets queries whose name begins so. */
export const forgetQueries = (beginning: string): void => {
  for (const name of [...queries.keys()]) if (name.startsWith(beginning)) queries.delete(name)
}
onPersonChange(() => forgetQueries(PERSONAL))
