/** PostgreSQL. */
import type { CollectionSpec } from '../collection'
import type { PostgresConfiguration } from '../configuration'
import type { Store } from '../contract'

export interface PostgresOptions {
  readonly configuration: Pick<PostgresConfiguration, 'url' | 'connections'>
  readonly collections: readonly CollectionSpec[]
}

export const openPostgresStore = async (_options: PostgresOptions): Promise<Store> => {
  throw new Error('STORE: postgres is under way')
}
