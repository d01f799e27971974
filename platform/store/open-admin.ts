/** The operator's side of the store that a configuration names. */
import type { StoreAdmin } from '../../functions/core/io/store/admin'
import type { CollectionSpec } from '../../functions/core/io/store/collection'
import type { StoreConfiguration } from '../../functions/core/io/store/configuration'

/** @throws Error when the database cannot be reached */
export const openAdmin = async (
  configuration: StoreConfiguration,
  collections: readonly CollectionSpec[],
): Promise<StoreAdmin> => {
  switch (configuration.engine) {
    case 'sqlite': {
      const { openSqliteAdmin } = await import('../../functions/core/io/store/sqlite/admin')
      return openSqliteAdmin({ configuration, collections })
    }
    case 'postgres': {
      const { openPostgresAdmin } = await import('../../functions/core/io/store/postgres/admin')
      return openPostgresAdmin({ configuration, collections })
    }
    case 'cloudbase': {
      const { openCloudbaseAdmin } = await import('../../functions/core/io/store/cloudbase/admin')
      return openCloudbaseAdmin({ configuration, collections })
    }
  }
}
