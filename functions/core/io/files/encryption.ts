/** Files at rest: AES-256-GCM in chunks, each bound to its file, its place and whether it is the last. */
import { createCipheriv, createDecipheriv } from 'node:crypto'

const MAGIC = Buffer.from('SBF1')
const CHUNK = 64 * 1024
const TAG = 16

/**
 * A counter nonce: safe because a content key encrypts one file's bytes and nothing else. The last chunk is marked in
 * the nonce, so that a file cut short does not open (the STREAM construction).
 */
const nonceOf = (place: number, last: boolean): Buffer => {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(place, 4)
  nonce.writeUInt32BE(last ? 1 : 0, 8)
  return nonce
}

/** @param key 32 bytes, of this file alone */
export const encryptFile = (key: Uint8Array, fileId: string, bytes: Uint8Array): Uint8Array => {
  const parts: Uint8Array[] = [MAGIC]
  const chunks = Math.max(1, Math.ceil(bytes.length / CHUNK))
  for (let place = 0; place < chunks; place += 1) {
    const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place, place === chunks - 1)).setAAD(
      Buffer.from(fileId),
    )
    parts.push(
      cipher.update(bytes.subarray(place * CHUNK, (place + 1) * CHUNK)),
      cipher.final(),
      cipher.getAuthTag(),
    )
  }
  return Buffer.concat(parts)
}

/** @throws Error when the bytes were altered, cut, reordered, or belong to another file */
export const decryptFile = (key: Uint8Array, fileId: string, sealed: Uint8Array): Uint8Array => {
  if (!MAGIC.equals(sealed.subarray(0, MAGIC.length)))
    throw new Error(`file ${fileId}: not an encrypted file`)
  const body = sealed.subarray(MAGIC.length)
  const chunks = Math.ceil(body.length / (CHUNK + TAG))
  const parts: Uint8Array[] = []
  for (let place = 0; place < chunks; place += 1) {
    const chunk = body.subarray(place * (CHUNK + TAG), (place + 1) * (CHUNK + TAG))
    if (chunk.length < TAG) throw new Error(`file ${fileId}: cut short`)
    const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place, place === chunks - 1), {
      authTagLength: TAG,
    })
    decipher.setAAD(Buffer.from(fileId)).setAuthTag(chunk.subarray(-TAG))
    parts.push(decipher.update(chunk.subarray(0, -TAG)), decipher.final())
  }
  if (chunks === 0) throw new Error(`file ${fileId}: empty`)
  return Buffer.concat(parts)
}
