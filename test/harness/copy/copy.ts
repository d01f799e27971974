/** A copy of the project as git sees it, with the same packages: what is tried on it leaves the tree alone. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Copy {
  readonly root: string
  /** Runs a script of the copy with this Node. @returns what it said. @throws Error with its last words when it fails */
  run(...args: readonly string[]): string
  /** The same for a build, which is made as for production. */
  build(...args: readonly string[]): string
  remove(): void
}

const COMPILED = '.cache/tsc'

const tracked = (root: string): readonly string[] =>
  execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(root, file)))

export const copyProject = (root: string = process.cwd()): Copy => {
  const folder = mkdtempSync(join(tmpdir(), 'copy-'))
  for (const file of tracked(root)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(root, file), join(folder, file))
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  // What was compiled there is known here by its content, and need not be compiled again.
  if (existsSync(join(root, COMPILED)))
    cpSync(join(root, COMPILED), join(folder, COMPILED), { recursive: true, preserveTimestamps: true })
  const runAs =
    (NODE_ENV: string) =>
    (...args: readonly string[]): string => {
      const { status, stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1e8,
        env: { ...process.env, NODE_ENV, BUILD_CACHE: 'off' },
      })
      const said = `${stdout}\n${stderr}`
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}\n${said.slice(-4000)}`)
      return stdout
    }
  return {
    root: folder,
    run: runAs('test'),
    build: runAs('production'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
