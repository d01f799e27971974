/** What an instance tells of its own work. Never who called, and nothing of what was asked or answered. */

export interface CallFacts {
  /** A declared procedure, `appointments/book`; `none` when there is no such one: what a caller typed is not told. */
  readonly procedure: string
  /** The id that answers and log lines carry. */
  readonly traceId: string
  /** A schedule called. */
  readonly timer: boolean
  /** W3C `traceparent`, as sent. */
  readonly traceparent?: string
}

export interface CallResult {
  readonly status: number
  /** The error's code; absent when all went well. */
  readonly code?: string
}

export interface StoreFacts {
  /** `sqlite`, `postgres`, `cloudbase`. */
  readonly engine: string
  readonly operation: 'read' | 'query' | 'patch' | 'commit'
  /** How many collections it touched. */
  readonly collections: number
}

export interface Telemetry {
  /** Around one call; what `run` does through the store counts as its. */
  call<R>(facts: CallFacts, run: () => Promise<R>, resultOf: (answered: R) => CallResult): Promise<R>
  /** Around one operation of the store. */
  store<R>(facts: StoreFacts, run: () => Promise<R>, outcomeOf: (done: R) => string): Promise<R>
}
