/** The embedded engine: one SQLite file, durable at every commit, through libsql. */
import { dirname } from 'node:path'
import { ownFile, privateFile, privateFolder, type Tell } from '../../files/private'
import { catalogueOf, storeOver } from '../front'
import { receipts } from '../receipts'
import type { CollectionSpec } from '../collection'
import type { Doc, Store, Stored } from '../contract'
import type { Catalogue, Engine } from '../engine'
import { versionSource } from '../versions'
import { applyCommit, applySinglePatch } from './changes'
import { connectLibsql, isBusy, type Connect, type Connection } from './connection'
import { applyPragmas, assertion } from './pragmas'
import { applySchema } from './schema'
import { statementsOn, type Statements } from './statements'
import { walk } from './walk'
import { openWriter } from './writer'

export interface SqliteOptions {
  /** The database file; its folder is made when there is none. */
  readonly path: string
  /** The deployment's collections; `receipts` is always among them. */
  readonly collections: readonly CollectionSpec[]
  /** An operator's own pragmas, e.g. `cache_size`. A setting that is not durable is refused. */
  readonly pragmas?: Readonly<Record<string, string | number>>
  /** Told of a folder or file that others could read, and cannot any more. */
  readonly mended?: Tell
  /** How a connection is made: tests put faults in its way. */
  readonly connect?: Connect
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Another process may hold the file for a moment: busy timeout is 0, so the waiting is ours, and asynchronous. */
const untilFree = async <R>(run: () => R, patience = 5000): Promise<R> => {
  const start = performance.now()
  for (let wait = 1; ; wait = Math.min(wait * 2, 50)) {
    try {
      return run()
    } catch (error) {
      if (!isBusy(error) || performance.now() - start > patience) throw error
      await pause(wait * (0.5 + Math.random() / 2))
    }
  }
}

interface Link {
  readonly connection: Connection
  readonly statements: Statements
}

/** Statements may keep a closed connection alive until they are collected: its lock must not live as long. */
const giveUp = (connection: Connection): void => {
  try {
    if (connection.inTransaction) connection.exec('ROLLBACK')
    connection.close()
  } catch {
    // given up all the same: there is nothing left to do with it
  }
}

const engineOn = (catalogue: Catalogue, reopen: () => Connection): Engine => {
  const nextVersion = versionSource()
  let link: Link | undefined
  let closed = false
  const open = (): Link => {
    if (closed) throw new Error('the store is closed')
    if (!link) {
      const connection = reopen()
      link = { connection, statements: statementsOn(connection) }
    }
    return link
  }
  const abandon = (): void => {
    const given = link
    link = undefined
    if (given) giveUp(given.connection)
  }
  const writer = openWriter({ connection: () => open().connection, abandon })
  open()

  const readOne = (collection: string, id: string): Stored | undefined => {
    const row = open().statements.of(collection).select.get([id])
    return row && { id, version: String(row[1]), doc: JSON.parse(String(row[0])) as Doc }
  }
  return {
    read: (collection, ids) => untilFree(() => ids.map((id) => readOne(collection, id))),
    query: (plan) =>
      untilFree(() =>
        walk(open().statements, plan, catalogue.get(plan.collection)?.indexes[plan.index] ?? []),
      ),
    patch: (spec) => writer.submit(() => applySinglePatch(open().statements, spec, nextVersion())),
    commit: (changes) => writer.submit(() => applyCommit(open().statements, changes, nextVersion())),
    health: async () => {
      const { durable, detail } = await untilFree(() => assertion(open().connection))
      return { engine: 'sqlite', durable, detail: { ...detail, waiting: writer.waiting() } }
    },
    close: async () => {
      await writer.drain()
      closed = true
      abandon()
    },
  }
}

/** SQLite's name for a database without a file. */
const NO_FILE = ':memory:'

/** Before SQLite opens it: its log and its shared memory get the mode that the file has. @throws TooOpenError */
const keepPrivate = (path: string, mended: Tell | undefined): void => {
  if (path === NO_FILE) return
  privateFolder(dirname(path), mended)
  ownFile(path, mended)
  for (const beside of ['-wal', '-shm']) privateFile(`${path}${beside}`, mended)
}

/**
 * Opens the file, makes what is missing of its tables and indexes, and gives the store.
 * @throws Error when the file would not be durable (`synchronous` below FULL, no WAL); TooOpenError when others can read it
 */
export const openSqliteStore = async ({
  path,
  collections,
  pragmas = {},
  connect = connectLibsql,
  mended,
}: SqliteOptions): Promise<Store> => {
  const catalogue = catalogueOf([receipts, ...collections.filter((spec) => spec.name !== receipts.name)])
  keepPrivate(path, mended)
  const ready = (): Connection => {
    const connection = connect(path)
    try {
      applyPragmas(connection, pragmas)
      return connection
    } catch (error) {
      connection.close()
      throw error
    }
  }
  const first = await untilFree(ready)
  await untilFree(() => applySchema(first, [...catalogue.values()]))
  let spare: Connection | undefined = first
  return storeOver(
    engineOn(catalogue, () => {
      const connection = spare ?? ready()
      spare = undefined
      return connection
    }),
    catalogue,
  )
}
