/** The telemetry of a function in a cloud: one JSON line a call on standard output, where every platform collects them. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { writeOut } from '../log/standard-output'
import { count, newTally, rounded, timed, type Tally } from './tally'
import type { Telemetry } from './telemetry'

/**
 * `{"metric":"call","procedure":"appointments/book","status":200,"ms":12.3,"cold":false,"store":{"calls":4,"ms":8.1,"retries":0}}`,
 * with `code` when the call was refused. `cold` is the first call of the instance.
 */
export const metricLines = (write: (line: string) => unknown = writeOut): Telemetry => {
  const current = new AsyncLocalStorage<Tally>()
  let cold = true
  return {
    call: async ({ procedure }, run, resultOf) => {
      const [tally, first, started] = [newTally(), cold, performance.now()]
      cold = false
      const answered = await current.run(tally, run)
      const { status, code } = resultOf(answered)
      const { calls, ms, retries } = tally
      const line = {
        metric: 'call',
        procedure,
        status,
        code,
        ms: rounded(performance.now() - started),
        cold: first,
        store: { calls, ms: rounded(ms), retries },
      }
      write(`${JSON.stringify(line)}\n`)
      return answered
    },
    store: (facts, run, outcomeOf) => {
      const tally = current.getStore()
      return tally ? timed(run, outcomeOf, (told) => count(tally, facts, told)) : run()
    },
  }
}
