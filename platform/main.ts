/** What `npm start` runs: the server with its demonstration data and people. */
import { demo } from './demo'
import { runServer } from './server/run'

runServer({ environment: process.env, demo, say: (line) => process.stdout.write(`${line}\n`) }).catch(
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  },
)
