/** CloudBase: the store over `@cloudbase/node-sdk`. The SDK is loaded when the store is first used. */
import { AppError } from '../../../pure/errors'
import { catalogueOf, storeOver } from '../front'
import { receipts } from '../receipts'
import { versionSource } from '../versions'
import { commitMany } from './commit-many'
import { commitOne } from './commit-one'
import { openGate } from './gate'
import { patchDocument } from './patch'
import { readMany, reading } from './reading'
import { storedOf } from './row'
import { rowsOf, type Rows } from './rows'
import { openDatabase } from './sdk'
import { walk } from './walk'
import type { CollectionSpec } from '../collection'
import type { CloudbaseConfiguration } from '../configuration'
import type { Store } from '../contract'
import type { Engine } from '../engine'

export interface CloudbaseOptions {
  readonly configuration: Omit<CloudbaseConfiguration, 'engine'>
  readonly collections: readonly CollectionSpec[]
  /** Before every collection's name, `[a-z][A-Za-z0-9_]*`: for an environment that is shared. */
  readonly prefix?: string
  /** For tests: the database, otherwise reached. */
  readonly connect?: typeof openDatabase
}

/** Where the service cannot be reached to see what became of a write, that is what there is to tell. */
const orUnknown = async <R>(outcome: Promise<R>): Promise<R | { readonly outcome: 'unknown' }> =>
  outcome.catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'BUSY') return { outcome: 'unknown' } as const
    throw error
  })

/** Transactions at once: with the calls outside them, fewer than the SDK's hundred connections. */
const TRANSACTIONS = 30

const engineOn = (open: () => Promise<Rows>, environment: string): Engine => {
  const gate = openGate(TRANSACTIONS)
  const newVersion = versionSource()
  return {
    read: async (collection, ids) =>
      (await readMany(await open(), collection, ids)).map((row) => row && storedOf(row)),
    query: async (plan) => walk(await open(), plan),
    patch: async (spec) => orUnknown(patchDocument(await open(), spec, newVersion())),
    commit: async (changes) => {
      const rows = await open()
      const [only, ...others] = changes
      return orUnknown(
        only && others.length === 0
          ? commitOne(rows, only, newVersion())
          : gate(() => commitMany(rows, changes, newVersion())),
      )
    },
    health: async () => {
      const rows = await open()
      const start = performance.now()
      await reading(() => rows.find(receipts.name, { query: { _id: '' }, limit: 1 }))
      return {
        engine: 'cloudbase',
        durable: true,
        detail: { environment, durability: 'kept by the service', ms: Math.round(performance.now() - start) },
      }
    },
    close: async () => undefined,
  }
}

/** Nothing is loaded or called yet: what is wrong with the key or the environment is thrown by the first call. */
export const openCloudbaseStore = async ({
  configuration,
  collections,
  prefix = '',
  connect = openDatabase,
}: CloudbaseOptions): Promise<Store> => {
  const catalogue = catalogueOf([receipts, ...collections.filter((spec) => spec.name !== receipts.name)])
  let opened: Promise<Rows> | undefined
  const open = (): Promise<Rows> => {
    opened ??= connect(configuration).then((database) => rowsOf(database, prefix))
    opened.catch(() => (opened = undefined))
    return opened
  }
  return storeOver(engineOn(open, configuration.environment), catalogue)
}
