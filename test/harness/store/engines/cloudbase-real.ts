/**
 * A real CloudBase environment under test, for `npm run verify:cloudbase`. Its collections bear a prefix of their own, are made
 * once, emptied after each subject and taken away at the end; nothing else of the environment is touched.
 */
import { randomBytes } from 'node:crypto'
import { readConfiguration } from '../../../../functions/core/io/entry/configuration'
import { openCloudbaseStore } from '../../../../functions/core/io/store/cloudbase'
import { openCloudbaseAdmin } from '../../../../functions/core/io/store/cloudbase/admin'
import { openManagement } from '../../../../functions/core/io/store/cloudbase/management'
import { openDatabase } from '../../../../functions/core/io/store/cloudbase/sdk'
import { receipts } from '../../../../functions/core/io/store/receipts'
import type { CollectionSpec } from '../../../../functions/core/io/store/collection'
import type { CloudbaseConfiguration } from '../../../../functions/core/io/store/configuration'
import type { Change, Store } from '../../../../functions/core/io/store/contract'
import { testCollections, type EngineUnderTest } from '../subject'
import { VERIFY } from './cloudbase-foreign'
import { faultyDatabase, noDatabaseFaults } from './faulty-database'

const configured = (): CloudbaseConfiguration => {
  const { store } = readConfiguration({ ...process.env, STORE: 'cloudbase' })
  if (store.engine !== 'cloudbase') throw new Error('STORE is not cloudbase')
  return store
}

/** Requests a second that the environment's package allows; the smallest allows 30. */
const rate = (): number => Number(process.env.SHUIBANG_VERIFY_RATE ?? 25)

interface Place {
  readonly configuration: CloudbaseConfiguration
  readonly prefix: string
  readonly made: Map<string, CollectionSpec>
}

let place: Place | undefined
const placeOf = (): Place =>
  (place ??= {
    configuration: configured(),
    prefix: `${VERIFY}${randomBytes(4).toString('hex')}_`,
    made: new Map(),
  })

const make = async (
  { configuration, prefix, made }: Place,
  collections: readonly CollectionSpec[],
): Promise<void> => {
  const admin = await openCloudbaseAdmin({ configuration, collections, prefix })
  await admin.apply()
  for (const spec of [...collections, receipts]) made.set(spec.name, spec)
}

const PAGE = 40
const empty = async ({ configuration, prefix, made }: Place): Promise<void> => {
  const store = await openCloudbaseStore({ configuration, collections: [...made.values()], prefix })
  for (const collection of made.keys()) {
    for (;;) {
      const { items } = await store.query(collection, { index: 'id', limit: PAGE })
      if (items.length === 0) break
      const outcome = await store.commit(
        items.map(({ id, version }): Change => ({ op: 'remove', collection, id, version })),
      )
      if (outcome.outcome === 'busy') await new Promise((resolve) => setTimeout(resolve, 1000))
    }
  }
}

const takeAway = async ({ configuration, prefix, made }: Place): Promise<void> => {
  const { credentials, region, managementUrl: url, environment } = configuration
  if (!credentials) return
  const call = openManagement({ credentials, region, ...(url === undefined ? {} : { url }) })
  for (const name of made.keys())
    await call('DeleteTable', { EnvId: environment, TableName: `${prefix}${name}` })
}

export const realCloudbase: EngineUnderTest = {
  name: 'cloudbase',
  groups: false,
  open: async ({ collections = testCollections } = {}) => {
    const here = placeOf()
    const { configuration, prefix } = here
    await make(here, collections)
    const faults = noDatabaseFaults(rate())
    const openOn = (theirs: readonly CollectionSpec[], connect: typeof openDatabase): Promise<Store> =>
      openCloudbaseStore({ configuration, collections: theirs, prefix, connect })
    const store = await openOn(collections, async (given) =>
      faultyDatabase(await openDatabase(given), faults),
    )
    return {
      store,
      environment: {},
      another: (theirs = collections) => openOn(theirs, openDatabase),
      loseNextReply: () => {
        faults.lose += 1
      },
      failNextWrites: (times) => {
        faults.fail += times
      },
      close: () => empty(here),
    }
  },
  stop: async () => {
    if (place) await takeAway(place)
    place = undefined
  },
}
