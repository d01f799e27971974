/** Child processes for benchmarks: bundled, started, killed by their own id. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { build } from 'esbuild'

const OUT = '.cache/bench'

/** Bundles a TypeScript entry for Node and gives the path of the result. */
export const bundle = async (entry: string, name: string): Promise<string> => {
  mkdirSync(OUT, { recursive: true })
  const outfile = `${OUT}/${name}.cjs`
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    minify: true,
    external: ['libsql', 'pdfkit', '@expo-google-fonts/noto-sans-sc', '@chainsafe/hashtree'],
    logLevel: 'error',
  })
  return outfile
}

export interface Server {
  readonly url: string
  /** SIGKILL, as a power cut would. */
  kill(): Promise<void>
}

const killed = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGKILL')
  await exit
}

/** Starts `node file …args` and waits for the line that carries its port or address. */
export const serve = async (
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Server> => {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolve, reject) => {
    let text = ''
    child.stdout.on('data', (part: Buffer) => {
      text += part.toString('utf8')
      const port = /(?:127\.0\.0\.1:|^)(\d{2,5})\b/m.exec(text)?.[1]
      if (port) resolve(`http://127.0.0.1:${port}`)
    })
    child.once('exit', (code) =>
      reject(new Error(`the server ended with ${String(code)} before it was ready: ${text}`)),
    )
  })
  child.stdout.resume()
  return { url, kill: () => killed(child) }
}

/** The middle of an odd number of figures. */
export const median = (figures: readonly number[]): number =>
  figures.slice().sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0
