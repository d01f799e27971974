/** Children that work until they are killed, in the midst of what they do. */
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { basename, dirname, join } from 'node:path'
import { build } from 'esbuild'

/** Inside the repository, so that the child finds its packages. @returns the bundle's path */
export const bundledChild = async (file: string): Promise<string> => {
  const name = `${basename(dirname(dirname(file)))}-${basename(file).replace(/\.ts$/, '')}`
  const outfile = join(__dirname, `../../.cache/test/${name}.cjs`)
  await build({
    entryPoints: [file],
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outfile,
    external: ['libsql', '@chainsafe/hashtree', 'pdfkit', 'linebreak', 'write-excel-file', 'csv-parse'],
    logLevel: 'error',
  })
  return outfile
}

/** Runs the child until it has told so many lines, then kills it in the midst of what comes next. @returns the lines */
export const runAndKill = (file: string, words: readonly string[], after: number): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [file, ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
    const told: string[] = []
    let complaint = ''
    child.stderr.on('data', (text: Buffer) => (complaint += text.toString()))
    createInterface({ input: child.stdout }).on('line', (line) => {
      told.push(line)
      if (told.length === after) child.kill('SIGKILL')
    })
    child.on('close', (_, signal) =>
      signal === 'SIGKILL'
        ? resolve(told)
        : reject(new Error(`the child ended by itself: ${complaint.slice(0, 2000)}`)),
    )
  })
