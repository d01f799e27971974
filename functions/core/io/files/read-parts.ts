/** A file's bytes as an answer carries them: in parts that every edge lets through. */
import { AppError } from '../../pure/errors'
import type { FileFacts, FileType } from './contract'

/** Bytes of a part of an answer. */
export const READ_PART_BYTES = 192 * 1024

/** Bytes, as one of several answers carries them. */
export interface BytesPart {
  readonly size: number
  readonly place: number
  readonly parts: number
  /** Base64. */
  readonly bytes: string
}
export interface FilePart extends BytesPart {
  readonly fileId: string
  readonly type: FileType
}

/** @param place from 0 @throws AppError NOT_FOUND for a part that there is not */
export const partOf = (bytes: Uint8Array, place: number): BytesPart => {
  const parts = Math.ceil(bytes.length / READ_PART_BYTES)
  if (place >= parts) throw new AppError('NOT_FOUND')
  const part = bytes.subarray(place * READ_PART_BYTES, (place + 1) * READ_PART_BYTES)
  return { size: bytes.length, place, parts, bytes: Buffer.from(part).toString('base64') }
}

/** @throws AppError NOT_FOUND for a part that there is not */
export const filePartOf = (
  { facts, bytes }: { readonly facts: FileFacts; readonly bytes: Uint8Array },
  place: number,
): FilePart => {
  const { fileId, type } = facts
  return { fileId, type, ...partOf(bytes, place) }
}
