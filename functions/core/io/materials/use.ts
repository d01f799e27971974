/** A case names materials: they are part of its records from that commit on. */
import { AppError } from '../../pure/errors'
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

/**
 * One change of the commit for each: a case may name thirty. Their files live 400 days by themselves, and are kept by `keepFiles`.
 * @throws AppError NOT_FOUND for what is not this taxpayer's, or is something else than `code` says
 */
export const useMaterial = async (
  tx: Tx,
  { id, code, taxpayerId, caseId }: Named & { readonly taxpayerId: string; readonly caseId: string },
): Promise<void> => {
  const material = await tx.get(materials, id)
  if (!material || material.taxpayerId !== taxpayerId || material.code !== code)
    throw new AppError('NOT_FOUND')
  if (material.usedBy.includes(caseId)) return
  if (material.usedBy.length >= MOST_USES) throw new AppError('NOT_FOUND')
  tx.replace(materials, id, { ...material, usedBy: [...material.usedBy, caseId], expiresAt: null })
}

/** Changes of one commit: each of these takes two. */
const AT_ONCE = 15

/** The files of materials that a case names live as long as those; safe to repeat. */
export const keepFiles = async (
  services: Pick<Services, 'store' | 'random' | 'clock'>,
  named: readonly { readonly id: string }[],
): Promise<void> => {
  for (let first = 0; first < named.length; first += AT_ONCE)
    await transact(services, async (tx) => {
      for (const { id } of named.slice(first, first + AT_ONCE)) {
        const material = await tx.get(materials, id)
        if (material?.expiresAt !== null) continue
        const file = await tx.get(files, material.fileId)
        // One that is being removed, since its owner was erased, is let go.
        if (file?.state === 'stored' && file.expiresAt !== null)
          tx.replace(files, material.fileId, { ...file, expiresAt: null })
      }
    })
}

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
