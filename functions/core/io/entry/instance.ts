/** One running instance: services from the environment, opened once, and the entry over them. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { coreCollections } from '../../collections'
import type { Services } from '../context'
import { wakingStore, type Wake } from '../events/waking-store'
import { openFileEngine } from '../files/engines/open'
import type { Mended, Tell } from '../files/private'
import { createFiles } from '../files/files'
import { identify } from '../identity/caller'
import type { Log } from '../log/log'
import { createLog } from '../log/lines'
import { openKeyring } from '../security/keyring'
import { pooledRandom } from '../security/random'
import { openVault } from '../security/vault'
import type { CollectionSpec } from '../store/collection'
import { openStore } from '../store/open'
import { observedStore } from '../telemetry/observed-store'
import type { Telemetry } from '../telemetry/telemetry'
import { gatherConfiguration, type ChannelsReader, type Configuration, type Gathered } from './configuration'
import { createEntry, type Entry } from './entry'
import { openProblems, type Problems } from './problems'
import type { FunctionModule } from './procedures'

export interface Instance {
  readonly services: Services
  readonly entry: Entry
  readonly configuration: Configuration
  /** Closes the store: nothing may be called afterwards. */
  readonly close: () => Promise<void>
}

export interface InstanceOptions {
  readonly functions: Readonly<Record<string, FunctionModule>>
  /** What is kept beside the functions' own documents: an operator's commands look at all. */
  readonly collections?: readonly CollectionSpec[]
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Of who sends: reads how its channels are spoken to. */
  readonly channels?: ChannelsReader
  /** Takes the place of the log that the environment asks for. */
  readonly log?: Log
  readonly clock?: () => number
  readonly random?: (bytes: number) => Uint8Array
  /** Tests: see `createEntry`. */
  readonly strict?: boolean
  /** Asked once nothing is wrong with the start. */
  readonly telemetry?: (
    configuration: Configuration,
    log: Log,
  ) => Promise<Telemetry | undefined> | Telemetry | undefined
  /** One of several instances, as a cloud starts them: on a shared database it never makes keys. */
  readonly oneOfMany?: boolean
  /** Told of every delivery that this process commits. */
  readonly wake?: Wake
  /** What was found wrong already, told together with everything else. */
  readonly problems?: Problems
}

/** Keys that several instances must share are never made by one of them; a demonstration's only server may. */
const mayMakeKeys = ({ store, settings }: Configuration, oneOfMany: boolean): boolean =>
  store.engine === 'sqlite' || (settings.demonstration && !oneOfMany)

interface Opening {
  readonly problems: Problems
  readonly injected: string | undefined
  readonly collections: readonly CollectionSpec[]
  readonly clock: () => number
  readonly oneOfMany: boolean
  readonly mended: Tell
}

/** Each once, however many functions name it. */
const collectionsOf = ({ functions, collections: more = [] }: InstanceOptions): readonly CollectionSpec[] => {
  const own = Object.values(functions).flatMap(({ collections = [] }) => collections)
  return [...new Set([...coreCollections, ...own, ...more])]
}

/** Each part of the start is tried, so that one message tells everything that is wrong; where anything is, nothing is made. */
const openParts = async ({
  configuration,
  storeIsClear,
  problems,
  injected,
  collections,
  clock,
  oneOfMany,
  mended,
}: Gathered & Opening) => {
  const { dataDir, store: database } = configuration
  const attempt = async <T>(open: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await open()
    } catch (error) {
      problems.note(error)
      return undefined
    }
  }
  const keysAreThere = Boolean(injected) || existsSync(join(dataDir, 'keys.json'))
  problems.check(
    keysAreThere || mayMakeKeys(configuration, oneOfMany),
    `SHUIBANG_KEYS: not given, and ${join(dataDir, 'keys.json')} does not exist; every instance on one database needs the same keys`,
  )
  const mayMake = problems.count() === 0
  // Keys first: a folder that holds data but no keys must be told apart from a new one.
  const keyring =
    keysAreThere || mayMake ? await attempt(() => openKeyring({ dir: dataDir, injected })) : undefined
  const looksAtStore = storeIsClear && (mayMake || database.engine !== 'sqlite' || existsSync(database.path))
  const store = looksAtStore ? await attempt(() => openStore(database, collections, mended)) : undefined
  const engine = mayMake
    ? await attempt(() => openFileEngine(configuration.files, database, clock, mended))
    : undefined
  if (keyring && store && engine && problems.count() === 0) return { keyring, store, engine }
  await store?.close()
  problems.end()
  throw new Error('the instance did not open')
}

/**
 * @throws ConfigurationError listing every problem of the environment, the keys and the data folder
 * @example
 * const { entry, close } = await openInstance({ functions, environment: process.env })
 */
export const openInstance = async (options: InstanceOptions): Promise<Instance> => {
  const { environment, clock = Date.now, random = pooledRandom() } = options
  const problems = options.problems ?? openProblems()
  const gathered = gatherConfiguration(environment, problems, options.channels)
  const { configuration } = gathered
  const mended: Mended[] = []
  const {
    keyring,
    store: opened,
    engine,
  } = await openParts({
    ...gathered,
    problems,
    injected: environment.SHUIBANG_KEYS,
    collections: collectionsOf(options),
    clock,
    oneOfMany: options.oneOfMany ?? false,
    mended: (one) => mended.push(one),
  })
  const log = options.log ?? createLog({ level: configuration.logLevel })
  for (const one of mended) log.warn({ ...one }, 'could be read by others, and is mended')
  const telemetry = await options.telemetry?.(configuration, log)
  const observed = telemetry ? observedStore(opened, configuration.store.engine, telemetry) : opened
  const store = options.wake ? wakingStore(observed, options.wake) : observed
  const vault = openVault({ store, keyring, random, clock })
  const files = createFiles({ store, vault, clock, random, engine })
  const services: Services = { store, vault, files, log, clock, random, settings: configuration.settings }
  const { functions, strict } = options
  const entry = createEntry({
    functions,
    services,
    identify,
    callsPerMinute: configuration.callsPerMinute,
    strict,
    telemetry,
  })
  return { services, entry, configuration, close: () => store.close() }
}
