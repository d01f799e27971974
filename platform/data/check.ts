/** What must hold of an export before a word of it is believed. */
import { existsSync } from 'node:fs'
import type { CollectionSpec } from '../../functions/core/io/store/collection'
import { sumOf } from './disk'
import { fileOf } from './export'
import { readExport, type ExportManifest } from './manifest'
import { DataRefused } from './refused'
import { checkUploads } from './uploads'

const checkFile = async (
  folder: string,
  { name, bytes, sha256 }: ExportManifest['collections'][number],
): Promise<void> => {
  const path = fileOf(folder, name)
  if (!existsSync(path)) throw new DataRefused(`${path} is missing`)
  const found = await sumOf(path)
  if (found.bytes !== bytes || found.sha256 !== sha256)
    throw new DataRefused(`${path} is not what was exported: its SHA-256 is another than the manifest’s`)
}

/**
 * The manifest of a finished export whose files are all as they were written.
 * @throws DataRefused, also when it holds a collection that this version does not know
 */
export const checkedExport = async (
  folder: string,
  collections: readonly CollectionSpec[],
): Promise<ExportManifest> => {
  const manifest = await readExport(folder)
  if (manifest.finishedAt === null)
    throw new DataRefused(`${folder}: the export was cut short; run it again with the same folder`)
  const unknown = manifest.collections
    .filter(({ name }) => !collections.some((spec) => spec.name === name))
    .map(({ name }) => name)
  if (unknown.length > 0)
    throw new DataRefused(
      `${folder} holds collections that this version does not know (${unknown.join(', ')}): it was written by version ${manifest.app}`,
    )
  for (const collection of manifest.collections) await checkFile(folder, collection)
  if (manifest.uploads) await checkUploads(folder, manifest.uploads)
  return manifest
}
