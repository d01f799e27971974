/** The embedded engine's data folder, copied while it serves. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { allCollections } from '../../functions/all-collections'
import type { Configuration } from '../../functions/core/io/entry/configuration'
import { KEYS_FILE, type Keyring } from '../../functions/core/io/security/keyring'
import { openSqliteStore } from '../../functions/core/io/store/sqlite'
import { copyAll } from './backup-copy'
import { flush } from '../../functions/core/io/files/flush'
import { makeFolder, namesIn, sumOf, writeWhole } from './disk'
import { checkMarks, checkOpens, findKeys, marksOf, parsedKeys } from './keys'
import { header, writeManifest, type BackupManifest } from './manifest'
import { DataRefused, type Say } from './refused'
import { ringsIn } from './snapshot'
import { diskAt } from './uploads'

export const DATABASE = 'shuibang.db'

export interface BackupOptions {
  readonly folder: string
  /** `--with-keys`: another folder for a copy of the keys. */
  readonly keysFolder?: string | undefined
  readonly configuration: Configuration
  readonly injected: string | undefined
  readonly app: string
  readonly clock: () => number
  readonly say: Say
}

/** @throws DataRefused unless the store is the embedded one. @returns its file */
export const embedded = ({ store }: Configuration, command: string): string => {
  if (store.engine === 'sqlite') return store.path
  throw new DataRefused(
    `${command} is for the embedded database; ${store.engine} has backups of its own. See docs/data.md, and export`,
  )
}

const isWithin = (inner: string, outer: string): boolean => {
  const way = relative(resolve(outer), resolve(inner))
  return way !== '..' && !way.startsWith(`..${sep}`)
}

const checkFolders = async ({
  folder,
  keysFolder,
  configuration: { dataDir },
}: BackupOptions): Promise<void> => {
  if (isWithin(folder, dataDir))
    throw new DataRefused(`--to: ${folder} is inside the data folder; a backup belongs on another disk`)
  if ((await namesIn(folder)).length > 0)
    throw new DataRefused(`--to: ${folder} is not empty; each backup has a folder of its own`)
  if (
    keysFolder !== undefined &&
    (isWithin(keysFolder, folder) || isWithin(folder, keysFolder) || isWithin(keysFolder, dataDir))
  ) {
    throw new DataRefused(
      '--with-keys: keys beside the data that they open protect nothing; name a folder elsewhere',
    )
  }
}

/** Keys that are there already are only replaced by a ring that holds them all. @throws DataRefused */
const checkKept = async (path: string, keyring: Keyring): Promise<void> => {
  if (!existsSync(path)) return
  const kept = parsedKeys(await readFile(path, 'utf8'), path)
  try {
    checkMarks(keyring, marksOf(kept))
  } catch (cause) {
    throw new DataRefused(
      `--with-keys: ${path} holds keys that this deployment does not; name another folder`,
      { cause },
    )
  }
}

const checkKeys = async (path: string, keyring: Keyring): Promise<void> => {
  const store = await openSqliteStore({ path, collections: allCollections })
  try {
    await checkOpens(store, keyring)
  } finally {
    await store.close()
  }
}

/**
 * The manifest is written last: a folder without one is no backup.
 * @throws DataRefused
 */
export const backUp = async (options: BackupOptions): Promise<BackupManifest> => {
  const { folder, keysFolder, configuration, injected, app, clock, say } = options
  const path = embedded(configuration, 'backup')
  if (!existsSync(path)) throw new DataRefused(`there is no database at ${path}`)
  await checkFolders(options)
  const source = { dataDir: configuration.dataDir, injected }
  const { keyring } = await findKeys(source)
  await checkKeys(path, keyring)
  const keysFile = keysFolder === undefined ? undefined : join(keysFolder, KEYS_FILE)
  if (keysFile !== undefined) await checkKept(keysFile, keyring)

  const startedAt = new Date(clock()).toISOString()
  await makeFolder(folder)
  const copy = join(folder, DATABASE)
  const { files } = configuration
  const uploads = await copyAll({
    folder,
    path,
    copy,
    from: files.engine === 'disk' ? await diskAt(files.directory) : undefined,
  })
  // read now: a key rotated in meanwhile is in the copy
  const keys = await findKeys(source)
  const lacking = ringsIn(copy).filter((kid) => !keys.keyring.keyOf(kid))
  if (lacking.length > 0)
    throw new DataRefused(
      `the keys here lack ${lacking.join(', ')}, which the database uses: this backup is not finished`,
    )
  const manifest: BackupManifest = {
    ...header('backup', app, marksOf(keys.keyring)),
    startedAt,
    finishedAt: new Date(clock()).toISOString(),
    database: await sumOf(copy),
    uploads,
  }
  await writeManifest(folder, manifest)
  await flush(resolve(folder, '..'))
  say(
    `${folder}: ${manifest.database.bytes} bytes of database, ${uploads ? `${uploads.count} uploads` : 'uploads are not in it: they are kept in object storage'}`,
  )
  if (keysFile !== undefined) {
    await makeFolder(dirname(keysFile))
    await writeWhole(keysFile, keys.text)
  }
  say(
    keysFile === undefined
      ? 'the keys are not in it: keep a copy of them elsewhere, or nothing in it can be read'
      : `keys: ${keysFile}`,
  )
  return manifest
}
