/** How the server itself is set up: port, address, web page, stopping, telemetry. */
import { resolve } from 'node:path'
import { given, switchAt, type Environment, type Problems } from '../../functions/core/io/entry/problems'
import type { ServerOptions } from './server'
import { readTelemetryConfiguration } from './telemetry/configuration'

const PORT = 8787
const LONGEST_DELAY_MS = 300_000
const ORIGIN = /^https?:\/\/[^\s/,]+$/

export type ServerConfiguration = Required<
  Pick<ServerOptions, 'port' | 'host' | 'dataDir' | 'webRoot' | 'origins' | 'trustProxy' | 'environment'>
> &
  Pick<ServerOptions, 'telemetry'> & {
    /** Between being unready and taking no more connections. */
    readonly shutdownDelayMs: number
  }

/**
 * `PORT`, `HOST`, `DATA_DIR`, `WEB_ROOT`, `ALLOW_ORIGINS` (comma between), `TRUST_PROXY` (`on`, `off`), `SHUTDOWN_DELAY_MS`;
 * for `OTEL_*` see their own reader.
 */
export const readServerConfiguration = (
  environment: Environment,
  problems: Problems,
): ServerConfiguration => {
  const { check } = problems
  const port = Number(given(environment, 'PORT') ?? PORT)
  const isPort = Number.isInteger(port) && port >= 0 && port <= 65_535
  check(isPort, `PORT: ${given(environment, 'PORT') ?? ''} is not a port`)
  const host = given(environment, 'HOST') ?? '127.0.0.1'
  check(/^[\w.:%-]+$/.test(host), `HOST: ${host} is not an address`)
  const origins = (given(environment, 'ALLOW_ORIGINS') ?? '')
    .split(',')
    .map((origin) => origin.trim())
    .filter(Boolean)
  for (const origin of origins)
    check(ORIGIN.test(origin), `ALLOW_ORIGINS: ${origin} is not scheme://host[:port]`)
  const shutdownDelayMs = Number(given(environment, 'SHUTDOWN_DELAY_MS') ?? 0)
  const isDelay =
    Number.isInteger(shutdownDelayMs) && shutdownDelayMs >= 0 && shutdownDelayMs <= LONGEST_DELAY_MS
  check(isDelay, `SHUTDOWN_DELAY_MS: milliseconds, a whole number from 0 to ${LONGEST_DELAY_MS}`)
  return {
    port: isPort ? port : PORT,
    host,
    origins,
    environment,
    dataDir: resolve(given(environment, 'DATA_DIR') ?? './data'),
    webRoot: resolve(given(environment, 'WEB_ROOT') ?? './dist/h5'),
    trustProxy: switchAt(environment, 'TRUST_PROXY', problems, 'off'),
    shutdownDelayMs: isDelay ? shutdownDelayMs : 0,
    telemetry: readTelemetryConfiguration(environment, problems),
  }
}
