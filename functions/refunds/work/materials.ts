/** A material of a case, for whoever may see the case. */
import type { Context } from '../../core/io/context'
import type { FileFacts } from '../../core/io/files/contract'
import { materials } from '../../core/io/materials/collections'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import type { RefundCaseDoc } from '../collections'

/** @throws AppError NOT_FOUND for what the case does not name, and for what is gone */
export const readMaterial = async (
  context: Context,
  doc: RefundCaseDoc,
  id: string,
): Promise<{ readonly facts: FileFacts; readonly bytes: Uint8Array }> => {
  if (!doc.materials.some((one) => one.id === id)) throw new AppError('NOT_FOUND')
  const material = await reader(context.store).get(materials, id)
  if (!material) throw new AppError('NOT_FOUND')
  return context.files.readAttached({ fileId: material.fileId, to: { collection: materials.name, id } })
}
