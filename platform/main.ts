/** What `npm start` runs: the server with its demonstration data and people. */
import { demo } from './demo'
import { demoClock } from './demo/clock'
import { runServer } from './server/run'

const run = async (): Promise<unknown> =>
  runServer({
    environment: process.env,
    demo,
    clock: demoClock(process.env.DEMO_TIME),
    say: (line) => process.stdout.write(`${line}\n`),
  })

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
