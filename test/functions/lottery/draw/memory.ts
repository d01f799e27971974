/** A published folder in memory, for rules that read it. */
import type { FileName, Published } from '../../../../functions/lottery/rules/draw/published'

export const inMemory = (files: Partial<Record<FileName, Uint8Array | string>>): Published => {
  const bytesOf = (name: FileName): Uint8Array | undefined => {
    const file = files[name]
    return typeof file === 'string' ? Buffer.from(file) : file
  }
  return {
    size: async (name) => bytesOf(name)?.length,
    read: async (name, offset, length) => {
      const bytes = bytesOf(name)
      if (!bytes || offset + length > bytes.length) throw new Error(`${name} ends before ${offset + length}`)
      return Uint8Array.from(bytes.subarray(offset, offset + length))
    },
    text: async (name) => {
      const bytes = bytesOf(name)
      return bytes && Buffer.from(bytes).toString('utf8')
    },
  }
}
