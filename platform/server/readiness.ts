/** May this instance be given work? What a load balancer asks before each of its decisions. */
import { setTimeout as sleep } from 'node:timers/promises'
import type { Log } from '../../functions/core/io/log/log'
import type { Store } from '../../functions/core/io/store/contract'

/** `storeSlow`: no answer within the limit. `schema`: the database is not as this version declares it. */
export type Reason = 'stopping' | 'storeSlow' | 'storeFailed' | 'notDurable' | 'schema'

export interface Readiness {
  /** @returns undefined when ready */
  reason(): Promise<Reason | undefined>
  /** Not ready from now on. */
  stop(): void
}

export interface ReadinessOptions {
  readonly health: Store['health']
  /** What is missing or otherwise than declared. */
  readonly schema: () => Promise<readonly string[]>
  readonly log: Log
  readonly withinMs?: number
  /** How long a schema found as declared counts as such. */
  readonly schemaForMs?: number
}

const WITHIN_MS = 2_000
const SCHEMA_FOR_MS = 60_000

export const createReadiness = ({
  health,
  schema,
  log,
  withinMs = WITHIN_MS,
  schemaForMs = SCHEMA_FOR_MS,
}: ReadinessOptions): Readiness => {
  let stopping = false
  let schemaSeen = -Infinity
  let asking: Promise<Reason | undefined> | undefined
  let last: Reason | undefined

  const looked = async (): Promise<Reason | undefined> => {
    if (!(await health()).durable) return 'notDurable'
    if (performance.now() - schemaSeen < schemaForMs) return undefined
    const problems = await schema()
    if (problems.length > 0) {
      if (last !== 'schema')
        log.warn({ problems: problems.slice(0, 20) }, 'the database is not as this version declares it')
      return 'schema'
    }
    schemaSeen = performance.now()
    return undefined
  }

  const ask = async (): Promise<Reason | undefined> => {
    const enough = new AbortController()
    const late = sleep(withinMs, 'storeSlow' as const, { signal: enough.signal }).catch(() => undefined)
    const found = await Promise.race([
      looked().catch((err: unknown): Reason => {
        if (last !== 'storeFailed') log.warn({ err }, 'the store does not answer')
        return 'storeFailed'
      }),
      late,
    ])
    enough.abort()
    last = found
    return found
  }

  return {
    reason: async () => {
      if (stopping) return 'stopping'
      // Many may ask at once: the store is asked once.
      asking ??= ask().finally(() => (asking = undefined))
      const found = await asking
      return stopping ? 'stopping' : found
    },
    stop: () => {
      stopping = true
    },
  }
}
