/** Materials of a case: read by whoever may see it, and kept as long as it is. */
import { expireHistory } from '../../core/io/cases/record'
import type { Context, Services } from '../../core/io/context'
import type { FileFacts } from '../../core/io/files/contract'
import { materials } from '../../core/io/materials/collections'
import { endUse, keepFiles } from '../../core/io/materials/use'
import { reader } from '../../core/io/store/reader'
import { AppError } from '../../core/pure/errors'
import { refundCases, type RefundCaseDoc } from '../collections'

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

/** After the commit that named them; safe to repeat. */
export const keepMaterials = async (services: Services, caseId: string): Promise<void> => {
  const doc = await reader(services.store).get(refundCases, caseId)
  if (doc) await keepFiles(services, doc.materials)
}

/** What happened to a case that is over, and what it named, is kept as long as it is itself; safe to repeat. */
export const endRecords = async (services: Services, caseId: string): Promise<void> => {
  const doc = await reader(services.store).get(refundCases, caseId)
  if (doc?.expiresAt == null) return
  await expireHistory(services, { caseId, expiresAt: doc.expiresAt })
  await endUse(services, doc.materials, { caseId, keptUntil: doc.expiresAt })
}
