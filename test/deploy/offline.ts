/** `serverless offline`: the stack of serverless.yml on this machine, over a real PostgreSQL, with a stand-in for WeChat's server. */
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newKeyringText } from '../../functions/core/io/security/keyring'
import { runAdmin } from '../../platform/admin/cli'
import { demoHalls } from '../../platform/demo/data/halls'
import { demoMatters } from '../../platform/demo/data/matters'
import { runStore } from '../../platform/store/cli'
import { startPostgres } from '../harness/postgres/server'
import { startWechat } from '../platform/running'

export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}
export interface Offline {
  /** Through the HTTP API. */
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
  /** As the platform itself calls a function: a schedule's event. */
  invoke(name: string, event: unknown): Promise<unknown>
  /** Everything that the platform and the functions printed. */
  said(): string
  /** Safe to repeat. @returns the process's exit code */
  close(): Promise<number | null>
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

const answerOf = async (response: Response): Promise<Answer> => ({
  status: response.status,
  body: (await response.json()) as Answer['body'],
})

/** The catalogue as an operator brings it in; then the coming days are open. */
const importCatalogue = async (
  dir: string,
  environment: Readonly<Record<string, string>>,
): Promise<string> => {
  const said: string[] = []
  const say = (line: string): void => void said.push(line)
  const rows = {
    matters: demoMatters.map(({ code, doc: { v: _, rank: __, ...rest } }) => ({ code, ...rest })),
    halls: demoHalls.map(({ id, doc: { v: _, ...rest } }) => ({ id, ...rest })),
  }
  if ((await runStore({ words: ['apply'], environment, say })) !== 0) throw new Error(said.join('\n'))
  for (const [what, content] of Object.entries(rows)) {
    const path = join(dir, `${what}.json`)
    writeFileSync(path, JSON.stringify(content))
    if ((await runAdmin({ words: [`import-${what}`, path], environment, say })) !== 0)
      throw new Error(said.join('\n'))
  }
  return said.join('\n')
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(child.exitCode)
    else child.once('exit', (code) => resolve(code))
  })

export const startOffline = async (): Promise<Offline> => {
  const dir = mkdtempSync(join(tmpdir(), 'offline-'))
  const [postgres, wechat, httpPort, lambdaPort] = await Promise.all([
    startPostgres(),
    startWechat(),
    freePort(),
    freePort(),
  ])
  const environment = {
    STORE: 'postgres',
    DATABASE_URL: postgres.url(await postgres.createDatabase()),
    DATA_DIR: join(dir, 'data'),
    SHUIBANG_KEYS: Buffer.from(newKeyringText()).toString('base64'),
    WECHAT_BASE_URL: wechat.url,
    WECHAT_APPID: 'wx1',
    WECHAT_SECRET: 'secret-of-a-test',
  }
  await importCatalogue(dir, environment)
  const words = [
    'offline',
    '--stage',
    'offline',
    '--host',
    '127.0.0.1',
    '--httpPort',
    String(httpPort),
    '--lambdaPort',
    String(lambdaPort),
    '--noPrependStageInUrl',
    '--noSponsor',
  ]
  const child = spawn(
    process.execPath,
    [join('node_modules', 'serverless', 'bin', 'serverless.js'), ...words],
    {
      cwd: process.cwd(),
      env: {
        PATH: process.env.PATH,
        HOME: dir,
        SLS_TELEMETRY_DISABLED: '1',
        SLS_NOTIFICATIONS_MODE: 'off',
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let said = ''
  await new Promise<void>((resolve, reject) => {
    const hear = (bytes: Buffer): void => {
      said += bytes.toString('utf8')
      if (said.includes('Server ready')) resolve()
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.once('exit', (code) => reject(new Error(`serverless offline ended with ${String(code)}:\n${said}`)))
  })
  const send = (
    port: number,
    path: string,
    body: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    })
  const stop = async (): Promise<number | null> => {
    child.kill('SIGTERM')
    const code = await ended(child)
    wechat.close()
    await postgres.stop()
    rmSync(dir, { recursive: true, force: true })
    return code
  }
  let stopping: Promise<number | null> | undefined
  return {
    post: async (path, body, headers) => answerOf(await send(httpPort, path, body, headers)),
    invoke: async (name, event) =>
      (await send(lambdaPort, `/2015-03-31/functions/shuibang-offline-${name}/invocations`, event)).json(),
    said: () => said,
    close: () => (stopping ??= stop()),
  }
}
