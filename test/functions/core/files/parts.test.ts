/** Uploads in parts, where two calls meet. */
import { join } from 'node:path'
import { files, type FileDoc } from '../../../../functions/core/io/files/collections'
import { openDisk } from '../../../../functions/core/io/files/engines/disk'
import type { FileEngine } from '../../../../functions/core/io/files/engines/engine'
import { createFiles } from '../../../../functions/core/io/files/files'
import { PART_BYTES } from '../../../../functions/core/pure/upload-parts'
import { pngOf } from '../../../harness/png'
import { openParts, type Parts } from '../events/parts'

let parts: Parts
beforeEach(async () => {
  parts = await openParts()
})
afterEach(() => parts.close())

test('an upload that is finished while a part comes once more is stored, whichever lands first', async () => {
  const { services } = parts
  const bytes = pngOf(PART_BYTES + 100)
  let release: () => void = () => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  let repeats = 0
  let late: Promise<unknown> = Promise.resolve()
  const disk = await openDisk({ directory: join(parts.directory, 'raced'), clock: services.clock })
  const engine: FileEngine = {
    ...disk,
    put: async (name, sealed) => {
      await disk.put(name, sealed)
      // The repeat waits before it is marked; it is marked when the whole is there and not yet said to be.
      if (name.endsWith('-1') && (repeats += 1) === 2) await held
      if (!/-\d+$/.test(name)) {
        release()
        await late
      }
    },
  }
  const own = createFiles({ ...services, engine })
  const { fileId } = await own.openUpload({
    owner: 'ac_owner',
    type: 'image/png',
    size: bytes.length,
    purpose: 'x.y',
  })
  const put = (place: number) =>
    own.putPart({
      fileId,
      owner: 'ac_owner',
      place,
      bytes: bytes.subarray(place * PART_BYTES, (place + 1) * PART_BYTES),
    })
  await put(0)
  const both = [put(1), put(1)]
  late = Promise.all(both)
  await Promise.race(both)
  const facts = await own.finishUpload({ fileId, owner: 'ac_owner' })
  const [stored] = await services.store.read<FileDoc>(files.name, [fileId])
  expect([stored?.doc.state, stored?.doc.sha256]).toEqual(['stored', facts.sha256])
  expect(Buffer.compare((await own.read({ fileId, owner: 'ac_owner' })).bytes, bytes)).toBe(0)
})
