/** Every document of a store into a folder of JSON lines. Cut short and started again, it goes on after the last whole line. */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { open, truncate } from 'node:fs/promises'
import { join } from 'node:path'
import { files } from '../../functions/core/io/files/collections'
import type { FileEngine } from '../../functions/core/io/files/engines/engine'
import type { CollectionSpec } from '../../functions/core/io/store/collection'
import type { StoreConfiguration } from '../../functions/core/io/store/configuration'
import type { Store } from '../../functions/core/io/store/contract'
import type { Keyring } from '../../functions/core/io/security/keyring'
import { flush } from '../../functions/core/io/files/flush'
import { makeFolder, namesIn } from './disk'
import { checkOpens, marksOf } from './keys'
import { documentsIn, keptIn, lineOf } from './lines'
import { header, MANIFEST, readExport, writeManifest, type ExportManifest } from './manifest'
import { DataRefused, type Say } from './refused'
import { copyUpload, listUploads, storedAmong, uploadsIn, type Listed } from './uploads'
import { pagesOf } from './walk'

export interface ExportOptions {
  readonly folder: string
  readonly store: Store
  readonly configuration: StoreConfiguration
  readonly collections: readonly CollectionSpec[]
  readonly keyring: Keyring
  /** Where uploads are kept; without it they are left out. */
  readonly uploads?: FileEngine | undefined
  readonly app: string
  readonly clock: () => number
  readonly say: Say
}

/** Documents between two lines of progress. */
const PROGRESS = 5_000

export const fileOf = (folder: string, collection: string): string => join(folder, `${collection}.jsonl`)

const addressOf = (configuration: StoreConfiguration): string => {
  switch (configuration.engine) {
    case 'sqlite':
      return configuration.path
    case 'postgres': {
      const { host, pathname } = new URL(configuration.url)
      return `${host}${pathname}`
    }
    case 'cloudbase':
      return configuration.environment
  }
}

/** Which database it is, without saying where. */
const sourceOf = (configuration: StoreConfiguration): string =>
  createHash('sha256')
    .update(`${configuration.engine} ${addressOf(configuration)}`)
    .digest('hex')
    .slice(0, 32)

const begun = async ({
  folder,
  configuration,
  keyring,
  app,
  clock,
}: ExportOptions): Promise<ExportManifest> => {
  const source = sourceOf(configuration)
  const keys = marksOf(keyring)
  const startedAt = new Date(clock()).toISOString()
  if (!existsSync(join(folder, MANIFEST))) {
    // a beginning that was cut short before its first manifest stood
    const others = (await namesIn(folder)).filter((name) => name !== `${MANIFEST}.part`)
    if (others.length > 0)
      throw new DataRefused(`${folder} holds something else: name an empty or a new folder`)
    await makeFolder(folder)
    const fresh: ExportManifest = {
      ...header('export', app, keys),
      engine: configuration.engine,
      source,
      startedAt,
      finishedAt: null,
      collections: [],
      uploads: null,
    }
    await writeManifest(folder, fresh)
    return fresh
  }
  const found = await readExport(folder)
  if (found.finishedAt !== null)
    throw new DataRefused(`${folder} holds an export finished at ${found.finishedAt}: name another folder`)
  if (found.source !== source)
    throw new DataRefused(`${folder} holds the beginning of another database’s export: name another folder`)
  if (found.keys.root !== keys.root)
    throw new DataRefused(`${folder} was begun under other keys: name another folder`)
  // a key may have been added since
  return { ...found, keys }
}

const exportCollection = async (
  { folder, store, say }: ExportOptions,
  spec: CollectionSpec,
): Promise<ExportManifest['collections'][number]> => {
  const path = fileOf(folder, spec.name)
  const kept = await keptIn(path)
  if (existsSync(path)) await truncate(path, kept.bytes)
  if (kept.documents > 0) say(`${spec.name}: goes on after ${kept.documents} documents`)
  let { documents, bytes } = kept
  const file = await open(path, 'a', 0o600)
  try {
    for await (const page of pagesOf(store, spec, kept.id)) {
      const text = Buffer.from(page.map(lineOf).join(''))
      await file.appendFile(text)
      kept.hash.update(text)
      bytes += text.length
      if (Math.floor((documents + page.length) / PROGRESS) > Math.floor(documents / PROGRESS))
        say(`${spec.name}: ${documents + page.length} documents so far`)
      documents += page.length
    }
    await file.sync()
  } finally {
    await file.close()
  }
  say(`${spec.name}: ${documents} documents`)
  return { name: spec.name, documents, bytes, sha256: kept.hash.digest('hex') }
}

/** Those that the exported documents name; one removed meanwhile is left out. */
const exportUploads = async ({ folder, uploads, say }: ExportOptions): Promise<Listed | null> => {
  if (!uploads) return null
  const to = await uploadsIn(folder)
  const named = (): AsyncGenerator<string> => storedAmong(documentsIn(fileOf(folder, files.name)))
  for await (const id of named()) if (!(await to.get(id))) await copyUpload(uploads, to, id)
  const listed = await listUploads(folder, named(), (id) =>
    say(`upload ${id} is not in the export: its bytes are not there (any more)`),
  )
  say(`${listed.count} uploads`)
  return listed
}

/**
 * Document by document, not as of one moment: what is written meanwhile is in it or not.
 * @throws DataRefused when the folder is another's, or the keys are not this database's
 */
export const exportStore = async (options: ExportOptions): Promise<ExportManifest> => {
  const { folder, store, collections, keyring, clock } = options
  await checkOpens(store, keyring)
  let manifest = await begun(options)
  for (const spec of collections) {
    if (manifest.collections.some(({ name }) => name === spec.name)) continue
    manifest = { ...manifest, collections: [...manifest.collections, await exportCollection(options, spec)] }
    await writeManifest(folder, manifest)
  }
  const finished: ExportManifest = {
    ...manifest,
    uploads: await exportUploads(options),
    finishedAt: new Date(clock()).toISOString(),
  }
  await writeManifest(folder, finished)
  await flush(folder)
  return finished
}
