/** One running instance: services from the environment, opened once, and the entry over them. */
import { join } from 'node:path'
import { allCollections } from '../../../all-collections'
import type { Services } from '../context'
import { openDisk } from '../files/engines/disk'
import { createFiles } from '../files/files'
import { identify } from '../identity/caller'
import type { Log } from '../log/log'
import { createLog } from '../log/pino'
import { openKeyring } from '../security/keyring'
import { pooledRandom } from '../security/random'
import { openVault } from '../security/vault'
import { openStore } from '../store/open'
import { ConfigurationError, readConfiguration, type Configuration } from './configuration'
import { createEntry, type Entry } from './entry'
import type { FunctionModule } from './procedures'

export interface Instance {
  readonly services: Services
  readonly entry: Entry
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
}

/** Each part of the start is tried, so that one message tells everything that is wrong. */
const openParts = async ({ dataDir, store: database }: Configuration, injectedKeys: string | undefined) => {
  const problems: string[] = []
  const attempt = async <T>(open: () => T | Promise<T>): Promise<T | undefined> => {
    try {
      return await open()
    } catch (error) {
      problems.push(error instanceof Error ? error.message : String(error))
      return undefined
    }
  }
  // Keys first: a folder that holds data but no keys must be told apart from a new one.
  const keyring = await attempt(() => openKeyring({ dir: dataDir, injected: injectedKeys }))
  const store = await attempt(() => openStore(database, allCollections))
  if (keyring && store) return { keyring, store }
  await store?.close()
  throw new ConfigurationError(problems)
}

/**
 * @throws ConfigurationError listing every problem of the environment, the keys and the data folder
 * @example
 * const { entry, close } = await openInstance({ functions, environment: process.env })
 */
export const openInstance = async (options: InstanceOptions): Promise<Instance> => {
  const { environment, clock = Date.now, random = pooledRandom() } = options
  const configuration = readConfiguration(environment)
  const { keyring, store } = await openParts(configuration, environment.SHUIBANG_KEYS)
  const vault = openVault({ store, keyring, random, clock })
  const engine = await openDisk({ directory: join(configuration.dataDir, 'files'), clock })
  const files = createFiles({ store, vault, clock, random, engine })
  const log = options.log ?? createLog({ level: configuration.logLevel })
  const services: Services = { store, vault, files, log, clock, random, settings: configuration.settings }
  const { functions, strict } = options
  const entry = createEntry({ functions, services, identify, callsPerMinute: configuration.callsPerMinute, strict })
  return { services, entry, close: () => store.close() }
}
