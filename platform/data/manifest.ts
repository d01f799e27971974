/** `manifest.json` of an export and of a backup: what is there, its sums, and which keys it was written under. */
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as z from 'zod'
import { writeWhole } from './disk'
import { DataRefused } from './refused'

export const MANIFEST = 'manifest.json'
const FORMAT = 1

const sum = { bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }
/** The list of uploads with their sums; `null` where they are not in the folder. */
const uploads = z.object({ count: z.int().min(0), ...sum }).nullable()
const fingerprint = z.string().regex(/^[0-9a-f]{32}$/)
const head = {
  format: z.literal(FORMAT),
  /** The version of Shuibang that wrote it. */
  app: z.string(),
  keys: z.object({ root: fingerprint, current: z.string(), ring: z.record(z.string(), fingerprint) }),
}

const exportManifest = z.object({
  kind: z.literal('export'),
  ...head,
  engine: z.string(),
  /** A hash of which database it was: an export is only gone on with from the same one. */
  source: z.string(),
  startedAt: z.iso.datetime(),
  /** `null` while it is under way. */
  finishedAt: z.iso.datetime().nullable(),
  /** Those that are done, in order. */
  collections: z.array(
    z.object({ name: z.string().regex(/^[a-z][A-Za-z]{1,40}$/), documents: z.int().min(0), ...sum }),
  ),
  uploads,
})

const backupManifest = z.object({
  kind: z.literal('backup'),
  ...head,
  startedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime(),
  database: z.object(sum),
  uploads,
})

export type ExportManifest = z.infer<typeof exportManifest>
export type BackupManifest = z.infer<typeof backupManifest>
export type KeyMarks = ExportManifest['keys']

export const header = <K extends 'export' | 'backup'>(kind: K, app: string, keys: KeyMarks) =>
  ({ kind, format: FORMAT, app, keys }) as const

const read = async <T>(folder: string, schema: z.ZodType<T>, kind: string): Promise<T> => {
  const path = join(folder, MANIFEST)
  if (!existsSync(path)) throw new DataRefused(`${folder} holds no finished ${kind}: there is no ${MANIFEST}`)
  const text = await readFile(path, 'utf8')
  let found: unknown
  try {
    found = JSON.parse(text)
  } catch (cause) {
    throw new DataRefused(`${path} is not JSON`, { cause })
  }
  const { success, data } = schema.safeParse(found)
  if (!success)
    throw new DataRefused(
      `${path} is not the manifest of ${kind === 'export' ? 'an export' : 'a backup'} in format ${FORMAT}`,
    )
  return data
}

export const readExport = (folder: string): Promise<ExportManifest> => read(folder, exportManifest, 'export')
export const readBackup = (folder: string): Promise<BackupManifest> => read(folder, backupManifest, 'backup')

export const writeManifest = (folder: string, manifest: ExportManifest | BackupManifest): Promise<void> =>
  writeWhole(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`)
