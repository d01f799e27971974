/** A backup into an empty data folder: everything is checked before anything is written, and opened before keys make it servable. */
import { copyFile, rename, rm } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { allCollections } from '../../functions/all-collections'
import { auditKey } from '../../functions/core/io/audit/signing'
import { verifyAudit, type AuditReport } from '../../functions/core/io/audit/verify'
import type { Configuration } from '../../functions/core/io/entry/configuration'
import { KEYS_FILE, type Keyring } from '../../functions/core/io/security/keyring'
import { openSqliteStore } from '../../functions/core/io/store/sqlite'
import { DATABASE, embedded } from './backup'
import { ownFile } from '../../functions/core/io/files/private'
import { flush } from '../../functions/core/io/files/flush'
import { makeFolder, namesIn, sumOf } from './disk'
import { checkMarks, checkOpens, findKeys, placeKeys, readingVault, type FoundKeys } from './keys'
import { readBackup, type BackupManifest } from './manifest'
import { DataRefused, type Say } from './refused'
import { checkSound } from './snapshot'
import { checkUploads, diskAt, putUploads } from './uploads'

export interface RestoreOptions {
  readonly folder: string
  /** `--keys`. */
  readonly keysFile?: string | undefined
  readonly configuration: Configuration
  readonly injected: string | undefined
  readonly say: Say
}

/** Its name until it is whole on the disk. */
const INCOMING = 'restoring.db'
/** What an empty data folder may hold: the keys, and what a fresh disk brings along. */
const IGNORED = [KEYS_FILE, 'lost+found']

/** @throws DataRefused. Writes nothing */
const checkAll = async ({
  folder,
  keysFile,
  configuration,
  injected,
}: RestoreOptions): Promise<{ readonly manifest: BackupManifest; readonly keys: FoundKeys }> => {
  const { dataDir, files } = configuration
  embedded(configuration, 'restore')
  const others = (await namesIn(dataDir)).filter((name) => !IGNORED.includes(name))
  if (others.length > 0)
    throw new DataRefused(
      `${dataDir} is not empty (${others.slice(0, 5).join(', ')}): restore goes into an empty data folder alone`,
    )
  const manifest = await readBackup(folder)
  const keys = await findKeys({ dataDir, injected, file: keysFile })
  checkMarks(keys.keyring, manifest.keys)
  if (manifest.uploads !== null && files.engine !== 'disk')
    throw new DataRefused(`the backup holds uploads for a disk, and FILES is ${files.engine}`)
  const path = join(folder, DATABASE)
  if (!existsSync(path) || (await sumOf(path)).sha256 !== manifest.database.sha256)
    throw new DataRefused(`${path} is missing or not what was backed up`)
  if (manifest.uploads !== null) await checkUploads(folder, manifest.uploads)
  return { manifest, keys }
}

/** What is sealed opens under these keys, and the audit's chain holds. */
const lookInside = async (path: string, keyring: Keyring): Promise<AuditReport> => {
  checkSound(path)
  const store = await openSqliteStore({ path, collections: allCollections })
  try {
    await checkOpens(store, keyring)
    return await verifyAudit(store, { publicKeys: [auditKey(readingVault(store, keyring)).publicKey] })
  } finally {
    await store.close()
  }
}

const clear = async (dataDir: string, uploads: string | undefined): Promise<void> => {
  for (const name of [INCOMING, DATABASE, `${DATABASE}-wal`, `${DATABASE}-shm`])
    await rm(join(dataDir, name), { force: true })
  if (uploads !== undefined) await rm(uploads, { recursive: true, force: true })
}

/**
 * @returns what was found of the audit: data is restored even where its audit does not hold, so that it can be looked into
 * @throws DataRefused, with nothing left behind
 */
export const restore = async (options: RestoreOptions): Promise<AuditReport> => {
  const {
    folder,
    configuration: { dataDir, files },
    say,
  } = options
  const { manifest, keys } = await checkAll(options)
  const incoming = join(dataDir, INCOMING)
  const uploads = manifest.uploads !== null && files.engine === 'disk' ? files.directory : undefined
  await makeFolder(dataDir)
  try {
    ownFile(incoming)
    await copyFile(join(folder, DATABASE), incoming)
    await flush(incoming)
    if (uploads !== undefined) await putUploads(folder, await diskAt(uploads))
    await rename(incoming, join(dataDir, DATABASE))
    await flush(dataDir)
    const report = await lookInside(join(dataDir, DATABASE), keys.keyring)
    // last: a server refuses a database without keys, and would begin anew with keys alone
    await placeKeys(dataDir, keys)
    say(`${dataDir}: restored as of ${manifest.startedAt}, written by version ${manifest.app}`)
    return report
  } catch (error) {
    await clear(dataDir, uploads)
    throw error
  }
}
