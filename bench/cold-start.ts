/**
 * Cold start and size of each built function: a new process, the function loaded, one read answered, over SQLite in a folder that
 * another process prepared. Beside it a bare `node -e 0` and the database clients alone, in turn, many rounds; medians.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { FIRST_READS } from './cold-start/reads'
import { nodesOf, type NodeBinary } from './cold-start/nodes'
import { median } from './servers'

/** Files as in a cloud: nothing is asked of the storage before a call touches a file. */
const STORAGE = {
  FILES: 's3',
  S3_ENDPOINT: 'http://127.0.0.1:1',
  S3_REGION: 'none',
  S3_BUCKET: 'none',
  S3_ACCESS_KEY_ID: 'none',
  S3_SECRET_ACCESS_KEY: 'none',
}
/** The read that each is asked for; functions without a plain one are only loaded. */
const READS: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(FIRST_READS).map(([name, { procedure, status }]) => [
    name,
    status === 200 ? procedure : 'none',
  ]),
)
const CHILD = resolve('bench/cold-start/first-read.js')
const built = (name: string): string => resolve('dist/functions', name)

interface Report {
  readonly status: number
  readonly loaded: readonly string[]
}
interface Timed {
  readonly ms: number
  readonly overBareMs: number
  /** Without the client of the database, as it is measured alone. */
  readonly ownMs?: number
}

const tenths = (value: number): number => Math.round(value * 10) / 10
const kilobytes = (files: readonly string[]): number =>
  tenths(files.reduce((sum, file) => sum + statSync(file).size, 0) / 1000)
const say = (line: string): void => void process.stderr.write(`${line}\n`)

const buildFunctions = (): void => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/build.mjs', 'functions'], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stdout + stderr)
}

/** @returns ms from its start to its end */
const run = (
  path: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): number => {
  const began = performance.now()
  const { status } = spawnSync(path, args, { ...options, stdio: 'ignore' })
  const ms = performance.now() - began
  if (status !== 0) throw new Error(`${path} ${args.join(' ')} ended with ${status}`)
  return ms
}

/** What is loaded until the first read is answered; its first run also prepares the folder. */
const loadedBy = (name: string, env: NodeJS.ProcessEnv, folder: string): readonly string[] => {
  const report = join(folder, `${name}.json`)
  for (const _ of ['prepares', 'reads'])
    run(process.execPath, [CHILD, built(name), READS[name] ?? '', report], { cwd: built(name), env })
  return (JSON.parse(readFileSync(report, 'utf8')) as Report).loaded
}

const measure = ({ path, major, version }: NodeBinary, rounds: number, env: NodeJS.ProcessEnv) => {
  const contenders: Readonly<Record<string, readonly string[]>> = {
    bare: ['-e', '0'],
    ...Object.fromEntries(
      Object.entries(READS).map(([name, procedure]) => [name, [CHILD, built(name), procedure]]),
    ),
    libsql: ['-e', "require('libsql')"],
    pg: ['-e', "require('./sdk-postgres.js')"],
    '@cloudbase/node-sdk': ['-e', "require('./sdk-cloudbase.js')"],
  }
  const samples = new Map(Object.keys(contenders).map((name) => [name, [] as number[]]))
  say(`Node ${version}: ${rounds} rounds`)
  // One round is not counted: it brings the binary and the files into memory.
  for (let round = -1; round < rounds; round += 1) {
    for (const [name, args] of Object.entries(contenders)) {
      const ms = run(path, args, { cwd: built('accounts'), env })
      if (round >= 0) samples.get(name)?.push(ms)
    }
  }
  const medianOf = (name: string): number => median(samples.get(name) ?? [])
  const timed = (name: string): Timed => ({
    ms: tenths(medianOf(name)),
    overBareMs: tenths(medianOf(name) - medianOf('bare')),
    ...(name in READS && { ownMs: tenths(medianOf(name) - medianOf('libsql')) }),
  })
  return { major, version, bareMs: tenths(medianOf('bare')), timed }
}

/**
 * `kB` counts every file of the function that was loaded; the database's client is told apart under `sdks`. `overBareMs` of a
 * function holds all of it, `ownMs` leaves out what loading libsql alone costs.
 */
export const coldStart = async ({ quick }: { readonly quick: boolean }) => {
  buildFunctions()
  const folder = mkdtempSync(join(tmpdir(), 'cold-start-'))
  const env = { PATH: process.env.PATH, DATA_DIR: folder, STORE: 'sqlite', ...STORAGE }
  try {
    const names = Object.keys(READS)
    const own = names.map((name) => {
      const loaded = loadedBy(name, env, folder)
      const files = loaded.filter(
        (file) => file.startsWith(built(name)) && !basename(file).startsWith('sdk-'),
      )
      return { name, kB: kilobytes(files), files: files.map((file) => basename(file)), loaded }
    })
    const { nodes, missing } = nodesOf()
    if (missing !== undefined) say(missing)
    const measured = nodes.map((node) => measure(node, quick ? 5 : 25, env))
    const onEach = (name: string) =>
      Object.fromEntries(measured.map(({ major, timed }) => [major, timed(name)]))
    const native = own[0]?.loaded.filter((file) => file.includes('node_modules')) ?? []
    const client = (file: string): string => join(built('accounts'), file)
    return {
      bench: 'cold-start',
      machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
      rounds: quick ? 5 : 25,
      ...(missing === undefined ? {} : { missing }),
      bare: Object.fromEntries(
        measured.map(({ major, version, bareMs }) => [major, { version, ms: bareMs }]),
      ),
      functions: own.map(({ name, kB, files }) => ({ name, kB, files, node: onEach(name) })),
      sdks: [
        { name: 'libsql', kB: kilobytes(native), node: onEach('libsql') },
        { name: 'pg', kB: kilobytes([client('sdk-postgres.js')]), node: onEach('pg') },
        {
          name: '@cloudbase/node-sdk',
          kB: kilobytes([client('sdk-cloudbase.js')]),
          node: onEach('@cloudbase/node-sdk'),
        },
      ],
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
