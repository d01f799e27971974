/**
 * The database and its uploads, so that each upload that the copied database names is there. The database is copied first:
 * bytes are on the disk before their document says `stored`, and leave it only after the document says `removing`. So every
 * named file was there when the copy was made; when one has gone since, the database is copied once more.
 */
import { rm } from 'node:fs/promises'
import type { FilesConfiguration } from '../../functions/core/io/files/configuration'
import { DataRefused } from './refused'
import { snapshot, storedUploads } from './snapshot'
import { copyUpload, diskAt, listUploads, uploadsIn, type Listed } from './uploads'

/** Copies of the database until every upload that it names could be copied as well. */
const ROUNDS = 5

/** @returns `null` where uploads are kept in object storage, which has versions and backups of its own */
export const copyAll = async ({ folder, files, path, copy }: {
  readonly folder: string
  readonly files: FilesConfiguration
  readonly path: string
  readonly copy: string
}): Promise<Listed | null> => {
  await snapshot(path, copy)
  if (files.engine !== 'disk') return null
  const [from, to] = [await diskAt(files.directory), await uploadsIn(folder)]
  const copied = new Set<string>()
  const firstGone = async (): Promise<string | undefined> => {
    for (const id of storedUploads(copy)) {
      if (copied.has(id)) continue
      if (!(await copyUpload(from, to, id))) return id
      copied.add(id)
    }
    return undefined
  }
  for (let round = 1, gone = await firstGone(); gone !== undefined; round += 1) {
    if (round === ROUNDS) throw new DataRefused(`upload ${gone} is named by the database and not on the disk: this backup is not finished`)
    await rm(copy)
    await snapshot(path, copy)
    gone = await firstGone()
  }
  const named = new Set(storedUploads(copy))
  // removed meanwhile: a backup keeps nothing that its database does not name
  for (const id of copied) if (!named.has(id)) await to.remove(id)
  return listUploads(folder, named, (id) => {
    throw new DataRefused(`upload ${id} cannot be read back: this backup is not finished`)
  })
}
