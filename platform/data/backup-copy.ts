/**
 * The database and its uploads, so that each upload that the copied database names is there. The database is copied first:
 * bytes are on the disk before their document says `stored`, and leave it only after the document says `removing`. So every
 * named file was there when the copy was made; when one has gone since, the database is copied once more.
 */
import { rm } from 'node:fs/promises'
import type { FileEngine } from '../../functions/core/io/files/engines/engine'
import { DataRefused } from './refused'
import { snapshot, storedUploads } from './snapshot'
import { copyUpload, listUploads, uploadsIn, type Listed } from './uploads'

/** Copies of the database until every upload that it names could be copied as well. */
const ROUNDS = 5

/** @returns `null` without uploads */
export const copyAll = async ({
  folder,
  path,
  copy,
  from,
}: {
  readonly folder: string
  /** The database that is served. */
  readonly path: string
  /** Its copy. */
  readonly copy: string
  /** The uploads; absent where they are kept in a store of objects, which has versions and backups of its own. */
  readonly from?: FileEngine | undefined
}): Promise<Listed | null> => {
  await snapshot(path, copy)
  if (!from) return null
  const to = await uploadsIn(folder)
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
    if (round === ROUNDS)
      throw new DataRefused(
        `upload ${gone} is named by the database and not on the disk: this backup is not finished`,
      )
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
