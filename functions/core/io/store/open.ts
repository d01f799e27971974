/** The store that a configuration names. Engines are loaded when asked for: a function carries only what it uses. */
import type { Tell } from '../files/private'
import type { CollectionSpec } from './collection'
import type { StoreConfiguration } from './configuration'
import type { Store } from './contract'

/**
 * @param mended told of what others could read on a disk, and cannot any more
 * @throws Error when the database cannot be reached, would not be durable, or (PostgreSQL, CloudBase) was not set up by
 * `npm run store -- apply`
 */
export const openStore = async (
  configuration: StoreConfiguration,
  collections: readonly CollectionSpec[],
  mended?: Tell,
): Promise<Store> => {
  switch (configuration.engine) {
    case 'sqlite': {
      const { openSqliteStore } = await import('./sqlite')
      return openSqliteStore({ path: configuration.path, collections, mended })
    }
    case 'postgres': {
      const { openPostgresStore } = await import('./postgres')
      return openPostgresStore({ configuration, collections })
    }
    case 'cloudbase': {
      const { openCloudbaseStore } = await import('./cloudbase')
      return openCloudbaseStore({ configuration, collections })
    }
  }
}
