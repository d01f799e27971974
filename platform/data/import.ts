/** An export into an empty store, in small commits; what is there already is left alone. */
import { canonical } from '../../functions/core/io/audit/canonical'
import type { FileEngine } from '../../functions/core/io/files/engines/engine'
import { LIMITS, type Store } from '../../functions/core/io/store/contract'
import { fileOf } from './export'
import { documentsIn, type Document } from './lines'
import type { ExportManifest } from './manifest'
import { DataRefused, type Say } from './refused'
import { putUploads } from './uploads'

export interface ImportOptions {
  readonly folder: string
  readonly manifest: ExportManifest
  readonly store: Store
  /** Where uploads go. */
  readonly uploads: FileEngine
  readonly say: Say
  /** How long to wait before the n-th try, in ms; tests shorten it. */
  readonly pause?: (attempt: number) => number
}

/** Commits under way at once: a database over a network answers one at a time slowly. */
const AT_ONCE = 4
const TRIES = 12
const PROGRESS = 5_000
const TOLD = 20

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const growing = (attempt: number): number => Math.min(5_000, 50 * 2 ** attempt) * (0.5 + Math.random() / 2)

/** Runs of documents that each fit one commit. */
const batchesOf = async function* (documents: AsyncIterable<Document>): AsyncGenerator<readonly Document[]> {
  let batch: Document[] = []
  let bytes = 0
  for await (const document of documents) {
    const size = Buffer.byteLength(JSON.stringify(document.doc))
    if (batch.length === LIMITS.changes || (batch.length > 0 && bytes + size > LIMITS.commitBytes)) {
      yield batch
      batch = []
      bytes = 0
    }
    batch.push(document)
    bytes += size
  }
  if (batch.length > 0) yield batch
}

/** Those that are not there yet. @throws DataRefused when another document stands under an id */
const absentOf = async (
  store: Store,
  collection: string,
  batch: readonly Document[],
): Promise<readonly Document[]> => {
  const standing = await store.read(
    collection,
    batch.map(({ id }) => id),
  )
  const others = batch
    .filter(({ doc }, i) => standing[i] && canonical(standing[i].doc) !== canonical(doc))
    .map(({ id }) => `${collection}/${id}`)
  if (others.length > 0) {
    throw new DataRefused(
      `the store holds other documents under these ids; nothing was overwritten:\n${others
        .slice(0, TOLD)
        .map((place) => `  ${place}`)
        .join('\n')}`,
    )
  }
  return batch.filter((_, i) => !standing[i])
}

/** Lands every document of the batch once, whatever replies are lost. */
const land = async (
  { store, pause = growing }: ImportOptions,
  collection: string,
  batch: readonly Document[],
): Promise<void> => {
  let wanted = batch
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    if (wanted.length === 0) return
    const { outcome } = await store.commit(
      wanted.map(({ id, doc }) => ({ op: 'insert', collection, id, doc })),
    )
    if (outcome === 'committed') return
    if (outcome !== 'refused') await sleep(pause(attempt))
    if (outcome !== 'busy') wanted = await absentOf(store, collection, batch)
  }
  throw new DataRefused(`${collection}: the database stayed busy. Run the same again with --resume`)
}

const importCollection = async (options: ImportOptions, name: string): Promise<number> => {
  const { folder, say } = options
  const underWay = new Set<Promise<void>>()
  const failures: unknown[] = []
  let [documents, told] = [0, 0]
  for await (const batch of batchesOf(documentsIn(fileOf(folder, name)))) {
    if (underWay.size >= AT_ONCE) await Promise.race(underWay)
    if (failures.length > 0) break
    const landing: Promise<void> = land(options, name, batch)
      .catch((error: unknown) => void failures.push(error))
      .finally(() => underWay.delete(landing))
    underWay.add(landing)
    documents += batch.length
    if (documents - told >= PROGRESS) {
      told = documents
      say(`${name}: ${documents} documents so far`)
    }
  }
  await Promise.all(underWay)
  if (failures.length > 0) throw failures[0]
  say(`${name}: ${documents} documents`)
  return documents
}

/**
 * Every document of a checked export. Run again after an interruption, what landed is recognised.
 * @returns how many documents the export holds
 * @throws DataRefused when another document stands under an id
 */
export const importInto = async (options: ImportOptions): Promise<number> => {
  const { folder, manifest, uploads, say } = options
  if (manifest.uploads) {
    // bytes before the documents that say they are there
    await putUploads(folder, uploads)
    say(`${manifest.uploads.count} uploads`)
  }
  let documents = 0
  for (const { name } of manifest.collections) documents += await importCollection(options, name)
  return documents
}
