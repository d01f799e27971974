/** The server of a private cloud: the same gateway without any demonstration. */
import { join } from 'node:path'
import { runServer } from './run'

/** The web page lies beside the bundle. */
const WEB_ROOT = join(__dirname, 'web')

runServer({
  environment: { DEMONSTRATION: 'off', WEB_ROOT, ...process.env },
  say: (line) => process.stdout.write(`${line}\n`),
}).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
