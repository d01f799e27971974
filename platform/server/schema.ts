/** Is the database as this version declares it? Asked by `/ready`; changes nothing. */
import { allCollections } from '../../functions/all-collections'
import type { StoreConfiguration } from '../../functions/core/io/store/configuration'

/** @returns what is missing or otherwise than declared, one line each */
export const schemaProblems = async (configuration: StoreConfiguration): Promise<readonly string[]> => {
  if (configuration.engine !== 'sqlite') return []
  const [{ connectLibsql }, { missingSchema }] = await Promise.all([import('../../functions/core/io/store/sqlite/connection'), import('../../functions/core/io/store/sqlite/schema')])
  const connection = connectLibsql(configuration.path)
  try {
    return missingSchema(connection, allCollections)
  } finally {
    connection.close()
  }
}
