/** Builds the child once, and runs it. */
import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'

const root = join(__dirname, '../../..')

/** The bundle's path, inside the project so that packages are found. */
export const buildChild = async (): Promise<string> => {
  const outfile = join(root, '.cache', 'children', `store-${process.pid}.cjs`)
  await build({
    entryPoints: [join(__dirname, 'child.ts')],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['libsql', 'pg', '@cloudbase/node-sdk'],
    outfile,
    logLevel: 'error',
  })
  return outfile
}

export interface Child {
  readonly process: ChildProcess
  /** Whole lines said so far. */
  readonly lines: () => string[]
  readonly errors: () => string
  readonly ended: Promise<void>
  /** Resolves when a line was said; rejects when the child ends first. */
  readonly firstLine: Promise<void>
}

export const startChild = (
  bundle: string,
  environment: Readonly<Record<string, string>>,
  args: readonly string[],
): Child => {
  const child = spawn(process.execPath, [bundle, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  let out = ''
  let err = ''
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const firstLine = new Promise<void>((resolve, reject) => {
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString()
      if (out.includes('\n')) resolve()
    })
    void ended.then(() => reject(new Error(`the child ended: ${err}`)))
  })
  firstLine.catch(() => undefined)
  child.stderr.on('data', (data: Buffer) => (err += data.toString()))
  return { process: child, lines: () => out.split('\n').slice(0, -1), errors: () => err, ended, firstLine }
}
