import { pooledRandom } from '../../../../functions/core/io/security/random'

it('hands out each piece once, of the length asked for, across many pools', () => {
  const random = pooledRandom()
  const pieces = Array.from({ length: 5000 }, () => random(12))
  expect(pieces.every((piece) => piece.length === 12)).toBe(true)
  expect(new Set(pieces.map((piece) => Buffer.from(piece).toString('hex'))).size).toBe(5000)
})

it('gives pieces that do not change when the pool is filled anew', () => {
  const random = pooledRandom()
  const first = random(16)
  const before = Buffer.from(first).toString('hex')
  for (let i = 0; i < 1000; i += 1) random(16)
  expect(Buffer.from(first).toString('hex')).toBe(before)
  expect(random(3000)).toHaveLength(3000)
})
