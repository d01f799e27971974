/** Bundles a child process of a test once, and runs it until it ends or is killed. */
import { spawn } from 'node:child_process'
import { basename, join } from 'node:path'
import { build } from 'esbuild'

const ROOT = join(__dirname, '../../../..')
const REQUIRE =
  "import { createRequire as nodeRequire } from 'node:module'; const require = nodeRequire(import.meta.url);"

/** @param folder of the test, with its `child.ts` */
export const bundleChild = async (folder = __dirname): Promise<string> => {
  const outfile = join(ROOT, '.cache', 'test', `${basename(folder)}-child-${process.pid}.mjs`)
  await build({
    entryPoints: [join(folder, 'child.ts')],
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: { js: REQUIRE },
    logLevel: 'error',
  })
  return outfile
}

export interface Ended {
  readonly lines: readonly string[]
  readonly errors: string
  readonly signal: string | null
}

export interface KillAfter {
  /** So many acknowledged commits … */
  readonly commits: number
  /** … and so many milliseconds. */
  readonly ms: number
}

/** @param killAfter `undefined`: let it end by itself */
export const runChild = (bundle: string, words: readonly string[], killAfter?: KillAfter): Promise<Ended> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [bundle, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    let errors = ''
    let armed = false
    child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
    child.stdout.on('data', (data: Buffer) => {
      text += data.toString()
      if (killAfter === undefined || armed || text.split('committed ').length <= killAfter.commits) return
      armed = true
      setTimeout(() => child.kill('SIGKILL'), killAfter.ms)
    })
    child.on('error', reject)
    // A line cut off by the kill was not acknowledged.
    child.on('close', (_code, signal) => resolve({ lines: text.split('\n').slice(0, -1), errors, signal }))
  })
