/** Removes an upload that nobody attached in time: marked first, then its bytes, then its document. */
import type { Services } from '../context'
import type { Stored } from '../store/contract'
import { files, type FileDoc } from './collections'

/**
 * Marks the file exactly as it was read: one attached meanwhile stays.
 * @returns whether it is gone
 */
export const sweepFile = async (
  { store, files: kept }: Pick<Services, 'store' | 'files'>,
  file: Stored<FileDoc>,
): Promise<boolean> => {
  if (file.doc.state !== 'removing') {
    const { outcome } = await store.commit([
      {
        op: 'replace',
        collection: files.name,
        id: file.id,
        version: file.version,
        doc: { ...file.doc, state: 'removing' },
      },
    ])
    if (outcome !== 'committed') return false
  }
  await kept.remove(file.id)
  return true
}
