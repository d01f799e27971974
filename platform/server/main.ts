/** The server of a private cloud: the same gateway without any demonstration. */
import { runServer } from './run'

runServer({ environment: { DEMONSTRATION: 'off', ...process.env }, say: (line) => process.stdout.write(`${line}\n`) }).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
