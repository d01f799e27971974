/** The file engine that a configuration names. Those of a cloud are loaded at their first use: few calls touch a file. */
import type { Instant } from '../../../pure/time'
import type { StoreConfiguration } from '../../store/configuration'
import type { FilesConfiguration } from '../configuration'
import type { Tell } from '../private'
import type { FileEngine } from './engine'

/** A direct engine that is opened when first asked; an opening that failed is tried again. */
const lazily = (name: string, open: () => Promise<FileEngine>): FileEngine => {
  let opened: Promise<FileEngine> | undefined
  const engine = (): Promise<FileEngine> => {
    opened ??= open().catch((error: unknown) => {
      opened = undefined
      throw error
    })
    return opened
  }
  return {
    name,
    put: async (file, bytes) => (await engine()).put(file, bytes),
    get: async (file) => (await engine()).get(file),
    remove: async (file) => (await engine()).remove(file),
    uploadTarget: async (file, declared) => (await engine()).uploadTarget(file, declared),
    direct: {
      take: async (file, atMost) => (await engine()).direct?.take(file, atMost),
      discard: async (file) => (await engine()).direct?.discard(file),
    },
  }
}

/** @throws Error when `cloudbase` is asked for beside another store: the configuration refuses it before */
export const openFileEngine = async (
  configuration: FilesConfiguration,
  store: StoreConfiguration,
  clock: () => Instant,
  mended?: Tell,
): Promise<FileEngine> => {
  switch (configuration.engine) {
    case 'disk':
      return (await import('./disk')).openDisk({ directory: configuration.directory, clock, mended })
    case 's3':
      return lazily('s3', async () => (await import('./s3')).openS3(configuration))
    case 'cloudbase': {
      if (store.engine !== 'cloudbase') throw new Error('FILES: cloudbase goes with STORE=cloudbase alone')
      return lazily('cloudbase', async () => {
        const [{ openCloudbaseFiles }, { openStorage }] = await Promise.all([
          import('./cloudbase'),
          import('../../store/cloudbase/sdk'),
        ])
        return openCloudbaseFiles(await openStorage(store))
      })
    }
  }
}
