/** CloudBase. */
import type { CollectionSpec } from '../collection'
import type { CloudbaseConfiguration } from '../configuration'
import type { Store } from '../contract'

export interface CloudbaseOptions {
  readonly configuration: Omit<CloudbaseConfiguration, 'engine'>
  readonly collections: readonly CollectionSpec[]
}

export const openCloudbaseStore = async (_options: CloudbaseOptions): Promise<Store> => {
  throw new Error('STORE: cloudbase is under way')
}
