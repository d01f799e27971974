/** Is the database as this version declares it? Asked by `/ready`; changes nothing. */
import { allCollections } from '../../functions/all-collections'
import type { StoreConfiguration } from '../../functions/core/io/store/configuration'

const sqliteProblems = async (path: string): Promise<readonly string[]> => {
  const [{ connectLibsql }, { missingSchema }] = await Promise.all([
    import('../../functions/core/io/store/sqlite/connection'),
    import('../../functions/core/io/store/sqlite/schema'),
  ])
  const connection = connectLibsql(path)
  try {
    return missingSchema(connection, allCollections)
  } finally {
    connection.close()
  }
}

/**
 * CloudBase tells its indexes to operators alone, through another service: `npm run store -- check`.
 * @returns what is missing or otherwise than declared, one line each
 */
export const schemaProblems = async (configuration: StoreConfiguration): Promise<readonly string[]> => {
  switch (configuration.engine) {
    case 'sqlite':
      return sqliteProblems(configuration.path)
    case 'postgres': {
      const { openPostgresAdmin } = await import('../../functions/core/io/store/postgres/admin')
      const admin = await openPostgresAdmin({ configuration, collections: allCollections })
      return admin.check().finally(() => admin.close())
    }
    case 'cloudbase':
      return []
  }
}
