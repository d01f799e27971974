/** The gateway of one machine: API, documents, web page and schedules on one port. */
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Entry } from '../../functions/core/io/entry/entry'
import { openInstance, type InstanceOptions } from '../../functions/core/io/entry/instance'
import type { FunctionModule } from '../../functions/core/io/entry/procedures'
import type { Services } from '../../functions/core/io/context'
import { functions, timers, withExtra } from './functions'
import { createGateway } from './gateway'
import { createPage } from './page'
import { startSchedule } from './schedule'

/** What the demonstration platform brings along; a real deployment has none. */
export interface Demonstration {
  readonly functions: Readonly<Record<string, FunctionModule>>
  /** Fills an empty database; leaves a filled one as it is. */
  seed(services: Services): Promise<void>
}

export interface ServerOptions extends Pick<InstanceOptions, 'log' | 'clock' | 'random' | 'strict'> {
  /** 0 for any free port. */
  readonly port: number
  /** Default 127.0.0.1. */
  readonly host?: string
  readonly dataDir: string
  readonly demo?: Demonstration
  /** The built web page. */
  readonly webRoot?: string
  /** Other sites whose pages may call the API; default none. */
  readonly origins?: readonly string[]
  readonly trustProxy?: boolean
  /** False: no schedules; tests call the jobs themselves. */
  readonly schedules?: boolean
  readonly environment?: InstanceOptions['environment']
  readonly version?: string
}

export interface RunningServer {
  readonly url: string
  readonly port: number
  readonly services: Services
  /** Calls past HTTP: what schedules do. */
  readonly handle: Entry['handle']
  /** Takes no new calls, finishes those under way (10 s at most), then closes the store. */
  close(): Promise<void>
}

const CLOSE_WITHIN_MS = 10_000

/** Calls under way are answered; connections that are kept alive end as soon as they fall idle. */
const closeHttp = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const idle = setInterval(() => server.closeIdleConnections(), 20)
    const late = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS)
    server.close(() => {
      clearInterval(idle)
      clearTimeout(late)
      resolve()
    })
  })

/** @throws ConfigurationError; the listen error when the port is taken */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const { host = '127.0.0.1', demo, environment = {}, version = '0.0.0' } = options
  const served = demo ? withExtra(demo.functions) : functions
  const instance = await openInstance({ ...options, functions: served, environment: { ...environment, DATA_DIR: options.dataDir } })
  const { entry, services } = instance
  if (demo) await demo.seed(services)

  let document: Promise<unknown> | undefined
  const openapi = (): Promise<unknown> => {
    // Loaded when asked for: it is large, and few ask.
    document ??= import('./openapi').then(({ buildOpenApi }) => buildOpenApi(served, version))
    return document
  }
  const { origins = [], trustProxy = false } = options
  const gateway = createGateway({ entry, services, page: createPage(options.webRoot), openapi, origins, trustProxy })
  const server = createServer({ keepAliveTimeout: 65_000, headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 16_384 }, gateway)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, host, resolve)
  }).catch(async (error: unknown) => {
    await instance.close()
    throw error
  })
  const schedule = options.schedules === false ? undefined : startSchedule(entry, timers)
  const { port } = server.address() as AddressInfo

  const close = async (): Promise<void> => {
    await schedule?.stop()
    await closeHttp(server)
    await instance.close()
  }
  return { url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`, port, services, handle: entry.handle, close }
}
