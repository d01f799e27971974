/** The way to the server: a few connections, made when needed, each looked at before it is used. */
import { Pool, type PoolClient } from 'pg'
import { NotSent, ReplyLost, endsConnection, isRefusal, sqlState } from './faults'

export type Row = Readonly<Record<string, unknown>>

/** One statement that needs nothing of the session: poolers may give each another connection. */
export interface Statement {
  readonly text: string
  readonly values: readonly unknown[]
}

export interface Link {
  /**
   * @throws NotSent when no connection was got
   * @throws ReplyLost when the connection ended, or nothing came for {@link TIMES}.answer ms
   * @throws what the server answered; what `look` threw
   */
  run(statement: Statement): Promise<readonly Row[]>
  /** Gets a connection and looks at it. @throws as `run` */
  ready(): Promise<void>
  /** After what is under way. */
  close(): Promise<void>
}

/** Milliseconds. */
export const TIMES = {
  /** To get a connection, waiting for a free one included. */
  connect: 3_000,
  /** Until an answer counts as lost. */
  answer: 10_000,
  /** A connection idle for longer is closed: a function's instance may have been frozen meanwhile. */
  idle: 60_000,
} as const

interface LinkOptions {
  readonly url: string
  readonly connections: number
  /** Looks at each new connection before its first use. */
  readonly look: (run: (statement: Statement) => Promise<readonly Row[]>) => Promise<void>
}

const messageOf = (cause: unknown): string =>
  cause instanceof Error && cause.message !== '' ? cause.message : String(cause)

const ask = async (client: Pick<PoolClient, 'query'>, { text, values }: Statement): Promise<readonly Row[]> =>
  (await client.query<Row>(text, [...values])).rows

export const openLink = ({ url, connections, look }: LinkOptions): Link => {
  const pool = new Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: TIMES.connect,
    query_timeout: TIMES.answer,
    idleTimeoutMillis: TIMES.idle,
    keepAlive: true,
    allowExitOnIdle: true,
  })
  // a connection that ends is told by the statement on it; an idle one is no news
  pool.on('error', () => undefined)
  pool.on('connect', (client) => void client.on('error', () => undefined))
  const looked = new WeakSet<PoolClient>()
  /** Timers stand still while an instance is frozen, so idleness is measured by the clock. */
  const lastUsed = new WeakMap<PoolClient, number>()
  const underWay = new Set<Promise<unknown>>()
  let closed = false

  const connect = async (): Promise<PoolClient> => {
    for (;;) {
      const client = await pool.connect().catch((cause: unknown): never => {
        throw isRefusal(cause) ? cause : new NotSent(`no connection: ${messageOf(cause)}`, { cause })
      })
      if (Date.now() - (lastUsed.get(client) ?? Date.now()) <= TIMES.idle) return client
      client.release(true)
    }
  }

  const lookAt = async (client: PoolClient): Promise<void> => {
    if (looked.has(client)) return
    try {
      await look((statement) => ask(client, statement))
      looked.add(client)
    } catch (cause) {
      client.release(true)
      throw isRefusal(cause) || (sqlState(cause) !== '' && !endsConnection(cause))
        ? cause
        : new NotSent(`no connection that can be used: ${messageOf(cause)}`, { cause })
    }
  }

  const runOn = async (client: PoolClient, statement: Statement): Promise<readonly Row[]> => {
    try {
      const rows = await ask(client, statement)
      lastUsed.set(client, Date.now())
      client.release()
      return rows
    } catch (error) {
      client.release(endsConnection(error))
      throw sqlState(error) === '' ? new ReplyLost('no answer', { cause: error }) : error
    }
  }

  const run = async (statement: Statement): Promise<readonly Row[]> => {
    const client = await connect()
    await lookAt(client)
    return runOn(client, statement)
  }

  const ready = async (): Promise<void> => {
    const client = await connect()
    await lookAt(client)
    client.release()
  }

  const counted = <R>(start: () => Promise<R>): Promise<R> => {
    if (closed) return Promise.reject(new Error('the store is closed'))
    const running = start().finally(() => underWay.delete(running))
    underWay.add(running)
    return running
  }

  return {
    run: (statement) => counted(() => run(statement)),
    ready: () => counted(ready),
    close: async () => {
      if (closed) return
      closed = true
      await Promise.allSettled(underWay)
      await pool.end()
    },
  }
}
