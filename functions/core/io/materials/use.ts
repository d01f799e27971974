/** A case names materials: they are part of its records from that commit on. */
import { AppError } from '../../pure/errors'
import type { Instant } from '../../pure/time'
import type { DataKey } from '../security/contract'
import type { Services } from '../context'
import { reader } from '../store/reader'
import type { Store } from '../store/contract'
import { transact } from '../store/transact'
import type { Tx } from '../store/transaction'
import { files } from '../files/collections'
import { materials, type MaterialDoc } from './collections'

/** More would not be looked at in one case. */
const MOST_USES = 200

export interface Named {
  readonly code: string
  readonly id: string
}

interface Use {
  readonly taxpayerId: string
  readonly caseId: string
}

const useOne = async (tx: Tx, { id, code }: Named, { taxpayerId, caseId }: Use): Promise<void> => {
  const material = await tx.get(materials, id)
  if (!material || material.taxpayerId !== taxpayerId || material.code !== code)
    throw new AppError('NOT_FOUND')
  if (material.usedBy.includes(caseId)) return
  if (material.usedBy.length >= MOST_USES) throw new AppError('NOT_FOUND')
  tx.replace(materials, id, { ...material, usedBy: [...material.usedBy, caseId], expiresAt: null })
}

/**
 * One change of the commit for each: a case may name thirty. Their files live 400 days by themselves, and are kept by `keepFiles`.
 * @throws AppError NOT_FOUND for what is not this taxpayer's, or is something else than its `code` says
 */
export const useMaterials = async (tx: Tx, named: readonly Named[], use: Use): Promise<void> => {
  await Promise.all(named.map((one) => useOne(tx, one, use)))
}

/** Changes of one commit: each of these takes two. */
const AT_ONCE = 15

type Several = readonly { readonly id: string }[]
type Writing = Pick<Services, 'store' | 'random' | 'clock'>

/** A few in each commit, of those that are still there. */
const each = async (
  services: Writing,
  named: Several,
  change: (tx: Tx, id: string, material: MaterialDoc) => Promise<void>,
): Promise<void> => {
  for (let first = 0; first < named.length; first += AT_ONCE)
    await transact(services, async (tx) => {
      for (const { id } of named.slice(first, first + AT_ONCE)) {
        const material = await tx.get(materials, id)
        if (material) await change(tx, id, material)
      }
    })
}

/** The file lives as long as its material. */
const keepFile = async (tx: Tx, { fileId, expiresAt }: MaterialDoc): Promise<void> => {
  const file = await tx.get(files, fileId)
  // One that is being removed, since its owner was erased, is let go.
  if (file?.state === 'stored' && file.expiresAt !== expiresAt)
    tx.replace(files, fileId, { ...file, expiresAt })
}

/** The files of materials that a case names live as long as those; safe to repeat. */
export const keepFiles = (services: Writing, named: Several): Promise<void> =>
  each(services, named, (tx, _id, material) => keepFile(tx, material))

/** A case that named them is over: they stay as long as its records do, and longer while another needs them. Safe to repeat. */
export const endUse = (
  services: Writing,
  named: Several,
  { caseId, keptUntil: until }: { readonly caseId: string; readonly keptUntil: Instant },
): Promise<void> =>
  each(services, named, async (tx, id, material) => {
    if (!material.usedBy.includes(caseId)) return
    const usedBy = material.usedBy.filter((one) => one !== caseId)
    const keptUntil = Math.max(material.keptUntil ?? 0, until)
    const after = { ...material, usedBy, keptUntil, expiresAt: usedBy.length > 0 ? null : keptUntil }
    tx.replace(materials, id, after)
    await keepFile(tx, after)
  })

/** Those that a taxpayer still has on file under that code: of another's nothing is said, as of what is gone. */
const standing = async (
  store: Store,
  named: readonly Named[],
  taxpayerId: string,
): Promise<readonly { readonly id: string; readonly doc: MaterialDoc }[]> => {
  const docs = await reader(store).getMany(
    materials,
    named.map(({ id }) => id),
  )
  return named.flatMap(({ id, code }, at) => {
    const doc = docs[at]
    return doc?.taxpayerId === taxpayerId && doc.code === code ? [{ id, doc }] : []
  })
}

/** What a draft names and its taxpayer still has. */
export const stillOnFile = async (
  store: Store,
  named: readonly Named[],
  taxpayerId: string,
): Promise<readonly Named[]> =>
  (await standing(store, named, taxpayerId)).map(({ id, doc: { code } }) => ({ code, id }))

export interface ShownMaterial {
  readonly code: string
  readonly id: string
  readonly name: string
  readonly type: string
  readonly size: number
  readonly at: number
}

/** Names are opened under their owner's key; without it they are only what they are. */
export const showMaterial = (
  { id, doc }: { readonly id: string; readonly doc: MaterialDoc },
  key: DataKey | undefined,
): ShownMaterial => ({
  code: doc.code,
  id,
  name: key ? key.open(`materials|${id}|name`, doc.name) : '',
  type: doc.type,
  size: doc.size,
  at: doc.addedAt,
})

/** Those of a taxpayer's case or draft, in its order; what is gone, or was never theirs, is left out. */
export const showMaterials = async (
  store: Store,
  { materials: named, taxpayerId }: { readonly materials: readonly Named[]; readonly taxpayerId: string },
  key: DataKey | undefined,
): Promise<ShownMaterial[]> => (await standing(store, named, taxpayerId)).map((row) => showMaterial(row, key))
