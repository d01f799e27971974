/** A copy of the project as git sees it, with the same packages: what is tried on it leaves the tree alone. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export interface Copy {
  readonly root: string
  /** Runs a script of the copy with this Node. @returns what it said. @throws Error with its last words when it fails */
  run(...args: readonly string[]): string
  remove(): void
}

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
  return {
    root: folder,
    run: (...args) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, args, {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1e8,
        env: { ...process.env, NODE_ENV: 'production', BUILD_CACHE: 'off' },
      })
      if (status !== 0)
        throw new Error(`${args.join(' ')} ended with ${status}\n${`${stdout}\n${stderr}`.slice(-4000)}`)
      return stdout
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
