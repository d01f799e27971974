/** One running instance: services from the environment, opened once, and the entry over them. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { allCollections } from '../../../all-collections'
import type { Services } from '../context'
import { openFileEngine } from '../files/engines/open'
import { createFiles } from '../files/files'
import { identify } from '../identity/caller'
import type { Log } from '../log/log'
import { createLog } from '../log/lines'
import { openKeyring } from '../security/keyring'
import { pooledRandom } from '../security/random'
import { openVault } from '../security/vault'
import { openStore } from '../store/open'
import { observedStore } from '../telemetry/observed-store'
import type { Telemetry } from '../telemetry/telemetry'
import { gatherConfiguration, type Configuration, type Gathered } from './configuration'
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
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Takes the place of the log that the environment asks for. */
  readonly log?: Log
  readonly clock?: () => number
  readonly random?: (bytes: number) => Uint8Array
  /** Tests: see `createEntry`. */
  readonly strict?: boolean
  /** Asked once nothing is wrong with the start. */
  readonly telemetry?: (configuration: Configuration, log: Log) => Promise<Telemetry | undefined> | Telemetry | undefined
  /** What was found wrong already, told together with everything else. */
  readonly problems?: Problems
}

/** Keys that several instances must share are never made by one of them. */
const mayMakeKeys = ({ store, settings }: Configuration): boolean => store.engine === 'sqlite' || settings.demonstration

/** Each part of the start is tried, so that one message tells everything that is wrong; where anything is, nothing is made. */
const openParts = async ({ configuration, storeIsClear }: Gathered, problems: Problems, injected: string | undefined) => {
  const { dataDir, store: database } = configuration
  const attempt = async <T>(open: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await open()
    } catch (error) {
      problems.note(error)
      return undefined
    }
  }
  const readOnly = problems.count() > 0
  const keysAreThere = Boolean(injected) || existsSync(join(dataDir, 'keys.json'))
  problems.check(keysAreThere || mayMakeKeys(configuration), `SHUIBANG_KEYS: not given, and ${join(dataDir, 'keys.json')} does not exist; every instance on one database needs the same keys`)
  // Keys first: a folder that holds data but no keys must be told apart from a new one.
  const looksAtKeys = keysAreThere || (!readOnly && mayMakeKeys(configuration))
  const keyring = looksAtKeys ? await attempt(() => openKeyring({ dir: dataDir, injected })) : undefined
  const looksAtStore = storeIsClear && (!readOnly || database.engine !== 'sqlite' || existsSync(database.path))
  const store = looksAtStore ? await attempt(() => openStore(database, allCollections)) : undefined
  if (keyring && store && problems.count() === 0) return { keyring, store }
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
  const gathered = gatherConfiguration(environment, problems)
  const { configuration } = gathered
  const { keyring, store: opened } = await openParts(gathered, problems, environment.SHUIBANG_KEYS)
  const log = options.log ?? createLog({ level: configuration.logLevel })
  const telemetry = await options.telemetry?.(configuration, log)
  const store = telemetry ? observedStore(opened, configuration.store.engine, telemetry) : opened
  const vault = openVault({ store, keyring, random, clock })
  const engine = await openFileEngine(configuration.files, configuration.store, clock)
  const files = createFiles({ store, vault, clock, random, engine })
  const services: Services = { store, vault, files, log, clock, random, settings: configuration.settings }
  const { functions, strict } = options
  const entry = createEntry({ functions, services, identify, callsPerMinute: configuration.callsPerMinute, strict, telemetry })
  return { services, entry, configuration, close: () => store.close() }
}
