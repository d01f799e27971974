/** The gateway of one machine: API, documents, web page and schedules on one port. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Entry } from '../../functions/core/io/entry/entry'
import { readDeliveryConfiguration } from '../../functions/core/io/entry/configuration-delivery'
import { openInstance, type Instance, type InstanceOptions } from '../../functions/core/io/entry/instance'
import type { FunctionModule } from '../../functions/core/io/entry/procedures'
import type { Services } from '../../functions/core/io/context'
import { createBoards } from './board'
import { createDrain } from './drain'
import { functions, timers, withExtra } from './functions'
import { createGateway } from './gateway'
import { createPage } from './page'
import { createReadiness } from './readiness'
import { startSchedule } from './schedule'
import type { Waker } from './waker'
import { startWaking } from './waking'
import { schemaProblems } from './schema'
import type { TelemetryConfiguration } from './telemetry/configuration'
import type { ServerTelemetry } from './telemetry/open'

/** What the demonstration platform brings along; a real deployment has none. */
export interface Demonstration {
  readonly functions: Readonly<Record<string, FunctionModule>>
  /** Fills an empty database; leaves a filled one as it is. */
  seed(services: Services): Promise<void>
  /** What happened before it began: once. */
  past?(services: Services): Promise<void>
  /** Begins what stands in for services that a real deployment asks; what the server is told of it. */
  rehearse?(clock?: () => number): Promise<{
    readonly environment: Readonly<Record<string, string>>
    close(): Promise<void>
  }>
}

export interface ServerOptions extends Pick<
  InstanceOptions,
  'log' | 'clock' | 'random' | 'strict' | 'problems'
> {
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
  /** Where traces and metrics go; absent: nowhere. */
  readonly telemetry?: TelemetryConfiguration
}

export interface CloseOptions {
  /** Unready, and still answering: the time a load balancer needs to notice. Default 0. */
  readonly delayMs?: number
  /** Taking no more connections, and still answering on open ones. Default 0. */
  readonly lingerMs?: number
  /** Default 10 s. */
  readonly withinMs?: number
}

export interface RunningServer {
  readonly url: string
  readonly port: number
  readonly services: Services
  readonly configuration: Instance['configuration']
  /** Calls past HTTP: what schedules do. */
  readonly handle: Entry['handle']
  /**
   * In order: unready; after the delay no new connections and no more schedules; calls under way are answered; telemetry is
   * sent; the store is closed. Log lines are written as they are made.
   * @returns whether everything under way came to its end in time
   */
  close(options?: CloseOptions): Promise<boolean>
}

const CLOSE_WITHIN_MS = 10_000

const stopped = (what: { stop(): Promise<void> }, withinMs: number): Promise<boolean> =>
  Promise.race([what.stop().then(() => true), sleep(withinMs, false, { ref: false })])

/** @throws ConfigurationError; the listen error when the port is taken */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const { host = '127.0.0.1', demo, environment = {}, version = '0.0.0' } = options
  const served = demo ? withExtra(demo.functions) : functions
  let telemetry: ServerTelemetry | undefined
  const withTelemetry: InstanceOptions['telemetry'] = async (_, log) => {
    if (options.telemetry)
      telemetry = (await import('./telemetry/open')).openTelemetry(options.telemetry, { version, log })
    return telemetry
  }
  const { log, clock, random, strict, problems } = options
  const rehearsal = await demo?.rehearse?.(clock)
  // Set once the server stands: what is committed before waits for the waker's first look.
  const waking: { waker?: Waker } = {}
  const instance = await openInstance({
    channels: readDeliveryConfiguration,
    log,
    clock,
    random,
    strict,
    problems,
    telemetry: withTelemetry,
    functions: served,
    wake: (subscriber, due) => waking.waker?.wake(subscriber, due),
    environment: { ...rehearsal?.environment, ...environment, DATA_DIR: options.dataDir },
  })
  const { entry, services } = instance
  telemetry?.watch(() => services.store.health())
  if (demo) await demo.seed(services)
  await demo?.past?.(services)

  let document: Promise<unknown> | undefined
  const openapi = (): Promise<unknown> => {
    // Loaded when asked for: it is large, and few ask.
    document ??= import('./openapi').then(({ buildOpenApi }) => buildOpenApi(served, version))
    return document
  }
  const { origins = [], trustProxy = false } = options
  const readiness = createReadiness({
    health: () => services.store.health(),
    schema: () => schemaProblems(instance.configuration.store),
    log: services.log,
  })
  const boards = createBoards(entry)
  const drain = createDrain(
    createGateway({
      entry,
      boards,
      services,
      page: createPage(options.webRoot),
      openapi,
      readiness,
      origins,
      trustProxy,
    }),
  )
  const server = createServer(
    { keepAliveTimeout: 65_000, headersTimeout: 10_000, requestTimeout: 30_000, maxHeaderSize: 16_384 },
    drain.listener,
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, host, resolve)
  }).catch(async (error: unknown) => {
    await telemetry?.shutdown()
    await instance.close()
    throw error
  })
  const schedule = options.schedules === false ? undefined : startSchedule(entry, timers)
  if (options.schedules !== false) waking.waker = startWaking(entry, services)
  const { port } = server.address() as AddressInfo

  const end = async ({
    delayMs = 0,
    lingerMs = 0,
    withinMs = CLOSE_WITHIN_MS,
  }: CloseOptions): Promise<boolean> => {
    readiness.stop()
    drain.begin()
    if (delayMs > 0) await sleep(delayMs)
    boards.end()
    const ended = await Promise.all([
      drain.end(server, { lingerMs, withinMs }),
      schedule ? stopped(schedule, withinMs) : true,
      waking.waker ? stopped(waking.waker, withinMs) : true,
    ])
    await telemetry?.shutdown()
    await instance.close()
    await rehearsal?.close()
    return ended.every(Boolean)
  }
  let ending: Promise<boolean> | undefined
  const close: RunningServer['close'] = (how = {}) => (ending ??= end(how))
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  return { url, port, services, configuration: instance.configuration, handle: entry.handle, close }
}
