/** Runs a server until it is told to stop: SIGTERM and SIGINT finish what is under way first. */
import { version } from '../../package.json'
import { startServer, type Demonstration, type RunningServer } from './server'
import { serverOptions } from './environment'

export interface RunOptions {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly demo?: Demonstration
  /** Lines for the operator. */
  readonly say: (line: string) => void
}

/** @returns the running server; after a signal the process ends once it is closed */
export const runServer = async ({ environment, demo, say }: RunOptions): Promise<RunningServer> => {
  const options = serverOptions(environment)
  const server = await startServer({ ...options, demo, version })
  say(`listening on ${server.url} with the data in ${options.dataDir}`)
  if (!demo && server.services.settings.wechat.appId === '') say('WECHAT_APPID and WECHAT_SECRET are not set: nobody can sign in')
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    server.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  return server
}
