/** The real SDK against an emulator, by configuration alone. */
import { init } from '@cloudbase/node-sdk'
import { startEmulator, type Emulator, type EmulatorOptions } from '../../../harness/cloudbase/emulator'
import type { Environment } from '../../../harness/cloudbase/environment'

export type App = ReturnType<typeof init>
export type Database = ReturnType<App['database']>

/** The SDK would look for Tencent's metadata host at each call, and warn of slow ones. */
process.env.TENCENTCLOUD = 'true'
process.env.SILENCE = 'true'

export interface Opened {
  readonly emulator: Emulator
  readonly app: App
  readonly db: Database
}

export const appOf = (
  { serviceUrl, secretId, secretKey }: Pick<Emulator, 'serviceUrl' | 'secretId' | 'secretKey'>,
  { id: env }: Pick<Environment, 'id'>,
): App => init({ env, secretId, secretKey, serviceUrl, timeout: 8000 })

/** An emulator with a collection `slots` (index `hall, day`) and the SDK on it; stopped after the test file's last test. */
export const openForTests = (options?: EmulatorOptions): (() => Opened) => {
  let opened: Opened | undefined
  beforeAll(async () => {
    const emulator = await startEmulator(options)
    emulator.createCollections([{ name: 'slots', indexes: { byDay: ['hall', 'day'] } }])
    const app = appOf(emulator, emulator.main)
    opened = { emulator, app, db: app.database() }
  })
  afterAll(() => opened?.emulator.stop())
  beforeEach(() => {
    opened?.emulator.main.faults.clear()
    opened?.emulator.forget()
  })
  return () => {
    if (!opened) throw new Error('not open')
    return opened
  }
}

/** The code that a call is refused with; `done` when it is not. */
export const codeOf = async (call: Promise<unknown>): Promise<unknown> => {
  try {
    await call
    return 'done'
  } catch (error) {
    return (error as { code?: unknown }).code
  }
}
