/** What the bytes say they are, whatever was declared. */
import { FILE_TYPES } from '../../pure/file-types'
import type { FileType } from './contract'

/** PNG: its signature and the IHDR chunk that must follow; JPEG: SOI and the next marker; PDF: its header at the first byte. */
const MAGIC: Readonly<Record<FileType, RegExp>> = {
  'image/png': /^\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR/,
  'image/jpeg': /^\xff\xd8\xff[\xc0-\xfe]/,
  'application/pdf': /^%PDF-[12]\.\d/,
}

/** @returns `undefined` for anything we do not take */
export const sniff = (bytes: Uint8Array): FileType | undefined => {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 16)).toString('latin1')
  return FILE_TYPES.find((type) => MAGIC[type].test(start))
}
