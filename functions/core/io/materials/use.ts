/** A case names materials: they are part of its records from that commit on. */
import { AppError } from '../../pure/errors'
import type { DataKey } from '../security/contract'
import { reader } from '../store/reader'
import type { Store } from '../store/contract'
import type { Tx } from '../store/transaction'
import { files } from '../files/collections'
import { materials, type MaterialDoc } from './collections'

/** More would not be looked at in one case. */
const MOST_USES = 200

/**
 * @throws AppError NOT_FOUND for what is not this taxpayer's, or is something else than `code` says
 */
export const useMaterial = async (
  tx: Tx,
  { id, code, taxpayerId, caseId }: { id: string; code: string; taxpayerId: string; caseId: string },
): Promise<void> => {
  const material = await tx.get(materials, id)
  if (!material || material.taxpayerId !== taxpayerId || material.code !== code)
    throw new AppError('NOT_FOUND')
  if (material.usedBy.includes(caseId)) return
  if (material.usedBy.length >= MOST_USES) throw new AppError('NOT_FOUND')
  tx.replace(materials, id, { ...material, usedBy: [...material.usedBy, caseId], expiresAt: null })
  const file = await tx.get(files, material.fileId)
  if (file && file.expiresAt !== null) tx.replace(files, material.fileId, { ...file, expiresAt: null })
}

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

/** Those of a case or a draft, in its order; what is gone is left out. */
export const showMaterials = async (
  store: Store,
  named: readonly { readonly id: string }[],
  key: DataKey | undefined,
): Promise<ShownMaterial[]> => {
  const docs = await reader(store).getMany(
    materials,
    named.map(({ id }) => id),
  )
  return docs.flatMap((doc, at) => {
    const id = named[at]?.id
    return doc && id !== undefined ? [showMaterial({ id, doc }, key)] : []
  })
}
