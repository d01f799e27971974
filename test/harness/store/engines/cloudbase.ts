/** CloudBase under test: the real SDK against the emulator, an environment of its own for each subject. */
import { openCloudbaseStore } from '../../../../functions/core/io/store/cloudbase'
import { openCloudbaseAdmin } from '../../../../functions/core/io/store/cloudbase/admin'
import type { Store } from '../../../../functions/core/io/store/contract'
import { startEmulator, type Emulator } from '../../cloudbase/emulator'
import { landing } from '../../cloudbase/faults'
import { testCollections, type EngineUnderTest } from '../subject'

let emulator: Promise<Emulator> | undefined
let opened = 0

/** A transaction whose client was killed keeps its locks so long; the service's own 30 s would be waited for after every kill. */
const TRANSACTION_MS = 2_000

/** One server for all subjects of a test file. */
const running = (): Promise<Emulator> =>
  (emulator ??= startEmulator({ limits: { transactionMs: TRANSACTION_MS } }))

export const cloudbase: EngineUnderTest = {
  name: 'cloudbase',
  groups: false,
  open: async ({ collections = testCollections } = {}) => {
    const { serviceUrl, managementUrl, secretId, secretKey, environment, removeEnvironment } = await running()
    const own = environment(`subject-${(opened += 1)}`)
    const configuration = {
      environment: own.id,
      credentials: { secretId, secretKey },
      serviceUrl,
      managementUrl,
      region: 'ap-shanghai',
    }
    const admin = await openCloudbaseAdmin({ configuration, collections })
    await admin.apply()
    const store = await openCloudbaseStore({ configuration, collections })
    const others: Store[] = []
    return {
      store,
      environment: {
        STORE: 'cloudbase',
        TCB_ENV: own.id,
        TENCENTCLOUD_SECRETID: secretId,
        TENCENTCLOUD_SECRETKEY: secretKey,
        TCB_SERVICE_URL: serviceUrl,
        TCB_MANAGEMENT_URL: managementUrl,
      },
      another: async (theirs = collections) => {
        const other = await openCloudbaseStore({ configuration, collections: theirs })
        others.push(other)
        return other
      },
      loseNextReply: () => own.faults.add(landing, { kind: 'loseReply' }),
      failNextWrites: (times) =>
        own.faults.add(landing, { kind: 'answer', code: 'EXCEED_REQUEST_LIMIT' }, times),
      close: async () => {
        for (const one of [store, ...others]) await one.close()
        removeEnvironment(own.id)
      },
    }
  },
  stop: async () => {
    const running = await emulator
    emulator = undefined
    await running?.stop()
  },
}
