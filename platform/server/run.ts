/** Runs a server until it is told to stop: SIGTERM and SIGINT finish what is under way first. */
import { version } from '../../package.json'
import { openProblems } from '../../functions/core/io/entry/problems'
import { readServerConfiguration } from './environment'
import { startServer, type Demonstration, type RunningServer, type ServerOptions } from './server'
import { productionWarnings } from './warnings'

export interface RunOptions extends Pick<ServerOptions, 'clock' | 'schedules'> {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly demo?: Demonstration
  /** Lines for the operator. */
  readonly say: (line: string) => void
}

/** A request that is on its way on an open connection still arrives within this time. */
const LINGER_MS = 1_000
/** Ctrl-C reaches a server twice, from the terminal and from the script that started it: that is one signal. */
const SAME_SIGNAL_MS = 1_000

/**
 * @returns the running server; after a signal the process ends once it is closed: 0 when everything was answered, 1 when
 * something was cut off. A second signal ends it at once, with 1.
 * @throws ConfigurationError listing every problem
 */
export const runServer = async ({
  environment,
  demo,
  say,
  clock,
  schedules,
}: RunOptions): Promise<RunningServer> => {
  const problems = openProblems()
  const configuration = readServerConfiguration(environment, problems)
  const server = await startServer({ ...configuration, demo, version, problems, clock, schedules })
  say(`listening on ${server.url} with the data in ${configuration.dataDir}`)
  for (const warning of productionWarnings(environment, server.configuration)) say(`warning: ${warning}`)
  let stoppingSince: number | undefined
  const stop = (): void => {
    const now = performance.now()
    if (stoppingSince !== undefined) {
      if (now - stoppingSince > SAME_SIGNAL_MS) process.exit(1)
      return
    }
    stoppingSince = now
    server.close({ delayMs: configuration.shutdownDelayMs, lingerMs: LINGER_MS }).then(
      (answered) => process.exit(answered ? 0 : 1),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  return server
}
