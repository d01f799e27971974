/** A store on an emulator of its own, and what was called. */
import { openCloudbaseStore } from '../../../../../functions/core/io/store/cloudbase'
import { receipts } from '../../../../../functions/core/io/store/receipts'
import type { Store } from '../../../../../functions/core/io/store/contract'
import { startEmulator, type Emulator, type EmulatorOptions } from '../../../../harness/cloudbase/emulator'
import { testCollections } from '../../../../harness/store/subject'

export interface Opened {
  readonly emulator: Emulator
  readonly store: Store
  /** The actions since the last time it was asked, `database.` left out. */
  actions(): string[]
  close(): Promise<void>
}

export const configurationOf = ({ main, secretId, secretKey, serviceUrl, managementUrl }: Emulator) => ({
  environment: main.id,
  credentials: { secretId, secretKey },
  serviceUrl,
  managementUrl,
  region: 'ap-shanghai',
})

export const declarations = [...testCollections, receipts].map(({ name, indexes }) => ({
  name,
  indexes: Object.fromEntries(
    Object.entries(indexes).map(([index, fields]) => [
      index,
      [...fields.map((field) => `d.${field}`), '_id'],
    ]),
  ),
}))

/** @param serviceUrl where the store sends its calls, when not straight to the emulator */
export const open = async (options: EmulatorOptions = {}, serviceUrl?: string): Promise<Opened> => {
  const emulator = await startEmulator(options)
  emulator.createCollections(declarations)
  const configuration = configurationOf(emulator)
  const store = await openCloudbaseStore({
    configuration: { ...configuration, serviceUrl: serviceUrl ?? configuration.serviceUrl },
    collections: testCollections,
  })
  return {
    emulator,
    store,
    actions: () => {
      const actions = emulator.calls().map(({ action }) => action.replace('database.', ''))
      emulator.forget()
      return actions
    },
    close: async () => {
      await store.close()
      await emulator.stop()
    },
  }
}
