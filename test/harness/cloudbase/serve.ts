/**
 * The CloudBase emulator as a process of its own, for `npm start -- --store cloudbase`: `<file to keep everything in>`. Tells its
 * parent where it is, and ends when the parent lets go of it, however that ends. Ctrl-C reaches it too, and is the parent's matter.
 */
import { startEmulator } from './emulator'

const [keptIn] = process.argv.slice(2)
if (keptIn === undefined || !process.send) throw new Error('this is started by npm start')
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined)

/** The parent tells it. */
const failed = (error: Error): Promise<never> =>
  new Promise(() => process.send?.({ problem: error.message }, () => process.exit(1)))

const emulator = await startEmulator({ keptIn, environment: 'shuibang-emulator' }).catch(failed)
process.once('disconnect', () => void emulator.stop().then(() => process.exit(0)))
const { serviceUrl, managementUrl, secretId, secretKey, main } = emulator
process.send({ serviceUrl, managementUrl, secretId, secretKey, environment: main.id })
