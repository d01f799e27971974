/** A bounded map that forgets what is too old, then what was used longest ago. */
import type { Instant } from '../../pure/time'

export interface Lru<V> {
  get(key: string): V | undefined
  /** Kept until `until`, as far as there is room. */
  set(key: string, value: V, until: Instant): void
  delete(key: string): void
  clear(): void
  readonly size: number
}

export const lru = <V>({
  limit,
  clock,
}: {
  readonly limit: number
  readonly clock: () => Instant
}): Lru<V> => {
  // A Map keeps the order of insertion: the first key is the one used longest ago.
  const entries = new Map<string, { readonly value: V; readonly until: Instant }>()
  return {
    get: (key) => {
      const entry = entries.get(key)
      if (!entry) return undefined
      entries.delete(key)
      if (entry.until <= clock()) return undefined
      entries.set(key, entry)
      return entry.value
    },
    set: (key, value, until) => {
      entries.delete(key)
      entries.set(key, { value, until })
      for (const oldest of entries.keys()) {
        if (entries.size <= limit) break
        entries.delete(oldest)
      }
    },
    delete: (key) => void entries.delete(key),
    clear: () => entries.clear(),
    get size() {
      return entries.size
    },
  }
}
