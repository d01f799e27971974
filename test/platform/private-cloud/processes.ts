/** Real server processes of one deployment. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'
import type { Order } from './child'

const root = join(__dirname, '../../..')

/** @returns the bundle of `child.ts`, inside the project so that native packages are found */
export const buildServer = async (name: string): Promise<string> => {
  const outfile = join(root, '.cache/private-cloud-test', `${name}.cjs`)
  await build({
    entryPoints: [join(__dirname, 'child.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'error',
    external: [
      'libsql',
      '@chainsafe/hashtree',
      'swagger-ui-dist',
      'pg-native',
      'pdfkit',
      '@expo-google-fonts/noto-sans-sc',
    ],
  })
  return outfile
}

export interface Answer {
  readonly status: number
  readonly body: Readonly<Record<string, unknown>>
}

export interface ServerProcess {
  readonly url: string
  readonly pid: number
  /** @throws when the connection is refused or cut */
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>
  get(path: string): Promise<Answer>
  order(order: Order): Promise<Readonly<Record<string, unknown>>>
  kill(signal: NodeJS.Signals): void
  /** The exit code; the signal's name when one ended it. */
  readonly ended: Promise<number | string>
  /** What it wrote to standard output and standard error. */
  said(): string
}

/** @throws Error with what it said, when it ends before it listens */
export const startProcess = async (
  bundle: string,
  environment: Readonly<Record<string, string>>,
): Promise<ServerProcess> => {
  const child = spawn(process.execPath, [bundle], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      TMPDIR: process.env.TMPDIR,
      PORT: '0',
      LOG_LEVEL: 'error',
      RATE_LIMIT: 'off',
      ...environment,
    },
    stdio: 'pipe',
  })
  let said = ''
  const waiting: ((answer: Readonly<Record<string, unknown>>) => void)[] = []
  const ended = new Promise<number | string>((resolve) =>
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown')),
  )
  const url = await new Promise<string>((resolve, reject) => {
    let rest = ''
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      const lines = (rest + bytes.toString()).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) {
        const address = /^listening on (\S+)/.exec(line)?.[1]
        if (address !== undefined) resolve(address)
        if (line.startsWith('answer '))
          waiting.shift()?.(JSON.parse(line.slice(7)) as Readonly<Record<string, unknown>>)
      }
    })
    void ended.then((code) => reject(new Error(`ended with ${code}: ${said}`)))
  })
  const send = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await fetch(url + path, init)
    return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> }
  }
  return {
    url,
    ended,
    pid: child.pid ?? 0,
    said: () => said,
    get: (path) => send(path, {}),
    post: (path, body, headers) =>
      send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    order: (order) =>
      new Promise((resolve) => {
        waiting.push(resolve)
        child.stdin.write(`${JSON.stringify(order)}\n`)
      }),
    kill: (signal) => void child.kill(signal),
  }
}
