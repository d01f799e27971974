/** The handlers of `materials`. */
import { implement } from '@orpc/server'
import { actingFor } from '../accounts/public'
import type { Context } from '../core/io/context'
import { attachFile, detachFile } from '../core/io/files/attach'
import { files } from '../core/io/files/collections'
import { filePartOf } from '../core/io/files/read-parts'
import { callerId } from '../core/io/identity/caller'
import { isRecord, materials, type MaterialDoc } from '../core/io/materials/collections'
import { showMaterial } from '../core/io/materials/use'
import { pageAnswer } from '../core/io/store/pages'
import { reader } from '../core/io/store/reader'
import type { Tx } from '../core/io/store/transaction'
import { AppError } from '../core/pure/errors'
import { contract } from './contract'
import { UNUSED_KEPT } from './data/limits'

const os = implement(contract).$context<Context>()

const placeOf = (id: string) => ({ collection: materials.name, id })

/** @throws AppError NOT_FOUND unless it is of a taxpayer whom the caller acts for */
const own = async (
  context: Context,
  business: 'refunds',
  doc: MaterialDoc | undefined,
): Promise<MaterialDoc> => {
  if (!doc) throw new AppError('NOT_FOUND')
  await actingFor(context, { scope: business, taxpayerId: doc.taxpayerId })
  return doc
}

const OURS = `${materials.name}|`

/** The material that an upload is already. */
const keptBefore = async (
  tx: Tx,
  attachedTo: string | null,
): Promise<{ readonly id: string; readonly doc: MaterialDoc } | undefined> => {
  if (!attachedTo?.startsWith(OURS)) return undefined
  const id = attachedTo.slice(OURS.length)
  const doc = await tx.get(materials, id)
  return doc && { id, doc }
}

const keyOf = async ({ vault }: Context, owner: string) => (await vault.keysOf([owner])).get(owner)

export const router = {
  add: os.add.handler(async ({ input, context }) => {
    const { taxpayerId, owner } = await actingFor(context, {
      scope: input.business,
      taxpayerId: input.taxpayerId,
    })
    const key = await context.vault.keyOf(owner)
    const uploader = callerId(context)
    return context.transact(async (tx) => {
      const id = tx.id('mt')
      const file = await tx.get(files, input.fileId)
      if (!file || file.purpose !== 'materials.material' || file.owner !== uploader)
        throw new AppError('NOT_FOUND')
      const before = await keptBefore(tx, file.attachedTo)
      // A phone that lost the answer keeps it again.
      if (before && before.doc.taxpayerId === taxpayerId && before.doc.code === input.code)
        return { material: { ...showMaterial(before, key), used: isRecord(before.doc, tx.now) } }
      const expiresAt = tx.now + UNUSED_KEPT.value
      await attachFile(tx, { fileId: input.fileId, owner: uploader, to: placeOf(id), expiresAt })
      const doc: MaterialDoc = {
        v: 1,
        owner,
        taxpayerId,
        code: input.code,
        name: key.seal(`materials|${id}|name`, input.name),
        fileId: input.fileId,
        type: file.type,
        size: file.size,
        addedAt: tx.now,
        usedBy: [],
        keptUntil: null,
        expiresAt,
      }
      tx.insert(materials, id, doc)
      return { material: { ...showMaterial({ id, doc }, key), used: false } }
    })
  }),
  mine: os.mine.handler(async ({ input: { business, taxpayerId: wanted, ...page }, context }) => {
    const { taxpayerId, owner } = await actingFor(context, { scope: business, taxpayerId: wanted })
    const key = await keyOf(context, owner)
    const found = await reader(context.store).query(materials, {
      index: 'taxpayer',
      where: { taxpayerId },
      order: 'desc',
      ...page,
    })
    return pageAnswer(found, (row) => ({ ...showMaterial(row, key), used: isRecord(row.doc, context.now) }))
  }),
  remove: os.remove.handler(async ({ input: { business, id }, context }) => {
    await own(context, business, await reader(context.store).get(materials, id))
    return context.transact(async (tx) => {
      const doc = await tx.get(materials, id)
      if (!doc) throw new AppError('NOT_FOUND')
      if (isRecord(doc, tx.now)) throw new AppError('MATERIAL_IN_USE')
      const file = await tx.get(files, doc.fileId)
      if (file) await detachFile(tx, { fileId: doc.fileId, owner: file.owner, to: placeOf(id) })
      tx.remove(materials, id)
      return { removed: true as const }
    })
  }),
  part: os.part.handler(async ({ input: { business, id, place }, context }) => {
    const { fileId } = await own(context, business, await reader(context.store).get(materials, id))
    return filePartOf(await context.files.readAttached({ fileId, to: placeOf(id) }), place)
  }),
}
