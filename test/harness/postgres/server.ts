/** A real PostgreSQL of a test's own: fresh, durable, on its own port, and gone when the test's process is. */
import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { Client } from 'pg'
import { childrenOf, makeCluster, programsFor, serverFolder, serverUser } from './binaries'

export interface PostgresServer {
  readonly port: number
  url(database?: string): string
  /** A new database, empty or a copy of another that nobody is connected to. @returns its name */
  createDatabase(template?: string): Promise<string>
  /** One statement, as the superuser. */
  ask(text: string, database?: string): Promise<Record<string, unknown>[]>
  /** SIGKILL of the server and of all its processes at once. */
  kill(): Promise<void>
  /** Starts again what was killed, on the same data and port. */
  restart(): Promise<void>
  /** Ends it and removes its data. */
  stop(): Promise<void>
}

/** When the test's process is gone, however it went, its end of the pipe closes, and the server is ended and its folder removed. */
const WATCH = `exec 3<&0
"$@" </dev/null &
server=$!
(cat <&3 >/dev/null; kill -QUIT $server 2>/dev/null && sleep 1 && rm -rf "$FOLDER") >/dev/null 2>&1 &
wait $server`

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

interface Running {
  readonly process: ChildProcess
  readonly ended: Promise<void>
}

/** @param settings the server's own, beside the defaults: `fsync: 'off'` */
export const startPostgres = async (
  settings: Readonly<Record<string, string>> = {},
): Promise<PostgresServer> => {
  const user = serverUser()
  const folder = serverFolder(user)
  const remove = (): void => rmSync(folder, { recursive: true, force: true })
  const prepare = (): { programs: string; data: string } => {
    try {
      const programs = programsFor(user, folder)
      return { programs, data: makeCluster(user, programs, folder) }
    } catch (error) {
      remove()
      throw error
    }
  }
  const { programs, data } = prepare()
  const options = Object.entries({
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '32MB',
    max_connections: '60',
    ...settings,
  })
  let port = await freePort()
  let running: Running | undefined
  let databases = 0

  /** Resolves when it takes connections. @throws Error with its log when it ended instead */
  const launch = (): Promise<Running> => {
    const args = [
      '-D',
      data,
      '-p',
      String(port),
      ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ]
    const child = spawn('/bin/sh', ['-c', WATCH, 'sh', join(programs, 'postgres'), ...args], {
      ...user,
      cwd: folder,
      env: { ...process.env, FOLDER: folder },
      stdio: ['pipe', 'ignore', 'pipe'],
    })
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    let log = ''
    return new Promise((resolve, reject) => {
      // its log is always read: a full pipe would stop it
      child.stderr?.on('data', (text: Buffer) => {
        log = `${log}${text.toString()}`.slice(-8_000)
        if (log.includes('ready to accept connections')) resolve({ process: child, ended })
      })
      void ended.then(() => reject(new Error(`PostgreSQL ended: ${log}`)))
    })
  }

  const start = async (moving: boolean): Promise<void> => {
    for (let left = 20; ; left -= 1) {
      try {
        running = await launch()
        return
      } catch (error) {
        // processes of the killed one may still hold its memory; a port may have been taken meanwhile
        if (left === 0) throw error
        if (moving) port = await freePort()
        await pause(100)
      }
    }
  }

  const pid = (): number => Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])

  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (!running) return
    const server = pid()
    const pids = signal === 'SIGKILL' ? [server, ...childrenOf(server)] : [server]
    for (const one of pids) process.kill(one, signal)
    await running.ended
    running.process.stdin?.destroy()
    running = undefined
  }

  const url = (database = 'postgres'): string => `postgres://postgres@127.0.0.1:${port}/${database}`

  const ask: PostgresServer['ask'] = async (text, database) => {
    const client = new Client({ connectionString: url(database) })
    await client.connect()
    try {
      return (await client.query<Record<string, unknown>>(text)).rows
    } finally {
      await client.end()
    }
  }

  await start(true)
  return {
    get port() {
      return port
    },
    url,
    ask,
    createDatabase: async (template = 'template1') => {
      const name = `store_${(databases += 1)}`
      await ask(`CREATE DATABASE ${name} TEMPLATE ${template}`)
      return name
    },
    kill: () => end('SIGKILL'),
    restart: () => start(false),
    stop: async () => {
      await end('SIGQUIT')
      remove()
    },
  }
}
