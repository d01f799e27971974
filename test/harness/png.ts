/** Bytes that begin as a PNG does: its signature and IHDR, then as many more as are wanted. */

const START = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')

/** @param size in bytes, 16 at least; the same for the same seed */
export const pngOf = (size: number, seed = 1): Buffer => {
  const bytes = Buffer.alloc(size)
  for (let at = 0; at < size; at += 1) bytes[at] = (at * 31 + seed * 17) % 251
  START.copy(bytes)
  return bytes
}
