/** The tree and its proofs, against the slow reckoning: every place of every small list, and places of large ones. */
import fc from 'fast-check'
import { toHex } from '../../../../functions/core/pure/bytes'
import { indexOfEntry, isIncluded, isProof, proofOf } from '../../../../functions/lottery/rules/draw/proof'
import type { Published } from '../../../../functions/lottery/rules/draw/published'
import { hashBlocks } from '../../../../functions/core/pure/sha256'
import { keptLevels, tilesBytes } from '../../../../functions/lottery/rules/draw/tiles'
import { commitmentOf, treeBuilder } from '../../../../functions/lottery/rules/draw/tree'
import { someEntries } from '../../../harness/draw/entries'
import { inMemory } from './memory'
import { listOf, records } from './records'
import { slowCommitment, slowPath, slowRoot } from './slow'

interface Built {
  readonly files: Published
  readonly commitment: string
  readonly root: string
}

/** Handed to the builder in pieces of `piece` entries. */
const build = (list: Uint8Array, piece = Infinity): Built => {
  const count = list.length / 64
  const tiles = new Uint8Array(tilesBytes(count))
  const places = new Map(keptLevels(count).map(({ level, offset }) => [level, offset]))
  const tree = treeBuilder(hashBlocks, (level, nodes) => {
    const at = places.get(level) ?? NaN
    tiles.set(nodes, at)
    places.set(level, at + nodes.length)
  })
  for (let from = 0; from < count; from += piece)
    tree.add(list.subarray(from * 64, Math.min(count, from + piece) * 64))
  const { root } = tree.finish()
  const ends = keptLevels(count).map(({ level, offset, nodes }) => [level, offset + nodes * 32])
  expect([...places]).toEqual(ends)
  return {
    files: inMemory({ 'entries.bin': list, 'tiles.bin': tiles }),
    commitment: toHex(commitmentOf(count, root)),
    root: toHex(root),
  }
}

const entriesOf = (list: Uint8Array): Uint8Array[] =>
  Array.from({ length: list.length / 64 }, (_, at) => list.subarray(at * 64 + 1, at * 64 + 64))

test('every entry of every list of 1 to 70 has its proof, and each is the slow reckoning’s', async () => {
  for (let count = 1; count <= 70; count += 1) {
    const entries = records(count)
    const { files, commitment } = build(listOf(entries))
    expect(commitment).toBe(slowCommitment(entries).toString('hex'))
    for (let index = 0; index < count; index += 1) {
      const proof = await proofOf(files, index)
      expect(proof.path).toEqual(slowPath(entries, index))
      expect(isIncluded(proof, commitment)).toBe(true)
    }
  }
})

// Around the sizes of tiles (32, 1024) and of chunks (32 768), where off-by-one would show.
test.each([1023, 1024, 1025, 32_767, 32_768, 32_769, 65_537])(
  'a list of %i is hashed as slowly as by hand, however it is cut',
  async (count) => {
    const list = someEntries(count)
    const { files, commitment, root } = build(list)
    const slow = slowRoot(entriesOf(list)).toString('hex')
    expect(root).toBe(slow)
    expect(build(list, 777).root).toBe(slow)
    for (const index of [0, 31, 32, Math.floor(count / 2), count - 2, count - 1]) {
      const proof = await proofOf(files, index)
      expect(isIncluded(proof, commitment)).toBe(true)
      expect(JSON.stringify(proof).length).toBeLessThan(5000)
    }
  },
  60_000,
)

test('random lists and places', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 71, max: 5000 }),
      fc.nat(),
      fc.integer({ min: 1, max: 400 }),
      async (count, at, piece) => {
        const list = someEntries(count, `list ${count}`)
        const { files, commitment, root } = build(list, piece)
        expect(root).toBe(slowRoot(entriesOf(list)).toString('hex'))
        const proof = await proofOf(files, at % count)
        expect(proof.path).toEqual(slowPath(entriesOf(list), at % count))
        expect(isIncluded(proof, commitment)).toBe(true)
      },
    ),
    { numRuns: 25 },
  )
}, 60_000)

describe('a proof that was tampered with', () => {
  const list = listOf(records(37))
  const { files, commitment } = build(list)

  it('fails whatever one hex digit was changed', async () => {
    const proof = await proofOf(files, 20)
    const change = (text: string, at: number): string =>
      text.slice(0, at) + (text.charAt(at) === '0' ? '1' : '0') + text.slice(at + 1)
    for (let at = 0; at < proof.entry.length; at += 1)
      expect(isIncluded({ ...proof, entry: change(proof.entry, at) }, commitment)).toBe(false)
    proof.path.forEach((hash, step) => {
      for (let at = 0; at < hash.length; at += 1) {
        const path = proof.path.map((other, n) => (n === step ? change(hash, at) : other))
        expect(isIncluded({ ...proof, path }, commitment)).toBe(false)
      }
    })
  })

  it('fails for another index, another count and another commitment', async () => {
    const proof = await proofOf(files, 20)
    for (let index = 0; index < 37; index += 1)
      expect(isIncluded({ ...proof, index }, commitment)).toBe(index === 20)
    for (const count of [21, 32, 33, 36, 38, 64, 65])
      expect(isIncluded({ ...proof, count }, commitment)).toBe(false)
    expect(isIncluded(proof, build(listOf(records(38))).commitment)).toBe(false)
  })

  it('fails when it is longer or shorter than the tree is deep: no inner node passes for an entry', async () => {
    const proof = await proofOf(files, 20)
    expect(isProof({ ...proof, path: proof.path.slice(1) })).toBe(false)
    expect(isProof({ ...proof, path: [...proof.path, proof.path[0]] })).toBe(false)
  })

  it.each([
    undefined,
    null,
    7,
    'proof',
    [],
    {},
    { index: 0, count: 0, entry: '', path: [] },
    { index: -1, count: 1, entry: '00'.repeat(64), path: [] },
    { index: 0.5, count: 1, entry: '00'.repeat(64), path: [] },
    { index: 0, count: 1, entry: '01'.repeat(64), path: [] },
    { index: 0, count: 1, entry: '00'.repeat(63), path: [] },
    { index: 0, count: 2 ** 53, entry: '00'.repeat(64), path: [] },
    { index: 0, count: 2, entry: '00'.repeat(64), path: [7] },
    { index: 0, count: 2, entry: '00'.repeat(64), path: 'ab' },
  ])('is refused without a throw: %j', (proof) => {
    expect(isIncluded(proof, commitment)).toBe(false)
  })
})

describe('one entry changed, added or removed', () => {
  const entries = records(50)
  const { commitment } = build(listOf(entries))
  it('has another commitment, whichever it is', () => {
    for (let at = 0; at < 50; at += 1) {
      const without = entries.filter((_, n) => n !== at)
      const changed = entries.map((entry, n) => (n === at ? Buffer.from(entry).fill(1, 40, 41) : entry))
      expect(build(listOf(without)).commitment).not.toBe(commitment)
      expect(build(listOf(changed)).commitment).not.toBe(commitment)
    }
    expect(build(listOf(records(51))).commitment).not.toBe(commitment)
  })

  it('has another one when it is the empty leaf’s place that is filled with zeros', () => {
    expect(build(listOf([...entries, Buffer.alloc(63)])).commitment).not.toBe(commitment)
  })
})

test('an entry is found by its id, and what is not there is not', async () => {
  const entries = records(70)
  const { files } = build(listOf(entries))
  for (const [at, entry] of entries.entries())
    expect(await indexOfEntry(files, entry.subarray(0, 16).toString('hex'))).toBe(at)
  for (const id of ['00'.repeat(16), 'ff'.repeat(16), '80'.repeat(16)])
    expect(await indexOfEntry(files, id)).toBeUndefined()
})

test('there is no proof of an entry that is not there', async () => {
  const { files } = build(listOf(records(3)))
  await expect(proofOf(files, 3)).rejects.toThrow(RangeError)
  await expect(proofOf(files, -1)).rejects.toThrow(RangeError)
  await expect(proofOf(files, 0.5)).rejects.toThrow(RangeError)
})

test('an empty list has no tree, and entries come whole', () => {
  expect(() => treeBuilder(hashBlocks).finish()).toThrow(RangeError)
  expect(() => treeBuilder(hashBlocks).add(new Uint8Array(65))).toThrow(RangeError)
})
