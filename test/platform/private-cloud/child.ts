/**
 * The server of a private cloud in a process of its own, exactly as it runs, with a door for the test: lines on standard
 * input move its clock, run a schedule's job at once, or take a lease and keep it.
 */
import { createInterface } from 'node:readline'
import { withLease } from '../../../functions/core/io/events/lease'
import { runServer } from '../../../platform/server/run'

export type Order = { readonly advance: number } | { readonly run: string } | { readonly keep: string }

let ahead = 0
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const serve = async (): Promise<void> => {
  const server = await runServer({
    environment: { DEMONSTRATION: 'off', ...process.env },
    say,
    clock: () => Date.now() + ahead,
    schedules: process.env.SCHEDULES !== 'off',
  })
  const obey = async (order: Order): Promise<unknown> => {
    if ('advance' in order) return (ahead += order.advance)
    if ('run' in order)
      return (
        await server.handle({
          procedure: order.run,
          input: {},
          headers: {},
          source: { timer: order.run.split('/')[1] },
        })
      ).body
    return new Promise(
      (taken) =>
        void withLease(server.services, order.keep, 120_000, (lease) => {
          taken({ fence: lease.fence })
          return new Promise(() => undefined)
        }),
    )
  }
  createInterface({ input: process.stdin }).on(
    'line',
    (line) => void obey(JSON.parse(line) as Order).then((answer) => say(`answer ${JSON.stringify(answer)}`)),
  )
}

serve().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
