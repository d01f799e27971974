/** The five commands over the database, the folders and the keys that they are given. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { version } from '../../package.json'
import { allCollections } from '../../functions/all-collections'
import type { AuditReport } from '../../functions/core/io/audit/verify'
import type { Configuration } from '../../functions/core/io/entry/configuration'
import type { FileEngine } from '../../functions/core/io/files/engines/engine'
import { openFileEngine } from '../../functions/core/io/files/engines/open'
import type { Store } from '../../functions/core/io/store/contract'
import { openStore } from '../../functions/core/io/store/open'
import { backUp } from './backup'
import { checkedExport } from './check'
import { makeFolder } from './disk'
import { exportStore } from './export'
import { importInto } from './import'
import { checkMarks, checkOpens, findKeys, placeKeys } from './keys'
import { DataRefused, type Say } from './refused'
import { restore } from './restore'
import { verifyStore } from './verify'
import { filled } from './walk'

/** What was typed is no command of ours. */
export class UsageError extends Error {}

export interface Job {
  readonly configuration: Configuration
  readonly injected: string | undefined
  readonly clock: () => number
  readonly say: Say
}

export type Values = Readonly<
  Partial<Record<'to' | 'from' | 'with' | 'with-keys' | 'keys', string>> & {
    resume?: boolean
    'without-uploads'?: boolean
  }
>

const using = async <R>({ configuration }: Job, use: (store: Store) => Promise<R>): Promise<R> => {
  const store = await openStore(configuration.store, allCollections)
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

const openUploads = ({ configuration: { files, store }, clock }: Job): Promise<FileEngine> =>
  openFileEngine(files, store, clock)

/** Opening would make an empty one. @throws DataRefused */
const checkThere = ({ configuration: { store } }: Job): void => {
  if (store.engine === 'sqlite' && !existsSync(store.path))
    throw new DataRefused(`there is no database at ${store.path}`)
}

const folderOf = (values: Values, option: 'to' | 'from' | 'with'): string => {
  const folder = values[option]?.trim()
  if (!folder) throw new UsageError(`--${option} FOLDER is wanted`)
  return resolve(folder)
}

export const runExport = async (job: Job, values: Values): Promise<0> => {
  const { configuration, injected, clock, say } = job
  const folder = folderOf(values, 'to')
  checkThere(job)
  const { keyring } = await findKeys({ dataDir: configuration.dataDir, injected })
  const uploads = values['without-uploads'] ? undefined : await openUploads(job)
  const { collections } = await using(job, (store) =>
    exportStore({
      folder,
      store,
      configuration: configuration.store,
      collections: allCollections,
      keyring,
      uploads,
      app: version,
      clock,
      say,
    }),
  )
  say(`${collections.reduce((sum, { documents }) => sum + documents, 0)} documents in ${folder}`)
  return 0
}

export const runImport = async (job: Job, values: Values): Promise<0> => {
  const {
    configuration: {
      dataDir,
      store: { engine },
    },
    injected,
    say,
  } = job
  const folder = folderOf(values, 'from')
  const manifest = await checkedExport(folder, allCollections)
  const keys = await findKeys({ dataDir, injected, file: values.keys })
  checkMarks(keys.keyring, manifest.keys)
  if (engine === 'sqlite') await makeFolder(dataDir)
  return using<0>(job, async (store) => {
    const held = values.resume ? [] : await filled(store, allCollections)
    if (held.length > 0)
      throw new DataRefused(
        `the database is not empty (${held.join(', ')}); --resume goes on with an import that was cut short`,
      )
    await placeKeys(dataDir, keys)
    const documents = await importInto({ folder, manifest, store, uploads: await openUploads(job), say })
    await checkOpens(store, keys.keyring)
    say(`${documents} documents imported; next: npm run data -- verify --with ${folder}`)
    return 0
  })
}

export const runVerify = async (job: Job, values: Values): Promise<0 | 1> => {
  const folder = folderOf(values, 'with')
  checkThere(job)
  const manifest = await checkedExport(folder, allCollections)
  const { documents, differences } = await using(job, (store) =>
    verifyStore({ folder, manifest, store, collections: allCollections, say: job.say }),
  )
  job.say(
    differences === 0
      ? `${documents} documents, the same on both sides`
      : `${differences} of ${documents} documents differ`,
  )
  return differences === 0 ? 0 : 1
}

export const runBackup = async (job: Job, values: Values): Promise<0> => {
  await backUp({
    ...job,
    folder: folderOf(values, 'to'),
    keysFolder: values['with-keys'] && resolve(values['with-keys']),
    app: version,
  })
  return 0
}

const audited = (report: AuditReport): string => {
  if (report.sound)
    return `the audit is sound: ${report.entries} entries in ${report.blocks} blocks, ${report.pending} waiting to be sealed`
  return `the audit is NOT sound (${report.fault}): look into it with npm run audit:verify before serving`
}

export const runRestore = async (job: Job, values: Values): Promise<0 | 1> => {
  const report = await restore({
    ...job,
    folder: folderOf(values, 'from'),
    keysFile: values.keys && resolve(values.keys),
  })
  job.say(audited(report))
  return report.sound ? 0 : 1
}
