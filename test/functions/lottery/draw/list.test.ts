/** The canonical list: one for one set of entries, whatever order and pieces they come in, sorted outside memory. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { writeListAsItComes, writeSortedList } from '../../../../functions/lottery/draw/list'
import { RUN_ENTRIES, runSorter } from '../../../../functions/lottery/draw/sorted-runs'
import {
  compareIds,
  entryAt,
  entryBlock,
  holderCommitment,
} from '../../../../functions/lottery/rules/draw/entry'
import { entryPieces, someEntries } from '../../../harness/draw/entries'
import { listOf, records } from './records'
import { sha } from './slow'
import { newFolder } from './world'

const blocksOf = (list: Uint8Array): Buffer[] =>
  Array.from({ length: list.length / 64 }, (_, at) => Buffer.from(list.subarray(at * 64, at * 64 + 64)))

const written = async (pieces: Iterable<Uint8Array>): Promise<Buffer> => {
  const folder = newFolder()
  await writeSortedList(folder, pieces)
  expect(readdirSync(folder)).toEqual(['entries.bin'])
  return readFileSync(path.join(folder, 'entries.bin'))
}

describe('an entry', () => {
  const entry = { id: '01'.repeat(16), ticket: '02'.repeat(15), holder: '03'.repeat(32) }

  it('is 64 bytes from 0x00, and reads back', () => {
    const block = entryBlock(entry)
    expect(Buffer.from(block).toString('hex')).toBe(`00${entry.id}${entry.ticket}${entry.holder}`)
    expect(entryAt(block)).toEqual(entry)
  })

  it.each([
    { ...entry, id: '01'.repeat(15) },
    { ...entry, ticket: '02'.repeat(16) },
    { ...entry, holder: 'x'.repeat(64) },
  ])('is refused with a part of another length', (wrong) => {
    expect(() => entryBlock(wrong)).toThrow(RangeError)
  })

  it('tells its holder by the salt alone', () => {
    const salt = sha('salt')
    expect(holderCommitment(salt, 'acc_1')).toBe(
      sha('shuibang/draw/1 holder\n', salt, 'acc_1').toString('hex'),
    )
    expect(holderCommitment(sha('other'), 'acc_1')).not.toBe(holderCommitment(salt, 'acc_1'))
    expect(() => holderCommitment(salt.subarray(1), 'acc_1')).toThrow(RangeError)
  })
})

test('permuting the entries, and cutting them differently, changes nothing', async () => {
  const sorted = Buffer.from(listOf(records(120)))
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...records(120).keys()], { minLength: 120 }),
      fc.integer({ min: 1, max: 130 }),
      async (order, piece) => {
        const shuffled = Buffer.concat(order.map((at) => sorted.subarray(at * 64, at * 64 + 64)))
        const pieces: Uint8Array[] = []
        for (let from = 0; from < 120; from += piece)
          pieces.push(shuffled.subarray(from * 64, (from + piece) * 64))
        expect((await written(pieces)).equals(sorted)).toBe(true)
      },
    ),
    { numRuns: 20 },
  )
})

test('ids that begin alike are told apart by their last byte', () => {
  const alike = Array.from({ length: 64 }, (_, at) => {
    const block = new Uint8Array(64)
    block[16] = (at * 37) % 64
    return block
  })
  const list = Uint8Array.from(Buffer.concat(alike))
  const sorted = new Uint8Array(list.length)
  runSorter()(list, sorted)
  expect(blocksOf(sorted).map((block) => block[16])).toEqual(Array.from({ length: 64 }, (_, at) => at))
})

test('more entries than one run holds are merged, in order and none lost', async () => {
  const count = 2 * RUN_ENTRIES + 12_345
  const list = await written(entryPieces(count, 'many'))
  expect(list.length).toBe(count * 64)
  for (let at = 64; at < list.length; at += 64)
    if (compareIds(list, at - 64, list, at) >= 0) throw new Error(`not in order at ${at / 64}`)
  // The same multiset: hashes of the entries add up to the same.
  const sum = (bytes: Uint8Array): number => {
    const words = new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4)
    return words.reduce((total, word, at) => (total + (word ^ ((at % 16) * 0x9e3779b1))) % 2 ** 45, 0)
  }
  expect(sum(Uint8Array.from(list))).toBe(sum(someEntries(count, 'many')))
}, 60_000)

test('entries that come in order are one run, however many', async () => {
  const sorted = await written([someEntries(RUN_ENTRIES + 1000, 'sorted')])
  expect((await written([sorted])).equals(sorted)).toBe(true)
}, 60_000)

test.each([
  ['in one piece', (list: Uint8Array) => [list, list.subarray(0, 64)]],
  ['far apart', (list: Uint8Array) => [list.subarray(0, 64), list]],
  [
    'with another ticket',
    (list: Uint8Array) => [list, Buffer.concat([list.subarray(64, 128 - 1), Buffer.from([9])])],
  ],
])('an id that is there twice is refused: %s', async (_, pieces) => {
  await expect(written(pieces(someEntries(500)))).rejects.toMatchObject({ code: 'repeatedEntry' })
})

test.each([
  ['nothing at all', [], 'noEntries'],
  ['half an entry', [new Uint8Array(65)], 'notEntries'],
  ['what does not begin with 0x00', [new Uint8Array(64).fill(1)], 'notEntries'],
])('%s is refused, and leaves no list', async (_, pieces, code) => {
  for (const write of [writeSortedList, writeListAsItComes]) {
    const folder = newFolder()
    await expect(write(folder, pieces)).rejects.toMatchObject({ code })
    expect(readdirSync(folder)).not.toContain('entries.bin')
  }
})

test('a day’s list stands in the order of arrival', async () => {
  const [folder, list] = [newFolder(), someEntries(300)]
  await writeListAsItComes(folder, [list.subarray(0, 640), list.subarray(640)])
  expect(readFileSync(path.join(folder, 'entries.bin')).equals(list)).toBe(true)
})
