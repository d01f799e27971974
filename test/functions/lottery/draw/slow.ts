/**
 * The protocol a second time, slowly and from its description alone: node:crypto and BigInt, whole lists in memory, nothing of ours.
 */
import { createHash } from 'node:crypto'

export const sha = (...parts: readonly (Uint8Array | string)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
const domain = (name: string): string => `shuibang/draw/1 ${name}\n`
const big = (value: bigint, bytes: number): Buffer =>
  Buffer.from(value.toString(16).padStart(2 * bytes, '0'), 'hex')

const EMPTY = sha(domain('empty'))

/** All levels, padded to a power of two, leaves first. */
export const slowLevels = (entries: readonly Uint8Array[]): Buffer[][] => {
  let places = 1
  while (places < entries.length) places *= 2
  const leaves = Array.from({ length: places }, (_, at) => {
    const entry = entries[at]
    return entry ? sha(Buffer.from([0]), entry) : EMPTY
  })
  const levels = [leaves]
  for (let level = leaves; level.length > 1;) {
    const below = level
    level = Array.from({ length: below.length / 2 }, (_, at) =>
      sha(below[2 * at] ?? '', below[2 * at + 1] ?? ''),
    )
    levels.push(level)
  }
  return levels
}

export const slowRoot = (entries: readonly Uint8Array[]): Buffer => slowLevels(entries).at(-1)?.[0] ?? EMPTY

export const slowPath = (entries: readonly Uint8Array[], index: number): string[] =>
  slowLevels(entries)
    .slice(0, -1)
    .map((level, height) => (level[Math.floor(index / 2 ** height) ^ 1] ?? EMPTY).toString('hex'))

export const slowCommitment = (entries: readonly Uint8Array[]): Buffer =>
  sha(domain('commitment'), big(BigInt(entries.length), 8), slowRoot(entries))

export const slowSeed = (commitment: Uint8Array, rulesHash: Uint8Array, randomness: Uint8Array): Buffer =>
  sha(domain('seed'), commitment, rulesHash, randomness)

/** The numbers of a seed, one after the other. */
export function* slowNumbers(seed: Uint8Array): Generator<bigint> {
  for (let block = 0n; ; block += 1n) {
    const bytes = sha(seed, big(block, 32))
    for (let at = 0; at < 30; at += 6) yield BigInt(`0x${bytes.subarray(at, at + 6).toString('hex')}`)
  }
}

/** The first `many` of the shuffle of 0 … count − 1, by swapping in the whole list. */
export const slowShuffle = (seed: Uint8Array, count: number, many: number): number[] => {
  const numbers = slowNumbers(seed)
  const below = (n: bigint): bigint => {
    for (;;) {
      const number = numbers.next().value as bigint
      if (number < (2n ** 48n / n) * n) return number % n
    }
  }
  const list = Array.from({ length: count }, (_, at) => at)
  for (let at = 0; at < Math.min(many, count); at += 1) {
    const from = at + Number(below(BigInt(count - at)))
    ;[list[at], list[from]] = [list[from] ?? 0, list[at] ?? 0]
  }
  return list.slice(0, many)
}

export const slowInstantNumber = (seed: Uint8Array, id: string): bigint =>
  BigInt(`0x${sha(seed, Buffer.from(id, 'hex'), 'shuibang/instant').subarray(0, 6).toString('hex')}`)
