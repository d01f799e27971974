/**
 * SHA-256 (FIPS 180-4) in plain JavaScript, for the mini-program and the stand-alone verifier, and where the native one is missing.
 * Trees hash messages of exactly 64 bytes: their second block is padding alone, so its schedule is computed once.
 */

/** Hashes each 64 bytes of `input` into 32 bytes of `output`, another buffer. */
export type HashBlocks = (input: Uint8Array, output: Uint8Array) => void

export const BLOCK_BYTES = 64
export const HASH_BYTES = 32

const K = Int32Array.of(
  ...[0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5],
  ...[0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174],
  ...[0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da],
  ...[0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967],
  ...[0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85],
  ...[0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070],
  ...[0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3],
  ...[0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2],
)
const START = Int32Array.of(
  ...[0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19],
)

/** Fills words 16–63 from the first sixteen, then adds the round constants to all. */
const expand = (w: Int32Array): void => {
  for (let t = 16; t < 64; t += 1) {
    const a = w[t - 15] ?? 0
    const b = w[t - 2] ?? 0
    const small = ((a >>> 7) | (a << 25)) ^ ((a >>> 18) | (a << 14)) ^ (a >>> 3)
    const large = ((b >>> 17) | (b << 15)) ^ ((b >>> 19) | (b << 13)) ^ (b >>> 10)
    w[t] = (w[t - 16] ?? 0) + small + (w[t - 7] ?? 0) + large
  }
  for (let t = 0; t < 64; t += 1) w[t] = (w[t] ?? 0) + (K[t] ?? 0)
}

/** The compression of one block whose schedule, constants added, is `w`. */
const compress = (state: Int32Array, w: Int32Array): void => {
  let a = state[0] ?? 0
  let b = state[1] ?? 0
  let c = state[2] ?? 0
  let d = state[3] ?? 0
  let e = state[4] ?? 0
  let f = state[5] ?? 0
  let g = state[6] ?? 0
  let h = state[7] ?? 0
  for (let t = 0; t < 64; t += 1) {
    const upper = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7))
    const chosen = (e & f) ^ (~e & g)
    const first = (h + upper + chosen + (w[t] ?? 0)) | 0
    const lower = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10))
    const major = (a & b) ^ (a & c) ^ (b & c)
    h = g
    g = f
    f = e
    e = (d + first) | 0
    d = c
    c = b
    b = a
    a = (first + lower + major) | 0
  }
  state[0] = (state[0] ?? 0) + a
  state[1] = (state[1] ?? 0) + b
  state[2] = (state[2] ?? 0) + c
  state[3] = (state[3] ?? 0) + d
  state[4] = (state[4] ?? 0) + e
  state[5] = (state[5] ?? 0) + f
  state[6] = (state[6] ?? 0) + g
  state[7] = (state[7] ?? 0) + h
}

/** The second block of every message of 64 bytes: one bit, zeros, the length of 512 bits. */
const PADDING = new Int32Array(64)
PADDING[0] = 0x80000000 | 0
PADDING[15] = 512
expand(PADDING)

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/** @throws RangeError when the lengths do not fit */
export const hashBlocks: HashBlocks = (input, output) => {
  if (input.length % BLOCK_BYTES !== 0 || output.length !== input.length / 2)
    throw new RangeError('blocks of 64 bytes go into half as many bytes')
  const from = viewOf(input)
  const to = viewOf(output)
  const w = new Int32Array(64)
  const state = new Int32Array(8)
  for (let at = 0; at < input.length; at += BLOCK_BYTES) {
    for (let t = 0; t < 16; t += 1) w[t] = from.getInt32(at + 4 * t)
    expand(w)
    state.set(START)
    compress(state, w)
    compress(state, PADDING)
    for (let t = 0; t < 8; t += 1) to.setInt32(at / 2 + 4 * t, state[t] ?? 0)
  }
}

/** Of any bytes, up to 512 MB. */
export const sha256 = (bytes: Uint8Array): Uint8Array => {
  const padded = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64)
  padded.set(bytes)
  padded[bytes.length] = 0x80
  const from = viewOf(padded)
  from.setUint32(padded.length - 8, Math.floor(bytes.length / 2 ** 29))
  from.setUint32(padded.length - 4, (bytes.length * 8) % 2 ** 32)
  const w = new Int32Array(64)
  const state = START.slice()
  for (let at = 0; at < padded.length; at += BLOCK_BYTES) {
    for (let t = 0; t < 16; t += 1) w[t] = from.getInt32(at + 4 * t)
    expand(w)
    compress(state, w)
  }
  const hash = new Uint8Array(HASH_BYTES)
  state.forEach((word, at) => viewOf(hash).setInt32(4 * at, word))
  return hash
}
