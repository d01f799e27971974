/** Attachments of a policy: uploads of who writes it, public once they hang there; what no text names any more is let go. */
import { attachFile, detachFile } from '../../core/io/files/attach'
import { files } from '../../core/io/files/collections'
import type { Tx } from '../../core/io/store/transaction'
import { AppError } from '../../core/pure/errors'
import { policies, type AttachmentDoc, type PolicyDoc } from '../collections'
import { POLICY_UPLOADS } from '../data/uploads'

const placeOf = (id: string) => ({ collection: policies.name, id })

const namedIn = ({
  draft,
  current,
}: Pick<PolicyDoc, 'draft' | 'current'>): ReadonlyMap<string, AttachmentDoc> =>
  new Map([...(current?.attachments ?? []), ...(draft?.attachments ?? [])].map((one) => [one.fileId, one]))

/**
 * The attachments of a new draft, those that are new attached in this commit.
 * @throws AppError NOT_FOUND for a file that is neither there already nor an upload of the caller's for a policy
 */
export const attachmentsFor = async (
  tx: Tx,
  {
    id,
    before,
    owner,
  }: { readonly id: string; readonly before: PolicyDoc | undefined; readonly owner: string },
  wanted: readonly { readonly fileId: string; readonly name: string }[],
): Promise<readonly AttachmentDoc[]> => {
  const known = before ? namedIn(before) : new Map<string, AttachmentDoc>()
  const all: AttachmentDoc[] = []
  for (const { fileId, name } of wanted) {
    const there = known.get(fileId)
    if (there) {
      all.push({ ...there, name })
      continue
    }
    const file = await tx.get(files, fileId)
    if (file?.purpose !== POLICY_UPLOADS) throw new AppError('NOT_FOUND')
    await attachFile(tx, { fileId, owner, to: placeOf(id) })
    all.push({ fileId, name, type: file.type, size: file.size })
  }
  return all
}

/** What the draft before named and nothing names now. Published versions keep theirs for ever. */
export const letGo = async (tx: Tx, id: string, before: PolicyDoc, after: PolicyDoc): Promise<void> => {
  const still = namedIn(after)
  for (const { fileId } of before.draft?.attachments ?? []) {
    if (still.has(fileId)) continue
    const file = await tx.get(files, fileId)
    if (file?.owner) await detachFile(tx, { fileId, owner: file.owner, to: placeOf(id) })
  }
}
