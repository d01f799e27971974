/** How the server itself is set up: port, address, data folder, web page. */
import { resolve } from 'node:path'
import type { ServerOptions } from './server'

type Environment = Readonly<Record<string, string | undefined>>

const PORT = 8787

/**
 * `PORT`, `HOST`, `DATA_DIR`, `WEB_ROOT`, `ALLOW_ORIGINS` (comma between), `TRUST_PROXY` (`on`).
 * @throws Error for a port that is none
 */
export const serverOptions = (environment: Environment): ServerOptions => {
  const port = environment.PORT ? Number(environment.PORT) : PORT
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`PORT: ${environment.PORT ?? ''} is not a port`)
  return {
    port,
    host: environment.HOST || '127.0.0.1',
    dataDir: resolve(environment.DATA_DIR || './data'),
    webRoot: resolve(environment.WEB_ROOT || './dist/h5'),
    origins: (environment.ALLOW_ORIGINS ?? '').split(',').map((origin) => origin.trim()).filter(Boolean),
    trustProxy: environment.TRUST_PROXY === 'on',
    environment,
  }
}
