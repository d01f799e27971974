/** The handlers of `files`. */
import { implement } from '@orpc/server'
import { transact } from '../core/io/store/transact'
import type { Context } from '../core/io/context'
import { callerId } from '../core/io/identity/caller'
import { files } from '../core/io/files/collections'
import { filePartOf } from '../core/io/files/read-parts'
import { reader } from '../core/io/store/reader'
import { AppError } from '../core/pure/errors'
import { contract } from './contract'
import { PURPOSES } from './data/purposes'
import { uploadProblem } from './rules/fields'
import { countUpload } from './work/day'

const os = implement(contract).$context<Context>()

export const router = {
  start: os.start.handler(async ({ input: { purpose, type, size }, context }) => {
    const { public: isPublic, ...limits } = PURPOSES[purpose]
    if (uploadProblem({ type, size }, limits)) throw new AppError('FILE_REFUSED')
    const owner = callerId(context)
    await countUpload(context, owner)
    return {
      upload: await context.files.openUpload({
        owner,
        type,
        size,
        purpose,
        ...(isPublic ? { public: isPublic } : {}),
      }),
    }
  }),
  state: os.state.handler(async ({ input: { fileId }, context }) => ({
    upload: await context.files.uploadState({ fileId, owner: callerId(context) }),
  })),
  put: os.put.handler(async ({ input: { fileId, place, bytes }, context }) => ({
    upload: await context.files.putPart({
      fileId,
      owner: callerId(context),
      place,
      bytes: Buffer.from(bytes, 'base64'),
    }),
  })),
  finish: os.finish.handler(async ({ input: { fileId }, context }) => {
    const { sha256: _, ...file } = await context.files.finishUpload({ fileId, owner: callerId(context) })
    return { file }
  }),
  remove: os.remove.handler(async ({ input: { fileId }, context }) => {
    const owner = callerId(context)
    const file = await reader(context.store).get(files, fileId)
    if (!file || file.owner !== owner) throw new AppError('NOT_FOUND')
    await transact(context, async (tx) => {
      const standing = await tx.get(files, fileId)
      // What belongs to a document is let go by that document's function.
      if (!standing || standing.attachedTo !== null) throw new AppError('NOT_FOUND')
      tx.replace(files, fileId, { ...standing, state: 'removing', expiresAt: tx.now })
    })
    await context.files.remove(fileId)
    return { removed: true as const }
  }),
  open: os.open.handler(async ({ input: { fileId, place }, context }) =>
    filePartOf(await context.files.readPublic(fileId), place),
  ),
}
