/** Both hashes of blocks, and the bytes around them, against node:crypto and each other. */
import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { bestHashing } from '../../../../functions/lottery/draw/hashing'
import { eightBytes, fromHex, isHex, toHex, utf8 } from '../../../../functions/core/pure/bytes'
import { hashBlocks, sha256 } from '../../../../functions/core/pure/sha256'

const byNode = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

test('SHA-256 of every length to 300 is node:crypto’s', () => {
  for (let length = 0; length <= 300; length += 1) {
    const bytes = randomBytes(length)
    expect(toHex(sha256(bytes))).toBe(byNode(bytes))
  }
})

test('and of NIST’s words', () => {
  expect(toHex(sha256(utf8('abc')))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(toHex(sha256(new Uint8Array(1_000_000).fill(97)))).toBe(
    'cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0',
  )
})

test('the native and the plain hash of blocks are one', async () => {
  const { engine, hash } = await bestHashing()
  expect(engine).toBe('hashtree')
  for (const blocks of [1, 2, 3, 15, 16, 17, 1000]) {
    const input = new Uint8Array(randomBytes(blocks * 64))
    const [native, plain] = [new Uint8Array(blocks * 32), new Uint8Array(blocks * 32)]
    hash(input, native)
    hashBlocks(input, plain)
    expect(toHex(plain)).toBe(toHex(native))
    expect(toHex(plain.subarray(0, 32))).toBe(byNode(input.subarray(0, 64)))
  }
})

test.each([
  ['its binary is missing', () => Promise.reject(new Error('Cannot find native binding'))],
  ['it is something else', () => Promise.resolve({ hash: 'something' })],
  ['it has nothing', () => Promise.resolve({ default: undefined })],
])('where %s, the plain one does it', async (_, load) => {
  const { engine, hash } = await bestHashing(load)
  const output = new Uint8Array(32)
  hash(new Uint8Array(64), output)
  expect([engine, toHex(output)]).toEqual(['plain', byNode(new Uint8Array(64))])
})

test('lengths that do not fit are refused', () => {
  expect(() => hashBlocks(new Uint8Array(63), new Uint8Array(32))).toThrow(RangeError)
  expect(() => hashBlocks(new Uint8Array(64), new Uint8Array(31))).toThrow(RangeError)
})

test('hex goes there and back, and only lower case is hex', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'))
      expect(fromHex(toHex(bytes))).toEqual(Uint8Array.from(bytes))
    }),
  )
  for (const text of ['A0', 'a', '0g', ' 0', '0x']) expect(() => fromHex(text)).toThrow(RangeError)
  expect([isHex('ab', 1), isHex('ab', 2), isHex(7, 1), isHex('AB', 1)]).toEqual([true, false, false, false])
})

test('texts are UTF-8, as TextEncoder has it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(utf8(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)))
    }),
  )
  expect(toHex(utf8('发票🎉\ud800'))).toBe(Buffer.from('发票🎉\ud800').toString('hex'))
})

test('numbers have eight bytes, most significant first', () => {
  fc.assert(
    fc.property(fc.maxSafeNat(), (number) => {
      expect(toHex(eightBytes(number))).toBe(number.toString(16).padStart(16, '0'))
    }),
  )
})
